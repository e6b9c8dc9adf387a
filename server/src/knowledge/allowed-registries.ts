/**
 * Whether an image's canonical name (`docker.io/library/nginx`) is below one of the allowed registries: a host, a host with a path, or
 * `*.` and a domain, which stands for one label or more. An empty list allows nothing; callers decide what that means.
 */
export function isFromAllowedRegistry(canonicalName: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) => isBelow(canonicalName, entry.replace(/\/+$/, '')));
}

function isBelow(canonicalName: string, wanted: string): boolean {
  if (!wanted.startsWith('*.')) return `${canonicalName}/`.startsWith(`${wanted}/`);
  const slash = wanted.indexOf('/');
  const suffix = wanted.slice(1, slash < 0 ? undefined : slash);
  const host = canonicalName.slice(0, canonicalName.indexOf('/'));
  const path = slash < 0 ? '' : wanted.slice(slash);
  return host.endsWith(suffix) && `${canonicalName.slice(host.length)}/`.startsWith(`${path}/`);
}
