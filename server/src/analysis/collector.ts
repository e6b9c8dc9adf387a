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

  /** The rule as a walk calls it. Its one context is reused: visitors report before they return. */
  bind<V>(setting: RuleSetting): BoundRule<V> {
    const { rule, options } = setting;
    let resource: Resource;
    const context: RuleContext = {
      environment: this.#environment,
      options: options as never,
      report: (report) => this.#add(setting, report, report.resource ?? resource),
    };
    return {
      visit: rule.visit as V,
      context: (visited) => {
        resource = visited;
        return context;
      },
      failed: (error) => this.crashes.push({ rule: rule.id, error }),
    };
  }

  #add(setting: RuleSetting, report: Report, resource: Resource): void {
    const { rule } = setting;
    const { span } = report.at;
    const place = `${rule.id} ${span.start} ${span.end} ${report.message}`;
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

/** Rules of one family, bound to a collector. */
export function bindFamily<V>(collector: Collector, settings: readonly RuleSetting[], family: string): BoundRule<V>[] {
  const prefix = `${family}/`;
  return settings.filter(({ rule }) => rule.id.startsWith(prefix)).map((setting) => collector.bind<V>(setting));
}
