import type { FixOffer } from '../core/finding.ts';
import type { JudgedSlice, SliceAnalysis } from './slice.ts';

/** The fixes of a slice's findings, and its pods' evaluation: all that needs its model. */
class Live {
  #slice: JudgedSlice | undefined;
  readonly #judgeAgain: () => JudgedSlice;
  readonly #offers = new Map<number, readonly FixOffer[]>();

  constructor(slice: JudgedSlice, judgeAgain: () => JudgedSlice) {
    this.#slice = slice;
    this.#judgeAgain = judgeAgain;
  }

  get slice(): JudgedSlice {
    this.#slice ??= this.#judgeAgain();
    return this.#slice;
  }

  offers(finding: number): readonly FixOffer[] {
    const known = this.#offers.get(finding);
    if (known) return known;
    const made = this.slice.findings[finding]?.fixes() ?? [];
    this.#offers.set(finding, made);
    return made;
  }

  letGo(): void {
    this.#slice = undefined;
  }
}

/**
 * A slice that can let go of its model: that is many times its findings, and most of them are never fixed. `judgeAgain` gives the same
 * slice as before, finding by finding, for the fixes that were not asked for until then.
 */
export function keptSlice(slice: JudgedSlice, judgeAgain: () => JudgedSlice): SliceAnalysis {
  return keptBy(new Live(slice, judgeAgain), slice);
}

/** In a function of its own, since a closure holds on to all that its function can see. */
function keptBy(live: Live, { findings, project, ...rest }: JudgedSlice): SliceAnalysis {
  return {
    ...rest,
    findings: findings.map((finding, n) => ({ ...finding, fixes: () => live.offers(n) })),
    ...(project && { project: { facts: project.facts, evaluate: (...asked) => live.slice.project?.evaluate(...asked) ?? [] } }),
    letGo: () => live.letGo(),
  };
}
