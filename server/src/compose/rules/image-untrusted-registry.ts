import type { FixOffer } from '../../core/finding.ts';
import { stringsOption } from '../../core/options.ts';
import { isFromAllowedRegistry } from '../../knowledge/allowed-registries.ts';
import { setAt } from '../edit/paths.ts';
import type { ServiceImage } from '../facts/service-image.ts';
import { serviceImage } from '../facts/service-image.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

/** The same image in the first of the registries that is no pattern: `nginx:1` → `registry.example.com/nginx:1`. */
function mirrored(service: EffectiveService, { reference, at }: ServiceImage, registries: readonly string[]): FixOffer {
  const registry = registries.find((entry) => !entry.startsWith('*.'))?.replace(/\/+$/, '');
  if (registry === undefined) return { title: 'Use an allowed registry', refused: 'the allowed registries are patterns' };
  const { repository, text, spans } = reference;
  return setAt(service, at, `${registry}/${repository}${text.slice(spans.name.end)}`, {
    title: `Take it from \`${registry}\``,
    safety: 'placeholder',
    caution: 'Mirror the image there first, and see whether it has the same path.',
  });
}

export default composeRule({
  id: 'compose/image-untrusted-registry',
  title: 'Image from a registry that is not allowed',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  options: {
    registries: stringsOption(
      'Registries that images may come from, with a path or not: `registry.example.com`, `ghcr.io/acme`, `*.dkr.ecr.eu-central-1.amazonaws.com`. Empty: every registry.',
    ),
  },
  equivalents: {},
  references: [
    { title: 'CIS Docker 4.2', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'CWE-829', url: 'https://cwe.mitre.org/data/definitions/829.html' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: { other: 'Image `{image}` of service `{service}` comes from `{registry}`, which is none of the allowed registries.' },
  visit: {
    service(context, service) {
      const { registries } = context.options;
      const image = registries.length === 0 ? undefined : serviceImage(service);
      if (!image || isFromAllowedRegistry(image.reference.canonicalName, registries)) return;
      const { canonicalName, spans } = image.reference;
      const registry = canonicalName.slice(0, canonicalName.indexOf('/'));
      context.report({
        at: image.part(spans.name),
        message: 'other',
        data: { service: service.name, image: canonicalName, registry },
        fixes: () => [mirrored(service, image, registries)],
      });
    },
  },
});
