import type { InstructionSyntax } from '../syntax/syntax.ts';

/** How a keyword is written; *mixed* is neither. */
export type Casing = 'lower' | 'upper' | 'mixed';

/** The casing of a keyword as written. */
export function casingOf(text: string): Casing {
  if (text === text.toUpperCase()) return 'upper';
  return text === text.toLowerCase() ? 'lower' : 'mixed';
}

/** The text in a casing that is not mixed. */
export function inCasing(text: string, casing: 'lower' | 'upper'): string {
  return casing === 'lower' ? text.toLowerCase() : text.toUpperCase();
}

/**
 * The casing that most keywords have; upper case when as many have the one as the other. Mixed ones do not count.
 * (https://docs.docker.com/reference/build-checks/consistent-instruction-casing/)
 */
export function majorityCasing(text: string, instructions: readonly InstructionSyntax[]): 'lower' | 'upper' {
  let balance = 0;
  for (const { keywordSpan } of instructions) {
    const casing = casingOf(text.slice(keywordSpan.start, keywordSpan.end));
    if (casing !== 'mixed') balance += casing === 'lower' ? 1 : -1;
  }
  return balance > 0 ? 'lower' : 'upper';
}
