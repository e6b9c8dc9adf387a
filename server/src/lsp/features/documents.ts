import type { Timer } from '../../workspace/host.ts';
import { isConfigFile, isDotenvFile } from '../../workspace/projects.ts';
import type { Session } from '../../workspace/session.ts';
import { filesChanged } from '../../workspace/watched-files.ts';
import type { ServerContext } from '../server-context.ts';

/** A config or baseline counts as typed when nothing was typed in it for so many milliseconds. */
const GOVERNOR_PAUSE = 400;

function governs({ projects }: Session, uri: string): boolean {
  return isConfigFile(uri) || isDotenvFile(uri) || projects.baselines.has(uri);
}

/** `textDocument/didOpen`, `didChange` (incremental), `didSave`, `didClose`. */
export function followDocuments({ connection, session }: ServerContext): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
    session.open(uri, languageId, version, text),
  );
  const typing = new Map<string, Timer>();
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    session.change(uri, version, contentChanges);
    if (!governs(session, uri)) return;
    typing.get(uri)?.cancel();
    const tell = () => filesChanged(session, [{ uri, kind: 'changed' }]);
    typing.set(uri, session.host.clock.after(GOVERNOR_PAUSE, tell));
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    typing.get(uri)?.cancel();
    session.close(uri);
    // What was not saved no longer counts.
    if (typing.delete(uri)) filesChanged(session, [{ uri, kind: 'changed' }]);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    // A client that watches no files still tells of the ones it saves.
    if (governs(session, uri)) filesChanged(session, [{ uri, kind: 'changed' }]);
    session.neighbourChanged(uri, true);
    session.rejudge(uri);
  });
}
