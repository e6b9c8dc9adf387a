/**
 * Secrets that are set inside a longer text: an `.env` file, a properties or YAML file, a script, as ConfigMaps and Secrets hold them.
 * Sources: those of `secrets.ts`; the syntax of dotenv, Java properties and INI files. Read 2026-11-21.
 */
import { findCredentials, judgeSecretValue, looksLikeSecretName } from './secrets.ts';

/** What was found; the value itself is not kept. */
export interface FoundSecret {
  /** The name that it is set under; undefined for a credential that its form alone tells. */
  readonly name: string | undefined;
  /** `GitHub token`; undefined for a plain text under a telling name. */
  readonly label: string | undefined;
  /** Among the values that attackers try first. */
  readonly weak: boolean;
}

/** `NAME=value`, `name: value`, `export NAME="value"`; comments and anything with a space before the sign are none. */
const ASSIGNMENT = /^[ \t]*(?:export[ \t]+|-[ \t]+)?["']?([A-Za-z_][\w.-]{1,80})["']?[ \t]*[=:][ \t]*(.*)$/;
const QUOTED = /^(["'`])(.*)\1[;,]?$/;
/** Calls, types, expressions and lists: a program's text, not a value. */
const EXPRESSION = /[\s()<>[\]{}|;]/;
/** Words that say what may stand there: schemas and code. */
const TYPE =
  /^(?:string|str|text|integer|int|number|boolean|bool|object|array|char|varchar|bytes|self\.\w+|this\.\w+|env\.\w+)$/i;
const SHORTEST = 6;
/** Longer texts are programs and data; their lines are not looked at. */
const LONGEST = 262_144;

function valueOfLine(rest: string): string | undefined {
  const text = rest.trim().replace(/[ \t]+#.*$/, '');
  const quoted = QUOTED.exec(text)?.[2];
  if (quoted !== undefined) return quoted;
  const plain = text.replace(/,$/, '');
  return EXPRESSION.test(plain) ? undefined : plain;
}

function secretOfLine(line: string): FoundSecret | undefined {
  const [, name = '', rest = ''] = ASSIGNMENT.exec(line) ?? [];
  if (name === '' || !looksLikeSecretName(name)) return undefined;
  const value = valueOfLine(rest);
  return value === undefined ? undefined : judgeNamed(name, value);
}

function judgeNamed(name: string, value: string): FoundSecret | undefined {
  const judged = judgeSecretValue(value);
  if (judged.kind === 'credential') return { name, label: judged.label, weak: false };
  if (judged.kind !== 'literal' && !(judged.kind === 'placeholder' && judged.weak)) return undefined;
  return (value.length < SHORTEST && !judged.weak) || TYPE.test(value)
    ? undefined
    : { name, label: undefined, weak: judged.weak };
}

/**
 * The secret that an entry of a ConfigMap or Secret is or holds: by the form of its value, by its name, or by the name that it is set
 * under in a text of several lines. Undefined when there is none.
 */
export function secretInEntry(key: string, text: string): FoundSecret | undefined {
  const credential = findCredentials(text)[0];
  if (credential) return { name: undefined, label: credential.label, weak: false };
  const isLine = !text.trim().includes('\n');
  if (isLine && looksLikeSecretName(key)) {
    const named = judgeNamed(key, text.trim());
    if (named) return { ...named, name: undefined };
  }
  if (text.length > LONGEST) return undefined;
  for (const line of text.split('\n')) {
    const found = secretOfLine(line);
    if (found) return found;
  }
  return undefined;
}
