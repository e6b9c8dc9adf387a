import type { Comment, SyntaxProblem } from '../../core/comment.ts';
import { MappedText, type Segment } from '../../core/mapped-text.ts';
import { type Span, span } from '../../core/span.ts';
import { DirectiveReader } from './directives.ts';
import { findHeredocs, lineEnd, readBody } from './heredoc.ts';
import { canHoldHeredoc, readInstruction, withHeredocs } from './instruction.ts';
import { isSpace, sourceSpan } from './spaces.ts';
import type { DockerfileSyntax, Heredoc, InstructionSyntax } from './syntax.ts';

/** A logical line: what is left of an instruction's physical lines when continuations, comments and blank lines are gone. */
interface LogicalLine {
  readonly text: MappedText;
  /** Where its last physical line ends, line ending left out, and where the next one starts. */
  readonly end: number;
  readonly next: number;
  readonly comments: readonly Comment[];
  readonly blankLines: readonly Span[];
}

/**
 * Parses a Dockerfile to BuildKit's grammar. Takes any text, gives a whole tree with UTF-16 offsets into it, in linear time;
 * what Docker would refuse is in `problems`. (https://docs.docker.com/reference/dockerfile/#format; the order of steps is that
 * of BuildKit's frontend/dockerfile/parser: lines, directives, continuations, keyword, flags, heredocs.)
 */
export function parseDockerfile(text: string): DockerfileSyntax {
  const reader = new DirectiveReader();
  const instructions: InstructionSyntax[] = [];
  const comments: Comment[] = [];
  const problems: SyntaxProblem[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const next = nextLine(text, at);
    const end = lineEnd(text, at, next);
    const start = skipSpace(text, at, end);
    if (!reader.done && reader.read(text.slice(start, end), start)) {
      at = next;
      continue;
    }
    if (start === end || text.charCodeAt(start) === 35) {
      if (start < end) comments.push(comment(text, start, end));
      at = next;
      continue;
    }
    const line = readLogicalLine(text, start, end, next, reader.escape);
    comments.push(...line.comments);
    const keyword = skipSpace(line.text.text, 0, line.text.text.length);
    if (keyword === line.text.text.length) {
      problems.push({
        span: span(start, line.end),
        message: 'No instruction follows the continuation',
        code: 'empty-instruction',
      });
      at = line.next;
      continue;
    }
    const { comments: inner, blankLines } = line;
    const whole = span(line.text.toSource(keyword), line.end);
    const frame = { span: whole, index: instructions.length, comments: inner, blankLines, escape: reader.escape };
    const instruction = readInstruction(line.text, frame, problems);
    const found = canHoldHeredoc(instruction) ? readHeredocs(text, line, problems) : undefined;
    instructions.push(found?.heredocs.length ? withHeredocs(instruction, found.heredocs, found.end) : instruction);
    at = found?.next ?? line.next;
  }
  if (instructions.length === 0) {
    problems.push({ span: span(text.length, text.length), message: 'The file has no instructions', code: 'no-instructions' });
  }
  const ordered = [...reader.problems, ...problems].sort((a, b) => a.span.start - b.span.start);
  return { text, escape: reader.escape, directives: reader.directives, instructions, comments, problems: ordered };
}

function readLogicalLine(text: string, from: number, firstEnd: number, firstNext: number, escapeChar: string): LogicalLine {
  const parts: string[] = [];
  const segments: Segment[] = [];
  const comments: Comment[] = [];
  const blankLines: Span[] = [];
  let length = 0;
  const add = (start: number, end: number): void => {
    if (end <= start) return;
    parts.push(text.slice(start, end));
    segments.push({ start: length, source: start, length: end - start });
    length += end - start;
  };
  let cut = continuation(text, from, firstEnd, escapeChar);
  let end = firstEnd;
  let next = firstNext;
  add(from, cut < 0 ? firstEnd : cut);
  while (cut >= 0 && next < text.length) {
    const start = next;
    next = nextLine(text, start);
    end = lineEnd(text, start, next);
    const first = skipSpace(text, start, end);
    if (first === end) blankLines.push(span(start, end));
    else if (text.charCodeAt(first) === 35) comments.push(comment(text, first, end));
    else {
      cut = continuation(text, start, end, escapeChar);
      add(start, cut < 0 ? end : cut);
    }
  }
  if (segments.length === 0) segments.push({ start: 0, source: from, length: 0 });
  return { text: new MappedText(parts.join(''), segments), end, next, comments, blankLines };
}

/** Where the escape character stands that continues the line, or -1. An escaped escape character does not continue it. */
function continuation(text: string, start: number, end: number, escapeChar: string): number {
  let i = end;
  while (i > start && (text.charCodeAt(i - 1) === 32 || text.charCodeAt(i - 1) === 9)) i--;
  if (i === start || text.charAt(i - 1) !== escapeChar) return -1;
  return i - 1 === start || text.charAt(i - 2) !== escapeChar ? i - 1 : -1;
}

function readHeredocs(
  text: string,
  line: LogicalLine,
  problems: SyntaxProblem[],
): { readonly heredocs: readonly Heredoc[]; readonly end: number; readonly next: number } {
  let { end, next } = line;
  const heredocs: Heredoc[] = [];
  for (const opening of findHeredocs(line.text.text)) {
    const operator = sourceSpan(line.text, opening.span.start, opening.span.end);
    const body = readBody(text, next, opening, operator);
    heredocs.push(body.heredoc);
    next = body.next;
    end = Math.max(end, body.end);
    if (!body.heredoc.terminated) {
      const message = `The heredoc \`${opening.name}\` is never ended: no line is exactly \`${opening.name}\``;
      problems.push({ span: operator, message, code: 'unterminated-heredoc' });
    }
  }
  return { heredocs, end, next };
}

function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

function skipSpace(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

function comment(text: string, start: number, end: number): Comment {
  return { span: span(start, end), text: text.slice(start + 1, end), ownLine: true };
}
