import type { FileAnalysis, FileSettings } from '../analysis/types.ts';
import type { OpenDocument } from './document-store.ts';
import type { FileContext } from './projects.ts';

/** The current text of a file, judged: what every edit is computed from. */
export interface Judged {
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  readonly text: string;
  readonly settings: FileSettings;
  readonly analysis: FileAnalysis;
}

/** Whether an open document is to be judged at all. */
export function isJudged(document: OpenDocument, context: FileContext): boolean {
  return context.server.enable && context.excluded === undefined && document.text.length <= context.server.maxFileSizeKB * 1024;
}
