import { valueOf } from '../../core/value.ts';
import type { Workload } from '../model/model.ts';
import { reachedLevel } from '../pod-security/reach.ts';

const SHOWN_REASONS = 5;

/** The Pod Security level that a workload reaches, and what keeps it out of the next one. */
export function workloadLines(workload: Workload, version: readonly [number, number]): readonly (string | undefined)[] {
  const { level, next, towardsNext, towardsRestricted } = reachedLevel(workload, version);
  const reasons = [...new Set(towardsNext.map(({ detail }) => detail))];
  const hidden = reasons.length - SHOWN_REASONS;
  const further = next === 'baseline' ? `; from *restricted*, ${counted(towardsRestricted.length)}` : '';
  return [
    `Pod Security (v${version.join('.')}): **${level}**${next ? `. From *${next}* it is separated by ${counted(towardsNext.length)}${further}:` : ', the strictest level.'}`,
    ...reasons.slice(0, SHOWN_REASONS).map((reason) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`),
    hidden > 0 ? `And ${hidden} more.` : undefined,
    workload.partial ? 'Only a part of an object is seen here: what it lacks may be set elsewhere.' : userNamespace(workload),
  ];
}

function counted(n: number): string {
  return n === 1 ? 'one thing' : `${n} things`;
}

function userNamespace({ hostUsers }: Workload): string | undefined {
  return valueOf(hostUsers) === false
    ? 'Its pods have a user namespace of their own: root in them is nobody on the node.'
    : undefined;
}
