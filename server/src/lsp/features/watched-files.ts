import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver';
import { type FileChange, filesChanged, WATCHED } from '../../workspace/watched-files.ts';
import type { ServerContext } from '../server-context.ts';

const KIND: Readonly<Record<FileChangeType, FileChange['kind']>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

/** `workspace/didChangeWatchedFiles`; a client that leaves the watching to us is told what to watch. */
export function followWatchedFiles({ connection, client, session }: ServerContext): void {
  if (client.registersWatchers) {
    const watchers = WATCHED.map((globPattern) => ({ globPattern }));
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  connection.onDidChangeWatchedFiles(({ changes }) =>
    filesChanged(
      session,
      changes.map(({ uri, type }) => ({ uri, kind: KIND[type] })),
    ),
  );
}
