import { valueOf } from '../../core/value.ts';
import { removeItem, replaceField } from '../edit.ts';
import type { PodSecurityContext } from '../model/model.ts';
import { kubernetesRule } from '../rule.ts';
import { eachSecurityContext } from '../shared/security-visitors.ts';

const GROUP = 10001;
const OFFER = {
  safety: 'hardening',
  caution: 'Files that only the group `root` may read or write are no longer open to the program.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/run-as-root-group',
  title: 'Container in the group root',
  severity: 'low',
  confidence: 'high',
  category: 'privilege',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0116',
        relation: 'narrower',
        note: 'what is not set is no finding',
        aliases: ['AVD-KSV-0116', 'KSV116', 'primary-supplementary-gid'],
      },
      {
        id: 'KSV-0021',
        relation: 'wider',
        note: 'together with `low-gid`, which reports all other groups up to 10000',
        aliases: ['AVD-KSV-0021', 'KSV021', 'use-high-gid'],
      },
    ],
    kubescape: [
      { id: 'set-supplementalgroups-values', relation: 'narrower', note: 'only the group 0; a pod that sets none is fine' },
      { id: 'set-fsgroup-value', relation: 'related' },
    ],
  },
  references: [
    {
      title: 'Configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
  ],
  messages: {
    runAsGroup: '`runAsGroup` of {who} is `0`: its programs may use what is open to the group root.',
    fsGroup: '`fsGroup` of {who} is `0`: its programs are in the group root, which gets its volumes.',
    supplementalGroups: '`supplementalGroups` of {who} holds `0`: its programs are in the group root.',
  },
  visit: eachSecurityContext((context, { owner, who, security }) => {
    const isPods = owner !== undefined && 'containers' in owner;
    const pod = isPods ? (security as PodSecurityContext) : undefined;
    for (const key of ['runAsGroup', 'fsGroup'] as const) {
      const group = key === 'runAsGroup' ? security.runAsGroup : pod?.fsGroup;
      if (!group || valueOf(group) !== 0) continue;
      const title = `Use the group \`${GROUP}\``;
      const fixes = () => [replaceField(owner, security.fields, key, GROUP, { title, ...OFFER })];
      context.report({ at: group.at, message: key, data: { who }, fixes });
    }
    for (const group of pod?.supplementalGroups.items ?? []) {
      if (!pod || valueOf(group) !== 0) continue;
      const title = 'Remove the group `0`';
      const fixes = () => [removeItem(owner, pod.supplementalGroups, group.at, { title, ...OFFER })];
      context.report({ at: group.at, message: 'supplementalGroups', data: { who }, fixes });
    }
  }),
});
