import { span } from '../../core/span.ts';
import type { Stage } from '../model/model.ts';
import { wholeSpan } from '../model/parts.ts';
import type { DockerfileSyntax, InstructionSyntax } from '../syntax/syntax.ts';
import { isBlank, keywordInFileCase, lineEndingOf, lineStart, wholeInstruction } from './layout.ts';
import type { EditResult } from './result.ts';

/** Where a new instruction goes. */
export type Place =
  | { readonly before: InstructionSyntax }
  | { readonly after: InstructionSyntax }
  /** Behind the stage's last instruction. */
  | { readonly endOf: Stage };

/**
 * Inserts an instruction on its own line, with the file's line ending and keyword case. `text` is `KEYWORD arguments`; further
 * lines are separated by `\n`. Comments directly above an instruction stay with it.
 *
 *     FROM a                                   FROM a
 *     # start it     (before CMD: USER app)    USER app
 *     CMD x                                →   # start it
 *                                              CMD x
 */
export function insertInstruction(syntax: DockerfileSyntax, place: Place, text: string): EditResult {
  const eol = lineEndingOf(syntax.text);
  const [, keyword = '', rest = ''] = /^(\S*)([\s\S]*)$/.exec(text) ?? [];
  const line = `${keywordInFileCase(syntax, keyword)}${rest}`.replace(/\r?\n/g, eol);
  if ('before' in place) {
    const at = startWithComments(syntax, wholeInstruction(syntax, place.before));
    return [{ span: span(at, at), text: `${line}${eol}` }];
  }
  const after = 'after' in place ? place.after : (place.endOf.instructions.at(-1) ?? place.endOf.from).syntax;
  const whole = wholeInstruction(syntax, after);
  if (isOpen(syntax, whole)) return `the ${whole.keyword} before it is not finished`;
  return [{ span: span(whole.span.end, whole.span.end), text: `${eol}${line}` }];
}

/** Whether text behind the instruction would still belong to it: its last line is continued, or a heredoc never ends. */
function isOpen(syntax: DockerfileSyntax, instruction: InstructionSyntax): boolean {
  if (instruction.heredocs.length > 0) return instruction.heredocs.some((heredoc) => !heredoc.terminated);
  const last = wholeSpan(instruction.args).end;
  return !isBlank(syntax.text, last, instruction.span.end);
}

/** The start of the lines that belong to an instruction: the comments directly above it, or its own first line. */
function startWithComments(syntax: DockerfileSyntax, instruction: InstructionSyntax): number {
  const { text } = syntax;
  const previous = syntax.instructions[instruction.index - 1];
  const limit = Math.max(previous?.span.end ?? 0, syntax.directives.at(-1)?.span.end ?? 0);
  let start = lineStart(text, instruction.span.start);
  for (;;) {
    const above = start > 1 ? lineStart(text, start - 1) : start;
    if (above >= start || above < limit || !/^\s*#/.test(text.slice(above, start))) return start;
    start = above;
  }
}

/**
 * Removes an instruction with its lines, heredoc bodies and comments between its lines; comments above it stay.
 *
 *     FROM a
 *     # as root      FROM a
 *     USER root  →   # as root
 *     CMD x          CMD x
 */
export function removeInstruction(syntax: DockerfileSyntax, instruction: InstructionSyntax): EditResult {
  const { text } = syntax;
  if (syntax.instructions[instruction.index] !== instruction) return `the ${instruction.keyword} is part of another instruction`;
  const start = lineStart(text, instruction.span.start);
  const newline = text.indexOf('\n', instruction.span.end);
  if (newline >= 0) return [{ span: span(start, newline + 1), text: '' }];
  let from = start;
  if (text.charCodeAt(from - 1) === 10) from--;
  if (from < start && text.charCodeAt(from - 1) === 13) from--;
  return [{ span: span(from, text.length), text: '' }];
}

/**
 * Puts another keyword in an instruction's place, in the case of the old one.
 *
 *     add a b   →   copy a b
 */
export function replaceKeyword(syntax: DockerfileSyntax, instruction: InstructionSyntax, keyword: string): EditResult {
  const { keywordSpan } = instruction;
  const written = syntax.text.slice(keywordSpan.start, keywordSpan.end);
  if (written.toUpperCase() !== instruction.keyword) return `the keyword ${instruction.keyword} is written over several lines`;
  return [{ span: keywordSpan, text: written === written.toLowerCase() ? keyword.toLowerCase() : keyword.toUpperCase() }];
}
