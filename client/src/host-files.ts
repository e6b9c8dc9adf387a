/** Files for a server that has no disk of its own (web, virtual workspaces): read and listed through VS Code. */
import * as vscode from 'vscode';
import type { ListFilesParams, ListFilesResult, ReadFileParams, ReadFileResult } from '../../server/src/lsp/protocol.ts';

const SCANNED_FILES =
  '**/{Dockerfile*,Containerfile*,dockerfile*,containerfile*,*.dockerfile,*.Dockerfile,*.containerfile,*.yml,*.yaml,*.json,.env,.dockerignore}';
const SCANNED_NAME = /^(?:docker|container)file|\.(?:dockerfile|containerfile|ya?ml|json|dockerignore)$|^\.env$/i;
/** Folders that hold other people's code; never walked into, whatever the settings say. */
const SKIPPED_FOLDERS = ['.git', '.hg', '.svn', 'node_modules', 'vendor', '.venv', '.terraform'];
/** A listing stops here: a larger virtual workspace can't be scanned over a network anyway. */
const MAX_FILES = 20_000;

/** The text of a file, or why there is none. */
export async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
    return { text: new TextDecoder('utf-8').decode(bytes) };
  } catch (error) {
    return { text: null, reason: messageOf(error) };
  }
}

/** The files below a folder that may be ours, with their sizes in bytes. */
export async function listFiles({ folder }: ListFilesParams, token: vscode.CancellationToken): Promise<ListFilesResult> {
  const root = vscode.Uri.parse(folder);
  const exclude = `**/{${SKIPPED_FOLDERS.join(',')}}/**`;
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(root, SCANNED_FILES), exclude, MAX_FILES, token);
  // Only file systems with a search provider answer; others are walked.
  const uris = found.length > 0 ? found : await walk(root, token);
  const files: { uri: string; size: number }[] = [];
  for (const uri of uris) {
    if (token.isCancellationRequested) break;
    const size = await sizeOf(uri);
    if (size !== undefined) files.push({ uri: uri.toString(), size });
  }
  return { files };
}

async function walk(root: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const folders = [root];
  while (folders.length > 0 && files.length < MAX_FILES && !token.isCancellationRequested) {
    const folder = folders.pop();
    if (folder === undefined) break;
    for (const [name, type] of await entriesOf(folder)) {
      const child = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory && !SKIPPED_FOLDERS.includes(name)) folders.push(child);
      else if (type === vscode.FileType.File && SCANNED_NAME.test(name)) files.push(child);
    }
  }
  return files;
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function sizeOf(uri: vscode.Uri): Promise<number | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return undefined;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
