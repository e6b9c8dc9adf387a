import type { At, Value, Via } from '../../core/value.ts';
import { dynamic, invalid, known } from '../../core/value.ts';
import { replacePattern, TooCostly, trimPrefix, trimSuffix } from './patterns.ts';

/**
 * What is known of a variable. *unset*: nobody gives it a value unless the build does; *unknown*: it has one that only the
 * build knows.
 */
export type Binding =
  | { readonly kind: 'set'; readonly value: string; readonly via: Via }
  | { readonly kind: 'unset'; readonly via: Via }
  | { readonly kind: 'unknown' };

/** Longest text a value may grow to: `ENV A=$A$A`, line after line, doubles it. */
const MAX_LENGTH = 32_768;
/** `${A:-${B:-…}}` deeper than this is refused, so that no text exhausts the stack. */
const MAX_DEPTH = 40;

class BadSubstitution extends Error {}

interface Piece {
  readonly text: string;
  readonly dynamic: boolean;
  readonly via?: Via | undefined;
}

/**
 * Expands a word as BuildKit's shell lexer does: single quotes are literal, double quotes keep `$`, the escape character takes
 * the next one as it is, `$X`, `${X}`, `${X:-d}`, `${X-d}`, `${X:+a}`, `${X+a}`, `${X:?e}`, `${X?e}`, `${X#p}`, `${X##p}`,
 * `${X%p}`, `${X%%p}`, `${X/p/r}`, `${X//p/r}`. `at` is the word's place. A bare variable that nobody sets is dynamic: the base
 * image or `--build-arg` may set it. (https://docs.docker.com/reference/dockerfile/#environment-replacement; BuildKit,
 * frontend/dockerfile/shell.)
 */
export function expandWord(text: string, escapeChar: string, bind: (name: string) => Binding, at: At): Value<string> {
  if (!/[$'"\\`]/.test(text)) return known(text, at);
  try {
    const piece = new Expander(text, escapeChar, bind).until('', false);
    if (piece.dynamic || piece.text.length > MAX_LENGTH) return dynamic(text, piece.via ? { ...at, via: piece.via } : at);
    return known(piece.text, piece.via ? { ...at, via: piece.via } : at);
  } catch (error) {
    if (error instanceof TooCostly) return dynamic(text, at);
    if (error instanceof BadSubstitution) return invalid(error.message, at);
    throw error;
  }
}

class Expander {
  readonly #text: string;
  readonly #escape: string;
  readonly #bind: (name: string) => Binding;
  #at = 0;
  #depth = 0;

  constructor(text: string, escapeChar: string, bind: (name: string) => Binding) {
    this.#text = text;
    this.#escape = escapeChar;
    this.#bind = bind;
  }

  /** Reads up to `stop` and takes it, or to the end when `stop` is empty. Patterns keep their escapes. */
  until(stop: string, keepEscapes: boolean): Piece {
    const out = new Output();
    while (this.#at < this.#text.length) {
      const c = this.#text.charAt(this.#at);
      if (c === stop) {
        this.#at++;
        return out;
      }
      if (c === "'") out.add(this.#singleQuoted());
      else if (c === '"') this.#doubleQuoted(out);
      else if (c === '$') out.add(this.#dollar());
      else {
        this.#at++;
        if (c !== this.#escape) out.add(literal(c));
        else {
          if (keepEscapes) out.add(literal(c));
          out.add(literal(this.#text.charAt(this.#at++)));
        }
      }
    }
    if (stop !== '') throw new BadSubstitution(`\`${stop}\` is missing`);
    return out;
  }

  #singleQuoted(): Piece {
    const close = this.#text.indexOf("'", this.#at + 1);
    if (close < 0) throw new BadSubstitution('a single quote is never closed');
    const text = this.#text.slice(this.#at + 1, close);
    this.#at = close + 1;
    return literal(text);
  }

  #doubleQuoted(out: Output): void {
    for (this.#at++; this.#at < this.#text.length; ) {
      let c = this.#text.charAt(this.#at);
      if (c === '"') {
        this.#at++;
        return;
      }
      if (c === '$') {
        out.add(this.#dollar());
        continue;
      }
      this.#at++;
      if (c === this.#escape) {
        const next = this.#text.charAt(this.#at);
        if (next === '"' || next === '$' || next === this.#escape) {
          c = next;
          this.#at++;
        }
      }
      out.add(literal(c));
    }
    throw new BadSubstitution('a double quote is never closed');
  }

  #dollar(): Piece {
    this.#at++;
    if (this.#text.charAt(this.#at) !== '{') {
      const name = this.#name();
      return name === '' ? literal('$') : this.#value(name);
    }
    this.#at++;
    const name = this.#name();
    if (name === '' || ++this.#depth > MAX_DEPTH) throw new BadSubstitution('bad substitution');
    const piece = this.#braced(name);
    this.#depth--;
    return piece;
  }

  #braced(name: string): Piece {
    const c = this.#text.charAt(this.#at++);
    if (c === '}') return this.#value(name);
    if (c === '/') return this.#replacement(name);
    const nullIsUnset = c === ':';
    const modifier = nullIsUnset ? this.#text.charAt(this.#at++) : c;
    if (modifier === '' || !'-+?#%'.includes(modifier) || (nullIsUnset && '#%'.includes(modifier))) {
      throw new BadSubstitution(`unsupported modifier \`${nullIsUnset ? ':' : ''}${modifier}\` in a substitution`);
    }
    const cut = modifier === '#' || modifier === '%';
    const longest = cut && this.#text.charAt(this.#at) === modifier;
    if (longest) this.#at++;
    const word = this.until('}', cut);
    const binding = this.#bind(name);
    if (binding.kind === 'unknown') return UNKNOWN;
    const isSet = binding.kind === 'set' && !(nullIsUnset && binding.value === '');
    const via = binding.via;
    if (modifier === '-') return isSet ? this.#value(name) : { ...word, via: defaultVia(name, via) };
    if (modifier === '+') return isSet ? { ...word, via } : { text: '', dynamic: false, via: defaultVia(name, via) };
    if (!isSet || binding.kind !== 'set') return { text: '', dynamic: true, via };
    if (modifier === '?') return this.#value(name);
    if (word.dynamic) return UNKNOWN;
    const text = modifier === '#' ? trimPrefix(binding.value, word.text, longest) : trimSuffix(binding.value, word.text, longest);
    return { text, dynamic: false, via };
  }

  #replacement(name: string): Piece {
    const all = this.#text.charAt(this.#at) === '/';
    if (all) this.#at++;
    const pattern = this.until('/', true);
    const replacement = this.until('}', true);
    const binding = this.#bind(name);
    if (binding.kind !== 'set' || pattern.dynamic || replacement.dynamic) return UNKNOWN;
    return { text: replacePattern(binding.value, pattern.text, replacement.text, all), dynamic: false, via: binding.via };
  }

  #value(name: string): Piece {
    const binding = this.#bind(name);
    if (binding.kind === 'set') return { text: binding.value, dynamic: false, via: binding.via };
    return binding.kind === 'unset' ? { text: '', dynamic: true, via: binding.via } : UNKNOWN;
  }

  #name(): string {
    const rest = /[@*#?\-$!0]|[0-9]+|[\p{L}_][\p{L}\p{Nd}_]*/uy;
    rest.lastIndex = this.#at;
    const name = rest.exec(this.#text)?.[0] ?? '';
    this.#at += name.length;
    return name;
  }
}

const UNKNOWN: Piece = { text: '', dynamic: true };

function literal(text: string): Piece {
  return { text, dynamic: false };
}

/** A default's way: through the ARG that has none of its own, else just the default. */
function defaultVia(name: string, via: Via): Via {
  return via.at ? via : { kind: 'default', name };
}

/** Joins pieces; the first one that came through a variable says through which. */
class Output implements Piece {
  text = '';
  dynamic = false;
  via: Via | undefined;

  add(piece: Piece): void {
    this.text += piece.text;
    this.dynamic ||= piece.dynamic;
    this.via ??= piece.via;
    if (this.text.length > MAX_LENGTH) throw new TooCostly();
  }
}
