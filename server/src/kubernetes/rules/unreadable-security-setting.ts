import type { FixOffer } from '../../core/finding.ts';
import { unquote } from '../edit/unquote.ts';
import type { Container, Workload } from '../model/model.ts';
import { type UnreadableSetting, unreadableInContainer, unreadableInPod } from '../model/unreadable-setting.ts';
import { kubernetesRule } from '../rule.ts';

const CAUTION = 'The object is refused as it is; with it, its pods run, under that setting.';
/** Flags that harden where they are false; of the others `true` does. */
const HARDENED_BY_FALSE =
  /^(?:host(?:Network|PID|IPC|Users)|automountServiceAccountToken|shareProcessNamespace)$|\.(?:privileged|allowPrivilegeEscalation|hostProcess)$/;

export default kubernetesRule({
  id: 'kubernetes/unreadable-security-setting',
  title: 'Security setting of the wrong type',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    semgrep: [
      {
        id: 'seccomp-confinement-disabled',
        relation: 'wider',
        note: 'every security setting of a wrong type, `seccompProfile: unconfined` among them',
      },
    ],
    'kube-linter': [{ id: 'schema-validation', relation: 'related', note: 'it validates whole objects' }],
  },
  references: [
    {
      title: 'Pod: PodSpec and SecurityContext',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#security-context',
    },
    { title: 'CWE-704', url: 'https://cwe.mitre.org/data/definitions/704.html' },
  ],
  messages: {
    type: '`{field}` has to be a {wanted}: the API server refuses the object.',
    quoted: '`{field}` has to be a {wanted}, without quotes: the API server refuses the object.',
  },
  visit: {
    workload(context, workload) {
      for (const found of unreadableInPod(workload)) context.report(reportOf(found, workload));
    },
    container(context, container) {
      for (const found of unreadableInContainer(container)) context.report(reportOf(found, container));
    },
  },
});

function reportOf(found: UnreadableSetting, owner: Workload | Container) {
  const { field, wanted, at, fields, key } = found;
  const meant = meantBy(found);
  const fix = (): FixOffer => {
    const title = meant === undefined ? `Make \`${key}\` a ${wanted}` : `Set \`${key}\` to \`${meant}\` without quotes`;
    if (meant === undefined) return { title, refused: 'What was meant can’t be told for certain.' };
    if (!isHardening(field, meant))
      return { title, refused: 'The setting makes the pods less safe: it should not come into effect unseen.' };
    return unquote(owner, fields, key, { title, safety: 'hardening', caution: CAUTION });
  };
  return {
    at,
    message: meant === undefined ? ('type' as const) : ('quoted' as const),
    data: { field, wanted: wanted === 'integer' ? 'whole number' : wanted },
    fixes: () => [fix()],
  };
}

/** The boolean or whole number that stands in quotes. */
function meantBy({ fields, key, wanted }: UnreadableSetting): boolean | number | undefined {
  const node = fields.pair(key)?.value;
  if (node?.kind !== 'scalar' || !['single', 'double'].includes(node.style) || node.tag !== undefined) return undefined;
  if (wanted === 'boolean') return node.text === 'true' ? true : node.text === 'false' ? false : undefined;
  return wanted === 'integer' && /^(?:0|[1-9]\d{0,9})$/.test(node.text) ? Number(node.text) : undefined;
}

function isHardening(field: string, meant: boolean | number): boolean {
  return typeof meant === 'number' ? meant > 0 : meant !== HARDENED_BY_FALSE.test(field);
}
