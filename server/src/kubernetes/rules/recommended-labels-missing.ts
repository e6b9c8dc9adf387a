import { type Offer, setPath } from '../edit.ts';
import { kubernetesRule } from '../rule.ts';

const PREFIX = 'app.kubernetes.io/';

export default kubernetesRule({
  id: 'kubernetes/recommended-labels-missing',
  title: 'Workload without any of the recommended labels',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    kubescape: [
      {
        id: 'C-0077',
        relation: 'narrower',
        note: 'one recommended label on the object or on its pods is enough',
        aliases: ['k8s-common-labels-usage'],
      },
    ],
    polaris: [
      {
        id: 'metadataAndInstanceMismatched',
        relation: 'narrower',
        note: 'the label’s value is free: with Helm it is the release, not the object’s name',
      },
    ],
  },
  references: [
    {
      title: 'Recommended labels',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
    },
  ],
  messages: {
    none: '`{object}` has none of the recommended labels `app.kubernetes.io/…`.',
  },
  visit: {
    object(context, object) {
      if (object.workloads.length === 0 || object.workloads.some(({ partial, certainty }) => partial || certainty !== 'known'))
        return;
      const metadata = [object.metadata, ...object.workloads.map((workload) => workload.metadata)];
      const lists = metadata.map(({ fields }) => fields.mapping('labels'));
      if (lists.some(({ value, node }) => value.kind === 'dynamic' || node?.open)) return;
      if (lists.some(({ keys }) => keys.some((key) => key.startsWith(PREFIX)))) return;
      const name = object.name.kind === 'known' ? object.name.value : undefined;
      context.report({
        at: object.at,
        message: 'none',
        data: { object: object.displayName },
        fixes: () => {
          const title = `Label it \`${PREFIX}name: ${name ?? '…'}\``;
          if (name === undefined) return [{ title, refused: 'The name of the object is not known.' }];
          const caution = cautionOf(object.kind, lists[0]?.keys.length === 0);
          const offer: Offer = caution === undefined ? { title, safety: 'safe' } : { title, safety: 'hardening', caution };
          return [setPath(object.document, object.node, ['metadata', 'labels', `${PREFIX}name`], name, offer)];
        },
      });
    },
  },
});

/**
 * What the first labels change: a pod is what selectors look for, and a ReplicationController that has no labels gets those of
 * its pods (kubernetes pkg/apis/core/v1/defaults.go, `SetDefaults_ReplicationController`).
 */
function cautionOf(kind: string, isFirst: boolean): string | undefined {
  if (kind === 'Pod') return 'A Service or a policy that selects the label applies to the pod from then on.';
  if (kind === 'ReplicationController' && isFirst) return 'It no longer takes the labels of its pods for its own.';
  return undefined;
}
