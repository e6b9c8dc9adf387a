import { type Span, span } from '../../core/span.ts';
import type { TextEdit } from '../../core/text-edit.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import type { Instruction, RunInstruction } from '../model/model.ts';
import { wholeSpan } from '../model/parts.ts';
import type { DockerfileSyntax, InstructionSyntax } from '../syntax/syntax.ts';
import { removeCommand } from './commands.ts';
import { removeInstruction } from './instructions.ts';
import { isBlank, lineStart, removeFromInstruction } from './layout.ts';
import type { EditResult } from './result.ts';
import { removeWord } from './words.ts';

const IN_PIECES = 'it is written over several lines or with escapes';

/**
 * Removes neighbouring words of a command: a flag, a flag and its value, an assignment in front.
 *
 *     RUN curl -f --insecure https://x   →   RUN curl -f https://x
 */
export function removeShellWords(syntax: DockerfileSyntax, instruction: Instruction, words: readonly ShellWord[]): EditResult {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return 'there is nothing to remove';
  if (words.some((word) => !word.editable)) return IN_PIECES;
  const { json } = instruction.syntax;
  const strings = json?.map((string) => wholeSpan(string.text)) ?? [];
  const indexes = words.map((word) => strings.findIndex((s) => s.start === word.span.start && s.end === word.span.end));
  if (json && indexes.every((n) => n >= 0)) return removeJsonWords(syntax, instruction.syntax, indexes);
  return removeShellSpan(syntax, instruction, span(first.span.start, last.span.end));
}

function removeJsonWords(syntax: DockerfileSyntax, instruction: InstructionSyntax, indexes: readonly number[]): EditResult {
  const edits: TextEdit[] = [];
  for (const n of indexes) {
    const word = instruction.words[n];
    const result = word ? removeWord(syntax, instruction, word) : IN_PIECES;
    if (typeof result === 'string') return result;
    edits.push(...result);
  }
  return edits;
}

/**
 * Removes a piece of a script with the blanks beside it, wherever the script stands: behind RUN, in quotes, in a heredoc.
 *
 *     RUN npm ci --no-strict-ssl; x   →   RUN npm ci; x
 */
export function removeShellSpan(syntax: DockerfileSyntax, instruction: Instruction, part: Span): EditResult {
  const { text } = syntax;
  const glued = /[^\s\\]/.test(text.charAt(part.end));
  const start = glued ? blanksIn(text, part.start, -1) : part.start;
  const wide = span(start, part.end);
  const body = instruction.syntax.heredocs.find(({ content }) => part.start >= wholeSpan(content).start);
  return body ? removeFromLines(text, wide) : removeFromInstruction(syntax, instruction.syntax, wide);
}

/** A line of a script that is left with nothing, or with a continuation only, goes whole. */
function removeFromLines(text: string, { start, end }: Span): EditResult {
  const from = lineStart(text, start);
  const newline = text.indexOf('\n', end);
  const to = newline < 0 ? text.length : newline + 1;
  const alone = isBlank(text, from, start);
  if (alone && /^[ \t]*\\?\r?\n?$/.test(text.slice(end, to))) return [{ span: span(from, to), text: '' }];
  const cut =
    alone || /\S/.test(text.charAt(start - 1)) ? span(start, blanksIn(text, end, 1)) : span(blanksIn(text, start, -1), end);
  return [{ span: cut, text: '' }];
}

function blanksIn(text: string, from: number, step: 1 | -1): number {
  let at = from;
  const isGap = (c: string): boolean => c === ' ' || c === '\t';
  while (isGap(text.charAt(step === 1 ? at : at - 1))) at += step;
  return at;
}

/**
 * Adds a word behind a word of a command; a string of its own in a JSON form.
 *
 *     RUN curl https://x   →   RUN curl -f https://x
 */
export function insertShellWord(instruction: Instruction, behind: ShellWord, text: string): EditResult {
  const { json } = instruction.syntax;
  const string = json?.find((s) => isSame(wholeSpan(s.text), behind.span));
  if (string) return [{ span: span(string.span.end, string.span.end), text: `, ${JSON.stringify(text)}` }];
  return behind.editable ? [{ span: span(behind.span.end, behind.span.end), text: ` ${text}` }] : IN_PIECES;
}

/**
 * Puts other text in the place of a word of a command, its quotes included.
 *
 *     RUN passwd -d app   →   RUN passwd -l app
 */
export function replaceShellWord(word: ShellWord, text: string): EditResult {
  return word.editable ? [{ span: word.span, text }] : IN_PIECES;
}

/**
 * Removes a command with the whole pipe that it is part of; the whole RUN when nothing else is in it.
 *
 *     RUN useradd app && echo app:x | chpasswd   →   RUN useradd app
 */
export function dropCommand(syntax: DockerfileSyntax, run: RunInstruction, command: ShellCommand): EditResult {
  let first = command;
  for (let before = first.pipedFrom; before; before = before.pipedFrom) first = before;
  let last = command;
  for (let next = last.pipesTo; next; next = next.pipesTo) last = next;
  const { pipesTo: _to, pipedFrom: _from, ...alone } = command;
  const whole = span(first.span.start, last.span.end);
  const isWholeRun = run.form !== 'heredoc' && run.syntax.heredocs.length === 0 && isSame(wholeSpan(run.syntax.args), whole);
  return isWholeRun ? removeInstruction(syntax, run.syntax) : removeCommand(syntax, run, { ...alone, span: whole });
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
