import type { Span } from './span.ts';

/** A comment as its language defines it: never text inside a string, a block scalar or a heredoc body. */
export interface Comment {
  /** From the `#` to the end of the line, line ending left out. */
  readonly span: Span;
  /** What stands behind the `#`, untrimmed. */
  readonly text: string;
  /** Whether nothing but blanks stands before it on its line. */
  readonly ownLine: boolean;
}

/** A place where a text is not what its language asks for. */
export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
  readonly code: string;
}
