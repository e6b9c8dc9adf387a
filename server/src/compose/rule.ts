import type { Resource } from '../core/finding.ts';
import type { OptionSpecs } from '../core/options.ts';
import type { BoundRule, Report, Rule, RuleContext } from '../core/rule.ts';
import { callVisitors } from '../core/rule.ts';
import type { ComposeFile } from './model/model.ts';
import type { EffectiveService } from './model/service.ts';

/** What a Compose rule may look at. A service is visited once, as it takes effect. */
export interface ComposeVisitors<M extends string = string, O extends OptionSpecs = OptionSpecs> {
  file?(context: RuleContext<M, O>, file: ComposeFile): void;
  service?(context: RuleContext<M, O>, service: EffectiveService, file: ComposeFile): void;
}

/** A rule over Compose files; infers its messages and options so that `report` knows them. */
export function composeRule<const M extends string, const O extends OptionSpecs = Record<never, never>>(
  rule: Rule<ComposeVisitors<NoInfer<M>, NoInfer<O>>, M, O>,
): Rule<ComposeVisitors<M, O>, M, O> {
  return rule;
}

interface Held {
  readonly context: RuleContext;
  readonly resource: Resource;
  readonly report: Report;
}

/** What is written once and takes effect in several services, by an anchor or `extends`, is one thing to change. */
function sameThing({ report: { at, message, identity } }: Held): string {
  return `${at.span.start} ${at.span.end} ${message} ${identity ?? ''}`;
}

/** Reports each thing once: for the service that it is written in, else the first that uses it, the others as related places. */
function reportOnce(held: readonly Held[]): void {
  const groups = new Map<string, Held[]>();
  for (const one of held) {
    const group = groups.get(sameThing(one));
    if (group) group.push(one);
    else groups.set(sameThing(one), [one]);
  }
  for (const group of groups.values()) {
    const first =
      group.find(({ report }) => !report.at.via || report.at.via.kind === 'default' || report.at.via.kind === 'interpolation') ??
      group[0];
    if (!first) continue;
    const others = group.filter(({ resource }) => resource.name !== first.resource.name);
    const related = others.map(({ resource }) => ({ at: resource.at, message: `\`${resource.name}\` uses it too` }));
    // A rule's one context is about the last service by now: each report says whose it is.
    const report = { resource: first.resource, ...first.report };
    first.context.report(related.length === 0 ? report : { ...report, related: [...(report.related ?? []), ...related] });
  }
}

/** The rule with what it reports held back. As that of the rule itself, its one context is reused. */
function holdingRule(rule: BoundRule<ComposeVisitors>, held: Held[]): BoundRule<ComposeVisitors> {
  let resource: Resource;
  let own: RuleContext;
  let context: RuleContext | undefined;
  return {
    visit: rule.visit,
    failed: (error) => rule.failed(error),
    context(visited) {
      own = rule.context(visited);
      resource = visited;
      context ??= {
        environment: own.environment,
        options: own.options,
        report: (report) => held.push({ context: own, resource, report }),
      };
      return context;
    },
  };
}

/** Visits a file and its services once for all rules. */
export function walkCompose(file: ComposeFile, rules: readonly BoundRule<ComposeVisitors>[]): void {
  const whole: Resource = { kind: 'file', name: 'compose file', at: file.at };
  callVisitors(rules, 'file', whole, (visit, context) => visit(context, file));

  const held = rules.map((): Held[] => []);
  const holding = rules.map((rule, i) => holdingRule(rule, held[i] ?? []));
  for (const service of file.services) {
    const resource: Resource = { kind: 'service', name: service.name, at: service.nameAt };
    callVisitors(holding, 'service', resource, (visit, context) => visit(context, service, file));
  }
  for (const reports of held) reportOnce(reports);
}
