import type { SyntaxProblem } from '../core/comment.ts';
import type { MappedText } from '../core/mapped-text.ts';
import type { Span } from '../core/span.ts';

/** What runs a script; everything but `posix` (sh, bash, dash, ash, zsh, ksh …) is kept as text and not parsed. */
export type Interpreter = 'posix' | 'powershell' | 'cmd' | 'other';

/** A word of a command. `value` is set when it is literal: quotes and escapes resolved, no expansion in it. */
export interface ShellWord {
  /** As written, quotes included. */
  readonly raw: string;
  /** The literal value; absent when the word holds `$X`, `$( )`, a glob that matters, …: then it is dynamic. */
  readonly value?: string | undefined;
  /** The text without quotes, with expansions left in as written (`$X`, `${X:-y}`): for known prefixes. */
  readonly text: string;
  /** Source span. */
  readonly span: Span;
  /** Whether the span stands in one piece in the source and its quotes are closed, so that it may be edited. */
  readonly editable: boolean;
  /** Commands inside `$( )`, backticks, `<( )` of this word. */
  readonly substitutions: readonly ShellCommand[];
  /** Names of the variables it expands. */
  readonly variables: readonly string[];
}

export interface ShellAssignment {
  readonly name: string;
  readonly value: ShellWord;
  readonly span: Span;
}

export interface ShellRedirect {
  /** `>`, `>>`, `<`, `<<`, `<<<`, `>&`, … */
  readonly operator: string;
  readonly target?: ShellWord;
  /** The body of a here-document. */
  readonly body?: MappedText;
  readonly span: Span;
}

/**
 * One simple command, wherever it stands: in a list, a pipe, an `if`, a function, a subshell, a substitution, `sh -c '…'`.
 * Wrappers are taken off: for `sudo -E env A=b curl -k x` the name is `curl` and `wrappers` holds `sudo` and `env`.
 */
export interface ShellCommand {
  /** Base name of the program when literal (`/usr/bin/curl` → `curl`), else undefined. */
  readonly name?: string | undefined;
  readonly word?: ShellWord | undefined;
  /** Words behind the name. */
  readonly args: readonly ShellWord[];
  /** `A=b` in front of the command; a command of assignments only has no word. */
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  /** Wrapper commands taken off, outermost first. */
  readonly wrappers: readonly { readonly name: string; readonly span: Span; readonly args: readonly ShellWord[] }[];
  /** From its first word to its last: wrappers, assignments and redirects included. */
  readonly span: Span;
  /** The next command of its pipe. */
  readonly pipesTo?: ShellCommand | undefined;
  /** The command before it in its pipe. */
  readonly pipedFrom?: ShellCommand | undefined;
  /** The operator that joins it to the command before: `&&`, `||`, `;`, newline, `|`, or absent for the first. */
  readonly joinedBy?: '&&' | '||' | ';' | '\n' | '&' | '|' | '|&' | undefined;
  /** `run`: at this level; else how it is nested. */
  readonly context: 'run' | 'subshell' | 'condition' | 'loop' | 'function' | 'substitution' | 'sh -c';
}

/** A parsed script: commands in the order of the text, nested ones included. */
export interface ShellScript {
  readonly interpreter: Interpreter;
  readonly text: MappedText;
  readonly commands: readonly ShellCommand[];
  readonly problems: readonly SyntaxProblem[];
}
