import { ReadOnce } from './read-once.ts';
import { scan } from './scan.ts';
import type { Session } from './session.ts';
import { parentOf, relativePath, uriKey } from './uris.ts';

/** How far a scan is, in files. */
export interface ScanProgress {
  readonly done: number;
  readonly total: number;
  readonly current?: string;
}

/** What a scan came to. */
export interface ScanOutcome {
  readonly scanned: number;
  readonly total: number;
  readonly findings: number;
  readonly cancelled: boolean;
  readonly milliseconds: number;
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
}

/**
 * Scans folders into the session's store, behind the open documents in priority; all workspace folders when none are named.
 * A cancelled scan keeps what it found. After a complete one, findings of files that are gone are gone too.
 */
export async function scanWorkspace(
  session: Session,
  folders: readonly string[] | undefined,
  signal: AbortSignal,
  tell: (progress: ScanProgress) => void,
): Promise<ScanOutcome> {
  const { host, doors, store, documents, scheduler } = session;
  const roots = folders !== undefined && folders.length > 0 ? folders : session.folders;
  const start = host.clock.now();
  const skipped: { uri: string; reason: string }[] = [];
  const met = new Set<string>();
  let [scanned, total] = [0, 0];
  const counts = new Map<string, number>();

  // Two scans at a time share what they read.
  const files = session.files instanceof ReadOnce ? session.files : new ReadOnce(host.files);
  session.files = files;
  const events = scan({ ...host, files }, doors, {
    roots,
    signal,
    neighbours: session.neighbours,
    units: session.units,
    excludeOf: (root) => excludeOf(session, root),
    gitignoreOf: async (root) => (await session.contextOf(root)).server.useGitignore,
    contextOf: (uri) => session.contextOf(uri),
    known: (uri) => documents.has(uri),
    gate: () => scheduler.whenQuiet(),
  });
  try {
    for await (const event of events) {
      if (event.kind === 'listed') {
        total = event.total;
        tell({ done: 0, total });
      } else if (event.kind === 'skipped') skipped.push({ uri: event.uri, reason: event.reason });
      else if (event.kind === 'progress') {
        scanned = event.done;
        tell({ done: scanned, total, current: event.current });
      } else {
        if (event.kind === 'known' && (await isLeftAlone(session, event.uri))) await session.check(event.uri);
        met.add(uriKey(event.uri));
        session.scanned.set(uriKey(event.uri), event.uri);
        // Opened while it was read: the document's own findings win.
        if (event.kind === 'judged' && !documents.has(event.uri)) session.keep(event.analysis, event.milliseconds);
        const found = event.kind === 'judged' ? event.analysis.findings : store.get(event.uri)?.findings;
        counts.set(uriKey(event.uri), found?.length ?? 0);
      }
    }
  } finally {
    if (session.files === files) session.files = host.files;
  }
  const cancelled = signal.aborted;
  if (!cancelled) forgetMissing(session, roots, met);
  // Open manifests know now what is deployed with them.
  for (const uri of documents.uris()) scheduler.later(uriKey(uri));
  const findings = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { scanned, total, findings, cancelled, milliseconds: host.clock.now() - start, skipped };
}

/** Whether an open document may wait for someone to ask about it: a scan does. */
async function isLeftAlone(session: Session, uri: string): Promise<boolean> {
  return (await session.contextOf(uri)).server.run !== 'onType';
}

/** Forgets all scanned files that are not open, and their findings. */
export function clearScan(session: Session): void {
  for (const [key, uri] of session.scanned) {
    session.scanned.delete(key);
    if (!session.documents.has(key)) session.store.remove(uri);
  }
}

/** Globs for the walk itself, so that a folder that is left out is not even entered. */
async function excludeOf(session: Session, root: string): Promise<readonly string[]> {
  const [context, ofConfig] = await Promise.all([session.contextOf(root), session.projects.excludeOf(root)]);
  return [...context.server.exclude, ...ofConfig];
}

function forgetMissing(session: Session, roots: readonly string[], met: ReadonlySet<string>): void {
  for (const [key, uri] of session.scanned) {
    if (met.has(key) || !roots.some((root) => relativePath(root, uri) !== undefined)) continue;
    session.scanned.delete(key);
    if (!session.documents.has(key)) session.store.remove(uri);
  }
}

/** Whether a scan has looked into the folder of a file: then a new file beside the others is worth a look. */
export function isBesideScanned(session: Session, uri: string): boolean {
  const folder = parentOf(uri);
  return folder !== undefined && [...session.scanned.values()].some((other) => parentOf(other) === folder);
}
