import type { BoundRules, Visit } from '../core/dispatch.ts';
import { tableOf, visitsNamed } from '../core/dispatch.ts';
import type { Resource } from '../core/finding.ts';
import type { OptionSpecs } from '../core/options.ts';
import type { Report, Rule, RuleContext } from '../core/rule.ts';
import type { At } from '../core/value.ts';
import { withAlternatives } from './edit/change.ts';
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

/**
 * A report where it stands in the judged file. What an extended service of another file says stands at `extends`; what an included,
 * overriding or overridden file says is reported where that file is judged, and not here.
 */
function placed(report: Report): Report | undefined {
  const { uri, via, span, route } = report.at;
  if (uri === undefined) return report;
  if (!via?.at || via.at.uri !== undefined) return undefined;
  const there = { at: { span, route, uri }, message: `Set in \`${uri}\`` };
  const at: At = { ...via.at, via: { ...via, at: there.at } };
  return { ...report, at, related: [there, ...(report.related ?? [])] };
}

interface Held {
  readonly context: RuleContext;
  readonly resource: Resource;
  readonly report: Report;
}

/** What is written once and takes effect in several services, by an anchor or `extends`, is one thing to change. */
function sameThing({ report: { at, message, identity } }: Held): string {
  const there = at.via?.at;
  const elsewhere = there?.uri === undefined ? '' : `${there.uri} ${there.span.start}`;
  return `${at.span.start} ${at.span.end} ${message} ${identity ?? ''} ${elsewhere}`;
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
    const { fixes } = first.report;
    const report: Report = {
      resource: first.resource,
      ...first.report,
      ...(fixes && { fixes: () => withAlternatives(fixes(), others.length > 0) }),
    };
    first.context.report(related.length === 0 ? report : { ...report, related: [...(report.related ?? []), ...related] });
  }
}

/** A rule's context with what it reports held back, at its place in the judged file. */
class HoldingContext implements RuleContext {
  readonly held: Held[] = [];
  readonly #own: RuleContext;
  resource: Resource;

  constructor(own: RuleContext, resource: Resource) {
    this.#own = own;
    this.resource = resource;
  }

  get environment(): RuleContext['environment'] {
    return this.#own.environment;
  }

  get options(): RuleContext['options'] {
    return this.#own.options;
  }

  report(reported: Report): void {
    const report = placed(reported);
    if (report) this.held.push({ context: this.#own, resource: this.resource, report });
  }
}

/** A rule that throws is told, and the walk goes on. */
function isolated(rule: BoundRules<ComposeVisitors>[number], visit: () => void): void {
  try {
    visit();
  } catch (error) {
    rule.failed(error);
  }
}

interface Table {
  readonly file: readonly Visit<(context: RuleContext, file: ComposeFile) => void>[];
  readonly service: readonly Visit<(context: RuleContext, service: EffectiveService, file: ComposeFile) => void>[];
}

const tables = new WeakMap<object, Table>();

/** Visits a file and its services once for all rules. */
export function walkCompose(file: ComposeFile, rules: BoundRules<ComposeVisitors>): void {
  const table = tableOf(tables, rules, (visitors): Table => {
    return { file: visitsNamed(visitors, 'file'), service: visitsNamed(visitors, 'service') };
  });
  const whole: Resource = { kind: 'file', name: 'compose file', at: file.at };
  for (const { rule, call } of table.file) {
    const bound = rules[rule];
    if (!bound) continue;
    const holding = new HoldingContext(bound.context(whole), whole);
    isolated(bound, () => call(holding, file));
    for (const { report } of holding.held) {
      const { fixes } = report;
      bound.context(whole).report(fixes ? { ...report, fixes: () => withAlternatives(fixes(), false) } : report);
    }
  }

  const resources = file.services.map((service): Resource => ({ kind: 'service', name: service.name, at: service.nameAt }));
  for (const { rule, call } of table.service) {
    const bound = rules[rule];
    const [first] = resources;
    if (!bound || !first) continue;
    const holding = new HoldingContext(bound.context(first), first);
    for (const [i, service] of file.services.entries()) {
      holding.resource = resources[i] ?? first;
      isolated(bound, () => call(holding, service, file));
    }
    reportOnce(holding.held);
  }
}
