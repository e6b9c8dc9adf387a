import type { FixOffer } from '../../core/finding.ts';
import { likelyField } from '../../knowledge/pod-fields.ts';
import { removeField, renameField } from '../edit/fields.ts';
import { accepts, hardeningValue } from '../model/misplaced-field.ts';
import type { Container, Workload } from '../model/model.ts';
import { type UnknownField, unknownInContainer, unknownInPod } from '../model/unknown-field.ts';
import { kubernetesRule } from '../rule.ts';

const NEWER = 'A cluster whose API is newer than 1.34 may know the field.';
const CAUTION = 'It has had no effect so far; a program that can’t live with it fails now.';

export default kubernetesRule({
  id: 'kubernetes/unknown-field',
  title: 'Field that the Pod API does not have',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  tags: ['unnecessary'],
  equivalents: {
    'kube-linter': [
      { id: 'schema-validation', relation: 'narrower', note: 'pod specs, containers and what they hold; not other objects' },
    ],
  },
  references: [
    {
      title: 'Pod: PodSpec and Container',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/',
    },
    {
      title: 'Server-side field validation',
      url: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
    },
    { title: 'CWE-665', url: 'https://cwe.mitre.org/data/definitions/665.html' },
  ],
  messages: {
    unknown: '`{field}` is no field of a {part}: it is refused or dropped.',
    likely: '`{field}` is no field of a {part}: it is refused or dropped. `{meant}` is one.',
  },
  visit: {
    workload(context, workload) {
      for (const found of unknownInPod(workload)) context.report(reportOf(found, workload, workload.containers));
    },
    container(context, container, workload) {
      for (const found of unknownInContainer(container, workload)) context.report(reportOf(found, container, [container]));
    },
  },
});

function reportOf({ part, fields, pair }: UnknownField, owner: Workload | Container, containers: readonly Container[]) {
  const meant = likelyField(part, pair.key);
  const isSecurity = part.startsWith('securityContext') || part === 'capabilities' || part === 'seccompProfile';
  const at = { span: pair.keyNode.span, route: pair.value.route, ...(pair.via && { via: pair.via }) };
  const fix = (): FixOffer => {
    if (meant === undefined)
      return removeField(owner, fields, pair.key, { title: `Remove \`${pair.key}\``, safety: 'hardening', caution: NEWER });
    const title = `Rename it to \`${meant}\``;
    const value = hardeningValue({ key: meant, value: pair.value });
    const isFit = value !== undefined && containers.every((one) => accepts(one, meant, value));
    if (!isFit || fields.pair(meant)) return { title, refused: 'It takes effect then, which it has not so far: check it first.' };
    return renameField(owner, fields, pair.key, meant, { title, safety: 'hardening', caution: CAUTION });
  };
  return {
    at,
    message: meant === undefined ? ('unknown' as const) : ('likely' as const),
    ...(isSecurity && { severity: 'medium' as const }),
    data: { field: pair.key, part: part.replace(/^securityContext/, '`securityContext`'), ...(meant !== undefined && { meant }) },
    fixes: () => [fix()],
  };
}
