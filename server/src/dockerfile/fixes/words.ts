import type { FixOffer, FixSafety } from '../../core/finding.ts';
import type { TextEdit } from '../../core/text-edit.ts';
import { type EditResult, isRefused } from '../edit.ts';
import type { Instruction } from '../model/model.ts';

/** What a fix says of itself. */
export interface FixWords {
  /** An imperative with the concrete value. */
  readonly title: string;
  readonly safety: FixSafety;
  readonly caution?: string;
  /** The placeholder that the user has to complete, as it stands in the inserted text. */
  readonly select?: string;
}

/**
 * Makes an offer of the results of edit operations: the fix, or the first reason why one of them cannot be made. `touched` are
 * the instructions that it changes or removes; an inserted one is no part of the old file.
 */
export function offer(words: FixWords, results: readonly EditResult[], touched: readonly Instruction[]): FixOffer {
  const refused = results.find(isRefused);
  if (refused !== undefined) return { title: words.title, refused };
  const edits = results.flatMap((result) => (isRefused(result) ? [] : result));
  const indexes = [...new Set(touched.map(({ syntax }) => syntax.index))].sort((a, b) => a - b);
  return { ...words, edits: joined(edits), touches: indexes.map((index) => [index]) };
}

/** Two insertions at one place become one, so that nothing can come between them. */
function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const { start, end } = edit.span;
    const same = start === end ? result.findIndex((e) => e.span.start === start && e.span.end === start) : -1;
    const before = result[same];
    if (before) result[same] = { span: before.span, text: before.text + edit.text };
    else result.push(edit);
  }
  return result;
}
