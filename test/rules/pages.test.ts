import { describe, expect, it } from 'vitest';
import { allRules } from '../../server/src/analysis/index.ts';
import { isRefusal } from '../../server/src/core/finding.ts';
import { analyze, fixRule, settingsOf } from '../support/engine.ts';
import type { Example } from '../support/pages.ts';
import { readPages } from '../support/pages.ts';

const REQUIRED = ['What it finds', 'Why it matters', 'Examples', 'The fix and its safety', 'When not to use it'];
const rules = new Map(allRules.map((rule) => [rule.id, rule]));

function findingsOf(id: string, example: Example) {
  return analyze(example.name, example.text, settingsOf(id, example.options), undefined, example.files).findings.filter(
    (f) => f.rule === id,
  );
}

describe.each(readPages())('page of $id', ({ id, headings, examples, text }) => {
  const rule = rules.get(id);
  const bad = examples.filter((e) => e.kind === 'bad');

  it('has its sections and nothing left to fill in', () => {
    expect(rule, `${id} is in the index: run npm run gen`).toBeDefined();
    expect(headings.filter((h) => REQUIRED.includes(h))).toEqual(REQUIRED);
    expect(text).not.toMatch(/FIXME|TODO/);
    expect(JSON.stringify(rule)).not.toMatch(/FIXME|TODO/);
  });

  it('has two bad and two good examples, and a fixed one if there is a fix', () => {
    expect(bad.length).toBeGreaterThanOrEqual(2);
    expect(examples.filter((e) => e.kind === 'good').length).toBeGreaterThanOrEqual(2);
    if (rule?.fix !== 'none') expect(examples.filter((e) => e.kind === 'fixed').length).toBeGreaterThanOrEqual(1);
  });

  it.each(bad)('reports the example at line $line', (example) => {
    const found = findingsOf(id, example);
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) {
      expect(finding.message).not.toMatch(/\{\w+\}/);
      expect(example.text.slice(finding.at.span.start, finding.at.span.end)).not.toBe('');
    }
  });

  it.each(examples.filter((e) => e.kind === 'good'))('is silent on the example at line $line', (example) => {
    expect(findingsOf(id, example).map((f) => f.message)).toEqual([]);
  });

  it.each(examples.flatMap((e, i) => (e.kind === 'fixed' ? [{ example: e, before: examples[i - 1] as Example }] : [])))(
    'fixes to the example at line $example.line',
    ({ example, before }) => {
      const from =
        before.kind === 'fixed'
          ? (examples.findLast((e, i) => e.kind === 'bad' && i < examples.indexOf(before)) as Example)
          : before;
      const fixed = fixRule(from.name, from.text, id, example.title, settingsOf(id, from.options), from.files);
      expect(fixed).toBe(example.text);
    },
  );

  it('keeps its word about fixes', () => {
    const offers = bad.flatMap((e) => findingsOf(id, e).map((f) => f.fixes()));
    if (rule?.fix === 'none') expect(offers.flat()).toEqual([]);
    if (rule?.fix === 'always') for (const list of offers) expect(list.some((o) => !isRefusal(o))).toBe(true);
    if (rule?.fix === 'sometimes') expect(offers.flat().length).toBeGreaterThan(0);
  });
});
