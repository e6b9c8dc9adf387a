/**
 * Annotations of ingress-nginx (https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/).
 */
const PREFIX = /^[\w.-]*nginx\.ingress\.kubernetes\.io\//;

/** Whether an annotation puts its value into nginx's configuration as it is: `configuration-snippet`, `server-snippet` and others. */
export function isSnippet(annotation: string): boolean {
  return PREFIX.test(annotation) && annotation.endsWith('-snippet');
}

const INJECTABLE = new Set(['auth-url', 'auth-tls-match-cn', 'mirror-target', 'mirror-host']);

/**
 * Whether the value of an annotation breaks out of the directive that ingress-nginx before 1.11.5 and 1.12.1 wrote it into
 * (CVE-2025-24514, CVE-2025-1097, CVE-2025-1098: https://kubernetes.io/blog/2025/03/24/ingress-nginx-cve-2025-1974/).
 */
export function breaksOut(annotation: string, value: string): boolean {
  const name = annotation.replace(PREFIX, '');
  if (name === annotation || !INJECTABLE.has(name)) return false;
  return name === 'auth-tls-match-cn'
    ? /[#;{}"'|\n\r]/.test(value) || !value.startsWith('CN=')
    : /[#;{}"'|\s]/.test(value.trim());
}
