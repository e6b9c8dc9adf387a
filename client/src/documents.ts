import * as vscode from 'vscode';
import { HEAD_LINES, isRelevant } from './relevance.ts';

/** Schemes of texts that a user can edit; others (a diff's left side, output, chat) are nobody's to fix. */
const EDITABLE_SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs'];

/** The schemes whose documents are analysed: the usual ones and those of the workspace's folders. */
export function analysedSchemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set([...EDITABLE_SCHEMES, ...folders.map(({ uri }) => uri.scheme)])];
}

/** The documents the server is told about; it decides by name and content which of them it analyses. */
export function documentSelector(): { scheme: string; language?: string; pattern?: string }[] {
  return analysedSchemes().flatMap((scheme) => [
    { scheme, language: 'dockerfile' },
    { scheme, language: 'dockercompose' },
    { scheme, language: 'yaml' },
    { scheme, language: 'json' },
    { scheme, pattern: '**/{Dockerfile,Containerfile}*' },
    { scheme, pattern: '**/*.{dockerfile,Dockerfile,containerfile,Containerfile}' },
    { scheme, pattern: '**/*{compose,stack}*.{yml,yaml}' },
  ]);
}

/** Whether this document is a reason to start the server. */
export function startsServer(document: vscode.TextDocument): boolean {
  if (!analysedSchemes().includes(document.uri.scheme)) return false;
  if (!vscode.workspace.getConfiguration('seaworthy', document).get('enable', true)) return false;
  return isRelevant({
    languageId: document.languageId,
    path: document.uri.path,
    head: () => document.getText(new vscode.Range(0, 0, HEAD_LINES, 0)),
  });
}
