/** One line of an ignore file. */
export interface IgnorePattern {
  /** As written, without `!`. */
  readonly text: string;
  /** `!`: lets in again what lines above leave out. */
  readonly exception: boolean;
  readonly regex: RegExp;
}

/** What a build context leaves out. */
export interface IgnoreFile {
  /** In the order of the file: the last that matches decides. */
  readonly patterns: readonly IgnorePattern[];
}

/**
 * Reads a `.dockerignore`. Lines with `#` in their first column are comments, blanks at both ends of a line do not count, `/` in front and
 * `.` and `..` in a path are resolved. (https://docs.docker.com/build/concepts/context/#dockerignore-files; the grammar is that of moby's
 * `patternmatcher/ignorefile`.) A pattern that Docker refuses matches nothing here.
 */
export function parseIgnoreFile(text: string): IgnoreFile {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  return {
    patterns: lines.flatMap((line) => {
      const trimmed = line.startsWith('#') ? '' : line.trim();
      const exception = trimmed.startsWith('!');
      const pattern = (exception ? trimmed.slice(1) : trimmed).trim();
      if (pattern === '') return [];
      const clean = cleanPattern(pattern);
      const regex = regexOf(clean.length > 1 ? clean.replace(/^\//, '') : clean);
      return regex ? [{ text: pattern, exception, regex }] : [];
    }),
  };
}

/** Go's `filepath.Clean`: one `/` between parts, `.` dropped, `..` taken off where it can be. */
function cleanPattern(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !rooted) parts.push(part);
  }
  return `${rooted ? '/' : ''}${parts.join('/')}` || '.';
}

/**
 * `*` and `?` stop at `/`; `**` is any number of folders, and anything at the end; `[…]` and `\` are as in a regular expression of Go.
 * (moby, `patternmatcher`, `Pattern.compile`)
 */
function regexOf(pattern: string): RegExp | undefined {
  const source = pattern.replace(/\*\*\/?$|\*\*\/?|\*|\?|\\[\s\S]?|[.+()|{}$^/]/g, (part, at: number) => {
    if (part.startsWith('**')) return at + part.length === pattern.length ? '.*' : '(?:.*/)?';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.startsWith('\\')) return part.length > 1 ? escaped(part.slice(1)) : '\\\\';
    return part === '^' && pattern.charAt(at - 1) === '[' ? '^' : escaped(part);
  });
  try {
    return new RegExp(`^${source}$`, 's');
  } catch {
    return undefined;
  }
}

function escaped(character: string): string {
  return /\w/.test(character) ? character : `\\${character}`;
}

/** Whether a file or folder is left out: it, or a folder above it, matches; a later line overrules an earlier one. */
export function isIgnored({ patterns }: IgnoreFile, path: string): boolean {
  const clean = cleanPattern(path).replace(/^\/+/, '');
  const parts = clean.split('/');
  const paths = parts.map((_, n) => parts.slice(0, n + 1).join('/'));
  const last = patterns.findLast(({ regex }) => paths.some((one) => regex.test(one)));
  return last !== undefined && !last.exception;
}
