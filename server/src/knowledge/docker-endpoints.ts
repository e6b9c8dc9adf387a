/**
 * Addresses of the Docker API.
 * Sources: Docker CLI reference, "Environment variables" and "dockerd", "Daemon socket option"; docker image documentation, "TLS".
 * Read 2026-11-21.
 */

/** The port of the API with TLS. */
const TLS_PORT = '2376';

export interface DockerEndpoint {
  /** As given, without a path. */
  readonly address: string;
  readonly host: string;
}

const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/** The address when it is one of the Docker API over plain TCP that leaves the container; undefined for TLS, SSH, sockets and loopback. */
export function plainDockerEndpoint(text: string): DockerEndpoint | undefined {
  const match = /^(tcp|http):\/\/(\[[^\]]*\]|[^:/]+)(?::(\d+))?(?:\/.*)?$/i.exec(text.trim());
  const [, , host = '', port = '2375'] = match ?? [];
  if (!match || port === TLS_PORT || LOCAL.test(host)) return undefined;
  return { address: text.trim(), host };
}
