import type { Span } from '../core/span.ts';
import { type Action, findActions } from './template-actions.ts';

/** A stretch of actions that was made blank because nothing else stands on its line. */
export interface Blank {
  readonly span: Span;
  /** Column at which what it prints would start. */
  readonly column: number;
  /** Whether it prints anything: keys, items or text that only rendering knows. */
  readonly emits: boolean;
}

export interface TemplateMask {
  /** The text with every action replaced by as many characters: offsets hold. */
  readonly text: string;
  /** Actions that stand inside a scalar, each one run of a stand-in character. */
  readonly inline: readonly Span[];
  readonly blanks: readonly Blank[];
  /** The two characters that stand in for actions, in turn, so that neighbours stay apart. */
  readonly standIns: readonly [string, string];
}

function unusedCharacters(text: string): [string, string] {
  const found: string[] = [];
  for (let code = 0xe000; code < 0xf8ff && found.length < 2; code++) {
    const c = String.fromCharCode(code);
    if (!text.includes(c)) found.push(c);
  }
  return [found[0] ?? 'x', found[1] ?? 'X'];
}

/** Start of the line that holds `at`. */
function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

/** Actions grouped by line; an action over several lines makes them one. */
function groupByLine(text: string, actions: readonly Action[]): Action[][] {
  const groups: Action[][] = [];
  let group: Action[] = [];
  let end = -1;
  for (const action of actions) {
    if (action.span.start > end) {
      group = [];
      groups.push(group);
    }
    group.push(action);
    end = lineEnd(text, action.span.end);
  }
  return groups;
}

/** Actions at the end of a line that end what began on another line, or print nothing: `name: web {{- end }}`. */
function trailing(text: string, group: readonly Action[], end: number): number {
  let first = group.length;
  const last = group.at(-1)?.span.end ?? end;
  let at = /^[ \t]+#/.test(text.slice(last, end)) ? last : end;
  while (first > 0) {
    const action = group[first - 1];
    if (!action || action.role === 'emit' || text.slice(action.span.end, at).trim() !== '') break;
    first--;
    at = action.span.start;
  }
  const before = group.slice(0, first);
  const opened = before.filter((a) => a.role === 'open').length - before.filter((a) => a.role === 'close').length;
  return opened > 0 ? group.length : first;
}

function indentOf(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text[at] === ' ') at++;
  return at - start;
}

class Masker {
  readonly text: string;
  readonly inline: Span[] = [];
  readonly blanks: Blank[] = [];
  readonly #standIns: readonly [string, string];
  readonly #pieces: string[] = [];
  readonly #groups: readonly (readonly Action[])[];
  #copied = 0;

  constructor(text: string, groups: readonly (readonly Action[])[], standIns: readonly [string, string]) {
    this.text = text;
    this.#groups = groups;
    this.#standIns = standIns;
  }

  run(): string {
    for (const [index, group] of this.#groups.entries()) this.#line(group, index);
    this.#pieces.push(this.text.slice(this.#copied));
    return this.#pieces.join('');
  }

  #replace(s: Span, character: string): void {
    this.#pieces.push(this.text.slice(this.#copied, s.start), character.repeat(s.end - s.start));
    this.#copied = s.end;
  }

  #blank(action: Action, column: number): void {
    this.#replace(action.span, ' ');
    this.blanks.push({ span: action.span, column: action.indent ?? column, emits: action.role === 'emit' });
  }

  #rest(group: readonly Action[], start: number, end: number): string {
    let rest = '';
    let at = start;
    for (const { span: s } of group) {
      rest += this.text.slice(at, s.start);
      at = s.end;
    }
    return rest + this.text.slice(at, end);
  }

  #line(group: readonly Action[], index: number): void {
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) return;
    const start = lineStart(this.text, first.span.start);
    const end = lineEnd(this.text, last.span.end);
    const rest = this.#rest(group, start, end).trim();
    if (rest === '' || (rest.startsWith('#') && this.text.slice(start, first.span.start).trim() === '')) {
      for (const action of group) this.#blank(action, first.span.start - start);
      return;
    }
    const tail = trailing(this.text, group, end);
    for (const [position, action] of group.entries()) {
      if (position >= tail || action.span.start === action.span.end) this.#blank(action, action.span.start - start);
      else if (position === group.length - 1 && this.#opensBlock(action, start, end, index))
        this.#blank(action, indentOf(this.text, start, end) + 2);
      else {
        this.inline.push(action.span);
        this.#replace(action.span, this.#standIns[this.inline.length % 2] ?? 'x');
      }
    }
  }

  /** Whether `key: {{ include … | nindent 4 }}` is followed by deeper lines: what it prints is a part of the block, not the value. */
  #opensBlock(action: Action, start: number, end: number, index: number): boolean {
    if (action.role !== 'emit' || this.text.slice(action.span.end, end).trim() !== '') return false;
    if (!/:\s+$/.test(this.text.slice(start, action.span.start))) return false;
    const own = /^ *(?:- +)*/.exec(this.text.slice(start, action.span.start))?.[0].length ?? 0;
    let at = end + 1;
    let next = index + 1;
    while (at < this.text.length) {
      const stop = lineEnd(this.text, at);
      const line = this.text.slice(at, stop);
      const group = this.#groups[next];
      const [head] = group ?? [];
      if (group && head && head.span.start < stop) {
        const tail = lineEnd(this.text, group.at(-1)?.span.end ?? stop);
        if (this.#rest(group, at, tail).trim() !== '') return indentOf(this.text, at, tail) > own;
        next++;
        at = tail + 1;
      } else if (line.trim() === '' || line.trimStart().startsWith('#')) at = stop + 1;
      else return indentOf(this.text, at, stop) > own;
    }
    return false;
  }
}

/**
 * Hides the template actions of a YAML text (Helm charts and the like) so that it parses, each replaced by as many
 * characters. Before: `  {{- if .x }}` / `  name: {{ .n }}`; after: a blank line / `  name: ` and a run of stand-ins.
 * Undefined when there is no action. Offsets are UTF-16.
 */
export function maskTemplates(text: string): TemplateMask | undefined {
  const actions = findActions(text);
  if (actions.length === 0) return undefined;
  const standIns = unusedCharacters(text);
  const masker = new Masker(text, groupByLine(text, actions), standIns);
  const masked = masker.run();
  return { text: masked, inline: masker.inline, blanks: masker.blanks, standIns };
}
