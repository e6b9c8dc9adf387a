import type { FileKind } from '../analysis/types.ts';
import type { SyntaxProblem } from '../core/comment.ts';
import type { Finding, Fix, FixSafety } from '../core/finding.ts';
import { isRefusal } from '../core/finding.ts';
import { uriKey } from './uris.ts';

/** The best fix of a finding, in short. */
export interface FixLabel {
  readonly title: string;
  readonly safety: FixSafety;
  /** What may break, in one sentence. */
  readonly caution?: string;
}

/** What is told of a finding's fixes without their edits: the best one, or why none can be made. */
export type OfferLabel = FixLabel | { readonly refused: string };

/** What is known of one file, open or scanned: Problems, tree and status are views of it. */
export interface FileEntry {
  readonly uri: string;
  /** The document's version; absent for a file that is not open. */
  readonly version?: number;
  readonly kind: FileKind | undefined;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Where a config is wrong; empty for other files, whose syntax other tools judge. */
  readonly problems: readonly SyntaxProblem[];
  /** How long the analysis took, in milliseconds. */
  readonly milliseconds: number;
  /** What the fixes are called, by the findings' ids, where the findings themselves no longer know: in scanned files. */
  readonly fixes?: ReadonlyMap<string, OfferLabel>;
}

/** The first offer that can be made: the one that most users want. */
export function bestOffer(finding: Finding): Fix | undefined {
  return finding.fixes().find((offer): offer is Fix => !isRefusal(offer));
}

/** The best fix in short, else why the most wanted one is refused; undefined when none is offered. */
export function offerLabel(finding: Finding): OfferLabel | undefined {
  const offers = finding.fixes();
  const offer = offers.find((o) => !isRefusal(o)) ?? offers[0];
  if (!offer) return undefined;
  if (isRefusal(offer)) return { refused: offer.refused };
  return { title: offer.title, safety: offer.safety, ...(offer.caution !== undefined && { caution: offer.caution }) };
}

/**
 * An entry that holds on to nothing but what is shown: the models that fixes close over are let go, so that a scan of
 * thousands of files does not keep them all.
 */
export function slimEntry(entry: FileEntry): FileEntry {
  const fixes = new Map<string, OfferLabel>();
  for (const finding of entry.findings) {
    const label = offerLabel(finding);
    if (label) fixes.set(finding.fingerprint, label);
  }
  return { ...entry, findings: entry.findings.map((finding) => ({ ...finding, fixes: () => [] })), fixes };
}

/** Told of each file whose entry changed or went; `entry` is undefined when it went. */
export type StoreListener = (uri: string, entry: FileEntry | undefined) => void;

/** The one store of findings, for open and for scanned files. */
export class FindingsStore {
  readonly #entries = new Map<string, FileEntry>();
  readonly #listeners: StoreListener[] = [];

  listen(listener: StoreListener): void {
    this.#listeners.push(listener);
  }

  set(entry: FileEntry): void {
    this.#entries.set(uriKey(entry.uri), entry);
    for (const listener of this.#listeners) listener(entry.uri, entry);
  }

  get(uri: string): FileEntry | undefined {
    return this.#entries.get(uriKey(uri));
  }

  remove(uri: string): void {
    const entry = this.get(uri);
    if (!entry) return;
    this.#entries.delete(uriKey(uri));
    for (const listener of this.#listeners) listener(entry.uri, undefined);
  }

  entries(): readonly FileEntry[] {
    return [...this.#entries.values()];
  }
}
