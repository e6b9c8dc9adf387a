import type { Span } from './span.ts';

/** Keys and indexes from a document's root to a node: `['services', 'web', 'ports', 0]`. */
export type Route = readonly (string | number)[];

/** How a value came to hold at a place other than the one where it is written. */
export interface Via {
  readonly kind: 'alias' | 'merge' | 'extends' | 'file' | 'interpolation' | 'arg' | 'env' | 'inherited' | 'default';
  /** The anchor, variable, service, stage or file that it came through. */
  readonly name: string;
  /** The other file that it stands in, relative to the folder of the judged one. */
  readonly file?: string;
  /** The other end: the alias or `<<` that uses an anchor's body, the default or ARG a variable takes its value from. */
  readonly at?: At;
}

/**
 * Where something stands. `span` is the token a reader must look at or change; offsets are relative to the text that was
 * parsed (a YAML document's slice, or a whole Dockerfile), which the analysis moves to file offsets.
 */
export interface At {
  readonly span: Span;
  readonly route: Route;
  /** The key of the pair, when the value stands in a mapping. */
  readonly key?: Span;
  readonly via?: Via;
  /**
   * Another file; absent for the file that is analysed. Then offsets are that file's. Inside a family: its path, relative to the folder of
   * the judged file; the engine makes a URI of it.
   */
  readonly uri?: string;
}

/**
 * What a rule reads: a value together with what is known of it. `dynamic` is a value that only run time knows
 * (`${X}`, `$ARG`, `{{ .Values.x }}`): never absent, never guessed. `absent` carries the nearest written token.
 */
export type Value<T> =
  | { readonly kind: 'known'; readonly value: T; readonly at: At }
  | { readonly kind: 'dynamic'; readonly text: string; readonly at: At }
  | { readonly kind: 'invalid'; readonly why: string; readonly at: At }
  | { readonly kind: 'absent'; readonly at: At };

export function known<T>(value: T, at: At): Value<T> {
  return { kind: 'known', value, at };
}

export function dynamic<T>(text: string, at: At): Value<T> {
  return { kind: 'dynamic', text, at };
}

export function invalid<T>(why: string, at: At): Value<T> {
  return { kind: 'invalid', why, at };
}

export function absent<T>(at: At): Value<T> {
  return { kind: 'absent', at };
}

/** The value when it is known, else undefined: for rules that stay silent on everything else. */
export function valueOf<T>(value: Value<T>): T | undefined {
  return value.kind === 'known' ? value.value : undefined;
}

/** A known value made into another; every other kind passes through. */
export function mapValue<T, U>(value: Value<T>, f: (value: T) => U): Value<U> {
  return value.kind === 'known' ? { ...value, value: f(value.value) } : value;
}
