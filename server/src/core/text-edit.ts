import type { Span } from './span.ts';
import { shiftSpan } from './span.ts';

/** Replace the text at `span` by `text`; an empty span inserts, an empty text deletes. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Sorts by position; edits that insert at one offset keep the order in which they were given. */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.order - b.order)
    .map(({ edit }) => edit);
}

/** Whether two edits would change a common character. Two insertions at one offset do not conflict. */
export function editsConflict(a: TextEdit, b: TextEdit): boolean {
  return a.span.start < b.span.end && b.span.start < a.span.end;
}

/** Applies non-overlapping edits; an edit that overlaps one before it is dropped whole. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of sortEdits(edits)) {
    if (span.start < at) continue;
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The edits moved by `delta` characters, as from a slice of a file to the file. */
export function shiftEdits(edits: readonly TextEdit[], delta: number): readonly TextEdit[] {
  return delta === 0 ? edits : edits.map((e) => ({ span: shiftSpan(e.span, delta), text: e.text }));
}
