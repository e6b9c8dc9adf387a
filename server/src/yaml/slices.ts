import type { YamlSlice } from './node.ts';

function isMarker(text: string, lineStart: number, marker: '---' | '...'): boolean {
  if (!text.startsWith(marker, lineStart)) return false;
  const next = text.charCodeAt(lineStart + 3);
  return Number.isNaN(next) || next === 32 || next === 9 || next === 10 || next === 13;
}

/** Whether the text holds nothing but blank lines, comments and `%` directives: the prefix of the document behind it. */
function isPrefix(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 || newline >= end ? end : newline;
    let first = at;
    while (first < lineEnd && ' \t\r\uFEFF'.includes(text[first] ?? '')) first++;
    if (first < lineEnd && text[first] !== '#' && text[first] !== '%') return false;
    at = lineEnd + 1;
  }
  return true;
}

/** Offsets of the next line that starts with `marker`'s first character, from `from` on; the text's length when there is none. */
function nextMarker(text: string, from: number, marker: '---' | '...'): number {
  if (from === 0 && isMarker(text, 0, marker)) return 0;
  for (let at = text.indexOf(`\n${marker}`, Math.max(0, from - 1)); at >= 0; at = text.indexOf(`\n${marker}`, at + 1)) {
    if (isMarker(text, at + 1, marker)) return at + 1;
  }
  return text.length;
}

function lineAfter(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

/**
 * Splits a YAML text into its documents: a new slice starts at each line that begins with `---` and behind each line that begins
 * with `...` (YAML 1.2.2 §9.1.2: such a line is a marker everywhere, even inside a quoted or block scalar). Comments and
 * directives above the first `---`, or above one behind `...`, belong to the document they stand over. The slices' texts
 * joined give the text; an empty text is one empty slice. Offsets are UTF-16 and relative to `text`.
 */
export function splitDocuments(text: string): YamlSlice[] {
  const slices: YamlSlice[] = [];
  let base = 0;
  let bare = true;
  let start = nextMarker(text, 0, '---');
  let end = nextMarker(text, 0, '...');
  while (start < text.length || end < text.length) {
    if (start < end) {
      if (start > base && !(bare && isPrefix(text, base, start))) {
        slices.push({ base, text: text.slice(base, start) });
        base = start;
      }
      bare = false;
      start = nextMarker(text, start + 3, '---');
    } else {
      const after = lineAfter(text, end);
      slices.push({ base, text: text.slice(base, after) });
      base = after;
      bare = true;
      if (start < after) start = nextMarker(text, after, '---');
      end = nextMarker(text, after, '...');
    }
  }
  if (base < text.length || slices.length === 0) slices.push({ base, text: text.slice(base) });
  return slices;
}
