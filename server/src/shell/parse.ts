import { parse, type Script } from 'unbash';
import type { SyntaxProblem } from '../core/comment.ts';
import type { MappedText } from '../core/mapped-text.ts';
import type { CommandDraft } from './flow.ts';
import { type Frame, outermost, tailOf } from './frame.ts';
import type { Interpreter, ShellCommand, ShellScript } from './script.ts';
import { type Place, ScriptWalker } from './walk.ts';

/** How often a text is parsed again behind a token that cannot stand there; more is not a script. */
const MAX_RECOVERIES = 50;
/**
 * A shell takes the `\r` for a part of the last word. A file that was saved with Windows' line endings is still meant as it would be
 * read without them, and is mostly checked out without them where it is built.
 */
const CARRIAGE_RETURN = /\r+(?=\n|$)/g;
/** The token, and the operator behind it: in `a ) && b` the `&&` is no second mistake. */
const OFFENDING_TOKEN = /^(?:(?:[(){}]|\w+)[ \t]*)?(&&|\|\||\|&|;;&|;;|;&|[;&|])?/;

type Join = ShellCommand['joinedBy'];
const JOINS: ReadonlySet<string> = new Set(['&&', '||', ';', '&', '|', '|&']);

/** Offset behind the token at which the parser gave up, when it read nothing after it. */
function resumeAfter(
  text: string,
  script: Script & { readonly errors?: readonly { message: string; pos: number }[] | undefined },
) {
  const lastStart = script.commands.at(-1)?.pos ?? -1;
  const error = script.errors?.find((e) => e.message.startsWith('unexpected token') && e.pos >= lastStart);
  if (!error) return undefined;
  const token = OFFENDING_TOKEN.exec(text.slice(error.pos));
  return { operator: token?.[1] ?? '', offset: error.pos + Math.max(1, token?.[0].length ?? 0) };
}

/** Parses a frame, again behind each token that makes the parser stop. */
function parseFrame(walker: ScriptWalker, start: Place): void {
  let frame: Frame = start.frame;
  let join: Join = start.join;
  for (let round = 0; round < MAX_RECOVERIES; round += 1) {
    const script = parse(frame.text.text);
    walker.script(script, { ...start, frame, join });
    const resume = resumeAfter(frame.text.text, script);
    if (!resume || resume.offset >= frame.text.text.length) return;
    join = JOINS.has(resume.operator) ? (resume.operator as Join) : undefined;
    frame = tailOf(frame, resume.offset);
  }
}

/** In the order of the text; what was read twice (an expansion inside `sh -c "…"`, a text parsed again) is kept once. */
function inTextOrder(commands: readonly CommandDraft[]): readonly ShellCommand[] {
  if (commands.every((command, i) => i === 0 || command.span.start > (commands[i - 1]?.span.start ?? 0))) return commands;
  const seen = new Set<string>();
  return [...commands]
    .sort((a, b) => a.span.start - b.span.start)
    .filter((command) => {
      const key = `${command.span.start}:${command.span.end}:${command.name ?? ''}:${command.args.length}`;
      return !seen.has(key) && seen.add(key);
    });
}

/**
 * Parses the script of a RUN, CMD, `command:` … `text` is what the shell gets to read (continuation lines joined as Docker does);
 * all spans of the result are UTF-16 offsets into the source that `text` is mapped to. Tolerant: half-typed text gives the
 * commands that can be read and problems. An interpreter other than `posix` gives no commands.
 */
export function parseShell(text: MappedText, interpreter: Interpreter): ShellScript {
  const problems: SyntaxProblem[] = [];
  if (interpreter !== 'posix') return { interpreter, text, commands: [], problems };
  const walker = new ScriptWalker(parseFrame, (frame, error) => {
    const end = Math.min(error.pos + 1, frame.text.text.length);
    const span = frame.text.spanToSource({ start: Math.min(error.pos, end), end });
    problems.push({ span, message: error.message, code: 'shell-syntax' });
  });
  try {
    parseFrame(walker, { frame: outermost(text.without(CARRIAGE_RETURN)), context: 'run', depth: 0 });
    walker.feedShells();
  } catch (error) {
    const at = text.spanToSource({ start: 0, end: 0 });
    problems.push({ span: at, message: error instanceof Error ? error.message : 'unreadable script', code: 'shell-unreadable' });
  }
  return { interpreter, text, commands: inTextOrder(walker.commands), problems };
}
