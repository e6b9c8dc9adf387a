import type { BoundRules, Visit } from '../core/dispatch.ts';
import { callVisits, tableOf, visitsNamed } from '../core/dispatch.ts';
import type { Resource } from '../core/finding.ts';
import type { OptionSpecs } from '../core/options.ts';
import type { Report, Rule, RuleContext } from '../core/rule.ts';
import { lowered } from '../core/severity.ts';
import type { Container, KubernetesObject, Workload } from './model/model.ts';

/** What a rule about manifests looks at; the runner walks each object once for all rules. */
export interface KubernetesVisitors<M extends string = string, O extends OptionSpecs = OptionSpecs> {
  object?(context: RuleContext<M, O>, object: KubernetesObject): void;
  /** Once per pod spec. */
  workload?(context: RuleContext<M, O>, workload: Workload): void;
  /** Once per container: init containers first, ephemeral ones last. */
  container?(context: RuleContext<M, O>, container: Container, workload: Workload): void;
}

export type KubernetesRule<M extends string = string, O extends OptionSpecs = OptionSpecs> = Rule<KubernetesVisitors<M, O>, M, O>;

/**
 * Declares a rule, with its messages and options inferred. What it reports on a workload that is only guessed to be one
 * comes out one severity milder.
 */
export function kubernetesRule<const M extends string, const O extends OptionSpecs = Record<never, never>>(
  rule: Rule<KubernetesVisitors<NoInfer<M>, NoInfer<O>>, M, O>,
): KubernetesRule<M, O> {
  const { object, workload, container } = rule.visit;
  const soften = (context: RuleContext<M, O>, visited: Workload): RuleContext<M, O> =>
    visited.certainty === 'known'
      ? context
      : {
          environment: context.environment,
          options: context.options,
          report: (report: Report<M>) => context.report({ ...report, severity: lowered(report.severity ?? rule.severity) }),
        };
  return {
    ...rule,
    visit: {
      ...(object && { object }),
      ...(workload && { workload: (context, visited) => workload(soften(context, visited), visited) }),
      ...(container && { container: (context, visited, within) => container(soften(context, within), visited, within) }),
    },
  };
}

interface Table {
  readonly object: readonly Visit<(context: RuleContext, object: KubernetesObject) => void>[];
  readonly workload: readonly Visit<(context: RuleContext, workload: Workload) => void>[];
  readonly container: readonly Visit<(context: RuleContext, container: Container, workload: Workload) => void>[];
}

const tables = new WeakMap<object, Table>();

/** Shows every object, workload and container of a document to all rules. */
export function walkKubernetes(objects: readonly KubernetesObject[], rules: BoundRules<KubernetesVisitors>): void {
  const table = tableOf(tables, rules, (visitors): Table => {
    const [object, workload] = [visitsNamed(visitors, 'object'), visitsNamed(visitors, 'workload')];
    return { object, workload, container: visitsNamed(visitors, 'container') };
  });
  for (const object of objects) {
    const resource: Resource = { kind: 'object', name: object.displayName, at: object.at };
    callVisits(table.object, rules, resource, object, undefined, undefined);
    for (const workload of object.workloads) {
      const visited: Resource = { kind: 'workload', name: workload.displayName, at: workload.at };
      callVisits(table.workload, rules, visited, workload, undefined, undefined);
      for (const container of workload.containers) {
        const inner: Resource = { kind: 'container', name: container.displayName, at: container.at };
        callVisits(table.container, rules, inner, container, workload, undefined);
      }
    }
  }
}
