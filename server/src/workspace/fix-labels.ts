import type { Finding } from '../core/finding.ts';
import { type FileEntry, type OfferLabel, offerLabel } from './findings-store.ts';
import type { Clock } from './host.ts';
import { uriKey } from './uris.ts';

/** Longest stretch of computing without letting others run, in milliseconds. */
const SLICE = 8;

/**
 * What the best fix of each finding is called, or why there is none. A fix costs more than the finding, and while someone types the same findings
 * come again and again: a label is kept by the finding's id until it is refreshed. Edits never come from here.
 */
export class FixLabels {
  readonly #clock: Clock;
  readonly #quiet: () => Promise<void>;
  readonly #kept = new Map<string, Map<string, OfferLabel | undefined>>();

  /** `quiet` resolves when nothing more urgent waits. */
  constructor(clock: Clock, quiet: () => Promise<void>) {
    this.#clock = clock;
    this.#quiet = quiet;
  }

  /**
   * Labels of all findings of an entry, by id; with `refresh` none is taken from before. Undefined when `isCurrent` turned
   * false on the way.
   */
  async labelsOf(
    entry: FileEntry,
    refresh: boolean,
    isCurrent: () => boolean,
  ): Promise<ReadonlyMap<string, OfferLabel | undefined> | undefined> {
    const key = uriKey(entry.uri);
    const before = this.#kept.get(key);
    const labels = new Map<string, OfferLabel | undefined>();
    let start = this.#clock.now();
    for (const finding of entry.findings) {
      const id = finding.fingerprint;
      labels.set(id, !refresh && before?.has(id) ? before.get(id) : labelOf(entry, finding));
      if (this.#clock.now() - start < SLICE) continue;
      await this.#clock.yieldNow();
      await this.#quiet();
      if (!isCurrent()) {
        this.#kept.set(key, new Map([...(before ?? []), ...labels]));
        return undefined;
      }
      start = this.#clock.now();
    }
    this.#kept.set(key, labels);
    return labels;
  }

  forget(uri: string): void {
    this.#kept.delete(uriKey(uri));
  }
}

function labelOf(entry: FileEntry, finding: Finding): OfferLabel | undefined {
  return entry.fixes?.get(finding.fingerprint) ?? offerLabel(finding);
}
