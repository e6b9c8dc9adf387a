import type { Comment, SyntaxProblem } from '../../core/comment.ts';
import type { MappedText } from '../../core/mapped-text.ts';
import type { Span } from '../../core/span.ts';

/** A parser directive of the first lines: `# syntax=…`, `# escape=…`, `# check=…`. */
export interface Directive {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

/** A word of an instruction as BuildKit's shell lexer splits it, quotes still in it. */
export interface Word {
  /** As written in the logical line, quotes and escapes included. */
  readonly raw: string;
  readonly span: Span;
  /** The same characters with a map to the source, for words that continue over lines. */
  readonly text: MappedText;
}

/** `--name=value` in front of an instruction's arguments; unknown names are kept as they are. */
export interface Flag {
  readonly name: string;
  readonly value?: string;
  readonly span: Span;
  readonly valueSpan?: Span;
  /** The value, quotes and escapes resolved, with a map to the source. */
  readonly valueText?: MappedText;
}

/** One string of a JSON form; `text` is decoded and maps back through the escapes. */
export interface JsonString {
  readonly value: string;
  /** With its quotes. */
  readonly span: Span;
  readonly text: MappedText;
}

export interface Heredoc {
  readonly name: string;
  /** False when the delimiter is quoted: no expansion in the body. */
  readonly expand: boolean;
  /** `<<-`: leading tabs are removed from the body. */
  readonly chomp: boolean;
  readonly fileDescriptor: number;
  /** The body as Docker hands it on (tabs chomped), mapped to the source. */
  readonly content: MappedText;
  /** The `<<NAME` word. */
  readonly operator: Span;
  /** False when the file ends before the delimiter. */
  readonly terminated: boolean;
}

/** One instruction as written, whatever its keyword. */
export interface InstructionSyntax {
  /** Upper case. */
  readonly keyword: string;
  readonly keywordSpan: Span;
  /** From the keyword to the end of its last line (heredoc bodies and delimiters included), without the line ending. */
  readonly span: Span;
  readonly index: number;
  readonly flags: readonly Flag[];
  /** The logical text behind keyword and flags: continuations, comment lines and blank lines removed as Docker does. */
  readonly args: MappedText;
  readonly words: readonly Word[];
  /** Set when the arguments are a JSON array of strings. */
  readonly json?: readonly JsonString[] | undefined;
  readonly heredocs: readonly Heredoc[];
  /** ONBUILD's instruction, and HEALTHCHECK's CMD. */
  readonly trigger?: InstructionSyntax | undefined;
  /** Comment lines between its continued lines. */
  readonly comments: readonly Comment[];
  /** Blank lines between its continued lines; Docker warns of them (NoEmptyContinuation). */
  readonly blankLines: readonly Span[];
}

/** A Dockerfile as written: always a whole tree, whatever the text. */
export interface DockerfileSyntax {
  readonly text: string;
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly instructions: readonly InstructionSyntax[];
  /** All comments, those inside continued instructions included, in the order of the text. Directives are not comments. */
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
}
