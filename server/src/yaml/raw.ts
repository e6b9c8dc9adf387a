import type { Comment } from '../core/comment.ts';
import type { Span } from '../core/span.ts';

/** Where a node hangs: the collection that holds it, and its key or index there. */
export interface RawHome {
  parent: RawCollection | undefined;
  slot: string | number;
}

interface RawBase extends RawHome {
  span: Span;
  anchor: string | undefined;
  tag: string | undefined;
}

/** A scalar as written; `text` has quotes and escapes resolved and is never coerced. */
export interface RawScalar extends RawBase {
  kind: 'scalar';
  style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  text: string;
  template: string | undefined;
}

/** `*name`, not expanded. `target` is the node whose anchor it names, unless there is none or it must not be expanded. */
export interface RawAlias extends RawBase {
  kind: 'alias';
  name: string;
  target: RawNode | undefined;
}

/** One key of a map with its value, as written. */
export interface RawEntry {
  key: RawNode;
  /** The key's text, also for keys that are no scalars: those as written. */
  name: string;
  value: RawNode;
  /** Whether it is a merge key: a plain `<<`. */
  merge: boolean;
}

export interface RawMap extends RawBase {
  kind: 'map';
  flow: boolean;
  open: boolean;
  entries: RawEntry[];
}

export interface RawSeq extends RawBase {
  kind: 'seq';
  flow: boolean;
  open: boolean;
  items: RawNode[];
}

export type RawCollection = RawMap | RawSeq;
export type RawNode = RawScalar | RawAlias | RawMap | RawSeq;

/** What is wrong with a text, before it is put into words. `where` tells similar causes apart. */
export interface RawError {
  span: Span;
  cause: string;
}

/** What one pass of the parser gives. */
export interface RawDocument {
  root: RawNode | undefined;
  comments: Comment[];
  errors: RawError[];
  /** Aliases in the order of the text. */
  aliases: RawAlias[];
  /** Spans of quoted strings that go over several lines: where an open quote may have started. */
  longQuotes: Span[];
  /** How many scalars the lexer saw: falls when a repair swallowed something. */
  scalars: number;
}
