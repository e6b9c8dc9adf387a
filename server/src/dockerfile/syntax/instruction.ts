import type { Comment, SyntaxProblem } from '../../core/comment.ts';
import type { MappedText } from '../../core/mapped-text.ts';
import type { Span } from '../../core/span.ts';
import { readJsonForm } from './json-form.ts';
import { isSeparator, isSpace, pickMapped, sourceSpan, trimSpan } from './spaces.ts';
import { type FlagPiece, splitFlags, splitPlain, splitQuoted } from './split.ts';
import type { Flag, Heredoc, InstructionSyntax, JsonString, Word } from './syntax.ts';

/** What holds for a whole instruction, its trigger included. */
export interface InstructionFrame {
  readonly span: Span;
  readonly index: number;
  readonly comments: readonly Comment[];
  readonly blankLines: readonly Span[];
  readonly escape: string;
}

/** How BuildKit's `dispatch` table (frontend/dockerfile/parser) takes an instruction's arguments apart. */
type Shape = 'plain' | 'json-or-plain' | 'json-or-text' | 'text' | 'pairs' | 'names' | 'onbuild' | 'healthcheck';

const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['ADD', 'json-or-plain'],
  ['ARG', 'names'],
  ['CMD', 'json-or-text'],
  ['COPY', 'json-or-plain'],
  ['ENTRYPOINT', 'json-or-text'],
  ['ENV', 'pairs'],
  ['EXPOSE', 'plain'],
  ['FROM', 'plain'],
  ['HEALTHCHECK', 'healthcheck'],
  ['LABEL', 'pairs'],
  ['MAINTAINER', 'text'],
  ['ONBUILD', 'onbuild'],
  ['RUN', 'json-or-text'],
  ['SHELL', 'json-or-text'],
  ['STOPSIGNAL', 'text'],
  ['USER', 'text'],
  ['VOLUME', 'json-or-plain'],
  ['WORKDIR', 'text'],
]);

const NONE: readonly never[] = [];

const HEREDOC_KEYWORDS = new Set(['RUN', 'COPY', 'ADD']);

/** Instructions that Docker accepts without arguments. */
const MAY_BE_EMPTY = new Set(['RUN', 'CMD', 'ENTRYPOINT']);

/** ONBUILD in ONBUILD is an error to Docker; deeper nesting is kept as text, so that no input exhausts the stack. */
const DEEPEST_TRIGGER = 2;

/**
 * Takes a logical line apart: keyword, flags, JSON form or words, and the instruction inside ONBUILD and HEALTHCHECK. Heredoc
 * bodies stand behind the line and are put in by `withHeredocs`.
 */
export function readInstruction(line: MappedText, frame: InstructionFrame, problems: SyntaxProblem[]): InstructionSyntax {
  return read(line, trimSpan(line.text, { start: 0, end: line.text.length }), { line, frame, problems, depth: 0 });
}

/**
 * Whether `<<NAME` opens a heredoc in this instruction: RUN, COPY and ADD that are not in JSON form, also right behind
 * ONBUILD. (BuildKit, frontend/dockerfile/parser: `canContainHeredoc`.)
 */
export function canHoldHeredoc(instruction: InstructionSyntax): boolean {
  const inner = instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
  return inner !== undefined && inner.json === undefined && HEREDOC_KEYWORDS.has(inner.keyword);
}

/** The same instruction with its heredocs, up to `end`, the end of the last delimiter's line. */
export function withHeredocs(instruction: InstructionSyntax, heredocs: readonly Heredoc[], end: number): InstructionSyntax {
  const span = { start: instruction.span.start, end };
  const trigger = instruction.trigger && withHeredocs(instruction.trigger, heredocs, end);
  return { ...instruction, span, heredocs, trigger };
}

interface Reading {
  readonly line: MappedText;
  readonly frame: InstructionFrame;
  readonly problems: SyntaxProblem[];
  readonly depth: number;
}

function read(line: MappedText, at: Span, reading: Reading): InstructionSyntax {
  const { text } = line;
  const { frame, problems } = reading;
  let keywordEnd = at.start;
  while (keywordEnd < at.end && !isSeparator(text.charCodeAt(keywordEnd))) keywordEnd++;
  const keyword = text.slice(at.start, keywordEnd).toUpperCase();
  const keywordSpan = sourceSpan(line, at.start, keywordEnd);
  const split = splitFlags(text, keywordEnd, at.end);
  const flags = split.flags.length === 0 ? NONE : split.flags.map((piece) => flagOf(line, piece));
  const rest = trimSpan(text, { start: split.rest, end: at.end });
  const args = line.slice({ start: rest.start, end: rest.end });
  const shape = SHAPES.get(keyword);
  const problem = (code: string, message: string, where = keywordSpan): void => {
    problems.push({ span: where, message, code });
  };
  if (!shape) problem('unknown-instruction', `\`${keyword}\` is not a Dockerfile instruction`);
  else if (rest.start === rest.end && !MAY_BE_EMPTY.has(keyword)) {
    problem('missing-arguments', `\`${keyword}\` needs an argument`);
  }

  let json: readonly JsonString[] | undefined;
  let words: readonly Word[] = [];
  if (shape === 'json-or-plain' || shape === 'json-or-text') {
    const form = readJsonForm(args);
    if (form.kind === 'strings') {
      json = form.strings;
      words = form.words.map((w) => word(args, w));
    }
    if (form.kind === 'mixed')
      problem('json-not-strings', 'The JSON form takes strings only', sourceSpan(line, rest.start, rest.end));
  }
  if (!json) words = wordSpans(text, rest, shape, frame.escape).map((w) => word(line, w));
  if (shape === 'pairs') checkPairs(keyword, words, problem);
  if (keyword === 'FROM' && words.length > 0 && !isFromShape(words)) {
    problem('from-arguments', '`FROM` takes an image, or an image, `AS` and a name', sourceSpan(line, rest.start, rest.end));
  }

  const trigger = readTrigger(rest, shape, reading);
  return {
    keyword,
    keywordSpan,
    span: reading.depth === 0 ? frame.span : { start: keywordSpan.start, end: frame.span.end },
    index: frame.index,
    flags,
    args,
    words,
    heredocs: NONE,
    comments: frame.comments,
    blankLines: frame.blankLines,
    json,
    trigger,
  };
}

function readTrigger(rest: Span, shape: Shape | undefined, reading: Reading): InstructionSyntax | undefined {
  const { line, depth } = reading;
  if (rest.start === rest.end || depth >= DEEPEST_TRIGGER) return undefined;
  if (shape === 'onbuild' || (shape === 'healthcheck' && /^CMD(?:\s|$)/i.test(line.text.slice(rest.start, rest.start + 4)))) {
    return read(line, rest, { ...reading, depth: depth + 1 });
  }
  return undefined;
}

function wordSpans(text: string, rest: Span, shape: Shape | undefined, escapeChar: string): readonly Span[] {
  if (rest.start === rest.end) return [];
  switch (shape) {
    case 'json-or-text':
    case 'text':
      return [rest];
    case 'names':
      return splitQuoted(text, rest, escapeChar);
    case 'pairs': {
      const words = splitQuoted(text, rest, escapeChar);
      const first = words[0];
      return first && !text.slice(first.start, first.end).includes('=') ? headAndRest(text, rest, isSeparator) : words;
    }
    case 'healthcheck':
      return headAndRest(text, rest, isSpace);
    default:
      return splitPlain(text, rest);
  }
}

function headAndRest(text: string, rest: Span, isBreak: (code: number) => boolean): readonly Span[] {
  let end = rest.start;
  while (end < rest.end && !isBreak(text.charCodeAt(end))) end++;
  let start = end;
  while (start < rest.end && isBreak(text.charCodeAt(start))) start++;
  const head = { start: rest.start, end };
  return start < rest.end ? [head, { start, end: rest.end }] : [head];
}

function isFromShape(words: readonly Word[]): boolean {
  return words.length === 1 || (words.length === 3 && words[1]?.raw.toUpperCase() === 'AS');
}

function checkPairs(
  keyword: string,
  words: readonly Word[],
  problem: (code: string, message: string, where: Span) => void,
): void {
  const first = words[0];
  if (!first) return;
  if (!first.raw.includes('=')) {
    if (words.length < 2) problem('missing-value', `\`${keyword}\` needs a name and a value`, first.span);
    return;
  }
  for (const w of words) {
    if (!w.raw.includes('=')) problem('missing-equals', `\`${w.raw}\` must have the form name=value`, w.span);
  }
}

function word(line: MappedText, at: Span): Word {
  const text = line.slice({ start: at.start, end: at.end });
  return { raw: text.text, span: sourceSpan(line, at.start, at.end), text };
}

function flagOf(line: MappedText, piece: FlagPiece): Flag {
  const at = sourceSpan(line, piece.span.start, piece.span.end);
  const equals = piece.value.indexOf('=');
  if (equals < 0) return { name: piece.value.slice(2), span: at };
  const value = piece.value.slice(equals + 1);
  const { offsets } = piece;
  const valueStart = (offsets ? (offsets[equals] ?? piece.span.start) : piece.span.start + equals) + 1;
  return {
    name: piece.value.slice(2, equals),
    value,
    span: at,
    valueSpan: sourceSpan(line, valueStart, piece.span.end),
    valueText: offsets
      ? pickMapped(line, value, offsets.slice(equals + 1), valueStart)
      : line.slice({ start: valueStart, end: piece.span.end }),
  };
}
