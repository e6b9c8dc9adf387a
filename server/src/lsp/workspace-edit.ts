import type { CreateFile, TextDocumentEdit, TextEdit as WireEdit, WorkspaceEdit } from 'vscode-languageserver';
import { LineIndex } from '../core/line-index.ts';
import type { TextEdit } from '../core/text-edit.ts';
import { sortEdits } from '../core/text-edit.ts';
import { isProblem } from '../workspace/host.ts';
import type { Judged } from '../workspace/judged.ts';
import { uriKey } from '../workspace/uris.ts';
import { rangeOf } from './convert.ts';
import type { ServerContext } from './server-context.ts';

/** Edits of files by URI, each with the offsets of the text that the file has now. */
export type FileEdits = ReadonlyMap<string, readonly TextEdit[]>;

/** Largest other file that an edit reaches into, in bytes. */
const MAX_BYTES = 10 * 1024 * 1024;

/**
 * The edits as the client takes them, bound to the version they were computed for; undefined when a file they reach into
 * can't be read.
 */
export async function workspaceEdit(
  server: ServerContext,
  judged: Judged | undefined,
  edits: FileEdits,
  creates: readonly string[] = [],
): Promise<WorkspaceEdit | undefined> {
  if (creates.length > 0 && !server.client.createsFiles) return undefined;
  const created = creates.map((uri): CreateFile => ({ kind: 'create', uri, options: { ignoreIfExists: true } }));
  const documents: TextDocumentEdit[] = [];
  for (const [uri, fileEdits] of edits) {
    const file = judged && uriKey(uri) === uriKey(judged.uri) ? judged : await textOf(server, uri, creates);
    if (!file) return undefined;
    const lines = new LineIndex(file.text);
    const wire: WireEdit[] = sortEdits(fileEdits).map((edit) => ({ range: rangeOf(edit.span, lines), newText: edit.text }));
    documents.push({ textDocument: { uri: file.uri, version: file.version }, edits: wire });
  }
  if (server.client.documentChanges) return { documentChanges: [...created, ...documents] };
  return {
    changes: Object.fromEntries(documents.map(({ textDocument, edits: wire }) => [textDocument.uri, wire as WireEdit[]])),
  };
}

async function textOf(server: ServerContext, uri: string, creates: readonly string[]) {
  return creates.includes(uri) ? { uri, version: null, text: '' } : currentText(server, uri);
}

/** The text of a file as it is now: the editor's where one has it open, else the disk's. */
export async function currentText(
  server: ServerContext,
  uri: string,
): Promise<{ uri: string; version: number | null; text: string } | undefined> {
  const open = server.session.documents.get(uri);
  if (open) return open;
  const read = await server.session.host.files.readText(uri, { maxBytes: MAX_BYTES });
  return isProblem(read) ? undefined : { uri, version: null, text: read.text };
}
