import type { Instruction } from '../model/model.ts';

/** A string in double, single or typographic quotes. */
const ITEM = /\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|[“”]([^“”]*)[“”]|[‘’]([^‘’]*)[‘’])\s*/y;
const KEYWORDS: ReadonlySet<string> = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'COPY', 'ADD', 'VOLUME', 'SHELL']);

/** The strings that a text between brackets was meant to hold: quotes of any kind, commas forgotten or one too many. */
function itemsOf(text: string): readonly string[] | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  const inner = text.slice(1, -1);
  const items: string[] = [];
  let at = 0;
  while (at < inner.length) {
    ITEM.lastIndex = at;
    const match = ITEM.exec(inner);
    if (!match) return /^[\s,]*$/.test(inner.slice(at)) && items.length > 0 ? items : undefined;
    items.push((match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').replace(/\\(["\\])/g, '$1'));
    at = ITEM.lastIndex;
    if (inner.charAt(at) === ',') at++;
    else if (at < inner.length) return undefined;
  }
  return items.length > 0 ? items : undefined;
}

/**
 * The words of a JSON form that is none because of a mistake, so that Docker takes it for the shell form; undefined for everything
 * else. `RUN [ 'a' ]` may be the shell's own test. (https://docs.docker.com/reference/dockerfile/#exec-form)
 */
export function brokenJsonForm({ syntax, keyword }: Instruction): readonly string[] | undefined {
  if (syntax.json || !KEYWORDS.has(keyword)) return undefined;
  const items = itemsOf(syntax.args.text);
  return keyword === 'RUN' && items?.length === 1 && !syntax.args.text.includes(',') ? undefined : items;
}
