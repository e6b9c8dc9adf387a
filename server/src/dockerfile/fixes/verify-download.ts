import type { FixOffer } from '../../core/finding.ts';
import { type Span, span } from '../../core/span.ts';
import type { TextEdit } from '../../core/text-edit.ts';
import { isInterpreter, isShellInterpreter } from '../../shell/query.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import { savedFileOf } from '../downloads/downloads.ts';
import type { ExecutedDownload } from '../downloads/executed-downloads.ts';
import { type EditResult, isRefused } from '../edit.ts';
import type { Dockerfile, RunInstruction } from '../model/model.ts';
import { offer } from './words.ts';

/** A digest by its form; no file has it. */
const DIGEST = '0'.repeat(64);
/** What the fix is called. */
export const TITLE_OF_CHECK = 'Compare the download with a digest before it runs';
const CAUTION = 'Put in the digest that the publisher names; the build fails until then, and whenever the download changes.';
/** Blanks and continued lines around one operator, and nothing else. */
const GAP = /^[\s\\`]*(?:&&|\|)[\s\\`]*$/;
const IN_PIECES = 'it is written over several lines or with escapes';

/**
 * Puts a check between a download and what runs it.
 *
 *     curl -fsSL https://x | bash -s -- --yes
 *   → curl -fsSL https://x > /tmp/install.sh && echo "…  /tmp/install.sh" | sha256sum -c - && bash /tmp/install.sh --yes
 *
 *     curl -o x.sh https://x && sh x.sh   →   curl -o x.sh https://x && echo "…  x.sh" | sha256sum -c - && sh x.sh
 */
export function verifyDownload(file: Dockerfile, run: RunInstruction, found: ExecutedDownload): FixOffer {
  const edits = editsFor(file, run, found);
  return offer({ title: TITLE_OF_CHECK, safety: 'placeholder', caution: CAUTION, select: DIGEST }, [edits], [run]);
}

/**
 * Puts a check behind a download that another command makes a program of.
 *
 *     curl https://x | tar xz   →   curl https://x > /tmp/download && echo "…  /tmp/download" | sha256sum -c - && tar xz < /tmp/download
 */
export function verifySaved(file: Dockerfile, run: RunInstruction, download: ShellCommand): FixOffer {
  return offer(
    { title: TITLE_OF_CHECK, safety: 'placeholder', caution: CAUTION, select: DIGEST },
    [savedEdits(file, run, download)],
    [run],
  );
}

function savedEdits(file: Dockerfile, run: RunInstruction, download: ShellCommand): EditResult {
  if (run.form === 'exec' || download.context === 'sh -c') return 'the command stands inside quotes';
  if (download.joinedBy === '||') return 'it is joined by `||`, which the check would change';
  const { pipesTo } = download;
  if (!pipesTo) return checkSaved(file, run.script.commands, download);
  if (pipesTo.joinedBy === '||' || pipesTo.pipesTo || download.pipedFrom) return 'the download is part of a longer pipe';
  const path = '/tmp/download';
  const at = pipesTo.span.end;
  return splitAt(file, download, pipesTo, path, [{ span: span(at, at), text: ` < ${path}` }]);
}

function editsFor(file: Dockerfile, run: RunInstruction, { runner, download, how }: ExecutedDownload): EditResult {
  const { commands } = run.script;
  const command = commands.find(({ word }) => word?.span.start === runner.span.start && word.span.end === runner.span.end);
  if (!command || run.form === 'exec' || command.context === 'sh -c' || download.context === 'sh -c')
    return 'the command stands inside quotes';
  if (download.joinedBy === '||' || command.joinedBy === '||') return 'it is joined by `||`, which the check would change';
  if (how === 'saved') return checkSaved(file, commands, download);
  if (download.pipesTo === command) return splitPipe(file, run, download, command);
  if (download.pipesTo || download.context !== 'substitution')
    return 'other programs stand between the download and what runs it';
  return liftOut(file, run, download, command);
}

function check(path: string): string {
  return `echo "${DIGEST}  ${path}" | sha256sum -c -`;
}

function textIn(file: Dockerfile, start: number, end: number): string {
  return file.syntax.text.slice(start, end);
}

/** A check behind the download, in the style of the line that follows. */
function checkSaved(file: Dockerfile, commands: readonly ShellCommand[], download: ShellCommand): EditResult {
  const path = savedFileOf(download) ?? '';
  if (!/^[\w./${}@:+-]+$/.test(path)) return 'the name of the file is not plain';
  if (download.pipesTo) return 'the download is part of a pipe';
  const at = download.span.end;
  const next = commands.find(({ span: { start } }) => start >= at);
  const gap = next ? textIn(file, at, next.span.start) : '';
  const joined = next?.joinedBy === '&&';
  const before = joined && GAP.test(gap) ? gap : ' && ';
  return [{ span: span(at, at), text: `${before}${check(path)}${joined ? '' : ' || exit 1'}` }];
}

/** A name that the script does not use yet. */
function freshPath(run: RunInstruction, runner: ShellCommand): string {
  const { text } = run.script.text;
  const [name, end] =
    isShellInterpreter(runner.name) || !isInterpreter(runner.name) ? ['/tmp/install', '.sh'] : ['/tmp/install', ''];
  let n = 1;
  while (text.includes(`${name}${n > 1 ? n : ''}${end}`)) n++;
  return `${name}${n > 1 ? n : ''}${end}`;
}

function splitPipe(file: Dockerfile, run: RunInstruction, download: ShellCommand, runner: ShellCommand): EditResult {
  if (runner.pipesTo || download.pipedFrom) return 'the download is part of a longer pipe';
  const path = freshPath(run, runner);
  return splitAt(file, download, runner, path, callOf(runner, path));
}

function splitAt(file: Dockerfile, download: ShellCommand, runner: ShellCommand, path: string, called: EditResult): EditResult {
  const gap = textIn(file, download.span.end, runner.span.start);
  if (!GAP.test(gap)) return 'it is joined in another way than by a pipe alone';
  if (isRefused(called)) return called;
  const and = gap.replace(/\|/, '&&');
  const between = { span: span(download.span.end, runner.span.start), text: ` > ${path}${and}${check(path)}${and}` };
  return [between, ...called];
}

/** The words that make an interpreter read its script from a pipe give way to the script's path; what follows are its arguments. */
function callOf({ word, args, name }: ShellCommand, path: string): EditResult {
  if (!word || !isInterpreter(name)) return 'what runs it takes no file';
  const isShell = isShellInterpreter(name);
  const stdin = args.findIndex(({ text }) => ['-', '/dev/stdin', isShell ? '-s' : '--'].includes(text));
  const options = stdin < 0 ? args : args.slice(0, stdin);
  if (options.some(({ text }) => !/^-[a-rt-z]+$/.test(text))) return 'it is called with options that the file would change';
  const behind = args[stdin + 1];
  const last = stdin >= 0 && behind?.text === '--' ? behind : args[stdin];
  const first = args[stdin];
  if (!first || !last) {
    const at = (args.at(-1) ?? word).span.end;
    return [{ span: span(at, at), text: ` ${path}` }];
  }
  return first.editable && last.editable ? replaced(first, last, path) : IN_PIECES;
}

function replaced(first: ShellWord, last: ShellWord, text: string): readonly TextEdit[] {
  const whole: TextEdit = { span: first.span, text };
  return first === last ? [whole] : [whole, { span: span(first.span.end, last.span.end), text: '' }];
}

/**
 * `bash <(curl …) args`, `sh -c "$(curl …)" name args`, `eval "$(curl …)"`: the download becomes a command in front. The name goes: a file has
 * its own.
 */
function liftOut(file: Dockerfile, run: RunInstruction, download: ShellCommand, runner: ShellCommand): EditResult {
  const { word, args, name } = runner;
  const holder = args.find(({ substitutions }) => substitutions.includes(download));
  if (!word || !holder?.editable) return 'the download is not an argument of its own';
  const inner = textIn(file, download.span.start, download.span.end);
  const isAlone = new RegExp(`^(?:"?\\$\\(|<\\(|"?\`)\\s*${escaped(inner)}\\s*(?:\\)"?|\`"?)$`).test(holder.raw);
  if (!isAlone || inner.includes('\n')) return 'the download is not the whole argument';
  if (runner.pipedFrom || runner.assignments.length > 0 || runner.wrappers.length > 0) return 'other words stand in front of it';
  const path = freshPath(run, runner);
  const before = args[args.indexOf(holder) - 1];
  const isCode = before?.text === '-c' || before?.text === '-e';
  const first = isCode && before ? before : holder;
  const front: TextEdit = { span: span(runner.span.start, runner.span.start), text: `${inner} > ${path} && ${check(path)} && ` };
  if (args.indexOf(first) !== 0) return 'it is called with options that the file would change';
  const zero = isCode && isShellInterpreter(name) ? args[args.indexOf(holder) + 1] : undefined;
  const call = span(word.span.start, (zero ?? holder).span.end);
  return joinedOnLine(file, call) ? [front, { span: call, text: `${name === 'eval' ? '.' : word.raw} ${path}` }] : IN_PIECES;
}

function joinedOnLine(file: Dockerfile, { start, end }: Span): boolean {
  return !textIn(file, start, end).includes('\n');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
