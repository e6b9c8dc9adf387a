import { BASELINE_NAME, type Baseline, EMPTY_BASELINE, readBaseline } from '../analysis/baseline.ts';
import type { FileSettings } from '../analysis/types.ts';
import type { Host } from './host.ts';
import { isProblem } from './host.ts';
import type { GoverningConfig, ProjectOptions } from './projects.ts';
import { remembered } from './remembered.ts';
import { childOf, nameOf, parentOf, relativePath, uriKey } from './uris.ts';

/** Longest baseline that is read, in bytes. */
const MAX_BYTES = 32 * 1024 * 1024;

/** A baseline and the folder that its paths are relative to. */
export interface GoverningBaseline {
  readonly uri: string;
  readonly folder: string;
  readonly text: string;
  readonly baseline: Baseline;
  /** Why its text could not be taken as one. */
  readonly problem?: string;
}

/**
 * Finds the baseline of a file: the one its config names, else the nearest `.seaworthy-baseline.json` in its folder or above.
 * Each is read once and kept until told to forget.
 */
export class Baselines {
  readonly #host: Host;
  readonly #loaded: (baseline: GoverningBaseline) => void;
  readonly #options: Pick<ProjectOptions, 'baseline' | 'openText'>;
  readonly #read = new Map<string, Promise<GoverningBaseline | undefined>>();
  readonly #settings = new WeakMap<FileSettings, WeakMap<ReadonlyMap<string, string>, FileSettings>>();

  /** `loaded` is told of each that is read. */
  constructor(
    host: Host,
    loaded: (baseline: GoverningBaseline) => void,
    options: Pick<ProjectOptions, 'baseline' | 'openText'> = {},
  ) {
    this.#host = host;
    this.#loaded = loaded;
    this.#options = options;
  }

  /** What governs the files of a folder. */
  async governing(folder: string, config: GoverningConfig | undefined): Promise<GoverningBaseline | undefined> {
    if (this.#options.baseline !== undefined) return this.#options.baseline ?? undefined;
    const named = config?.config.baseline;
    return named === undefined || !config ? this.#nearest(folder) : this.#at(childOf(config.folder, named));
  }

  /** The settings, with what the baseline knows of a file; the same object for the same inputs. */
  apply(settings: FileSettings, uri: string, governing: GoverningBaseline | undefined): FileSettings {
    const path = governing && relativePath(governing.folder, uri);
    const known = path === undefined ? undefined : governing?.baseline.byPath.get(path);
    if (!known) return settings;
    const made = remembered(this.#settings, settings, () => new WeakMap<ReadonlyMap<string, string>, FileSettings>());
    return remembered(made, known, () => ({ ...settings, baseline: known }));
  }

  /** Whether a file is a baseline, or would be one if it were there. */
  has(uri: string): boolean {
    return nameOf(uri) === BASELINE_NAME || this.#read.has(uriKey(uri));
  }

  forget(uri: string): void {
    this.#read.delete(uriKey(uri));
  }

  async #nearest(folder: string): Promise<GoverningBaseline | undefined> {
    const here = await this.#at(childOf(folder, BASELINE_NAME));
    if (here) return here;
    const above = parentOf(folder);
    return above === undefined ? undefined : this.#nearest(above);
  }

  #at(uri: string): Promise<GoverningBaseline | undefined> {
    return remembered(this.#read, uriKey(uri), async () => {
      const open = this.#options.openText?.(uri);
      if (open === undefined && (await this.#host.files.stat(uri)) !== 'file') return undefined;
      const read =
        open === undefined ? await this.#host.files.readText(uri, { maxBytes: MAX_BYTES }) : { text: open, bom: false };
      const found = baselineAt(uri, isProblem(read) ? '' : read.text, isProblem(read) ? read.problem : undefined);
      this.#loaded(found);
      return found;
    });
  }
}

/** The baseline that a text at `uri` is; with a problem, and empty, when it is none. */
export function baselineAt(uri: string, text: string, problem?: string): GoverningBaseline {
  const baseline = problem === undefined ? readBaseline(text) : undefined;
  const why = baseline ? undefined : (problem ?? 'no baseline: it is not JSON with a list `findings`');
  return {
    uri,
    folder: parentOf(uri) ?? '',
    text,
    baseline: baseline ?? EMPTY_BASELINE,
    ...(why !== undefined && { problem: why }),
  };
}
