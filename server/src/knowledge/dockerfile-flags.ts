/**
 * The flags that Docker's instructions take.
 * Source: Dockerfile reference (https://docs.docker.com/reference/dockerfile/) for Dockerfile syntax 1 up to 1.20, stable and labs
 * channel; containers/buildah, docs/Containerfile.5.md for `--retry`, `--retry-delay` and `--ignorefile`. Read 2026-11-21.
 */
const FLAGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['FROM', ['platform']],
  ['RUN', ['mount', 'network', 'security', 'device']],
  ['COPY', ['from', 'chown', 'chmod', 'link', 'parents', 'exclude', 'retry', 'retry-delay', 'ignorefile']],
  [
    'ADD',
    [
      ...['keep-git-dir', 'checksum', 'chown', 'chmod', 'link', 'unpack', 'exclude', 'parents'],
      ...['retry', 'retry-delay', 'ignorefile', 'timestamp'],
    ],
  ],
  ['HEALTHCHECK', ['interval', 'timeout', 'start-period', 'start-interval', 'retries']],
]);

/** The flags of an instruction; none for one that takes no flags. */
export function flagsOf(keyword: string): readonly string[] {
  return FLAGS.get(keyword) ?? [];
}
