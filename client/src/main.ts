import type * as vscode from 'vscode';
import type { SeaworthyApi } from './activate.ts';

/**
 * The extension as it is shipped, one bundle for the desktop and the web: nearly all of it is the same. Only the half that fits is ever
 * loaded.
 */
const inWorker = typeof (globalThis as { importScripts?: unknown }).importScripts === 'function';

export async function activate(context: vscode.ExtensionContext): Promise<SeaworthyApi> {
  const half = inWorker ? await import('./browser.ts') : await import('./extension.ts');
  return half.activate(context);
}
