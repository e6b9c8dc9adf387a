import * as vscode from 'vscode';
import type { FindingsParams, WireFinding } from '../../server/src/lsp/protocol.ts';
import { type Counts, countBySeverity, type FileFindings } from './tree/model.ts';

/** What the server said last of each file. The server owns the findings; this is what the views read. */
export class FindingsStore implements vscode.Disposable {
  private readonly files = new Map<string, readonly WireFinding[]>();
  private readonly changed = new vscode.EventEmitter<readonly string[]>();
  /** Fires with the URIs of the files that changed. */
  readonly onDidChange = this.changed.event;

  /** Takes over the findings of the files in `params`; files without findings are forgotten. */
  update(params: FindingsParams): void {
    for (const { uri, findings } of params.files) {
      const key = canonical(uri);
      if (findings.length === 0) this.files.delete(key);
      else this.files.set(key, findings);
    }
    this.changed.fire(params.files.map(({ uri }) => canonical(uri)));
  }

  /** Forgets everything: the server is gone, and what it knew with it. */
  clear(): void {
    const uris = [...this.files.keys()];
    this.files.clear();
    this.changed.fire(uris);
  }

  /** The findings of all files, with the path that the user knows each file by. */
  all(): FileFindings[] {
    return [...this.files].map(([uri, findings]) => ({
      uri,
      path: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
      findings,
    }));
  }

  /** The findings of one file, by its URI as VS Code writes it. */
  of(uri: vscode.Uri): readonly WireFinding[] {
    return this.files.get(uri.toString()) ?? [];
  }

  get size(): number {
    let size = 0;
    for (const findings of this.files.values()) size += findings.length;
    return size;
  }

  /** How many findings there are of each severity, in all files. */
  counts(): Counts {
    return countBySeverity([...this.files.values()].flat().map((finding) => ({ finding })));
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** Servers and VS Code escape URIs differently (`file:///c%3A/`); comparisons need one form. */
function canonical(uri: string): string {
  return vscode.Uri.parse(uri).toString();
}
