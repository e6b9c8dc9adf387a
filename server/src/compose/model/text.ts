import type { Span } from '../../core/span.ts';
import { span } from '../../core/span.ts';
import type { At, Value, Via } from '../../core/value.ts';
import { absent, dynamic, invalid, known } from '../../core/value.ts';
import type { YamlDocument, YamlNode, YamlScalar } from '../../yaml/node.ts';
import type { Interpolated, Template } from './interpolation.ts';
import { interpolate, parseTemplate, writtenText } from './interpolation.ts';

/** What every reader of one Compose file shares. */
export interface Scope {
  readonly document: YamlDocument;
  /** Variables of the project's `.env` file. */
  readonly variables: ReadonlyMap<string, string>;
  /** Its path, relative to the folder of the judged file; absent for that file itself. */
  readonly file?: string;
  /** What its relative paths start from, relative to the folder of the judged file; `''`, as when absent, for that folder. */
  readonly folder?: string;
}

/** A node with the key it stands under and, if it takes effect elsewhere, how it got there. */
export interface Written {
  readonly node: YamlNode;
  readonly key?: YamlScalar;
  /** The service it was taken from by `extends`, or the file that it stands in. */
  readonly via?: Via;
  /** Set for what another file says than the one that is judged. */
  readonly scope?: Scope;
}

/** A node inside a written one, which came the same way. */
export function inside(outer: Written, node: YamlNode, key?: YamlScalar): Written {
  return { node, ...(key && { key }), ...(outer.via && { via: outer.via }), ...(outer.scope && { scope: outer.scope }) };
}

function viaOf(written: Written): Via | undefined {
  return written.via ?? written.node.via ?? written.key?.via;
}

/** Place of a written node; an empty one stands at its key. `part` narrows it to a token inside. */
export function atOf(written: Written, part?: Span, fallback?: Via): At {
  const { node, key } = written;
  const via = viaOf(written) ?? fallback;
  const uri = written.scope?.file;
  const empty = node.span.end <= node.span.start && key !== undefined;
  return {
    span: part ?? (empty ? key.span : node.span),
    route: node.route,
    ...(key && { key: key.span }),
    ...(via && { via }),
    ...(uri !== undefined && { uri }),
  };
}

/** Offset in the source of the decoded text's first character; undefined when escapes or folding moved characters. */
function verbatimStart(node: YamlScalar, source: string): number | undefined {
  const offset = node.style === 'plain' ? 0 : node.style === 'single' || node.style === 'double' ? 1 : undefined;
  if (offset === undefined) return undefined;
  const inner = source.slice(node.span.start + offset, node.span.end - offset);
  return inner === node.text ? node.span.start + offset : undefined;
}

/** The source of an interpolated value, as `Via`: its `.env` variable if one took part, else the default that holds. */
function interpolationVia(result: Interpolated): Via | undefined {
  const fromFile = result.uses.find((use) => use.source === 'variables');
  if (fromFile) return { kind: 'interpolation', name: fromFile.name };
  const byDefault = result.uses.find((use) => use.source === 'default');
  return byDefault && { kind: 'default', name: byDefault.name };
}

/** Cuts a text into parts; `opaque` are the spans of its variables, which no cut may go through. */
export type Splitter = (text: string, opaque: readonly Span[]) => readonly Span[];

/** A scalar's text with its variables, read whole or in parts. */
export class ScalarText {
  readonly origin: Written;
  readonly #node: YamlScalar;
  readonly #scope: Scope;
  /** Without variables and templates: every part is what it says. */
  readonly #plain: boolean;
  #template: Template | undefined;
  /** Compared once, however many parts a text has; null when it is not in the source as it is. */
  #start: number | null | undefined;

  constructor(written: Written, node: YamlScalar, scope: Scope) {
    this.origin = written;
    this.#node = node;
    this.#scope = written.scope ?? scope;
    this.#plain = isPlain(node);
  }

  get template(): Template {
    this.#template ??= parseTemplate(this.#node.text);
    return this.#template;
  }

  get node(): YamlScalar {
    return this.#node;
  }

  /** That of the file that it is written in. */
  get scope(): Scope {
    return this.#scope;
  }

  /** The text as decoded by YAML, variables as written. */
  get raw(): string {
    return this.#node.text;
  }

  /** Place of the whole scalar, or of a span of `raw` inside it. */
  at(part?: Span, fallback?: Via): At {
    return atOf(this.origin, part && this.#spanOf(part), fallback);
  }

  #spanOf(part: Span): Span | undefined {
    if (this.#start === undefined) this.#start = verbatimStart(this.#node, this.#scope.document.text) ?? null;
    return this.#start === null ? undefined : span(this.#start + part.start, this.#start + part.end);
  }

  /** What the file itself says in a span of `raw`, see `writtenText`. */
  written(part: Span): string {
    return writtenText(parseTemplate(this.raw.slice(part.start, part.end)), this.#scope.variables);
  }

  /** The whole text, interpolated. */
  whole(): Value<string> {
    if (this.#plain) return known(this.raw, this.at());
    if (this.#node.template !== undefined) return dynamic(this.#node.template, this.at());
    return this.#value(this.template, undefined);
  }

  /** A span of `raw` that cuts no variable, interpolated by itself. */
  part(part: Span): Value<string> {
    if (this.#plain) return known(this.raw.slice(part.start, part.end), this.at(part));
    if (this.#node.template !== undefined) return dynamic(this.#node.template, this.at());
    return this.#value(parseTemplate(this.raw.slice(part.start, part.end)), part);
  }

  /**
   * The parts of a short syntax. Compose interpolates first and cuts then; so a variable that holds a separator changes the
   * parts, and these are then placed at the whole scalar.
   */
  parts(split: Splitter): readonly Value<string>[] {
    if (this.#plain) return split(this.raw, []).map((part) => this.part(part));
    const opaque = this.template.pieces.filter((piece) => piece.kind === 'variable').map((piece) => piece.span);
    const located = split(this.raw, opaque).map((part) => this.part(part));
    const whole = this.whole();
    if (whole.kind !== 'known') return whole.kind === 'dynamic' && this.#node.template !== undefined ? [whole] : located;
    const resolved = split(whole.value, []).map((s) => whole.value.slice(s.start, s.end));
    const same = resolved.length === located.length && located.every((v, i) => v.kind === 'known' && v.value === resolved[i]);
    return same ? located : resolved.map((text) => known(text, whole.at));
  }

  #value(template: Template, part: Span | undefined): Value<string> {
    const result = interpolate(template, this.#scope.variables);
    const at = this.at(part, interpolationVia(result));
    return result.known ? known(result.text, at) : dynamic(result.text, at);
  }
}

function isPlain(node: YamlScalar): boolean {
  return node.template === undefined && !node.text.includes('$');
}

/** The scalar behind a written node, or undefined for a map, a list or no value. */
export function scalarText(written: Written, scope: Scope): ScalarText | undefined {
  const { node } = written;
  return node.kind === 'scalar' && !node.isNull ? new ScalarText(written, node, scope) : undefined;
}

/** Text of a written node: absent when it has no value, invalid when it is no scalar. */
export function textOf(written: Written, scope: Scope): Value<string> {
  const { node } = written;
  if (node.kind !== 'scalar')
    return invalid(`is a ${node.kind === 'map' ? 'mapping' : 'list'}, not a single value`, atOf(written));
  if (node.isNull && node.template === undefined) return absent(atOf(written));
  return isPlain(node) ? known(node.text, atOf(written)) : new ScalarText(written, node, scope).whole();
}

/** A known text parsed by `parse`; `why` is told of texts that it refuses. */
export function parsed<T>(value: Value<string>, parse: (text: string) => T | undefined, why: string): Value<T> {
  if (value.kind !== 'known') return value;
  const result = parse(value.value);
  return result === undefined ? invalid(`\`${value.value}\` is not ${why}`, value.at) : known(result, value.at);
}
