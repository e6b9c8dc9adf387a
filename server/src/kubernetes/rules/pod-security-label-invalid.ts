import type { FixOffer } from '../../core/finding.ts';
import { setPath } from '../edit.ts';
import { POD_SECURITY_LABEL, podSecurityLabels } from '../model/namespace.ts';
import { POD_SECURITY_LEVELS } from '../pod-security/check.ts';
import { kubernetesRule } from '../rule.ts';

const MODE = /^(?:enforce|audit|warn)(-version)?$/;
const VERSION = /^(?:latest|v1\.(?:0|[1-9]\d*))$/;

export default kubernetesRule({
  id: 'kubernetes/pod-security-label-invalid',
  title: 'Pod Security label without effect',
  severity: 'high',
  confidence: 'high',
  category: 'correctness',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [{ title: 'Pod Security admission', url: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/' }],
  messages: {
    key: '`{label}` is no label that Pod Security admission reads, so it has no effect.',
    level: '`{value}` is no Pod Security level: the API server refuses the namespace.',
    version: '`{value}` is no version that Pod Security admission reads: the API server refuses the namespace.',
  },
  visit: {
    object(context, object) {
      for (const { mode, entry } of podSecurityLabels(object)) {
        const { key, value } = entry;
        const matched = MODE.exec(mode);
        if (!matched) {
          const fixes = () => [{ title: 'Correct the label', refused: 'Which label is meant is not known.' }];
          context.report({ at: entry.keyAt, message: 'key', data: { label: key }, fixes });
          continue;
        }
        if (value.kind !== 'known') continue;
        const isVersion = matched[1] !== undefined;
        const isValid = isVersion ? VERSION.test(value.value) : POD_SECURITY_LEVELS.some((level) => level === value.value);
        if (isValid) continue;
        const path = ['metadata', 'labels', `${POD_SECURITY_LABEL}${mode}`];
        const near = isVersion ? nearVersion(value.value) : nearLevel(value.value);
        context.report({
          at: value.at,
          message: isVersion ? 'version' : 'level',
          data: { value: value.value },
          fixes: (): readonly FixOffer[] => {
            if (near === undefined) return [{ title: 'Correct the value', refused: 'Which value is meant is not known.' }];
            return [setPath(object.document, object.node, path, near, { title: `Set \`${near}\``, safety: 'safe' })];
          },
        });
      }
    },
  },
});

function nearVersion(text: string): string | undefined {
  const minor = /^v?1\.(\d+)/.exec(text)?.[1];
  return minor === undefined ? undefined : `v1.${Number(minor)}`;
}

function nearLevel(text: string): string | undefined {
  const start = text.toLowerCase().slice(0, 3);
  return POD_SECURITY_LEVELS.find((level) => start.length === 3 && level.startsWith(start));
}
