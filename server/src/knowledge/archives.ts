/**
 * Archives by their names. ADD unpacks local tar archives, plain or compressed with gzip, bzip2, xz or zstd, and nothing else.
 * Source: https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives; tar(1), `--auto-compress`. Read 2026-11-21.
 */
const TAR = /\.(?:tar(?:\.(?:gz|bz2|xz|zst|zstd|lz|lzma|lzo|z))?|tgz|tbz2?|tb2|txz|tzst|tlz|taz|tpz|tz2)$/i;
const COMPRESSED = /\.(?:gz|bz2|xz|zst|lz|lzma|lzo|z)$/i;

/** Whether a file name is that of a tar archive. */
export function isTarName(name: string): boolean {
  return TAR.test(name);
}

/** Whether a file name is that of a tar archive, or of a compressed file that may be one. */
export function mayBeTarName(name: string): boolean {
  return TAR.test(name) || COMPRESSED.test(name);
}
