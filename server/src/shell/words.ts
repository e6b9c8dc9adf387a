import type { Assignment, DoubleQuotedChild, SyntaxNode, Word, WordPart } from 'unbash';
import { forEachChild } from 'unbash';
import { decode } from './decode.ts';
import type { Piece } from './frame.ts';

/** A word with its quoting resolved. */
export interface DecodedWord {
  readonly pieces: readonly Piece[];
  /** Whether only run time knows it: an expansion, a glob that can name files, a brace expansion. */
  readonly dynamic: boolean;
}

function raw(text: string, part: { readonly pos: number; readonly end: number }): Piece[] {
  return part.end > part.pos ? [{ text: text.slice(part.pos, part.end), from: part.pos, exact: true }] : [];
}

/** End of what a quote holds: without the closing quote, which half-typed text may lack. */
function insideEnd(text: string, part: WordPart, open: number, quote: string): number {
  return part.end - 1 >= part.pos + open && text[part.end - 1] === quote ? part.end - 1 : part.end;
}

function doubleQuoted(text: string, children: readonly DoubleQuotedChild[], start: number, end: number): DecodedWord {
  const pieces: Piece[] = [];
  let at = start;
  for (const child of children) {
    if (child.type === 'Literal') continue;
    pieces.push(...decode(text, at, child.pos, 'double'), ...raw(text, child));
    at = child.end;
  }
  pieces.push(...decode(text, at, end, 'double'));
  return { pieces, dynamic: children.some((child) => child.type !== 'Literal') };
}

function decodePart(text: string, part: WordPart, start: number): DecodedWord {
  switch (part.type) {
    case 'Literal':
      return { pieces: decode(text, part.pos, part.end, 'none'), dynamic: false };
    case 'SingleQuoted':
      return { pieces: decode(text, part.pos + 1, insideEnd(text, part, 1, "'"), 'single'), dynamic: false };
    case 'AnsiCQuoted':
      return { pieces: decode(text, part.pos + 2, insideEnd(text, part, 2, "'"), 'ansi-c'), dynamic: false };
    case 'DoubleQuoted':
      return doubleQuoted(text, part.parts, part.pos + 1, insideEnd(text, part, 1, '"'));
    case 'LocaleString':
      return doubleQuoted(text, part.parts, part.pos + 2, insideEnd(text, part, 2, '"'));
    case 'Glob': {
      // A pattern that names no file stays as written, and no file is called `name=1.*`, `https://x/?y` or `pkg[extra]`.
      const literal = part.kind === 'bracket' || /=|:\/\//.test(text.slice(start, part.pos));
      return { pieces: raw(text, part), dynamic: !literal };
    }
    default:
      return { pieces: raw(text, part), dynamic: true };
  }
}

/**
 * Resolves the quoting of a word (POSIX Shell Command Language, 2.2 and 2.6.7); expansions are left as written. Offsets
 * are the AST's.
 */
export function decodeWord(text: string, word: Word): DecodedWord {
  if (!word.parts) return { pieces: decode(text, word.pos, word.end, 'none'), dynamic: false };
  const parts = word.parts.map((part) => decodePart(text, part, word.pos));
  return { pieces: parts.flatMap((part) => part.pieces), dynamic: parts.some((part) => part.dynamic) };
}

const QUOTES: Readonly<Record<string, RegExp>> = {
  SingleQuoted: /^'[^']*'$/,
  AnsiCQuoted: /^\$'(?:[^'\\]|\\.)*'$/s,
  DoubleQuoted: /^"(?:[^\\]|\\.)*"$/s,
  LocaleString: /^\$"(?:[^\\]|\\.)*"$/s,
};

/** Whether the last quote of a half-typed word never ends: what follows it, up to the end of the script, is then taken for its text. */
export function isUnclosed(text: string, node: Word | Assignment): boolean {
  const word = node.type === 'Assignment' ? node.value : node;
  const last = word.type === 'Word' ? word.parts?.at(-1) : undefined;
  const quoted = last && QUOTES[last.type];
  return quoted !== undefined && !quoted.test(text.slice(last?.pos, last?.end));
}

/** What `decodeWord` gives, for `A=b`; a list (`A=(b c)`) is dynamic. */
export function decodeAssignment(text: string, assignment: Assignment): DecodedWord {
  const { value } = assignment;
  if (value.type === 'ArrayValue') return { pieces: raw(text, assignment), dynamic: true };
  const decoded = decodeWord(text, value);
  return {
    pieces: [...raw(text, { pos: assignment.pos, end: value.pos }), ...decoded.pieces],
    dynamic: decoded.dynamic || assignment.index?.parts !== undefined,
  };
}

/** Names of the variables that a node expands, without those inside its command substitutions. */
export function expandedVariables(node: SyntaxNode): string[] {
  const names: string[] = [];
  const visit = (child: SyntaxNode) => {
    if (child.type === 'Script') return;
    if (child.type === 'SimpleExpansion') names.push(child.text.slice(1));
    if (child.type === 'ParameterExpansion') names.push(child.parameter);
    if (child.type === 'ArithmeticWord' && /^[A-Za-z_]\w*$/.test(child.value)) names.push(child.value);
    forEachChild(child, visit);
  };
  visit(node);
  return [...new Set(names)];
}
