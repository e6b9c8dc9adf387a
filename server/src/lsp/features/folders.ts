import type { InitializeParams } from 'vscode-languageserver';
import { relativePath } from '../../workspace/uris.ts';
import type { ServerContext } from '../server-context.ts';
import type { Configuration } from './configuration.ts';

/** The folders a client starts with; none is fine. */
export function initialFolders(params: InitializeParams): string[] {
  const folders = params.workspaceFolders?.map((folder) => folder.uri);
  if (folders !== undefined) return folders;
  return params.rootUri === null || params.rootUri === undefined ? [] : [params.rootUri];
}

/** `workspace/didChangeWorkspaceFolders`: what was scanned in a folder that goes is forgotten. */
export function followFolders({ connection, client, session }: ServerContext, configuration: Configuration): void {
  if (!client.folderChanges) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = new Set(removed.map((folder) => folder.uri));
    session.folders = [...session.folders.filter((folder) => !gone.has(folder)), ...added.map((folder) => folder.uri)];
    configuration.forget();
    for (const [key, uri] of session.scanned) {
      if (session.homeOf(uri) !== undefined || ![...gone].some((folder) => relativePath(folder, uri) !== undefined)) continue;
      session.scanned.delete(key);
      if (!session.documents.has(key)) session.store.remove(uri);
    }
    session.rejudgeBelow();
  });
}
