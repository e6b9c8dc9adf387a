import type { MappedText } from '../../core/mapped-text.ts';
import { span } from '../../core/span.ts';
import type { ShellCommand } from '../../shell/script.ts';
import type { RunInstruction } from '../model/model.ts';
import { wholeSpan } from '../model/parts.ts';
import type { DockerfileSyntax, InstructionSyntax } from '../syntax/syntax.ts';
import { blanksBefore, contentLines, lineEndingOf, lineStart, removeFromInstruction } from './layout.ts';
import type { EditResult } from './result.ts';

/**
 * Removes a command and one `&&` beside it from a RUN or CMD, or its line from a heredoc script. Refused unless only `&&` joins it
 * to the commands around it, or it has its line for itself.
 *
 *     RUN apt-get update \
 *       && apt-get upgrade \        RUN apt-get update \
 *       && apt-get install x    →     && apt-get install x
 */
export function removeCommand(
  syntax: DockerfileSyntax,
  run: Pick<RunInstruction, 'form' | 'syntax'>,
  command: ShellCommand,
): EditResult {
  const { args, heredocs } = run.syntax;
  if (run.form === 'heredoc') return removeLine(syntax, run.syntax, command);
  if (run.form !== 'shell' || heredocs.length > 0) return 'the command does not stand in a plain RUN';
  if (command.pipesTo || command.pipedFrom) return 'the command is part of a pipe';
  const start = logicalOffset(args, command.span.start);
  const last = logicalOffset(args, command.span.end - 1);
  if (start === undefined || last === undefined) return 'the command does not stand in the text of the RUN';
  const end = last + 1;
  const before = args.text.slice(0, start);
  const behind = args.text.slice(end);
  const left = /&&\s*$/.exec(before);
  const right = /^\s*&&/.exec(behind);
  if ((!left && before.trim() !== '') || (!right && behind.trim() !== '')) return 'the command is not joined by `&&` only';
  if (!left && !right) return 'it is the only command of the RUN';

  const withLeft = left ? args.spanToSource(span(left.index, end)) : undefined;
  const withRight = right ? args.spanToSource(span(start, end + right[0].length)) : undefined;
  const sameLine = withLeft && lineStart(syntax.text, withLeft.start) === lineStart(syntax.text, command.span.start);
  const gone = (sameLine ? withLeft : (withRight ?? withLeft)) ?? command.span;
  return removeFromInstruction(syntax, run.syntax, gone);
}

/** Removes the line of a heredoc script that a command has for itself. */
function removeLine({ text }: DockerfileSyntax, { heredocs }: InstructionSyntax, command: ShellCommand): EditResult {
  const { start, end } = command.span;
  const content = heredocs[0]?.content;
  const body = content && wholeSpan(content);
  if (!body || start < body.start || end > body.end) return 'the command does not stand in the script';
  const from = lineStart(text, start);
  const newline = text.indexOf('\n', end);
  const isAlone = text.slice(from, start).trim() === '' && newline >= 0 && text.slice(end, newline).trim() === '';
  const isNested = command.context !== 'run' || (command.joinedBy !== undefined && command.joinedBy !== '\n');
  const isLonger = command.redirects.some(({ body: below }) => below !== undefined);
  if (!isAlone || isNested || isLonger || /\\\r?\n$/.test(text.slice(0, from)))
    return 'the command does not have a line for itself';
  if (content.text.trim() === text.slice(start, end)) return 'it is the only command of the RUN';
  return [{ span: span(from, newline + 1), text: '' }];
}

/** Offset in the logical text of a source offset, when that character is in it. */
function logicalOffset(text: MappedText, source: number): number | undefined {
  const piece = text.segments.find((s) => source >= s.source && source < s.source + s.length);
  return piece && piece.start + source - piece.source;
}

/**
 * Adds a command at the end of a RUN, joined by `&&` in the style of its lines; in a heredoc script as its last line.
 *
 *     RUN apt-get update \                    RUN apt-get update \
 *         && apt-get install x    →               && apt-get install x \
 *                                                 && rm -rf /var/lib/apt/lists/*
 */
export function appendToRun(syntax: DockerfileSyntax, run: RunInstruction, command: string): EditResult {
  if (run.form === 'exec') return 'the RUN has JSON form';
  if (run.interpreter !== 'posix') return 'the RUN is not a POSIX shell script';
  if (run.form === 'heredoc') return appendToHeredoc(syntax, run, command);
  if (run.syntax.heredocs.length > 0) return 'the RUN feeds heredocs to its commands';
  const { args } = run.syntax;
  if (args.text === '' || /(?:[&|;({]|\b(?:then|do|else))$/.test(args.text)) return 'the last command of the RUN is not finished';
  if (hasShellComment(args.text)) return 'a shell comment would swallow the command';

  const at = wholeSpan(args).end;
  const lines = contentLines(syntax, run.syntax);
  const line = lines.at(-1);
  const lineBefore = lines.at(-2);
  if (!line || line.continued) return 'the RUN is not finished';
  if (!lineBefore) return [{ span: span(at, at), text: ` && ${command}` }];
  const eol = lineEndingOf(syntax.text);
  const indent = /^[ \t]*/.exec(syntax.text.slice(line.start, line.end))?.[0] ?? '';
  const gap = gapBefore(syntax.text, lineBefore.bodyEnd, lineBefore.start);
  const operatorsLast = /&&$/.test(syntax.text.slice(lineBefore.start, lineBefore.bodyEnd).trimEnd());
  const text = operatorsLast
    ? ` &&${gap}${syntax.escape}${eol}${indent}${command}`
    : `${gap}${syntax.escape}${eol}${indent}&& ${command}`;
  return [{ span: span(at, at), text }];
}

/** The blanks in front of the escape character, so that a new line ends like the others; aligned columns become one blank. */
function gapBefore(text: string, bodyEnd: number, start: number): string {
  return text.slice(blanksBefore(text, bodyEnd, start), bodyEnd).length > 0 ? ' ' : '';
}

function appendToHeredoc(syntax: DockerfileSyntax, run: RunInstruction, command: string): EditResult {
  const heredoc = run.syntax.heredocs[0];
  if (!heredoc?.terminated) return 'the heredoc never ends';
  const body = heredoc.content.text;
  const lastLine = body.trimEnd().split('\n').at(-1) ?? '';
  if (/\\$/.test(lastLine.trimEnd())) return 'the last line of the script is continued';
  const end = wholeSpan(heredoc.content).end;
  const sourceLine = body === '' ? '' : syntax.text.slice(lineStart(syntax.text, end - 1), end);
  const indent = /^[ \t]*/.exec(sourceLine)?.[0] ?? '';
  return [{ span: span(end, end), text: `${indent}${command}${lineEndingOf(syntax.text)}` }];
}

/** Whether a `#` outside quotes starts a comment of the shell's. */
function hasShellComment(text: string): boolean {
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '\\' && quote !== "'") i++;
    else if (quote) quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '#' && (i === 0 || /[\s;&|(]/.test(text.charAt(i - 1)))) return true;
  }
  return false;
}
