import type { ImageReference } from '../../core/image-reference.ts';
import type { Container } from '../model/model.ts';
import { kubernetesRule } from '../rule.ts';
import { knownImage, placeInImage, setImage } from '../shared/container-image.ts';

const PLACEHOLDER = 'TAG';

export default kubernetesRule({
  id: 'kubernetes/image-latest-tag',
  title: 'Image without a version',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'kube-linter': [{ id: 'latest-tag', relation: 'equal' }],
    trivy: [{ id: 'KSV-0013', relation: 'equal', aliases: ['AVD-KSV-0013', 'KSV013', 'use-specific-tags'] }],
    checkov: [{ id: 'CKV_K8S_14', relation: 'equal', aliases: ['ImageTagFixed'] }],
    kubescape: [
      { id: 'C-0075', relation: 'wider', note: 'whatever the pull policy', aliases: ['image-pull-policy-is-not-set-to-always'] },
      {
        id: 'C-0304',
        relation: 'wider',
        note: 'in every workload; its list of registries is `image-untrusted-registry`',
        aliases: ['agent-sandbox-image-tag-provenance'],
      },
    ],
    'kube-score': [
      {
        id: 'container-image-tag',
        relation: 'wider',
        note: 'the port of a registry is no tag',
        aliases: ['Container Image Tag'],
      },
    ],
    polaris: [{ id: 'tagNotSpecified', relation: 'wider', note: 'the port of a registry is no tag' }],
    kics: [{ id: 'Invalid image tag', relation: 'equal', aliases: ['583053b7-e632-46f0-b989-f81ff8045385', 'invalid_image'] }],
  },
  references: [
    { title: 'Images', url: 'https://kubernetes.io/docs/concepts/containers/images/' },
    { title: 'CWE-1357', url: 'https://cwe.mitre.org/data/definitions/1357.html' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    untagged: 'Image `{image}` has no tag: it is whatever `latest` is when a node pulls it.',
    latest: 'Image `{image}` is another one each time that its publisher moves `latest`.',
  },
  visit: {
    container(context, container) {
      const image = knownImage(container);
      if (!image || image.reference.digest !== undefined) return;
      const { tag, text, spans } = image.reference;
      if (tag !== undefined && tag !== 'latest') return;
      context.report({
        at: spans.tag ? placeInImage(container, image, spans.tag) : image.at,
        message: tag === undefined ? 'untagged' : 'latest',
        data: { image: text },
        fixes: () => [giveTag(container, image.reference)],
      });
    },
  },
});

function giveTag(container: Container, { text, spans }: ImageReference) {
  const offer = setImage(container, `${text.slice(0, spans.name.end)}:${PLACEHOLDER}`, {
    title: 'Give the image a tag',
    safety: 'placeholder',
    caution: 'Put in the version that was tested; the pod does not start until then.',
  });
  return 'refused' in offer ? offer : { ...offer, select: PLACEHOLDER };
}
