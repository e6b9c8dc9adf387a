import { kubernetesRule } from '../rule.ts';
import { knownImage, placeInImage, setImage } from '../shared/container-image.ts';

/** The registry of the Kubernetes project until 2023, and its mirrors by region. */
const FROZEN = /^(?:(?:us|eu|asia)\.)?k8s\.gcr\.io$/;

export default kubernetesRule({
  id: 'kubernetes/image-deprecated-registry',
  title: 'Image from the frozen registry k8s.gcr.io',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: { kubescape: [{ id: 'C-0253', relation: 'equal', aliases: ['rule-identify-old-k8s-registry'] }] },
  references: [
    { title: 'k8s.gcr.io redirect and freeze', url: 'https://kubernetes.io/blog/2023/03/10/image-registry-redirect/' },
    { title: 'CWE-1104', url: 'https://cwe.mitre.org/data/definitions/1104.html' },
  ],
  messages: {
    frozen: 'Image `{image}` comes from `{registry}`, which has had no new images since April 2023.',
  },
  visit: {
    container(context, container) {
      const image = knownImage(container);
      const { registry = '', text, spans } = image?.reference ?? { text: '', spans: undefined };
      if (!image || !spans || !FROZEN.test(registry)) return;
      const newer = `registry.k8s.io${text.slice(registry.length)}`;
      context.report({
        at: placeInImage(container, image, { start: 0, end: registry.length }),
        message: 'frozen',
        data: { image: text, registry },
        fixes: () => [setImage(container, newer, { title: 'Pull from `registry.k8s.io`', safety: 'safe' })],
      });
    },
  },
});
