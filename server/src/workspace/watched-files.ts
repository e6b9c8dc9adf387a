import { isConfigFile, isDotenvFile } from './projects.ts';
import type { Session } from './session.ts';
import { parentOf, uriKey } from './uris.ts';
import { isBesideScanned } from './workspace-scan.ts';

/** What happened to a file on the disk. */
export interface FileChange {
  readonly uri: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** Globs of the files whose changes matter, for a client that watches on our behalf. */
export const WATCHED = [
  '**/.seaworthy.{yaml,yml}',
  '**/.env',
  '**/*.env',
  '**/.dockerignore',
  '**/*.dockerignore',
  '**/*.{yaml,yml,json}',
  '**/{Dockerfile,dockerfile,Containerfile,containerfile}*',
  '**/*.{Dockerfile,dockerfile,Containerfile,containerfile}',
] as const;

/**
 * Brings the session in step with the disk: a config or `.env` makes everything it governs be judged again, a scanned file
 * is read again, a file that is gone loses its findings. The text of an open document is the editor's, whatever the disk says.
 */
export function filesChanged(session: Session, changes: readonly FileChange[]): void {
  for (const change of changes) {
    session.neighbourChanged(change.uri, true);
    session.manifestChanged(change.uri);
    if (isConfigFile(change.uri) || isDotenvFile(change.uri) || session.projects.baselines.has(change.uri))
      governorChanged(session, change);
    else fileChanged(session, change);
  }
}

function governorChanged(session: Session, change: FileChange): void {
  const namers = session.projects.forget(change.uri);
  if (change.kind === 'deleted' && !session.documents.has(change.uri)) session.store.remove(change.uri);
  // A config may name a baseline of any folder.
  const governed = session.projects.baselines.has(change.uri) ? undefined : parentOf(change.uri);
  session.rejudgeBelow(governed);
  // Read at once, so that what is wrong with it is shown even when it governs nothing that is open.
  const folder = parentOf(change.uri);
  if (isConfigFile(change.uri) && folder !== undefined) namers.push(folder);
  for (const namer of namers) void session.projects.configFor(namer);
}

function fileChanged(session: Session, change: FileChange): void {
  const key = uriKey(change.uri);
  if (session.documents.has(key)) return;
  if (session.scanned.has(key)) session.rejudge(change.uri);
  else if (change.kind === 'created' && session.doors.isCandidateName(change.uri) && isBesideScanned(session, change.uri)) {
    session.scanned.set(key, change.uri);
    session.rejudge(change.uri);
  }
}
