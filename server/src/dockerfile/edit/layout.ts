import { type Span, span } from '../../core/span.ts';
import type { TextEdit } from '../../core/text-edit.ts';
import { inCasing, majorityCasing } from '../spelling/casing.ts';
import { lineEnd } from '../syntax/heredoc.ts';
import { isSpace } from '../syntax/spaces.ts';
import type { DockerfileSyntax, InstructionSyntax } from '../syntax/syntax.ts';

/** The line ending that most lines of the file have; `\n` for a file of one line. */
export function lineEndingOf(text: string): '\n' | '\r\n' {
  let lines = 0;
  let carriageReturns = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines++;
    if (text.charCodeAt(at - 1) === 13) carriageReturns++;
  }
  return carriageReturns * 2 > lines ? '\r\n' : '\n';
}

/** A keyword in the case that most keywords of the file have. */
export function keywordInFileCase(syntax: DockerfileSyntax, keyword: string): string {
  return inCasing(keyword, majorityCasing(syntax.text, syntax.instructions));
}

/** Offset of the first character of the line that holds `offset`; a byte order mark is no part of the first line. */
export function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}

/** The whole instruction that a trigger is part of, or the instruction itself. */
export function wholeInstruction(syntax: DockerfileSyntax, instruction: InstructionSyntax): InstructionSyntax {
  return syntax.instructions[instruction.index] ?? instruction;
}

/** A line of an instruction that holds some of its text: no comment, no blank line, no heredoc body. */
export interface ContentLine {
  readonly start: number;
  /** Where its text ends: in front of the escape character that continues it, or at its end. */
  readonly bodyEnd: number;
  readonly end: number;
  /** End of the line before it, line ending left out. */
  readonly previousEnd: number;
  readonly continued: boolean;
}

/** The content lines of an instruction, in order. */
export function contentLines(syntax: DockerfileSyntax, instruction: InstructionSyntax): readonly ContentLine[] {
  const { text } = syntax;
  const { span: whole, comments, blankLines } = wholeInstruction(syntax, instruction);
  const skipped = new Set([...comments, ...blankLines.map((b) => ({ span: b }))].map((c) => lineStart(text, c.span.start)));
  const lines: ContentLine[] = [];
  let start = lineStart(text, whole.start);
  let previousEnd = start;
  while (start < whole.end) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline + 1;
    const end = lineEnd(text, start, next);
    if (!skipped.has(start)) {
      const trimmed = blanksBefore(text, end, start);
      const continued = trimmed > start && text.charAt(trimmed - 1) === syntax.escape && !isEscaped(syntax, trimmed - 1, start);
      lines.push({ start, bodyEnd: continued ? trimmed - 1 : end, end, previousEnd, continued });
      if (!continued) break;
    }
    previousEnd = end;
    start = next;
  }
  return lines;
}

function isEscaped({ text, escape: escapeChar }: DockerfileSyntax, at: number, start: number): boolean {
  return at > start && text.charAt(at - 1) === escapeChar;
}

/** The offset behind the last character in front of `at` that is no blank or tab, not before `limit`. */
export function blanksBefore(text: string, at: number, limit: number): number {
  let i = at;
  while (i > limit && (text.charCodeAt(i - 1) === 32 || text.charCodeAt(i - 1) === 9)) i--;
  return i;
}

function blanksBehind(text: string, at: number, limit: number): number {
  let i = at;
  while (i < limit && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9)) i++;
  return i;
}

/** Whether `text` between two offsets is white space only. */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

/**
 * Removes a part of an instruction's text together with the blanks beside it. A line that is left without text goes whole,
 * comment lines stay, and when the end of the instruction goes, so does the continuation in front of it.
 *
 *     RUN a \            RUN a
 *       # why       →      # why
 *       && b
 */
export function removeFromInstruction(syntax: DockerfileSyntax, instruction: InstructionSyntax, part: Span): readonly TextEdit[] {
  const { text } = syntax;
  const lines = contentLines(syntax, instruction);
  const isGone = (line: ContentLine, n: number): boolean => {
    const { start, end } = within(text, part, line);
    return n > 0 && start < end && isBlank(text, line.start, start) && isBlank(text, end, line.bodyEnd);
  };
  const gone = lines.map(isGone);
  const lastKept = gone.lastIndexOf(false);
  return lines.flatMap((line, n) => {
    if (gone[n]) return [{ span: span(line.previousEnd, line.end), text: '' }];
    const isNewEnd = n === lastKept && n < lines.length - 1;
    const cut = cutOf(text, line, within(text, part, line), isNewEnd);
    return cut.start < cut.end ? [{ span: cut, text: '' }] : [];
  });
}

/** What of the part stands on the line, its indent left out. */
function within(text: string, part: Span, line: ContentLine): Span {
  return span(Math.max(part.start, blanksBehind(text, line.start, line.bodyEnd)), Math.min(part.end, line.bodyEnd));
}

/** What to delete of a line that stays: the part with one neighbouring gap, and the continuation when nothing follows. */
function cutOf(text: string, line: ContentLine, { start, end }: Span, isNewEnd: boolean): Span {
  const touched = start < end;
  const toEnd = touched && isBlank(text, end, line.bodyEnd);
  if (isNewEnd && (toEnd || !touched)) return span(blanksBefore(text, touched ? start : line.bodyEnd, line.start), line.end);
  if (!touched) return span(start, start);
  if (!toEnd) return span(start, blanksBehind(text, end, line.bodyEnd));
  if (!line.continued) return span(blanksBefore(text, start, line.start), line.end);
  return span(end < line.bodyEnd ? blanksBefore(text, start, line.start) : start, end);
}
