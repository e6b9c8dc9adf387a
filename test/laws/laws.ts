import { expect } from 'vitest';
import type { FileAnalysis } from '../../server/src/analysis/index.ts';
import { allRules, createEngine, editToIgnore, fixAll } from '../../server/src/analysis/index.ts';
import type { Finding, Fix } from '../../server/src/core/finding.ts';
import { isRefusal } from '../../server/src/core/finding.ts';
import { isAtLeast } from '../../server/src/core/severity.ts';
import { applyEdits } from '../../server/src/core/text-edit.ts';
import type { At } from '../../server/src/core/value.ts';
import { analyze, engine, settingsOf } from '../support/engine.ts';
import { differenceOutside } from '../support/unchanged.ts';

const settings = settingsOf();
const reversed = createEngine([...allRules].reverse());
const rules = new Map(allRules.map((rule) => [rule.id, rule]));

/** What can be compared of an analysis. */
export function summary(analysis: FileAnalysis): unknown[] {
  return analysis.findings.map((f) => [f.rule, f.severity, f.message, f.at.span.start, f.at.span.end, f.fingerprint]);
}

function spansOf(at: At): { start: number; end: number }[] {
  if (at.uri) return [];
  return [at.span, ...(at.key ? [at.key] : []), ...(at.via?.at ? spansOf(at.via.at) : [])];
}

/** L1: no input throws, and every span lies in the text. */
export function lawOfSpans(name: string, text: string): FileAnalysis {
  const analysis = analyze(name, text);
  for (const finding of analysis.findings) {
    const offers = finding.fixes().filter((o): o is Fix => !isRefusal(o));
    const spans = [
      ...spansOf(finding.at),
      ...spansOf(finding.resource.at),
      ...finding.related.flatMap((r) => spansOf(r.at)),
      ...offers.flatMap((o) => o.edits.map((e) => e.span)),
    ];
    for (const { start, end } of spans) {
      expect(start >= 0 && start <= end && end <= text.length, `${finding.rule}: span ${start}-${end} of ${text.length}`).toBe(
        true,
      );
    }
  }
  for (const { span } of analysis.problems) expect(span.start >= 0 && span.end <= text.length).toBe(true);
  return analysis;
}

function same(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.message === b.message && a.resource.name === b.resource.name;
}

/**
 * Findings that were not there before: beyond as many of their rule on their resource as there were. A message that names what
 * the fix changed is no new finding, nor is what several objects show together: a stricter namespace refuses pods. What an alias
 * gives several resources is one finding that names them all; those that the fix leaves are not new. Hints are left out by callers: one may follow another (`USER node` has one about numbers).
 */
function newFindings(before: FileAnalysis, after: FileAnalysis): Finding[] {
  const left = new Map<string, number>();
  // A fix may rename a resource; then the rule alone has to do.
  const names = (a: FileAnalysis) => [...new Set(a.findings.map((f) => f.resource.name))].sort().join('\n');
  const isRenamed = names(before) !== names(after);
  const key = (f: Finding) => (isRenamed ? f.rule : `${f.rule} ${f.resource.name}`);
  const count = (k: string) => left.set(k, (left.get(k) ?? 0) + 1);
  for (const f of before.findings) {
    count(key(f));
    const others = f.related.flatMap((r) => /^It also holds for `(.+)`\.$/.exec(r.message)?.[1] ?? []);
    for (const name of others) count(isRenamed ? f.rule : `${f.rule} ${name}`);
  }
  return after.findings.filter((f) => {
    if (f.rule.startsWith('project/')) return false;
    const known = left.get(key(f)) ?? 0;
    left.set(key(f), known - 1);
    return known <= 0;
  });
}

/** L2 and L3: a fix removes its finding, brings nothing as bad, and changes only what it says. */
export function lawOfFixes(name: string, analysis: FileAnalysis): void {
  const { text } = analysis.file;
  for (const finding of analysis.findings) {
    for (const offer of finding.fixes()) {
      if (isRefusal(offer)) {
        expect(offer.refused, `${finding.rule} refuses without a reason`).not.toBe('');
        continue;
      }
      const after = applyEdits(text, offer.edits);
      const hint = `${finding.rule}: "${offer.title}" at ${finding.at.span.start}\n${text}\n→\n${after}`;
      expect(after, `changes nothing: ${hint}`).not.toBe(text);
      const next = analyze(name, after);
      expect(next.problems.length, `parses worse: ${hint}`).toBeLessThanOrEqual(analysis.problems.length);
      const left = next.findings.filter((f) => same(f, finding)).length;
      expect(left, `does not remove its finding: ${hint}`).toBeLessThan(analysis.findings.filter((f) => same(f, finding)).length);
      const worse = newFindings(analysis, next).filter((f) => f.severity !== 'info' && isAtLeast(f.severity, finding.severity));
      expect(
        worse.map((f) => `${f.rule}: ${f.message}`),
        `brings something as bad: ${hint}`,
      ).toEqual([]);
      if (analysis.problems.length === 0) {
        expect(
          differenceOutside(analysis.kind, text, after, offer.touches, finding.at.span.start),
          `changes more than it says: ${hint}`,
        ).toBeUndefined();
      }
      if (/\r\n/.test(text) && !/(?<!\r)\n/.test(text))
        expect(/(?<!\r)\n/.test(after), `changes line endings: ${hint}`).toBe(false);
    }
  }
}

/** L4: fixing everything ends, is idempotent, and does not depend on the order of rules. */
export function lawOfFixAll(name: string, text: string): void {
  const file = { uri: `file:///case/${name}`, text };
  for (const safety of ['safe', 'hardening'] as const) {
    const outcome = fixAll(engine, file, settings, { safety });
    expect(applyEdits(text, outcome.edits)).toBe(outcome.text);
    expect(fixAll(engine, { ...file, text: outcome.text }, settings, { safety }).text).toBe(outcome.text);
    expect(fixAll(reversed, file, settings, { safety }).text).toBe(outcome.text);
  }
}

/** L5: what a rule declares about its fixes is true. */
export function lawOfAvailability(analysis: FileAnalysis): void {
  for (const finding of analysis.findings) {
    const offers = finding.fixes();
    const declared = rules.get(finding.rule)?.fix;
    if (declared === 'none') expect(offers, finding.rule).toEqual([]);
    else expect(offers.length, `${finding.rule} offers neither a fix nor a reason`).toBeGreaterThan(0);
    if (declared === 'always')
      expect(
        offers.some((o) => !isRefusal(o)),
        `${finding.rule} says always: ${finding.message}`,
      ).toBe(true);
  }
}

/** L6: judging on from an earlier text gives what judging afresh gives. */
export function lawOfIncrements(name: string, texts: readonly string[]): void {
  let previous: FileAnalysis | undefined;
  for (const text of texts) {
    const incremental = analyze(name, text, settings, previous);
    expect(summary(incremental)).toEqual(summary(analyze(name, text)));
    previous = incremental;
  }
}

/** L7: our ignore comment silences its finding, and no other rule. */
export function lawOfIgnoring(name: string, analysis: FileAnalysis): void {
  const { text } = analysis.file;
  for (const finding of analysis.findings) {
    if (finding.rule.startsWith('seaworthy/')) continue;
    const edit = editToIgnore(analysis, finding, 'line');
    if ('refused' in edit) continue;
    const after = applyEdits(text, edit.edits);
    const next = analyze(name, after);
    const hint = `${finding.rule} at ${finding.at.span.start}\n${after}`;
    expect(after.slice(edit.select.start, edit.select.end), hint).toMatch(/^(?:reason|[a-z]+\/[a-z0-9-]+)$/);
    const count = (a: FileAnalysis) => a.findings.filter((f) => same(f, finding)).length;
    expect(count(next), `is not silenced: ${hint}`).toBeLessThan(count(analysis));
    const others = (a: FileAnalysis) => a.findings.filter((f) => f.rule !== finding.rule).map((f) => `${f.rule} ${f.message}`);
    expect(others(next), `silences others: ${hint}`).toEqual(others(analysis));
  }
}

/** L8: findings do not depend on the order of rules. */
export function lawOfOrder(name: string, analysis: FileAnalysis): void {
  expect(summary(reversed.analyze({ uri: `file:///case/${name}`, text: analysis.file.text }, settings))).toEqual(
    summary(analysis),
  );
}
