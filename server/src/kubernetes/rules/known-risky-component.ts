import type { At, Value } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import { APPLICATION_LABELS, RISKY_COMPONENTS, type RiskyComponent } from '../../knowledge/risky-components.ts';
import type { Workload } from '../model/model.ts';
import { kubernetesRule } from '../rule.ts';
import { knownImage, placeInImage } from '../shared/container-image.ts';

export default kubernetesRule({
  id: 'kubernetes/known-risky-component',
  title: 'Program that is a danger by itself',
  severity: 'medium',
  confidence: 'medium',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0102',
        relation: 'narrower',
        note: 'the label `app: helm` alone does not make a Tiller',
        aliases: ['AVD-KSV-0102', 'KSV102', 'no-tiller'],
      },
    ],
    checkov: [
      { id: 'CKV_K8S_34', relation: 'wider', note: 'Kubernetes Dashboard and ingress-nginx too', aliases: ['Tiller'] },
      { id: 'CKV_K8S_33', relation: 'wider', note: 'Tiller and ingress-nginx too', aliases: ['KubernetesDashboard'] },
      {
        id: 'CKV_K8S_45',
        relation: 'wider',
        note: 'also a Tiller that only listens on localhost',
        aliases: ['TillerDeploymentListener'],
      },
    ],
    kubescape: [
      { id: 'C-0014', relation: 'wider', note: 'Tiller and ingress-nginx too', aliases: ['rule-access-dashboard-wl-v1'] },
      {
        id: 'C-0292',
        relation: 'wider',
        note: 'Tiller and Kubernetes Dashboard too',
        aliases: ['detect-nginx-ingress-controller-eol'],
      },
    ],
    kics: [
      {
        id: 'Tiller Deployment accessible within cluster',
        relation: 'wider',
        note: 'whatever it listens on',
        aliases: ['e17fa86a-6222-4584-a914-56e8f6c87e06', 'tiller_deployment_is_accessible_from_within_the_cluster'],
      },
      {
        id: 'Tiller (Helm v2) is deployed',
        relation: 'wider',
        note: 'Kubernetes Dashboard and ingress-nginx too',
        aliases: ['6d173be7-545a-46c6-a81d-2ae52ed1605d', 'tiller_is_deployed'],
      },
      {
        id: 'Dashboard is enabled',
        relation: 'wider',
        note: 'Tiller and ingress-nginx too',
        aliases: ['d2ad057f-0928-41ef-a83c-f59203bb855b', 'dashboard_is_enabled'],
      },
    ],
  },
  references: [
    { title: 'Helm 2 and the charts project are now unsupported', url: 'https://helm.sh/blog/helm-2-becomes-unsupported/' },
    { title: 'Ingress NGINX retirement', url: 'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/' },
    { title: 'CWE-1104', url: 'https://cwe.mitre.org/data/definitions/1104.html' },
  ],
  messages: {
    runs: 'Container `{what}` runs {name}, {danger}.',
    named: '`{what}` looks like {name}, {danger}.',
  },
  visit: {
    workload(context, workload) {
      const known = workload.containers.flatMap((container) => {
        const image = knownImage(container);
        return image ? [{ container, image }] : [];
      });
      const names = namesOf(workload);
      for (const component of RISKY_COMPONENTS) {
        const images = known.flatMap(({ container, image }) => {
          if (!component.image.test(image.reference.canonicalName)) return [];
          return [{ at: placeInImage(container, image, image.reference.spans.name), what: container.label }];
        });
        const found = images.length > 0 ? images : namedSo(names, component);
        for (const { at, what } of found)
          context.report({
            at,
            message: images.length > 0 ? 'runs' : 'named',
            data: { what, name: component.name, danger: component.danger },
            confidence: images.length > 0 ? 'high' : 'medium',
          });
      }
    },
  },
});

/** The names that a workload goes by: its own, its pods', their labels, their account. */
function namesOf({ object, metadata, serviceAccountName }: Workload): readonly Value<string>[] {
  const labels = metadata.labels.filter(({ key }) => APPLICATION_LABELS.has(key)).map(({ value }) => value);
  return [object.name, metadata.name, ...labels, serviceAccountName];
}

/** The first of the names that is the component's. */
function namedSo(
  names: readonly Value<string>[],
  component: RiskyComponent,
): readonly { readonly at: At; readonly what: string }[] {
  const found = names.find((name) => component.names.test(valueOf(name) ?? ''));
  return found?.kind === 'known' ? [{ at: found.at, what: found.value }] : [];
}
