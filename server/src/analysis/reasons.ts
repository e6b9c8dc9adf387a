import { reasons } from './reasons.generated.ts';

/** What an attacker does with what a rule finds: the first paragraph of its page's "Why it matters"; undefined for an unknown id. */
export function reasonOf(rule: string): string | undefined {
  return reasonAsWritten(rule)?.replace(/\s*\n\s*/g, ' ');
}

/** The same in the page's own lines. */
export function reasonAsWritten(rule: string): string | undefined {
  return Object.hasOwn(reasons, rule) ? reasons[rule] : undefined;
}
