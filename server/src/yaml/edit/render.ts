import type { YamlScalar } from '../node.ts';
import type { YamlLayout } from './detect-indent.ts';

/** Plain data to write: strings are quoted where a YAML 1.1 or 1.2 reader would take them for something else. */
export type YamlData = string | number | boolean | null | readonly YamlData[] | { readonly [key: string]: YamlData };

/** How new YAML is to look. */
export interface RenderStyle extends YamlLayout {
  /** Lists of scalars as `[a, b]`, also in block context. */
  readonly flowLists: boolean;
}

// YAML 1.1 (https://yaml.org/type/bool.html, null.html, int.html, float.html, timestamp.html, merge.html, value.html): what
// Compose and Kubernetes loaders or older tools would not read as a string.
const WORDS = /^(?:y|yes|n|no|true|false|on|off|null|~|<<|=|[-+]?\.inf|\.nan)$/i;
const NUMBER_LIKE = /^[-+]?[\d.][\d_.,:a-f+-]*$|^[-+]?0[xob][\da-f_]+$/i;
const DATE_LIKE = /^\d{4}-\d{1,2}-\d{1,2}/;
const NEEDS_ESCAPE = /[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** Whether a text can be written without quotes and is read back as this very string, in block or flow context. */
export function isPlainSafe(text: string, flow: boolean): boolean {
  if (text === '' || text !== text.trim() || NEEDS_ESCAPE.test(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''))) return false;
  if (/^[?:,[\]{}#&*!|>'"%@`=~<]/.test(text) || /^-(?:\s|$|--)/.test(text) || text.startsWith('...')) return false;
  if (/:(?:\s|$)|\s#/.test(text) || (flow && (/[,[\]{}]/.test(text) || /^-[?:-]?$/.test(text)))) return false;
  return !WORDS.test(text) && !NUMBER_LIKE.test(text) && !DATE_LIKE.test(text);
}

/** A text in double quotes, as JSON and YAML both read it; other characters than printable ones are escaped. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text in the quotes of `style`; double quotes where single ones can't hold it; plain only when that is safe. */
export function renderText(text: string, style: YamlScalar['style'], flow: boolean): string {
  if (style === 'single' && !NEEDS_ESCAPE.test(text)) return `'${text.replaceAll("'", "''")}'`;
  if (style === 'single' || style === 'double') return doubleQuoted(text);
  return isPlainSafe(text, flow) ? text : doubleQuoted(text);
}

/** A scalar; strings in the quotes of `style`. */
export function renderScalar(value: string | number | boolean | null, style: YamlScalar['style'], flow: boolean): string {
  return typeof value === 'string' ? renderText(value, style, flow) : String(value);
}

/** Data on one line. With `json` every string and key is double-quoted. */
export function renderFlow(data: YamlData, json = false): string {
  if (typeof data !== 'object' || data === null) return renderScalar(data, json ? 'double' : 'plain', true);
  if (isList(data)) return `[${data.map((item) => renderFlow(item, json)).join(', ')}]`;
  const pairs = Object.entries(data).map(
    ([key, value]) => `${renderText(key, json ? 'double' : 'plain', true)}: ${renderFlow(value, json)}`,
  );
  return `{${pairs.join(', ')}}`;
}

function isList(data: YamlData): data is readonly YamlData[] {
  return Array.isArray(data);
}

function inline(data: YamlData, style: RenderStyle): string | undefined {
  if (typeof data !== 'object' || data === null) return renderScalar(data, 'plain', false);
  if (isList(data)) {
    const scalars = data.every((item) => typeof item !== 'object' || item === null);
    return data.length === 0 || (style.flowLists && scalars) ? renderFlow(data) : undefined;
  }
  return Object.keys(data).length === 0 ? '{}' : undefined;
}

/** `key: value` in block style, the key standing in `column`; further lines carry their indent, the first does not. */
export function renderPair(key: string, value: YamlData, column: number, style: RenderStyle): string {
  const head = `${renderText(key, 'plain', false)}:`;
  const short = inline(value, style);
  if (short !== undefined) return `${head} ${short}`;
  const deeper = column + (isList(value) ? style.sequenceIndent : style.width);
  return `${head}${style.lineEnding}${' '.repeat(deeper)}${renderBlock(value, deeper, style)}`;
}

/** `- item` in block style, the dash standing in `column`; further lines carry their indent, the first does not. */
export function renderItem(item: YamlData, column: number, style: RenderStyle): string {
  return `- ${renderBlock(item, column + 2, style)}`;
}

/** Data in block style, its first line standing in `column`; further lines carry their indent, the first does not. */
export function renderBlock(data: YamlData, column: number, style: RenderStyle): string {
  const short = inline(data, style);
  if (short !== undefined) return short;
  const separator = `${style.lineEnding}${' '.repeat(column)}`;
  if (isList(data)) return data.map((item) => renderItem(item, column, style)).join(separator);
  return Object.entries(data as Record<string, YamlData>)
    .map(([key, value]) => renderPair(key, value, column, style))
    .join(separator);
}
