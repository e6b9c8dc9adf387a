import type { BoundRules, Visit } from '../core/dispatch.ts';
import { callVisits, tableOf, visitsNamed } from '../core/dispatch.ts';
import type { Resource } from '../core/finding.ts';
import type { OptionSpecs } from '../core/options.ts';
import type { Rule, RuleContext } from '../core/rule.ts';
import type { WorkloadFacts } from './facts.ts';
import type { Unit, UnitObject } from './unit.ts';

/**
 * What a rule over several objects looks at: the objects of the judged file, one by one, with all others of the unit to ask
 * about. It reports in the judged file only: the same finding comes up whichever file is judged first.
 */
export interface ProjectVisitors<M extends string = string, O extends OptionSpecs = OptionSpecs> {
  object?(context: RuleContext<M, O>, object: UnitObject, unit: Unit): void;
  /** Once per pod spec of a known kind. */
  workload?(context: RuleContext<M, O>, workload: WorkloadFacts, object: UnitObject, unit: Unit): void;
}

/** Declares a rule over several objects, with its messages and options inferred. */
export function projectRule<const M extends string, const O extends OptionSpecs = Record<never, never>>(
  rule: Rule<ProjectVisitors<NoInfer<M>, NoInfer<O>>, M, O>,
): Rule<ProjectVisitors<M, O>, M, O> {
  return rule;
}

interface Table {
  readonly object: readonly Visit<(context: RuleContext, object: UnitObject, unit: Unit) => void>[];
  readonly workload: readonly Visit<(context: RuleContext, workload: WorkloadFacts, object: UnitObject, unit: Unit) => void>[];
}

const tables = new WeakMap<object, Table>();

/** Shows the objects of the judged file to all rules. */
export function walkUnit(unit: Unit, rules: BoundRules<ProjectVisitors>): void {
  const table = tableOf(tables, rules, (visitors): Table => {
    return { object: visitsNamed(visitors, 'object'), workload: visitsNamed(visitors, 'workload') };
  });
  for (const object of unit.objects) {
    if (!object.isOwn) break;
    const { facts } = object;
    const named: Resource = { kind: 'object', name: facts.displayName, at: object.place(facts.at) };
    callVisits(table.object, rules, named, object, unit, undefined);
    for (const workload of facts.workloads) {
      const resource: Resource = { kind: 'workload', name: workload.displayName, at: object.place(workload.at) };
      callVisits(table.workload, rules, resource, workload, object, unit);
    }
  }
}
