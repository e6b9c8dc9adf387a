import { valueOf } from '../../core/value.ts';
import { kubernetesRule } from '../rule.ts';

/** An algorithm that registries use; what follows it is no digest when the reference is invalid. */
const DIGEST = /@sha(?:256|384|512):[a-fA-F0-9]*$/;

export default kubernetesRule({
  id: 'kubernetes/image-no-digest',
  title: 'Image not pinned by digest',
  severity: 'info',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    checkov: [{ id: 'CKV_K8S_43', relation: 'wider', note: 'digests of a wrong length too', aliases: ['ImageDigest'] }],
    kubescape: [{ id: 'C-0306', relation: 'equal', aliases: ['image-not-pinned-to-digest'] }],
    kics: [
      {
        id: 'Image without digest',
        relation: 'narrower',
        note: 'references by a variable are left alone',
        aliases: ['7c81d34c-8e5a-402b-9798-9f442630e678', 'image_without_digest'],
      },
    ],
  },
  references: [
    { title: 'Images', url: 'https://kubernetes.io/docs/concepts/containers/images/' },
    { title: 'CWE-494', url: 'https://cwe.mitre.org/data/definitions/494.html' },
    { title: 'NSA/CISA Kubernetes Hardening Guide: image scanning and signing' },
  ],
  messages: {
    unpinned: 'Image `{image}` is what its tag points to when a node pulls it, not always the one that was tested.',
    malformed: 'Image `{image}` ends in no valid digest, so that no node can pull it.',
  },
  visit: {
    container(context, container) {
      const { image } = container;
      if (image.kind === 'known' && image.value.digest === undefined)
        context.report({ at: image.at, message: 'unpinned', data: { image: image.value.text } });
      const text = image.kind === 'invalid' ? valueOf(container.fields.string('image')) : undefined;
      if (text !== undefined && DIGEST.test(text)) context.report({ at: image.at, message: 'malformed', data: { image: text } });
    },
  },
});
