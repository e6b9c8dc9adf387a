import type { At, Value } from '../../core/value.ts';
import type { YamlDocument, YamlMap } from '../../yaml/node.ts';
import type { BuiltImage, ImageOf } from './built-image.ts';
import { dockerfileOf } from './built-image.ts';
import type { Extends, Layers } from './extends.ts';
import type { ItemList } from './field.ts';
import { Field } from './field.ts';
import type { Build } from './image-build.ts';
import type { KeyValues } from './key-values.ts';
import { readKeyValues } from './key-values.ts';
import type { Definitions } from './model.ts';
import type { Scope, Written } from './text.ts';

/** What a service can't start without one of (compose-go `checkConsistency`). */
const RUNNABLE = ['image', 'build', 'provider'];

/** Whether the parts of a service say what it runs. */
export function isRunnable(written: readonly Pick<Written, 'node'>[]): boolean {
  return written.some(({ node }) => node.kind === 'map' && RUNNABLE.some((key) => node.get(key)));
}

/** What a service is made of, found by the file's builder. */
interface ServiceParts {
  readonly name: string;
  /** Its key. */
  readonly nameAt: At;
  /** Its own mapping, without what it extends. */
  readonly node: YamlMap;
  readonly layers: Layers;
  readonly scope: Scope;
  readonly definitions: Definitions;
  readonly imageOf?: ImageOf;
  /** The text of a file, by its path from the judged file's folder on. */
  readonly read?: (path: string) => string | null | undefined;
}

/** Reads the properties of a service by key, each when it is first asked for. */
export abstract class ServiceReader {
  readonly name: string;
  readonly nameAt: At;
  readonly node: YamlMap;
  /** The service that it starts from. */
  readonly extends: Extends | undefined;
  /**
   * True when a part of it stands elsewhere: in a file that is not known, a templated line, or a Compose file that it overrides, where
   * what is missing is reported. Nothing of it can be called missing here.
   */
  readonly open: boolean;
  /** All parts of it, those of other files too. */
  readonly root: Field;
  protected readonly definitions: Definitions;
  readonly #imageOf: ImageOf | undefined;
  readonly #readText: ServiceParts['read'];
  readonly #fields = new Map<string, Field>();
  readonly #read = new Map<string, unknown>();

  constructor(parts: ServiceParts) {
    this.name = parts.name;
    this.nameAt = parts.nameAt;
    this.node = parts.node;
    this.extends = parts.layers.extends;
    const { written, open } = parts.layers;
    this.root = new Field(written, parts.scope, parts.nameAt, open || !isRunnable(written));
    this.open = this.field('').open;
    this.definitions = parts.definitions;
    this.#imageOf = parts.imageOf;
    this.#readText = parts.read;
  }

  /** The document that it is written in. */
  get document(): YamlDocument {
    return this.root.scope.document;
  }

  /** All that is written for one key, for what has no reader of its own. When missing, it points to the service's name. */
  field(key: string): Field {
    let field = this.#fields.get(key);
    if (!field) {
      field = this.root.child(key, this.nameAt);
      this.#fields.set(key, field);
    }
    return field;
  }

  protected textOfFile(path: string): string | null | undefined {
    return this.#readText?.(path);
  }

  protected imageOf(build: Build | undefined): BuiltImage | undefined {
    const dockerfile = build && dockerfileOf(build);
    return dockerfile && this.#imageOf?.(dockerfile);
  }

  protected once<T>(key: string, read: () => T): T {
    const before = this.#read.get(key);
    if (before !== undefined || this.#read.has(key)) return before as T;
    const value = read();
    this.#read.set(key, value);
    return value;
  }

  protected text(key: string): Value<string> {
    return this.once(key, () => this.field(key).text());
  }

  protected flag(key: string): Value<boolean> {
    return this.once(key, () => this.field(key).flag());
  }

  protected integer(key: string): Value<number> {
    return this.once(key, () => this.field(key).integer());
  }

  protected size(key: string): Value<number> {
    return this.once(key, () => this.field(key).size());
  }

  protected strings(key: string): ItemList<Value<string>> {
    return this.once(key, () => this.field(key).strings());
  }

  protected keyValues(key: string, separators?: string): KeyValues {
    return this.once(key, () => readKeyValues(this.field(key), separators));
  }

  protected by<T>(key: string, read: (field: Field) => T): T {
    return this.once(key, () => read(this.field(key)));
  }
}
