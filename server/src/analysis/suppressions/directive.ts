import type { Comment } from '../../core/comment.ts';
import type { Tool } from '../../core/rule.ts';
import type { Span } from '../../core/span.ts';

/** What a comment or annotation names: one of our rules (or a glob of them), or a check of another tool (`*`: all of its checks). */
export interface Target {
  readonly id: string;
  readonly span: Span;
  readonly tool?: Tool;
}

/** A comment or annotation that silences findings. */
export interface Directive {
  /** `seaworthy` or the tool whose dialect it is. */
  readonly source: 'seaworthy' | Tool;
  readonly span: Span;
  /** Where it holds; a finding is silenced when its token lies in here. */
  readonly scope: Span | 'file';
  readonly targets: readonly Target[];
  readonly reason?: string;
  /** The comment it stands in; annotations have none. */
  readonly comment?: Comment;
  /** Of an annotation of ours. */
  readonly annotation?: {
    /** What is written, quotes left out; absent where that goes over several lines. */
    readonly words?: Span;
    /** What to take out to be rid of it, with what only leads to it. */
    readonly removal: Span;
  };
}

/** Where a comment's reach ends, told by the language that the comment stands in. */
export interface Scopes {
  /** The instruction or node that the comment stands above (or in), with all below it. */
  next(comment: Comment): Span | undefined;
  /** The node on whose line a trailing comment stands, with all below it; as `next` where comments have lines of their own. */
  here(comment: Comment): Span | undefined;
  /** From the FROM below the comment to the next one; the next block in YAML. */
  stage(comment: Comment): Span | undefined;
  /** The whole document or file. */
  readonly whole: Span;
}

/** Words of a list separated by commas (and blanks), with their spans. */
export function listWords(text: string, base: number): { readonly word: string; readonly span: Span }[] {
  return [...text.matchAll(/[^\s,]+/g)].map((m) => ({
    word: m[0],
    span: { start: base + m.index, end: base + m.index + m[0].length },
  }));
}
