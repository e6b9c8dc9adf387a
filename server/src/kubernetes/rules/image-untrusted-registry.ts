import { stringsOption } from '../../core/options.ts';
import { kubernetesRule } from '../rule.ts';
import { knownImage, placeInImage } from '../shared/container-image.ts';

export default kubernetesRule({
  id: 'kubernetes/image-untrusted-registry',
  title: 'Image from a registry that is not allowed',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  options: {
    registries: stringsOption(
      'Registries that images may come from, with a path or not: `registry.example.com`, `ghcr.io/acme`, `*.dkr.ecr.eu-central-1.amazonaws.com`. Empty: every registry.',
    ),
  },
  equivalents: {
    trivy: [
      {
        id: 'KSV-0125',
        relation: 'narrower',
        note: 'off until registries are configured',
        aliases: ['AVD-KSV-0125', 'KSV125', 'use-trusted-registry'],
      },
      {
        id: 'KSV-0034',
        relation: 'narrower',
        note: 'off until registries are configured',
        aliases: ['AVD-KSV-0034', 'KSV034', 'no-public-registries'],
      },
    ],
    kubescape: [
      {
        id: 'C-0001',
        relation: 'narrower',
        note: 'off until registries are configured',
        aliases: ['rule-identify-blocklisted-image-registries'],
      },
      {
        id: 'C-0078',
        relation: 'narrower',
        note: 'off until registries are configured',
        aliases: ['container-image-repository'],
      },
    ],
  },
  references: [
    { title: 'Images', url: 'https://kubernetes.io/docs/concepts/containers/images/' },
    { title: 'CIS Kubernetes 5.5.1' },
    { title: 'CWE-829', url: 'https://cwe.mitre.org/data/definitions/829.html' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    other: 'Image `{image}` comes from `{registry}`, which is none of the allowed registries.',
  },
  visit: {
    container(context, container) {
      const { registries } = context.options;
      const image = knownImage(container);
      if (!image || registries.length === 0 || registries.some((allowed) => isBelow(image.reference.canonicalName, allowed)))
        return;
      const { canonicalName, spans } = image.reference;
      const registry = canonicalName.slice(0, canonicalName.indexOf('/'));
      context.report({
        at: placeInImage(container, image, spans.name),
        message: 'other',
        data: { image: canonicalName, registry },
      });
    },
  },
});

/** `*.` before a registry stands for one label or more. */
function isBelow(canonicalName: string, allowed: string): boolean {
  const wanted = allowed.replace(/\/+$/, '');
  if (!wanted.startsWith('*.')) return `${canonicalName}/`.startsWith(`${wanted}/`);
  const slash = wanted.indexOf('/');
  const suffix = wanted.slice(1, slash < 0 ? undefined : slash);
  const host = canonicalName.slice(0, canonicalName.indexOf('/'));
  const path = slash < 0 ? '' : wanted.slice(slash);
  return host.endsWith(suffix) && `${canonicalName.slice(host.length)}/`.startsWith(`${path}/`);
}
