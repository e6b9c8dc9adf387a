import type { MappedText } from '../../core/mapped-text.ts';
import type { Span } from '../../core/span.ts';
import { valueOf } from '../../core/value.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import { quotesBefore } from '../commands/words-text.ts';
import type { CopyAddInstruction } from '../model/model.ts';

/** A text of the Dockerfile that becomes the content of a file, or a part of it. */
export interface WrittenText {
  readonly text: string;
  /** The path of the file as written, where it is said. */
  readonly file: string | undefined;
  /** Where a part of the text (UTF-16 offsets in it) stands; the whole word where quoting hides it, then not editable. */
  locate(part: Span): { readonly span: Span; readonly editable: boolean };
}

const WRITING = /^(?:&?>>?|>\|)$/;
/** What `printf`, `echo -e` and `sed` make line breaks and tabs of: two characters, as they are written. */
const ESCAPED_BLANK = /\\[nrt]/g;
const PRINTERS: ReadonlySet<string> = new Set(['echo', 'printf']);
/** Commands with arguments that they write. */
export const WRITERS: ReadonlySet<string> = new Set([...PRINTERS, 'sed', 'gsed']);
/** `s/old/new/`: what stands behind the second delimiter is written. */
const SUBSTITUTION = /^[^\n]*?s([/|#,@!:%~^+])(?:\\.|(?!\1)[^\\])*\1/;

/** Whether it is worth asking what a command writes: a quick look. */
export function mayWriteTexts({ name = '', redirects }: ShellCommand): boolean {
  return redirects.length > 0 || WRITERS.has(name);
}

/**
 * What a command writes into a file as far as the script says it: `echo … >> f`, `printf … | tee f`, `sed -i s/a/b/ f`,
 * `cat <<EOF > f`. The text of a command that only prints is none.
 */
export function textsWrittenBy(command: ShellCommand): readonly WrittenText[] {
  const { name = '', redirects } = command;
  if (!mayWriteTexts(command)) return [];
  const file = fileOf(command);
  const bodies = redirects.flatMap(({ body }) => (body ? [ofMapped(body, file)] : []));
  if (name === 'sed' || name === 'gsed') {
    const edited = command.args.at(-1)?.text;
    return [...command.args.map((word) => ofWord(word, replacementStart(word.text), edited)), ...bodies];
  }
  return PRINTERS.has(name) && isSaved(command) ? [...command.args.map((word) => ofWord(word, 0, file)), ...bodies] : bodies;
}

function fileOf(command: ShellCommand): string | undefined {
  const target = command.redirects.find(({ operator }) => WRITING.test(operator))?.target?.text;
  if (target !== undefined) return target;
  const tee = command.name === 'tee' ? command : command.pipesTo;
  return tee?.name === 'tee' ? tee.args.find(({ text }) => !text.startsWith('-'))?.text : undefined;
}

/** The content of the files that COPY and ADD take from heredocs. (https://docs.docker.com/reference/dockerfile/#here-documents) */
export function textsOfCopy(copy: CopyAddInstruction): readonly WrittenText[] {
  if (copy.syntax.heredocs.length === 0) return [];
  return copy.sources.flatMap(({ heredoc }) => (heredoc ? [ofMapped(heredoc.content, valueOf(copy.destination))] : []));
}

function isSaved(command: ShellCommand): boolean {
  return command.redirects.some(({ operator }) => WRITING.test(operator)) || command.pipesTo !== undefined;
}

function replacementStart(text: string): number {
  return SUBSTITUTION.exec(text)?.[0].length ?? 0;
}

function ofMapped(body: MappedText, file: string | undefined): WrittenText {
  return { text: body.text, file, locate: (part) => ({ span: body.spanToSource(part), editable: body.isContiguous(part) }) };
}

/** The text of a word from an offset on. */
function ofWord(word: ShellWord, from: number, file: string | undefined): WrittenText {
  const quotes = quotesBefore(word);
  return {
    text: word.text.slice(from).replace(ESCAPED_BLANK, '\n '),
    file,
    locate(part) {
      if (quotes === undefined || !word.editable) return { span: word.span, editable: false };
      const start = word.span.start + quotes + from;
      return { span: { start: start + part.start, end: start + part.end }, editable: true };
    },
  };
}
