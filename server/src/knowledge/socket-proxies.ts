/**
 * Images whose task is to hold the Docker socket for others and to filter what they ask.
 * Source: the images' own pages on Docker Hub, GitHub and lscr.io. Read 2026-11-22.
 */
const PROXIES: ReadonlySet<string> = new Set([
  'docker.io/tecnativa/docker-socket-proxy',
  'ghcr.io/tecnativa/docker-socket-proxy',
  'docker.io/linuxserver/socket-proxy',
  'lscr.io/linuxserver/socket-proxy',
  'ghcr.io/linuxserver/socket-proxy',
  'docker.io/wollomatic/socket-proxy',
  'ghcr.io/wollomatic/socket-proxy',
  'docker.io/11notes/socket-proxy',
  'ghcr.io/11notes/socket-proxy',
]);

/** Whether an image, by its canonical name, is a proxy for the Docker socket. */
export function isSocketProxy(canonicalName: string): boolean {
  return PROXIES.has(canonicalName);
}
