import picomatch from 'picomatch/posix';

/**
 * Whether a path (with `/`, relative to where the globs hold) matches one of the globs; `*` matches names that begin with a
 * dot too. A glob that can't be read matches nothing.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.flatMap((glob) => {
    try {
      return picomatch(glob, { dot: true });
    } catch {
      return [];
    }
  });
  return (path) => matchers.some((matches) => matches(path));
}
