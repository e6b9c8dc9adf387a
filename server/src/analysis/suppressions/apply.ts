import picomatch from 'picomatch/posix';
import type { Finding } from '../../core/finding.ts';
import type { AnyRule } from '../../core/rule.ts';
import { contains } from '../../core/span.ts';
import type { Silencer, SuppressedFinding } from '../types.ts';
import type { Directive, Target } from './directive.ts';

/** Which of our rules a target means. */
export class TargetIndex {
  readonly #own: readonly string[];
  readonly #aliases = new Map<string, string>();
  readonly #foreign = new Map<string, Set<string>>();
  readonly #matched = new Map<string, ReadonlySet<string>>();

  constructor(rules: readonly AnyRule[]) {
    this.#own = rules.map((rule) => rule.id);
    for (const rule of rules) {
      for (const old of rule.formerly ?? []) this.#aliases.set(old, rule.id);
      for (const [tool, equivalents] of Object.entries(rule.equivalents)) {
        for (const { id, aliases, relation } of equivalents ?? []) {
          if (relation === 'related') continue;
          for (const name of ['*', id, ...(aliases ?? [])]) this.#add(tool, name, rule.id);
        }
      }
    }
  }

  #add(tool: string, check: string, rule: string): void {
    for (const name of spellings(check)) {
      const key = `${tool} ${name}`;
      const rules = this.#foreign.get(key) ?? new Set();
      this.#foreign.set(key, rules.add(rule));
    }
  }

  /** Ids of our rules that the target names; empty when it names none. */
  rules(target: Target): ReadonlySet<string> {
    const key = `${target.tool ?? ''} ${target.tool ? target.id.toLowerCase() : target.id}`;
    let found = this.#matched.get(key);
    if (!found) {
      found = target.tool ? (this.#foreign.get(key) ?? new Set<string>()) : this.#ownRules(target.id);
      this.#matched.set(key, found);
    }
    return found;
  }

  #ownRules(id: string): ReadonlySet<string> {
    if (id === '*') return new Set(this.#own);
    const current = this.#aliases.get(id) ?? id;
    if (!/[*?{[]/.test(current)) return new Set(this.#own.includes(current) ? [current] : []);
    const matches = picomatch(current);
    return new Set(this.#own.filter((own) => matches(own)));
  }
}

/** The spellings under which a check is known: `DS-0002`, `AVD-DS-0002` and `DS002` are one check of Trivy's. */
function spellings(check: string): string[] {
  const name = check.toLowerCase();
  const trivy = /^(?:avd-)?(ds|ksv)-?0*(\d+)$/.exec(name);
  if (!trivy) return [name];
  const [, family = '', digits = ''] = trivy;
  return [
    name,
    `avd-${family}-${digits.padStart(4, '0')}`,
    `${family}-${digits.padStart(4, '0')}`,
    `${family}${digits.padStart(3, '0')}`,
  ];
}

export interface Judged {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Own directives' targets that silenced nothing. */
  readonly unused: readonly { readonly directive: Directive; readonly target: Target }[];
}

/** Splits findings into those that stay and those that a directive silences. */
export function applyDirectives(findings: readonly Finding[], directives: readonly Directive[], index: TargetIndex): Judged {
  if (directives.length === 0) return { kept: findings, suppressed: [], unused: [] };
  const naming = directivesByRule(directives, index);
  const used = new Set<Target>();
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    let by: Directive | undefined;
    for (const { directive, target } of naming.get(finding.rule) ?? []) {
      if (directive.scope !== 'file' && !contains(directive.scope, finding.at.span)) continue;
      used.add(target);
      by ??= directive;
    }
    if (!by) kept.push(finding);
    else suppressed.push({ finding, by: silencerOf(by) });
  }
  const unused = directives
    .filter((d) => d.source === 'seaworthy')
    .flatMap((directive) => directive.targets.filter((t) => !used.has(t)).map((target) => ({ directive, target })));
  return { kept, suppressed, unused };
}

function silencerOf({ comment, source, span, reason }: Directive): Silencer {
  return { kind: comment ? 'comment' : 'annotation', source, span, ...(reason && { reason }) };
}

/** The directives that name each rule, in their order: a finding asks only those. */
function directivesByRule(directives: readonly Directive[], index: TargetIndex) {
  const naming = new Map<string, { readonly directive: Directive; readonly target: Target }[]>();
  for (const directive of directives)
    for (const target of directive.targets)
      for (const rule of index.rules(target)) {
        const list = naming.get(rule);
        if (list) list.push({ directive, target });
        else naming.set(rule, [{ directive, target }]);
      }
  return naming;
}
