import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileKind } from '../../server/src/analysis/index.ts';
import { detectKind } from '../../server/src/analysis/index.ts';
import { analyze } from '../support/engine.ts';
import { mutated } from '../support/mutations.ts';
import { allTexts } from '../support/texts.ts';
import { lawOfAvailability, lawOfFixAll, lawOfFixes, lawOfIgnoring, lawOfIncrements, lawOfOrder, lawOfSpans } from './laws.ts';

/** How often each text is mutated; more is for hunting. */
const RUNS = Number(process.env.SEAWORTHY_LAW_RUNS ?? 1);
/** One text of so many is tried: all in the whole test run, some before each commit. */
const SHARE = Number(process.env.SEAWORTHY_LAW_SHARE ?? 1);

/** The laws over every text of one kind; a file per kind, so that they run side by side. */
export function describeLaws(kind: FileKind): void {
  const texts = allTexts()
    .filter(({ name, text }) => detectKind(`file:///${name}`, text) === kind)
    .filter((_, i) => i % SHARE === 0);

  it('has texts to hold on', () => {
    expect(texts.length * SHARE).toBeGreaterThan(500);
  });

  describe.each(texts)('$from', ({ name, text }) => {
    it('keeps the laws as it is', () => {
      const analysis = lawOfSpans(name, text);
      lawOfFixes(name, analysis);
      lawOfAvailability(analysis);
      lawOfIgnoring(name, analysis);
      lawOfOrder(name, analysis);
      lawOfFixAll(name, text);
    });

    it('keeps the laws with other line endings', () => {
      lawOfFixes(name, analyze(name, text.replace(/\r?\n/g, '\r\n')));
    });

    it('keeps the laws while it is typed', () => {
      const changed = mutated(text);
      fc.assert(
        fc.property(changed, (t) => {
          const analysis = lawOfSpans(name, t);
          lawOfAvailability(analysis);
          if (analysis.problems.length === 0 && t.length < 4000) lawOfFixes(name, analysis);
        }),
        { numRuns: RUNS },
      );
      const history = fc.array(changed, { minLength: 2, maxLength: 3 });
      fc.assert(
        fc.property(history, (list) => lawOfIncrements(name, [text, ...list])),
        { numRuns: Math.ceil(RUNS / 2) },
      );
    });
  });
}
