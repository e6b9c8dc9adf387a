/**
 * Where the words of a command hold a credential.
 * Sources: curl(1), wget(1), mysql(1), mariadb(1), mongosh, redis-cli, sshpass(1), redis.conf and redis-server, the documentation of each
 * on giving passwords. Read 2026-11-21.
 */
import type { Span } from '../core/span.ts';
import { findCredentials, judgeSecretValue, looksLikeSecretName } from './secrets.ts';

/** One word, quotes included, and where it starts in the text it was cut from. */
export interface CommandToken {
  readonly text: string;
  readonly start: number;
}

/** A credential that stands in a word. */
export interface CommandSecret {
  /** The option or variable that it is given to, or what it is by its form. */
  readonly name: string;
  /** Index of the word, and UTF-16 offsets of the value into it. */
  readonly token: number;
  readonly span: Span;
  readonly weak: boolean;
}

/** Short options that take a password: glued to it, or as the next word. */
const SHORT: readonly { readonly programs: RegExp; readonly option: string; readonly glued: boolean; readonly pair?: boolean }[] =
  [
    { programs: /^(?:mysql\w*|mariadb(?:-\w+)?)$/, option: '-p', glued: true },
    { programs: /^(?:redis|valkey|keydb)-cli$/, option: '-a', glued: false },
    { programs: /^sshpass$/, option: '-p', glued: false },
    { programs: /^(?:mongo|mongosh|mongodump|mongorestore)$/, option: '-p', glued: false },
    { programs: /^curl$/, option: '-u', glued: false, pair: true },
  ];
/** A part of each program's name: a quick look at a word. */
const MAYBE_PROGRAM = /mysql|mariadb|-cli|sshpass|mongo|curl/;
/** Long options whose names alone do not say it. */
const LONG: ReadonlySet<string> = new Set(['requirepass', 'masterauth', 'pass', 'pwd', 'adminpass']);
const PAIRS: ReadonlySet<string> = new Set(['user', 'proxy-user', 'basic-auth']);
/** Options about how a secret is kept, not the secret: `--password-hash=sha512`. */
const ABOUT = /[-_](?:hash|type|method|mode|algo(?:rithm)?|policy|length|encoding|format|header|expiry)$/i;
/** No password: `!` locks an account, and `--secret id=x` of `docker build` names a mount. */
const NO_VALUE = /^[^\p{L}\p{N}]*$|^(?:id|type|src|source|target|env)=/u;

/** The words of a text at blanks outside quotes, with offsets. */
export function tokensOf(text: string): readonly CommandToken[] {
  return [...text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(({ 0: word, index }) => ({ text: word, start: index }));
}

function unquotedSpan(text: string, from: number): Span {
  const quote = text[from];
  const closed = (quote === '"' || quote === "'") && text.length > from + 1 && text.endsWith(quote);
  const end = closed ? text.length - 1 : text.length - (/[;,)"'`]+$/.exec(text.slice(from))?.[0].length ?? 0);
  return { start: from + (closed ? 1 : 0), end: Math.max(end, from) };
}

/** The value from an offset of a word on, when it is one; of `user:password` what is behind the colon. */
function valueAt(text: string, from: number, pair: boolean): { readonly span: Span; readonly weak: boolean } | undefined {
  let span = unquotedSpan(text, from);
  if (pair) {
    const colon = text.slice(span.start, span.end).indexOf(':');
    if (colon < 0) return undefined;
    span = { start: span.start + colon + 1, end: span.end };
  }
  if (NO_VALUE.test(text.slice(span.start, span.end))) return undefined;
  const judged = judgeSecretValue(text.slice(span.start, span.end));
  if (judged.kind === 'credential') return { span, weak: false };
  if (judged.kind === 'literal' || (judged.kind === 'placeholder' && judged.weak)) return { span, weak: judged.weak };
  return undefined;
}

/** Whether an option or a variable takes a credential: a name that says it, or `user:password`. */
function optionKind(name: string): 'secret' | 'pair' | undefined {
  const plain = name.toLowerCase();
  if (PAIRS.has(plain)) return 'pair';
  if (ABOUT.test(plain)) return undefined;
  return LONG.has(plain) || looksLikeSecretName(name.replace(/[-.]/g, '_')) ? 'secret' : undefined;
}

/**
 * The credentials in the words of a command: options (`--password x`, `--requirepass=x`, `mysql -px`), variables in front of a program
 * (`PGPASSWORD=x psql`) and what is one by its form. References (`$X`) and placeholders are none.
 */
export function commandSecrets(tokens: readonly CommandToken[]): readonly CommandSecret[] {
  const found: CommandSecret[] = [];
  let program = '';
  const add = (name: string, token: number, from: number, pair: boolean): void => {
    const text = tokens[token]?.text;
    const value = text === undefined ? undefined : valueAt(text, from, pair);
    if (value) found.push({ name, token, ...value });
  };
  for (const [i, { text }] of tokens.entries()) {
    const [credential] = findCredentials(text);
    if (credential) {
      found.push({ name: credential.label, token: i, span: credential.span, weak: false });
      continue;
    }
    const isOption = text.startsWith('-');
    const assigned = !isOption && text.includes('=') ? /^([A-Za-z_]\w*)=/.exec(text)?.[1] : undefined;
    const [, long, equals] = (isOption && /^--?([A-Za-z][\w.-]+)(=)?/.exec(text)) || [];
    const short =
      isOption && program !== ''
        ? SHORT.find(({ programs, option }) => text.startsWith(option) && programs.test(program))
        : undefined;
    if (assigned !== undefined && looksLikeSecretName(assigned)) add(assigned, i, assigned.length + 1, false);
    else if (short?.glued && text.length > 2) add(short.option, i, 2, false);
    else if (short && !short.glued && text === short.option) add(short.option, i + 1, 0, short.pair === true);
    else if (long !== undefined) {
      const kind = optionKind(long);
      const name = `--${long}`;
      if (kind && equals) add(name, i, text.indexOf('=') + 1, kind === 'pair');
      else if (kind && !(tokens[i + 1]?.text ?? '-').startsWith('-')) add(name, i + 1, 0, kind === 'pair');
    }
    const base = MAYBE_PROGRAM.test(text) ? /^[\w./-]*?([\w-]+)$/.exec(text)?.[1] : undefined;
    if (base !== undefined && SHORT.some(({ programs }) => programs.test(base))) program = base;
    else if (/^(?:&&|\|\||\||;)$/.test(text)) program = '';
  }
  return found;
}
