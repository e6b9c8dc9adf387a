import type { Span } from '../../core/span.ts';
import type { At, Value } from '../../core/value.ts';
import type { CommandToken } from '../../knowledge/command-secrets.ts';
import { tokensOf } from '../../knowledge/command-secrets.ts';
import type { Command } from '../model/command.ts';
import type { EffectiveService } from '../model/service.ts';

/** A word of a command, one of a script inside a word included. */
export interface WrittenWord extends CommandToken {
  /** The word of the Compose file that holds it. */
  readonly word: Value<string>;
  readonly command: Command;
  /** `command`, `entrypoint` or `healthcheck`. */
  readonly key: string;
}

/** What stands for a word that is not in the file: a reference, like any other variable. */
const ELSEWHERE = '$_';

/** No command that somebody typed has more words, or a longer one: it is not taken apart. */
const MOST_WORDS = 10_000;
const LONGEST = 100_000;

/** The text of a value that stands in the file: what only run time knows, or `.env` gives, does not. */
function writtenText(value: Value<string>): string {
  const written = value.kind === 'known' && value.at.via?.kind !== 'interpolation' && value.value.length <= LONGEST;
  return written ? value.value : ELSEWHERE;
}

function wordsOf(key: string, command: Command | undefined): readonly WrittenWord[] {
  if (!command || command.words.length > MOST_WORDS) return [];
  return (command?.words ?? []).flatMap((word) => {
    const text = writtenText(word);
    const tokens = /\s/.test(text) ? tokensOf(text) : [{ text, start: 0 }];
    return command ? tokens.map((token) => ({ ...token, word, command, key })) : [];
  });
}

/** The words of each command of a service that the file itself says, scripts taken apart. */
export function writtenWords(service: EffectiveService): readonly (readonly WrittenWord[])[] {
  return [
    wordsOf('command', service.command),
    wordsOf('entrypoint', service.entrypoint),
    wordsOf('healthcheck', service.healthcheck.test),
  ];
}

/** The place of a part of a known text: exact where the file has the text as it is, else all of it. */
export function placeInText(service: EffectiveService, at: At, text: string, part: Span): At {
  if (at.uri !== undefined) return at;
  const source = service.document.text.slice(at.span.start, at.span.end);
  const shift = source === text ? 0 : source.slice(1, -1) === text ? 1 : undefined;
  const piece = text.slice(part.start, part.end);
  // Quotes of a shell inside a word move the characters, but not those of the piece.
  const offset = shift === undefined ? (piece === '' ? -1 : source.indexOf(piece)) : shift + part.start;
  if (offset < 0 || (shift === undefined && source.lastIndexOf(piece) !== offset)) return at;
  const start = at.span.start + offset;
  return { ...at, span: { start, end: start + piece.length } };
}
