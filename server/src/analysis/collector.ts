import type { BoundRules } from '../core/dispatch.ts';
import type { Finding, FixOffer, Resource } from '../core/finding.ts';
import type { BoundRule, Environment, Report, RuleContext } from '../core/rule.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { RuleSetting } from './types.ts';

/** Gathers what rules report on one slice. Two reports of a rule at one token are one finding about both resources. */
export class Collector {
  readonly findings: Finding[] = [];
  readonly crashes: { rule: string; error: unknown }[] = [];
  readonly #at = new Map<string, number>();
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The rule as a walk calls it. */
  bind<V>(setting: RuleSetting): BoundRule<V> {
    return new Binding<V>(this, setting, this.#environment);
  }

  /** Takes what a rule reports about a resource. */
  add(setting: RuleSetting, report: Report, resource: Resource): void {
    const { rule } = setting;
    const { span, via } = report.at;
    // Two things of another file that come in at one token stay two.
    const elsewhere = via?.at?.uri === undefined ? '' : ` ${via.at.uri} ${via.at.span.start}`;
    const place = `${rule.id} ${span.start} ${span.end} ${report.message}${elsewhere}`;
    const earlier = this.#at.get(place);
    if (earlier !== undefined) {
      this.findings[earlier] = alsoAbout(this.findings[earlier] as Finding, resource);
      return;
    }
    this.#at.set(place, this.findings.length);
    const message = fill(rule.messages[report.message] ?? report.message, report.data);
    this.findings.push(newFinding(setting, report, resource, message));
  }
}

/** A rule in a walk. It is its own context, one for all visits: visitors report before they return. */
class Binding<V> implements BoundRule<V>, RuleContext {
  readonly environment: Environment;
  readonly #collector: Collector;
  readonly #setting: RuleSetting;
  #resource: Resource | undefined;

  constructor(collector: Collector, setting: RuleSetting, environment: Environment) {
    this.#collector = collector;
    this.#setting = setting;
    this.environment = environment;
  }

  get visit(): V {
    return this.#setting.rule.visit as V;
  }

  get options(): RuleContext['options'] {
    return this.#setting.options as RuleContext['options'];
  }

  context(visited: Resource): RuleContext {
    this.#resource = visited;
    return this;
  }

  report(report: Report): void {
    const resource = report.resource ?? this.#resource;
    if (resource) this.#collector.add(this.#setting, report, resource);
  }

  failed(error: unknown): void {
    this.#collector.crashes.push({ rule: this.#setting.rule.id, error });
  }
}

function newFinding(setting: RuleSetting, report: Report, resource: Resource, message: string): Finding {
  const { rule } = setting;
  const severity = setting.severity !== rule.severity ? setting.severity : (report.severity ?? rule.severity);
  let offers: readonly FixOffer[] | undefined;
  return {
    rule: rule.id,
    severity,
    confidence: report.confidence ?? rule.confidence,
    message,
    at: report.at,
    resource,
    related: report.related ?? [],
    fingerprint: fingerprintOf(rule.id, `${resource.kind} ${resource.name}`, report.identity ?? message),
    absence: rule.reports === 'absence',
    fixes: () => {
      offers ??= rule.fix === 'none' ? [] : (report.fixes?.() ?? []);
      return offers;
    },
  };
}

function alsoAbout(finding: Finding, resource: Resource): Finding {
  if (finding.resource.name === resource.name || finding.related.some((r) => r.message.includes(`\`${resource.name}\``)))
    return finding;
  return { ...finding, related: [...finding.related, { at: resource.at, message: `It also holds for \`${resource.name}\`.` }] };
}

function fill(template: string, data: Report['data']): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (data?.[name] === undefined ? whole : String(data[name])));
}

/** The rules of each family, per list of settings: a list serves thousands of files. */
const families = new WeakMap<readonly RuleSetting[], Map<string, readonly RuleSetting[]>>();

function familyOf(settings: readonly RuleSetting[], family: string): readonly RuleSetting[] {
  const known = families.get(settings) ?? new Map<string, readonly RuleSetting[]>();
  families.set(settings, known);
  const list = known.get(family) ?? settings.filter(({ rule }) => rule.id.startsWith(`${family}/`));
  known.set(family, list);
  return list;
}

/** Rules of one family, bound to a collector. */
export function bindFamily<V>(collector: Collector, settings: readonly RuleSetting[], family: string): BoundRules<V> {
  const plan = familyOf(settings, family);
  return Object.assign(
    plan.map((setting) => collector.bind<V>(setting)),
    { plan },
  );
}
