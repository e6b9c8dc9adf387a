import { type FixOffer, isRefusal } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import type { Offer } from '../edit.ts';
import { wildcardIn } from '../model/rbac.ts';
import type { FoundRisk } from '../shared/rbac-findings.ts';
import { removeObjectItem } from './objects.ts';
import { removeListedAt, removeListedItems } from './paths.ts';

const CAUTION = 'A program or a person that uses the permission is refused by the API server.';

/**
 * Takes a dangerous permission out of a role: the resource where the rule has others, else the verbs where it has others, else
 * the rule. Before: `resources: [pods, secrets]`; after: `resources: [pods]`. A wildcard is refused: only the author knows what
 * has to stay.
 */
export function withoutRisk({ role, rule, risk, resource }: FoundRisk): FixOffer {
  const { object } = role;
  const offer = (title: string): Offer => ({ title, safety: 'hardening', caution: CAUTION });
  const index = rule.resources.items.findIndex((item) => valueOf(item) === resource);
  const resources = valueOf(rule.resources.value);
  if (index < 0 || !resources)
    return { title: 'Name what is needed', refused: '`*` grants it among others; only you know what has to stay.' };
  if (rule.resources.items.length > 1)
    return removeListedAt(object, resources, index, offer(`Take \`${resource}\` out of the rule`));
  const verbs = valueOf(rule.verbs.value);
  const isDangerous = rule.verbs.items.map((item) => risk.verbs.includes(valueOf(item) ?? ''));
  const words = rule.verbs.items.flatMap((item, i) => (isDangerous[i] ? (valueOf(item) ?? []) : []));
  if (verbs && !wildcardIn(rule.verbs) && !rule.verbs.open && words.length > 0 && words.length < isDangerous.length) {
    const gone = [...isDangerous.keys()].filter((i) => isDangerous[i]);
    const title = `Take ${words.map((word) => `\`${word}\``).join(', ')} out of the rule`;
    const made = removeListedItems(object, verbs, gone, offer(title));
    if (!isRefusal(made)) return made;
  }
  if (role.rules.items.length > 1) return removeObjectItem(object, role.rules, rule.node, offer('Remove the rule'));
  return { title: 'Remove the rule', refused: 'The role grants nothing else; remove it together with its bindings.' };
}
