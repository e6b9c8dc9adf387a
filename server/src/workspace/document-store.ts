import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from '../core/line-index.ts';
import { uriKey } from './uris.ts';

/** A change as an editor sends it; without a range it replaces the whole text. */
export interface ContentChange {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** What a change did to offsets: `[start, end)` became `length` characters. */
export interface OffsetChange {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** An open document at one version. */
export interface OpenDocument {
  /** As the editor spells it. */
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

interface Held {
  readonly uri: string;
  document: TextDocument;
  changes: OffsetChange[];
}

/** The documents that an editor has open, kept in step by its incremental changes. */
export class DocumentStore {
  readonly #open = new Map<string, Held>();

  open(uri: string, languageId: string, version: number, text: string): void {
    this.#open.set(uriKey(uri), { uri, document: TextDocument.create(uri, languageId, version, text), changes: [] });
  }

  /** Applies changes in their order; a change of a document that is not open is dropped. */
  change(uri: string, version: number, changes: readonly ContentChange[]): void {
    const held = this.#open.get(uriKey(uri));
    if (!held) return;
    for (const change of changes) {
      held.changes.push(offsetsOf(held.document, change));
      const event = change.range ? { range: change.range, text: change.text } : { text: change.text };
      held.document = TextDocument.update(held.document, [event], version);
    }
    if (changes.length === 0) held.document = TextDocument.update(held.document, [], version);
  }

  close(uri: string): void {
    this.#open.delete(uriKey(uri));
  }

  get(uri: string): OpenDocument | undefined {
    const held = this.#open.get(uriKey(uri));
    if (!held) return undefined;
    return { uri: held.uri, languageId: held.document.languageId, version: held.document.version, text: held.document.getText() };
  }

  has(uri: string): boolean {
    return this.#open.has(uriKey(uri));
  }

  uris(): string[] {
    return [...this.#open.values()].map((held) => held.uri);
  }

  /** The changes since this was last asked, oldest first, each with the offsets of the text it met. */
  takeChanges(uri: string): readonly OffsetChange[] {
    const held = this.#open.get(uriKey(uri));
    if (!held) return [];
    const taken = held.changes;
    held.changes = [];
    return taken;
  }
}

function offsetsOf(document: TextDocument, change: ContentChange): OffsetChange {
  if (change.range) {
    const start = document.offsetAt(change.range.start);
    const end = Math.max(start, document.offsetAt(change.range.end));
    return { start, end, length: change.text.length };
  }
  return differenceOf(document.getText(), change.text);
}

/** Where two texts differ, as one replaced stretch: for editors that send the whole text. */
function differenceOf(before: string, after: string): OffsetChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail++;
  return { start, end: before.length - tail, length: after.length - tail - start };
}
