import { isConfigFile, isDotenvFile } from '../../workspace/projects.ts';
import { filesChanged } from '../../workspace/watched-files.ts';
import type { ServerContext } from '../server-context.ts';

/** `textDocument/didOpen`, `didChange` (incremental), `didSave`, `didClose`. */
export function followDocuments({ connection, session }: ServerContext): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
    session.open(uri, languageId, version, text),
  );
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    session.change(uri, version, contentChanges),
  );
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => session.close(uri));
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    // A client that watches no files still tells of the ones it saves.
    if (isConfigFile(uri) || isDotenvFile(uri)) filesChanged(session, [{ uri, kind: 'changed' }]);
    session.rejudge(uri);
  });
}
