import { type Alias, Composer, type CST, isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { span } from '../core/span.ts';
import type { RawAlias, RawCollection, RawDocument, RawEntry, RawError, RawMap, RawNode, RawScalar, RawSeq } from './raw.ts';
import { tokenize } from './tokens.ts';

const STYLES: Readonly<Record<string, RawScalar['style']>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

// Scalars stay text and tags stay names: no schema may resolve, reject or warn about them.
const OPTIONS = {
  schema: 'failsafe',
  uniqueKeys: false,
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

// The library's codes cover several mistakes each; what the user sees and what can be repaired needs them apart.
function causeOf(code: string, message: string): string {
  if (code === 'MISSING_CHAR') {
    if (message.startsWith('Missing closing')) return 'open-quote';
    if (message.startsWith('Implicit map keys')) return 'key-without-colon';
    if (message.startsWith('Flow')) return 'open-bracket';
    if (message.startsWith('Missing ,')) return 'missing-comma';
    if (message.startsWith('Missing space after :')) return 'missing-space';
    if (message.startsWith('Sequence item')) return 'missing-dash';
    if (message.startsWith('Comments must')) return 'comment-without-space';
    if (message.startsWith('Block scalars with')) return 'block-scalar-indent';
  }
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) return 'open-bracket';
  if (code === 'BAD_INDENT' && message.startsWith('Block scalar')) return 'block-scalar-indent';
  return code.toLowerCase().replaceAll('_', '-');
}

class Converter {
  readonly aliases: RawAlias[] = [];
  readonly #text: string;
  readonly #anchors = new Map<string, RawNode>();

  constructor(text: string) {
    this.#text = text;
  }

  node(node: unknown, parent: RawCollection | undefined, slot: string | number, fallback: number): RawNode {
    if (isScalar(node)) return this.#scalar(node, parent, slot, fallback);
    if (isMap(node)) return this.#map(node, parent, slot);
    if (isSeq(node)) return this.#seq(node, parent, slot);
    if (isAlias(node)) return this.#alias(node, parent, slot);
    return this.#empty(parent, slot, fallback);
  }

  /** A value that is not written: it stands just behind its `:`, `-`, tag or anchor. */
  #empty(parent: RawCollection | undefined, slot: string | number, at: number): RawScalar {
    let end = at;
    while (end > 0 && (this.#text[end - 1] === ' ' || this.#text[end - 1] === '\t')) end--;
    return {
      kind: 'scalar',
      span: { start: end, end },
      parent,
      slot,
      anchor: undefined,
      tag: undefined,
      style: 'plain',
      text: '',
      template: undefined,
    };
  }

  #scalar(node: Scalar, parent: RawCollection | undefined, slot: string | number, fallback: number): RawScalar {
    const range = node.range;
    const start = range ? range[0] : fallback;
    let end = range ? range[1] : fallback;
    const style = STYLES[node.type ?? ''] ?? 'plain';
    let result: RawScalar;
    if (start >= end) result = this.#empty(parent, slot, start);
    else {
      if (style === 'literal' || style === 'folded') end = this.#trimmedEnd(start, end);
      const text = node.source ?? '';
      result = {
        kind: 'scalar',
        span: { start, end },
        parent,
        slot,
        anchor: undefined,
        tag: undefined,
        style,
        text,
        template: undefined,
      };
    }
    this.#properties(result, node);
    return result;
  }

  #trimmedEnd(start: number, end: number): number {
    let at = end;
    while (at > start && ' \t\r\n'.includes(this.#text[at - 1] ?? '')) at--;
    return at;
  }

  #properties(raw: RawNode, node: { anchor?: string | undefined; tag?: string | undefined }): void {
    if (node.anchor) {
      raw.anchor = node.anchor;
      this.#anchors.set(node.anchor, raw);
    }
    if (node.tag) raw.tag = node.tag.startsWith('tag:yaml.org,2002:') ? `!!${node.tag.slice(18)}` : node.tag;
  }

  #alias(node: Alias, parent: RawCollection | undefined, slot: string | number): RawAlias {
    const [start, end] = node.range ?? [0, 0];
    const target = this.#anchors.get(node.source);
    const raw: RawAlias = {
      kind: 'alias',
      span: { start, end },
      parent,
      slot,
      anchor: undefined,
      tag: undefined,
      name: node.source,
      target,
    };
    this.aliases.push(raw);
    return raw;
  }

  #map(node: YAMLMap, parent: RawCollection | undefined, slot: string | number): RawMap {
    const [start, rangeEnd] = node.range ?? [0, 0];
    const flow = node.flow === true;
    const entries: RawEntry[] = [];
    const raw: RawMap = {
      kind: 'map',
      span: { start, end: rangeEnd },
      parent,
      slot,
      anchor: undefined,
      tag: undefined,
      flow,
      open: false,
      entries,
    };
    this.#properties(raw, node);
    let end = start;
    for (const pair of node.items) {
      const key = this.node(pair.key, raw, '', end);
      const name = this.#nameOf(key);
      key.slot = name;
      const value = pair.value ? this.node(pair.value, raw, name, key.span.end) : this.#empty(raw, name, key.span.end);
      const merge = name === '<<' && key.kind === 'scalar' && key.style === 'plain' && key.tag === undefined;
      entries.push({ key, name, value, merge });
      end = Math.max(key.span.end, value.span.end);
    }
    if (!flow) raw.span = { start: Math.min(start, entries[0]?.key.span.start ?? start), end: Math.max(start, end) };
    return raw;
  }

  #nameOf(key: RawNode): string {
    if (key.kind === 'scalar') return key.text;
    if (key.kind === 'alias' && key.target?.kind === 'scalar') return key.target.text;
    return this.#text.slice(key.span.start, key.span.end);
  }

  #seq(node: YAMLSeq, parent: RawCollection | undefined, slot: string | number): RawSeq {
    const [start, rangeEnd] = node.range ?? [0, 0];
    const flow = node.flow === true;
    const items: RawNode[] = [];
    const raw: RawSeq = {
      kind: 'seq',
      span: { start, end: rangeEnd },
      parent,
      slot,
      anchor: undefined,
      tag: undefined,
      flow,
      open: false,
      items,
    };
    this.#properties(raw, node);
    let end = start + 1;
    for (const item of node.items) {
      const child = this.node(item, raw, items.length, end);
      items.push(child);
      end = child.span.end;
    }
    if (!flow) raw.span = { start, end: Math.max(start, end) };
    return raw;
  }
}

/**
 * Parses one YAML document with the `yaml` package into plain nodes with trimmed spans (UTF-16 offsets in `text`). Total: what
 * the package throws becomes an error of the cause `internal`. Semantics: YAML 1.2.2 (https://yaml.org/spec/1.2.2/).
 */
export function parseRaw(text: string): RawDocument {
  const result: RawDocument = { root: undefined, comments: [], errors: [], aliases: [], longQuotes: [], scalars: 0 };
  try {
    const { tokens, comments, longQuotes, scalars, refused } = tokenize(text);
    result.comments = comments;
    result.longQuotes = longQuotes;
    result.scalars = scalars;
    if (refused) {
      result.errors.push(refused);
      return result;
    }
    compose(text, tokens, result);
  } catch {
    result.root = undefined;
    result.errors.push({ span: span(0, Math.min(1, text.length)), cause: 'internal' });
  }
  return result;
}

function compose(text: string, tokens: readonly CST.Token[], result: RawDocument): void {
  const composer = new Composer(OPTIONS);
  const documents = [];
  for (const token of tokens) for (const document of composer.next(token)) documents.push(document);
  for (const document of composer.end(true, text.length)) documents.push(document);
  const [document, second] = documents;
  if (!document) return;
  for (const error of document.errors) {
    if (error.code === 'TAG_RESOLVE_FAILED') continue;
    const start = Math.max(0, Math.min(error.pos[0], text.length));
    result.errors.push({ span: span(start, Math.min(error.pos[1], text.length)), cause: causeOf(error.code, error.message) });
  }
  if (second) result.errors.push(secondDocument(text, second.range?.[0] ?? 0));
  const converter = new Converter(text);
  const root = converter.node(document.contents, undefined, '', 0);
  const isNothing = root.kind === 'scalar' && root.span.start === root.span.end && root.tag === undefined;
  result.root = isNothing ? undefined : root;
  result.aliases = converter.aliases;
}

function secondDocument(text: string, at: number): RawError {
  return { span: span(at, Math.min(at + 3, text.length)), cause: 'multiple-docs' };
}
