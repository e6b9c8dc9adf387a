import { describe, expect, it } from 'vitest';
import type { FixSelection } from '../../../server/src/analysis/api.ts';
import { createEngine, fixAll } from '../../../server/src/analysis/index.ts';
import type { Fix, FixOffer, FixSafety } from '../../../server/src/core/finding.ts';
import type { AnyRule } from '../../../server/src/core/rule.ts';
import type { Span } from '../../../server/src/core/span.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import { fixingRule, settingsFor, shown } from './toy.ts';

function fix(span: Span, text: string, safety: FixSafety = 'safe', more: Partial<Fix> = {}): FixOffer {
  return { title: 'Fix', safety, edits: [{ span, text }], touches: [], ...more };
}

/** Fixes what the rules find; in the text each RUN tells by its argument what is wrong with it. */
function fixed(text: string, rules: readonly AnyRule[], selection: FixSelection = { safety: 'safe' }, stable = true) {
  const engine = createEngine(rules);
  const settings = settingsFor(rules);
  const outcome = fixAll(engine, { uri: 'file:///toy/Dockerfile', text }, settings, selection);
  expect(applyEdits(text, outcome.edits)).toBe(outcome.text);
  const again = fixAll(engine, { uri: 'file:///toy/Dockerfile', text: outcome.text }, settings, selection);
  if (stable) expect(again.text, 'fixing again changes nothing').toBe(outcome.text);
  return {
    text: outcome.text,
    fixed: outcome.fixed.length,
    skipped: outcome.skipped.map(({ finding, reason }) => `${shown(outcome.text, [finding])[0]} ${reason}`),
  };
}

const lines = (...all: string[]) => `${all.join('\n')}\n`;
const replacing = (from: string, to: string, safety: FixSafety = 'safe', more: Partial<Fix> = {}) =>
  fixingRule(
    `dockerfile/${from}`,
    (a) => a === from,
    (_, argument) => [fix(argument, to, safety, more)],
  );

describe('fixing everything', () => {
  it('makes fixes that do not meet in one go', () => {
    expect(fixed(lines('FROM a', 'RUN bad', 'RUN x', 'RUN bad'), [replacing('bad', 'good')])).toEqual({
      text: lines('FROM a', 'RUN good', 'RUN x', 'RUN good'),
      fixed: 2,
      skipped: [],
    });
  });

  it('goes on until nothing is left', () => {
    const rules = [replacing('one', 'two'), replacing('two', 'three'), replacing('three', 'done')];
    expect(fixed(lines('FROM a', 'RUN one'), rules)).toEqual({ text: lines('FROM a', 'RUN done'), fixed: 3, skipped: [] });
  });

  it('does not depend on the order of rules', () => {
    const rules = ['a', 'b', 'c'].map((letter) =>
      fixingRule(
        `dockerfile/${letter}`,
        (text) => text.includes(letter),
        (_, argument) => [fix({ start: argument.start, end: argument.start + 1 }, '')],
      ),
    );
    const text = lines('FROM a', 'RUN abcx');
    expect(fixed(text, [...rules].reverse()).text).toBe(fixed(text, rules).text);
  });

  it('makes two fixes at one place one after the other', () => {
    const rules = ['p', 'q'].map((letter) =>
      fixingRule(
        `dockerfile/${letter}`,
        (text) => !text.includes(letter),
        (_, argument) => [fix({ start: argument.end, end: argument.end }, letter)],
      ),
    );
    expect(fixed(lines('FROM a', 'RUN x'), rules)).toMatchObject({ text: lines('FROM a', 'RUN xpq'), fixed: 2 });
  });

  it('ends when fixes undo each other', () => {
    const rules = [replacing('one', 'two'), replacing('two', 'one')];
    expect(fixed(lines('FROM a', 'RUN one'), rules, { safety: 'safe' }, false).skipped).toEqual([
      'two:2 its fix does not work here',
    ]);
  });

  it('ends when a fix brings its finding anew', () => {
    const growing = fixingRule(
      'dockerfile/more',
      () => true,
      (_, argument) => [fix({ start: argument.end, end: argument.end }, 'x')],
    );
    const engine = createEngine([growing]);
    const outcome = fixAll(engine, { uri: 'file:///toy/Dockerfile', text: lines('FROM a', 'RUN x') }, settingsFor([growing]), {
      safety: 'safe',
    });
    expect(outcome.fixed.length).toBeLessThanOrEqual(25);
  });

  it('takes back a fix that leaves the file parsing worse, and makes the others', () => {
    const breaking = fixingRule(
      'dockerfile/break',
      (a) => a === 'break',
      (whole) => [fix(whole, 'NOPE\u0000 "')],
    );
    const broken = fixingRule(
      'dockerfile/tear',
      (a) => a === 'tear',
      (whole) => [fix(whole, 'COPY <<EOF /x')],
    );
    expect(fixed(lines('FROM a', 'RUN bad', 'RUN tear', 'RUN bad'), [broken, replacing('bad', 'good')])).toEqual({
      text: lines('FROM a', 'RUN good', 'RUN tear', 'RUN good'),
      fixed: 2,
      skipped: ['tear:3 its fix does not work here'],
    });
    expect(fixed(lines('FROM a', 'RUN break'), [breaking]).text).toContain('FROM a');
  });

  it('makes all fixes beside one that is taken back, however many', () => {
    const broken = fixingRule(
      'dockerfile/tear',
      (a) => a === 'tear',
      (whole) => [fix(whole, 'COPY <<EOF /x')],
    );
    const text = lines('FROM a', 'RUN tear', ...Array.from({ length: 60 }, () => 'RUN bad'));
    expect(fixed(text, [broken, replacing('bad', 'good')])).toMatchObject({
      fixed: 60,
      skipped: ['tear:2 its fix does not work here'],
    });
  });

  it('takes back a fix that changes nothing', () => {
    expect(fixed(lines('FROM a', 'RUN bad'), [replacing('bad', 'bad')]).skipped).toEqual(['bad:2 its fix does not work here']);
  });
});

describe('what is not fixed, and why', () => {
  it.each<[string, FixSafety, readonly FixOffer[], string]>([
    ['no offer', 'safe', [], 'it has no automatic fix'],
    ['a refusal', 'safe', [{ title: 'Fix', refused: 'it comes from an alias' }], 'it comes from an alias'],
    ['a placeholder', 'hardening', [fix({ start: 0, end: 0 }, '#', 'placeholder')], 'its fix has to be completed by hand'],
    ['a hardening', 'safe', [fix({ start: 0, end: 0 }, '#', 'hardening')], 'its fix may change how the program runs'],
    [
      'a hardening with a caution',
      'safe',
      [fix({ start: 0, end: 0 }, '#', 'hardening', { caution: 'It may fail.' })],
      'its fix may change how the program runs: It may fail.',
    ],
    [
      'other files',
      'safe',
      [fix({ start: 0, end: 0 }, '#', 'safe', { elsewhere: new Map([['file:///b', []]]) })],
      'its fix changes other files',
    ],
  ])('%s', (_, safety, offers, reason) => {
    const rule = fixingRule(
      'dockerfile/x',
      () => true,
      () => offers,
    );
    const text = lines('FROM a', 'RUN b');
    expect(fixed(text, [rule], { safety })).toEqual({ text, fixed: 0, skipped: [`x:2 ${reason}`] });
  });
});

describe('what is chosen', () => {
  const text = lines('FROM a', 'RUN bad', 'FROM b', 'RUN bad', 'RUN ugly');
  const rules = [replacing('bad', 'good'), replacing('ugly', 'fair', 'hardening')];

  it.each<[string, FixSelection, string[]]>([
    ['safe fixes', { safety: 'safe' }, ['RUN good', 'FROM b', 'RUN good', 'RUN ugly']],
    ['those that may change behaviour', { safety: 'hardening' }, ['RUN good', 'FROM b', 'RUN good', 'RUN fair']],
    ['one rule', { safety: 'hardening', rules: ['dockerfile/ugly'] }, ['RUN bad', 'FROM b', 'RUN bad', 'RUN fair']],
    [
      'one resource',
      { safety: 'safe', resource: { start: text.indexOf('b\n', 20), end: text.indexOf('b\n', 20) + 1 } },
      ['RUN bad', 'FROM b', 'RUN good', 'RUN ugly'],
    ],
    ['missing hardenings', { safety: 'hardening', absencesOnly: true }, ['RUN bad', 'FROM b', 'RUN bad', 'RUN ugly']],
  ])('%s', (_, selection, expected) => {
    expect(fixed(text, rules, selection).text).toBe(lines('FROM a', ...expected));
  });

  it('the first offer that is safe enough', () => {
    const rule = fixingRule(
      'dockerfile/x',
      (a) => a === 'bad',
      (_, argument) => [fix(argument, 'risky', 'hardening'), fix(argument, 'good')],
    );
    expect(fixed(lines('FROM a', 'RUN bad'), [rule]).text).toBe(lines('FROM a', 'RUN good'));
    expect(fixed(lines('FROM a', 'RUN bad'), [rule], { safety: 'hardening' }).text).toBe(lines('FROM a', 'RUN risky'));
  });
});
