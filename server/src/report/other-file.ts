import { URI } from 'vscode-uri';
import { LineIndex } from '../core/line-index.ts';
import type { Span } from '../core/span.ts';
import { type Region, type ReportedFile, regionIn } from './result.ts';

/** A file that a finding speaks of although it stands in another one. */
export interface OtherFile {
  readonly uri: string;
  /** As the report names files; the whole URI outside of where the scan was started. */
  readonly path: string;
  /** The region of a span in it; undefined when its text is not known. */
  readonly regionOf: (span: Span) => Region | undefined;
}

/**
 * What is known of another file at `uri`: the text that `file` was judged by, else that of the file with this URI among `judged`.
 */
export function otherFile(uri: string, file: ReportedFile, judged: ReadonlyMap<string, ReportedFile>): OtherFile {
  const known = judged.get(uri);
  const text = file.analysis.reads?.get(uri) ?? known?.analysis.file.text;
  const lines = typeof text === 'string' ? new LineIndex(text) : undefined;
  return { uri, path: known?.path ?? pathBeside(uri, file), regionOf: (span) => lines && regionIn(lines, span) };
}

/** The path of `uri` below the folder in which the scan was started, which is what `file.path` is relative to. */
function pathBeside(uri: string, file: ReportedFile): string {
  const own = URI.parse(file.uri);
  const other = URI.parse(uri);
  if (!own.path.endsWith(`/${file.path}`) || own.scheme !== other.scheme || own.authority !== other.authority) return uri;
  const start = own.path.slice(0, own.path.length - file.path.length);
  return other.path.startsWith(start) ? other.path.slice(start.length) : uri;
}
