import type { Finding, Fix } from '../core/finding.ts';
import type { Neighbours } from '../core/neighbours.ts';
import { applyEdits } from '../core/text-edit.ts';
import type { Engine, FixAllOutcome, FixSelection } from './api.ts';
import { bulkFix, fixAll, fixElsewhere, selectionOf } from './fix-all.ts';
import { neighbourUri } from './neighbours.ts';
import type { FileAnalysis, FileSettings } from './types.ts';

/** A chart's container lacks a dozen settings at most, each with a fix in `values.yaml`. */
const MAX_FIXES = 50;
/** What one file's fix changes in another may make a fix of the other possible, and so on. */
const MAX_ROUNDS = 4;

/** A file to fix, as it was judged. */
export interface FixableFile {
  readonly analysis: FileAnalysis;
  readonly settings: FileSettings;
}

/** What became of a file that was to be fixed. */
export type FixedFile = Pick<FixAllOutcome, 'text' | 'fixed' | 'skipped'>;

export interface AcrossOutcome {
  /** By URI, for each of the files. */
  readonly files: ReadonlyMap<string, FixedFile>;
  /** The changed files, also those that were not asked about; those whose changes make sense only together in one group. */
  readonly groups: readonly (readonly { readonly uri: string; readonly before: string; readonly after: string }[])[];
}

/**
 * Fixes files as `fixAll` does, and makes the fixes, too, that reach into other files. Such a fix is made when all that it changes
 * may be changed, the finding is gone with it, and no file parses worse. Each file is judged by the others as they have become.
 * @param mayChange whether a file may be changed that is not one of `files`
 */
export function fixAcross(
  engine: Engine,
  files: readonly FixableFile[],
  selection: FixSelection,
  mayChange: (uri: string) => boolean,
): AcrossOutcome {
  const fixing = new FixingAcross(engine, files, selection, mayChange);
  let waiting = files;
  for (let round = 0; round < MAX_ROUNDS && waiting.length > 0; round++) {
    const changed = new Set<string>();
    for (const file of waiting) for (const uri of fixing.fix(file)) changed.add(uri);
    waiting = files.filter((file) => fixing.isTouchedBy(file, changed));
  }
  return fixing.outcome();
}

class FixingAcross {
  readonly #engine: Engine;
  readonly #files: ReadonlyMap<string, FixableFile>;
  readonly #selection: FixSelection;
  readonly #mayChange: (uri: string) => boolean;
  /** By URI: what it was, and what it is now. */
  readonly #texts = new Map<string, { before: string; after: string }>();
  readonly #outcomes = new Map<string, FixedFile>();
  /** Files whose changes make sense only together, by URI. */
  readonly #together = new Map<string, Set<string>>();

  constructor(engine: Engine, files: readonly FixableFile[], selection: FixSelection, mayChange: (uri: string) => boolean) {
    this.#engine = engine;
    this.#files = new Map(files.map((file) => [file.analysis.file.uri, file]));
    this.#selection = selection;
    this.#mayChange = mayChange;
  }

  /** Fixes one file as it is now; gives the other files that were changed. */
  fix(file: FixableFile): ReadonlySet<string> {
    const { uri } = file.analysis.file;
    const changed = new Set<string>();
    const fixed = [...(this.#outcomes.get(uri)?.fixed ?? [])];
    const rejected = new Map<string, string>();
    let outcome = this.#fixWithin(file, fixed);
    for (let made = 0; made < MAX_FIXES; ) {
      const left = outcome.skipped.flatMap(({ finding }) => {
        const fix = bulkFix(finding, this.#selection.safety) ? undefined : fixElsewhere(finding, this.#selection.safety);
        return fix && !rejected.has(finding.fingerprint) ? [{ finding, fix }] : [];
      });
      const [first] = left;
      if (!first) break;
      const reason = this.#try(file, first.finding, first.fix);
      if (reason !== undefined) {
        rejected.set(first.finding.fingerprint, reason);
        continue;
      }
      made++;
      fixed.push(first.finding);
      for (const other of first.fix.elsewhere.keys()) changed.add(other);
      outcome = this.#fixWithin(file, fixed);
    }
    const skipped = outcome.skipped.map((one) => ({ ...one, reason: rejected.get(one.finding.fingerprint) ?? one.reason }));
    this.#outcomes.set(uri, { text: this.#textOf(file.analysis), fixed, skipped });
    return changed;
  }

  /** Whether a file is, or was judged by, one of those that have changed since it was fixed. */
  isTouchedBy({ analysis }: FixableFile, changed: ReadonlySet<string>): boolean {
    if (changed.has(analysis.file.uri)) return true;
    for (const uri of analysis.reads?.keys() ?? []) if (changed.has(uri)) return true;
    return false;
  }

  outcome(): AcrossOutcome {
    const seen = new Set<string>();
    const groups: { uri: string; before: string; after: string }[][] = [];
    for (const start of this.#texts.keys()) {
      const group: { uri: string; before: string; after: string }[] = [];
      for (const waiting = [start]; waiting.length > 0; ) {
        const uri = waiting.pop() ?? start;
        if (seen.has(uri)) continue;
        seen.add(uri);
        const text = this.#texts.get(uri);
        if (text && text.before !== text.after) group.push({ uri, ...text });
        waiting.push(...(this.#together.get(uri) ?? []));
      }
      if (group.length > 0) groups.push(group);
    }
    return { files: this.#outcomes, groups };
  }

  #fixWithin(file: FixableFile, fixed: Finding[]): FixAllOutcome {
    const outcome = fixAll(this.#engine, this.#source(file), file.settings, this.#selection);
    this.#set(file.analysis.file.uri, file.analysis.file.text, outcome.text);
    fixed.push(...outcome.fixed);
    return outcome;
  }

  /** Makes a fix in all files that it changes, unless one may not be changed or it does not help; then gives why. */
  #try(file: FixableFile, finding: Finding, fix: Fix & Required<Pick<Fix, 'elsewhere'>>): string | undefined {
    const { uri } = file.analysis.file;
    const before = this.#judged(file);
    const texts = new Map<string, { before: string; after: string }>();
    if (fix.edits.length > 0) {
      const text = this.#textOf(file.analysis);
      texts.set(uri, { before: file.analysis.file.text, after: applyEdits(text, fix.edits) });
    }
    for (const [other, edits] of fix.elsewhere) {
      const text = this.#texts.get(other)?.after ?? before.reads?.get(other);
      if (!this.#files.has(other) && !this.#mayChange(other))
        return `its fix changes a file that is not to be fixed: ${nameOf(other)}`;
      if (typeof text !== 'string') return `its fix changes a file that can't be read: ${nameOf(other)}`;
      texts.set(other, { before: this.#texts.get(other)?.before ?? text, after: applyEdits(text, edits) });
    }
    const problems = this.#problemsOf(texts.keys());
    const kept = [...texts.keys()].map((changed) => [changed, this.#texts.get(changed)] as const);
    for (const [changed, text] of texts) this.#texts.set(changed, text);
    const after = this.#judged(file);
    const wanted = selectionOf(after, this.#selection);
    const isGone = !after.findings.some((other) => other.fingerprint === finding.fingerprint && wanted(other));
    if (isGone && after.problems.length <= before.problems.length && this.#problemsOf(texts.keys()) <= problems) {
      for (const other of texts.keys()) this.#join(uri, other);
      return undefined;
    }
    for (const [changed, text] of kept) {
      if (text) this.#texts.set(changed, text);
      else this.#texts.delete(changed);
    }
    return 'its fix does not work here';
  }

  #join(a: string, b: string): void {
    if (a === b) return;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const others = this.#together.get(from) ?? new Set();
      this.#together.set(from, others.add(to));
    }
  }

  /** In how many places files are not what their languages ask for; of those that are judged. */
  #problemsOf(uris: Iterable<string>): number {
    return [...uris].reduce((sum, uri) => {
      const file = this.#files.get(uri);
      return sum + (file ? this.#judged(file).problems.length : 0);
    }, 0);
  }

  #judged(file: FixableFile): FileAnalysis {
    return this.#engine.analyze(this.#source(file), file.settings, file.analysis);
  }

  #source({ analysis }: FixableFile): FileAnalysis['file'] {
    return { ...analysis.file, text: this.#textOf(analysis), neighbours: this.#neighboursOf(analysis) };
  }

  /** The neighbours of a file as they have become. */
  #neighboursOf({ file }: FileAnalysis): Neighbours {
    return {
      read: (path) => {
        const uri = neighbourUri(file.uri, path);
        const changed = uri === undefined ? undefined : this.#texts.get(uri)?.after;
        return changed ?? file.neighbours?.read(path);
      },
    };
  }

  #textOf({ file }: FileAnalysis): string {
    return this.#texts.get(file.uri)?.after ?? file.text;
  }

  #set(uri: string, before: string, after: string): void {
    this.#texts.set(uri, { before: this.#texts.get(uri)?.before ?? before, after });
  }
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}
