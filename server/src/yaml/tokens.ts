import { CST, Lexer, Parser } from 'yaml';
import type { Comment } from '../core/comment.ts';
import type { Span } from '../core/span.ts';
import { span } from '../core/span.ts';
import type { RawError } from './raw.ts';

/** Nesting beyond this is no configuration; the composer recurses, so it must be bounded. */
const MAX_DEPTH = 200;
/** About 100,000 lines in one document: past this the package needs gigabytes. */
const MAX_LEXEMES = 1_000_000;

/** What lexer and parser give of a text. */
export type Tokens = {
  tokens: CST.Token[];
  comments: Comment[];
  longQuotes: Span[];
  scalars: number;
  refused: RawError | undefined;
};

function isOwnLine(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const c = text[i];
    if (c === '\n') return true;
    if (c !== ' ' && c !== '\t' && c !== '\uFEFF') return false;
  }
  return true;
}

/**
 * Turns a text into the concrete syntax tree of the `yaml` package. Drives lexer and parser by hand: the lexemes tell comments
 * from everything that only looks like one, and depth and size are bounded before anything recurses. `refused` is set when a
 * bound was met; the tokens are incomplete then. Offsets are UTF-16.
 */
export function tokenize(text: string): Tokens {
  const lexer = new Lexer();
  const parser = new Parser();
  const result: Tokens = { tokens: [], comments: [], longQuotes: [], scalars: 0, refused: undefined };
  let offset = 0;
  let atScalar = false;
  let lexemes = 0;
  for (const lexeme of lexer.lex(text)) {
    for (const token of parser.next(lexeme)) result.tokens.push(token);
    if (atScalar) atScalar = false;
    else if (lexeme === CST.SCALAR) {
      atScalar = true;
      result.scalars++;
      continue;
    } else if (lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END) continue;
    else {
      const first = lexeme.charCodeAt(0);
      if (first === 35) {
        const end = lexeme.endsWith('\r') ? lexeme.length - 1 : lexeme.length;
        result.comments.push({ span: span(offset, offset + end), text: lexeme.slice(1, end), ownLine: isOwnLine(text, offset) });
      } else if (first === 34 || first === 39) {
        result.scalars++;
        if (lexeme.includes('\n')) result.longQuotes.push(span(offset, offset + lexeme.length));
      }
    }
    offset += lexeme.length;
    if (parser.stack.length > MAX_DEPTH || ++lexemes > MAX_LEXEMES) {
      result.refused = { span: span(offset - 1, offset), cause: lexemes > MAX_LEXEMES ? 'too-large' : 'too-deep' };
      return result;
    }
  }
  for (const token of parser.end()) result.tokens.push(token);
  return result;
}
