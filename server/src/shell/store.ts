import type { MappedText } from '../core/mapped-text.ts';
import { movedScript } from './moved.ts';
import { parseShell } from './parse.ts';
import type { Interpreter, ShellScript } from './script.ts';

/**
 * The scripts of one file. Made from the store of an earlier text of the file, it gives what has not changed from there, moved to
 * its new place, and parses the rest. What it gives is equal to what `parseShell` gives.
 */
export class ScriptStore {
  readonly #scripts = new Map<string, ShellScript>();
  #earlier: ReadonlyMap<string, ShellScript> | undefined;

  constructor(earlier?: ScriptStore) {
    if (earlier) this.#earlier = earlier.#scripts;
  }

  /** See `parseShell`. */
  parse(text: MappedText, interpreter: Interpreter): ShellScript {
    if (!isUnbroken(text)) return parseShell(text, interpreter);
    const key = `${interpreter} ${text.text}`;
    const kept = this.#earlier?.get(key);
    const script = (kept && replaced(kept, text)) ?? parseShell(text, interpreter);
    this.#scripts.set(key, script);
    return script;
  }

  /** Lets the earlier store go: it would hold the one before it, and so on. */
  settle(): void {
    this.#earlier = undefined;
  }
}

/** Whether every character has a place of its own: only then do all spans move alike. */
function isUnbroken({ text, segments }: MappedText): boolean {
  let end = 0;
  for (const { start, length } of segments) {
    if (start !== end) return false;
    end += length;
  }
  return segments.length > 0 && end === text.length;
}

/** The script at the place of `text`; undefined when the text is not put together from the same pieces. */
function replaced(script: ShellScript, text: MappedText): ShellScript | undefined {
  const { segments } = script.text;
  const delta = (text.segments[0]?.source ?? 0) - (segments[0]?.source ?? 0);
  if (segments.length !== text.segments.length) return undefined;
  for (const [i, { length, source }] of text.segments.entries()) {
    if (segments[i]?.length !== length || segments[i]?.source !== source - delta) return undefined;
  }
  return delta === 0 ? script : movedScript(script, text, delta);
}
