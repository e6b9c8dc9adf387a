import type { Comment, SyntaxProblem } from '../core/comment.ts';
import type { Span } from '../core/span.ts';
import type { Route, Via } from '../core/value.ts';

/** How a value stands where it takes effect although it is written elsewhere: through an alias or a merge key. */
export type YamlVia = Via & { readonly kind: 'alias' | 'merge' };

interface NodeBase {
  /** The value's own characters, trimmed: quotes included, trailing newline and comment left out. */
  readonly span: Span;
  /** Keys and indexes from the document's root, as written (of the anchor's body, for a node reached through an alias). */
  readonly route: Route;
  /** Name of the anchor on this node. */
  readonly anchor?: string;
  /** `!reset`, `!override`, `!!str`: as written; absent when there is none. */
  readonly tag?: string;
  /** Set when this view of the node was reached through an alias or a merge; the outermost way in. */
  readonly via?: YamlVia;
}

export interface YamlScalar extends NodeBase {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /** The text it stands for, quotes and escapes resolved, never coerced: `0440`, `yes`, `22:22` stay as they are. */
  readonly text: string;
  /** Plain and empty or `null`/`~`: no value. */
  readonly isNull: boolean;
  /**
   * The template expressions it holds (`{{ .Values.x }}`), joined by blanks: its value is dynamic. Also the `*name` of an alias
   * that can't be expanded (no such anchor, a cycle, too large): nothing is known of the value then either.
   */
  readonly template?: string;
}

export interface YamlPair {
  readonly key: string;
  readonly keyNode: YamlScalar;
  readonly value: YamlNode;
  /** From the key to the end of the value. */
  readonly span: Span;
  /** Set when the pair comes from a `<<` of this map. */
  readonly via?: YamlVia;
}

export interface YamlMap extends NodeBase {
  readonly kind: 'map';
  readonly flow: boolean;
  /** Own pairs in order, then those merged by `<<` that no own key hides. A duplicate key: the last one counts, all are listed in `duplicates`. */
  readonly pairs: readonly YamlPair[];
  readonly duplicates: readonly YamlPair[];
  /** The map's own `<<` pairs as written; their keys stand in `pairs`. */
  readonly merges: readonly YamlPair[];
  get(key: string): YamlPair | undefined;
  /** True when a templated line may add any key here: "missing" can't be said. */
  readonly open: boolean;
}

export interface YamlSeq extends NodeBase {
  readonly kind: 'seq';
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
  readonly open: boolean;
}

export type YamlNode = YamlScalar | YamlMap | YamlSeq;

/** One document of a YAML text. All spans are relative to `text`. */
export interface YamlDocument {
  /** The slice of the file that this document is, its `---` line included. */
  readonly text: string;
  readonly root?: YamlNode;
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
  /** Lines masked by repair or as templates: their spans. Nothing "missing" near them may be reported. */
  readonly masked: readonly Span[];
}

/** A slice of a YAML file and where it starts. */
export interface YamlSlice {
  /** Offset of the slice in the file. */
  readonly base: number;
  readonly text: string;
}
