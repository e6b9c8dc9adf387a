import type { FileSettings } from './types.ts';

/** The name under which a baseline is found without being named in a config. */
export const BASELINE_NAME = '.seaworthy-baseline.json';

/** A finding that was there when the baseline was made. */
export interface BaselineEntry {
  /** Of its file, relative to the baseline's folder, with `/`. */
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
  /** Why it was accepted. */
  readonly reason?: string;
}

/** Findings that are known and not reported, by file and fingerprint, so that moved lines stay known. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
  /** Fingerprint → reason ('' without one), by path. */
  readonly byPath: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export const EMPTY_BASELINE: Baseline = { entries: [], byPath: new Map() };

/** Reads a baseline; undefined for a text that is none. Entries that can't be read are left out. */
export function readBaseline(text: string): Baseline | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const list = typeof data === 'object' && data !== null && 'findings' in data ? data.findings : undefined;
  return Array.isArray(list) ? baselineOf(list.flatMap((item) => entryOf(item) ?? [])) : undefined;
}

function entryOf(item: unknown): BaselineEntry | undefined {
  const { path, rule, fingerprint, reason } = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
  if (typeof path !== 'string' || typeof rule !== 'string' || typeof fingerprint !== 'string') return undefined;
  return { path, rule, fingerprint, ...(typeof reason === 'string' && reason !== '' && { reason }) };
}

/** A baseline of these entries, each once; of equal ones the first, with its reason, stays. */
export function baselineOf(entries: readonly BaselineEntry[]): Baseline {
  const byPath = new Map<string, Map<string, string>>();
  const kept: BaselineEntry[] = [];
  for (const entry of entries) {
    const known = byPath.get(entry.path) ?? new Map<string, string>();
    byPath.set(entry.path, known);
    if (known.has(entry.fingerprint)) continue;
    known.set(entry.fingerprint, entry.reason ?? '');
    kept.push(entry);
  }
  return { entries: kept, byPath };
}

/** The text of a baseline: sorted, one finding a line, so that two people's changes merge. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const sorted = [...baselineOf(entries).entries].sort(
    (a, b) => compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint),
  );
  const lines = sorted.map(
    ({ path, rule, fingerprint, reason }) => `    ${JSON.stringify({ path, rule, fingerprint, ...(reason && { reason }) })}`,
  );
  return `{\n  "version": 1,\n  "findings": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Settings under which the rules that the config switched off run too: what they find counts as silenced by the config. */
export function withSilenced(settings: FileSettings): FileSettings {
  if (settings.silenced === undefined) return settings;
  return { ...settings, rules: [...settings.rules, ...settings.silenced] };
}
