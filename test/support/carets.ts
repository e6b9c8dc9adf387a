/** A finding that a case expects: its rule, its 0-based line and columns in the text without markers, and part of its message. */
export interface Mark {
  readonly rule: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

const CARETS = /^(\s*#\s*)(\^+)\s+([a-z]+\/[a-z0-9-]+)\s*(.*?)\r?$/;
const COLUMNS = /^\s*#@(\d+)-(\d+)\s+([a-z]+\/[a-z0-9-]+)\s*(.*?)\r?$/;

/** Takes the marker lines out of a case: `#   ^^^^ rule message` and `#@0-4 rule message` mark the code line above them. */
export function readCarets(source: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  const kept: string[] = [];
  for (const line of source.split('\n')) {
    const carets = CARETS.exec(line);
    const columns = COLUMNS.exec(line);
    const at = kept.length - 1;
    if (carets) {
      const [, before = '', run = '', rule = '', message = ''] = carets;
      marks.push({ rule, line: at, start: before.length, end: before.length + run.length, message });
    } else if (columns) {
      const [, start = '', end = '', rule = '', message = ''] = columns;
      marks.push({ rule, line: at, start: Number(start), end: Number(end), message });
    } else kept.push(line);
  }
  return { text: kept.join('\n'), marks };
}
