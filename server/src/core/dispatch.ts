import type { Resource } from './finding.ts';
import type { BoundRule, RuleContext } from './rule.ts';

/** One visitor of the rule at index `rule` of a list. */
export interface Visit<F> {
  readonly rule: number;
  readonly call: F;
}

/** Rules bound to one slice. Lists with the same `plan` hold the same visitors in the same order, so that a table of them serves all. */
export interface BoundRules<V> extends ReadonlyArray<BoundRule<V>> {
  readonly plan?: object;
}

/** Makes a table of visitors once for each plan: what a walk does for every file must not depend on how many rules there are. */
export function tableOf<V, T extends object>(
  tables: WeakMap<object, T>,
  rules: BoundRules<V>,
  make: (visitors: readonly V[]) => T,
): T {
  const { plan } = rules;
  const known = plan && tables.get(plan);
  if (known) return known;
  const table = make(rules.map(({ visit }) => visit));
  if (plan) tables.set(plan, table);
  return table;
}

/** The visitors of one name, in the order of the rules. */
export function visitsNamed<V, K extends keyof V>(visitors: readonly V[], name: K): readonly Visit<NonNullable<V[K]>>[] {
  return visitors.flatMap((visitor, rule) => {
    const call = visitor[name];
    return call === undefined || call === null ? [] : [{ rule, call }];
  });
}

/** Calls visitors with what they look at, each isolated from the others' crashes. */
export function callVisits<A, B = undefined, C = undefined>(
  visits: readonly Visit<(context: RuleContext, a: A, b: B, c: C) => void>[],
  rules: readonly BoundRule<unknown>[],
  resource: Resource,
  a: A,
  b: B,
  c: C,
): void {
  for (let i = 0; i < visits.length; i += 1) {
    const { rule, call } = visits[i] as Visit<(context: RuleContext, a: A, b: B, c: C) => void>;
    const bound = rules[rule] as BoundRule<unknown>;
    try {
      call(bound.context(resource), a, b, c);
    } catch (error) {
      bound.failed(error);
    }
  }
}
