import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileKind } from '../../server/src/analysis/index.ts';
import { detectKind } from '../../server/src/analysis/index.ts';
import { analyze } from '../support/engine.ts';
import { mutated } from '../support/mutations.ts';
import { SHAPES } from '../support/shapes.ts';
import { allTexts } from '../support/texts.ts';
import { lawOfAvailability, lawOfFixAll, lawOfFixes, lawOfIgnoring, lawOfIncrements, lawOfOrder, lawOfSpans } from './laws.ts';

/** How often each text is mutated; more is for hunting. */
const RUNS = Number(process.env.SEAWORTHY_LAW_RUNS ?? 1);
/** One text of so many is tried: all in the whole test run, some before each commit. */
const SHARE = Number(process.env.SEAWORTHY_LAW_SHARE ?? 1);

/** Whether each YAML text is tried in every shape, and not in one; for hunting. */
const ALL_SHAPES = process.env.SEAWORTHY_LAW_SHAPES === 'all';

/** The laws over every text of one kind; a file per kind, so that they run side by side. */
export function describeLaws(kind: FileKind): void {
  const texts = allTexts()
    .filter(({ name, text }) => detectKind(`file:///${name}`, text) === kind)
    .filter((_, i) => i % SHARE === 0)
    .map((text, index) => ({ ...text, index }));

  it('has texts to hold on', () => {
    expect(texts.length * SHARE).toBeGreaterThan(500);
  });

  const shapes = Object.entries(SHAPES);
  describe.each(texts)('$from', ({ name, text, index }) => {
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

    const mine = kind === 'dockerfile' ? [] : shapes.filter((_, i) => ALL_SHAPES || i === index % shapes.length);
    it.each(mine)('keeps the laws with %s', (_, shape) => {
      const shaped = shape(text);
      if (shaped !== undefined && shaped !== text) lawOfFixes(name, analyze(name, shaped));
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
