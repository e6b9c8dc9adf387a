import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { combined, putIntoSecurity, removeField } from '../edit/fields.ts';
import { removeFields, setPath } from '../edit.ts';
import type { MisplacedField } from '../model/misplaced-field.ts';
import { accepts, hardeningValue, misplacedInContainer, misplacedInPod } from '../model/misplaced-field.ts';
import type { Workload } from '../model/model.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/misplaced-security-context-field',
  title: 'Security setting where it has no effect',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  tags: ['unnecessary'],
  equivalents: {},
  references: [
    {
      title: 'PodSecurityContext and SecurityContext',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#security-context',
    },
    { title: 'CWE-665', url: 'https://cwe.mitre.org/data/definitions/665.html' },
  ],
  messages: {
    misplaced: '`{field}` has no effect in {place}: it belongs into the `securityContext` of {target}.',
  },
  visit: {
    workload(context, workload) {
      if (workload.certainty !== 'known') return;
      for (const found of misplacedInPod(workload)) context.report(reportOf(found, workload));
    },
    container(context, container, workload) {
      if (workload.certainty !== 'known') return;
      for (const found of misplacedInContainer(container)) context.report(reportOf(found, workload));
    },
  },
});

function reportOf(found: MisplacedField, workload: Workload) {
  const { pair, place, belongs, owner } = found;
  const isPods = belongs === 'pod' || (belongs === 'both' && !('workload' in owner));
  const target = isPods ? 'the pod' : 'workload' in owner ? 'the container' : 'each container';
  return {
    at: { span: pair.keyNode.span, route: pair.value.route, ...(pair.via && { via: pair.via }) },
    message: 'misplaced' as const,
    data: { field: pair.key, place, target },
    fixes: () => [fixOf(found, isPods, workload)],
  };
}

/** What hardens is moved to where it was meant; anything else is removed, which changes nothing. */
function fixOf({ owner, from, pair, place }: MisplacedField, isPods: boolean, workload: Workload): FixOffer {
  const { key } = pair;
  const value = hardeningValue(pair);
  const remove = removeFields(owner, from, [key], {
    title: `Remove \`${key}\`, which has no effect in ${place}`,
    safety: 'safe',
  });
  if (value === undefined) return remove;
  const title = `Move \`${key}\` to where it takes effect`;
  const move = {
    title,
    safety: 'hardening',
    caution: 'It has had no effect so far; a program that can’t live with it fails now.',
  } as const;
  const document = workload.object.document;
  if (isPods) {
    const spec = workload.spec.node;
    if (!spec || workload.securityContext.fields.field(key).kind !== 'absent') return remove;
    if (key === 'runAsNonRoot' && valueOf(workload.securityContext.runAsUser) === 0) return remove;
    const put =
      'workload' in owner
        ? setPath(document, spec, ['securityContext', key], value, move)
        : putIntoSecurity(workload, from, key, value, move);
    return combined(move, [removeField(owner, from, key, move), put]);
  }
  const targets = 'workload' in owner ? [owner] : workload.containers;
  const lacking = targets.filter((container) => accepts(container, key, value));
  if (lacking.length === 0) return remove;
  return combined(move, [removeField(owner, from, key, move), ...lacking.map((c) => putIntoSecurity(c, from, key, value, move))]);
}
