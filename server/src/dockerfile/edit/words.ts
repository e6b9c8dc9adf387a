import type { MappedText } from '../../core/mapped-text.ts';
import { type Span, span } from '../../core/span.ts';
import { wholeSpan } from '../model/parts.ts';
import type { DockerfileSyntax, Flag, InstructionSyntax, JsonString, Word } from '../syntax/syntax.ts';
import { removeInstruction } from './instructions.ts';
import { removeFromInstruction } from './layout.ts';
import type { EditResult } from './result.ts';

const IN_PIECES = 'it is written over several lines or with escapes';

/**
 * Puts other text in the place of a word, a value or any mapped text. Refused when it does not stand in one piece.
 *
 *     USER root   →   USER app
 */
export function replaceText(text: MappedText, replacement: string): EditResult {
  return replacePart(text, span(0, text.text.length), replacement);
}

/**
 * Puts other text in the place of a part, given by offsets of the mapped text.
 *
 *     FROM node:latest   →   FROM node:22
 */
export function replacePart(text: MappedText, part: Span, replacement: string): EditResult {
  if (!text.isContiguous(part)) return IN_PIECES;
  return [{ span: text.spanToSource(part), text: replacement }];
}

/**
 * Puts another value in the place of a string of a JSON form, quoted and escaped.
 *
 *     CMD ["a", "b"]   →   CMD ["a", "say \"x\""]
 */
export function replaceJsonString(syntax: DockerfileSyntax, string: JsonString, value: string): EditResult {
  const { start, end } = string.span;
  return syntax.text.slice(start, end).includes('\n') ? IN_PIECES : [{ span: string.span, text: JSON.stringify(value) }];
}

/**
 * Adds a flag behind the flags that are there, else behind the keyword.
 *
 *     COPY --link a b   →   COPY --link --chown=app a b
 */
export function addFlag(instruction: InstructionSyntax, flag: string): EditResult {
  const at = (instruction.flags.at(-1)?.span ?? instruction.keywordSpan).end;
  return [{ span: span(at, at), text: ` ${flag}` }];
}

/**
 * Removes a flag and the blank beside it; a line of its own goes whole.
 *
 *     RUN --security=insecure make   →   RUN make
 */
export function removeFlag(syntax: DockerfileSyntax, instruction: InstructionSyntax, flag: Flag): EditResult {
  return removeFromInstruction(syntax, instruction, flag.span);
}

/**
 * Removes a word and the blank beside it; in JSON form also its comma.
 *
 *     EXPOSE 80 22           →   EXPOSE 80
 *     VOLUME ["/a", "/b"]    →   VOLUME ["/b"]
 */
export function removeWord(syntax: DockerfileSyntax, instruction: InstructionSyntax, word: Word): EditResult {
  if (!instruction.json) return removeFromInstruction(syntax, instruction, word.span);
  const n = instruction.words.indexOf(word);
  const before = instruction.words[n - 1];
  const behind = instruction.words[n + 1];
  const gone = before ? span(before.span.end, word.span.end) : span(word.span.start, behind?.span.start ?? word.span.end);
  if (syntax.text.slice(gone.start, gone.end).includes('\n')) return IN_PIECES;
  return [{ span: gone, text: '' }];
}

/**
 * Removes the n-th pair (from 0) of ENV, LABEL or ARG; the whole instruction when it is the only one.
 *
 *     ENV A=1 \
 *         TOKEN=x \        ENV A=1 \
 *         B=2          →       B=2
 */
export function removePair(syntax: DockerfileSyntax, instruction: InstructionSyntax, n: number): EditResult {
  const { words } = instruction;
  const word = words[n];
  if (!word) return `the ${instruction.keyword} has no such pair`;
  const legacy = instruction.keyword !== 'ARG' && !words[0]?.raw.includes('=');
  return words.length === 1 || legacy
    ? removeInstruction(syntax, instruction)
    : removeFromInstruction(syntax, instruction, word.span);
}

/**
 * Writes an instruction's arguments in JSON form.
 *
 *     CMD node server.js   →   CMD ["node", "server.js"]
 */
export function setJsonForm(instruction: InstructionSyntax, argv: readonly string[]): EditResult {
  if (instruction.heredocs.length > 0) return 'a heredoc has no JSON form';
  if (instruction.comments.length > 0) return 'the comments between its lines would be lost';
  if (instruction.args.text === '') return `the ${instruction.keyword} has no arguments`;
  return [{ span: wholeSpan(instruction.args), text: `[${argv.map((a) => JSON.stringify(a)).join(', ')}]` }];
}
