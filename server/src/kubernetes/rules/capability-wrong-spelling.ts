import type { Value } from '../../core/value.ts';
import { lookupCapability } from '../../knowledge/capabilities.ts';
import { removeItem, replaceItem } from '../edit.ts';
import { addedCapabilities } from '../model/added-capability.ts';
import type { List } from '../model/mapping.ts';
import { kubernetesRule } from '../rule.ts';
import { NOT_BASELINE_CAPABILITY, RESTRICTED_CAPABILITY } from '../shared/shared-equivalents.ts';

const DROPPED = 'also names in `drop`';

const CAUTION = 'The container starts then; a program that needs the capability that was meant fails.';

export default kubernetesRule({
  id: 'kubernetes/capability-wrong-spelling',
  title: 'Misspelt capability',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [
      { id: NOT_BASELINE_CAPABILITY.id, relation: 'wider', note: `${NOT_BASELINE_CAPABILITY.note}; ${DROPPED}` },
      { id: RESTRICTED_CAPABILITY.id, relation: 'wider', note: `${RESTRICTED_CAPABILITY.note}; ${DROPPED}` },
    ],
  },
  references: [
    {
      title: 'Set capabilities for a Container',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container',
    },
    { title: 'capabilities(7)', url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html' },
  ],
  messages: {
    spelling: '`{text}` is `{name}` for the container runtime, but not for Pod Security admission.',
    unknown: 'Linux has no capability `{text}`, so container `{container}` does not start.',
  },
  visit: {
    container(context, container) {
      const { add, drop } = container.securityContext.capabilities;
      const report = (list: List<Value<string>>, text: string, at: Value<string>['at'], refused: boolean): void => {
        const name = lookupCapability(text)?.name;
        const title = `Replace \`${text}\` by \`${name ?? ''}\``;
        context.report({
          at,
          message: name ? 'spelling' : 'unknown',
          severity: refused ? 'medium' : 'low',
          data: { container: container.label, text, name: name ?? '' },
          fixes: () =>
            name
              ? [replaceItem(container, list, at, name, { title, safety: 'safe' })]
              : [
                  { title: 'Correct the name', refused: 'It is not known which capability is meant.' },
                  removeItem(container, list, at, { title: `Remove \`${text}\``, safety: 'hardening', caution: CAUTION }),
                ],
        });
      };
      for (const { kind, text, at } of addedCapabilities(container)) {
        if (kind === 'misspelt' || kind === 'unknown') report(add, text, at, true);
      }
      for (const item of drop.items) {
        // Other spellings of `ALL` are a finding of `capabilities-drop-all`.
        if (item.kind !== 'known' || lookupCapability(item.value)?.name === 'ALL') continue;
        if (lookupCapability(item.value)?.name !== item.value) report(drop, item.value, item.at, !lookupCapability(item.value));
      }
    },
  },
});
