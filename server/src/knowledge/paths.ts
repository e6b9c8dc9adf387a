/** The home directory of a user, however it is written, and the user's part behind it. */
const HOME = /^(?:~|\$HOME|\$\{HOME\}|\/root|\/(?:home|Users)\/[^/]+|\/var\/root|[a-z]:\/Users\/[^/]+)(?=\/|$)/i;

/** A path in which there is nothing to clean. */
const PLAIN = /^\/?(?!\.{1,2}(?:\/|$))[\w.-]+(?:\/(?!\.{1,2}(?:\/|$))[\w.-]+)*$/;

/** Joins and drops `.`, `..` and empty segments as POSIX path resolution does (XBD 4.16); symbolic links are not followed. */
function resolveDots(path: string): string {
  const absolute = path.startsWith('/');
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (segment === '..' && !absolute) kept.push(segment);
    else if (segment !== '' && segment !== '.' && segment !== '..') kept.push(segment);
  }
  return (absolute ? '/' : '') + kept.join('/');
}

/**
 * A path of a host in one spelling: slashes and dots cleaned, `/var/run` as `/run` (the former is a link to the latter: FHS 3.0,
 * 5.13), backslashes as slashes in Windows paths, a Windows drive in upper case (`C:/`). What is relative or a volume's name
 * stays so.
 */
export function cleanPath(path: string): string {
  if (PLAIN.test(path) && !path.startsWith('/var/run')) return path;
  const trimmed = path.trim().replace(/^npipe:\/\//i, '');
  if (/^(?:\\\\|\/\/)\.[\\/]pipe[\\/]/i.test(trimmed)) return `//./pipe/${trimmed.slice(9).replace(/\\/g, '/')}`;
  const slashed = /^[a-z]:(?:[\\/]|$)/i.test(trimmed) || trimmed.startsWith('\\') ? trimmed.replace(/\\/g, '/') : trimmed;
  const drive = /^[a-z]:/i.exec(slashed)?.[0];
  if (drive !== undefined) return `${drive.toUpperCase()}${resolveDots(slashed.slice(2)) || '/'}`;
  const cleaned = resolveDots(slashed);
  return cleaned === '/var/run' || cleaned.startsWith('/var/run/') ? cleaned.slice(4) : cleaned;
}

/** The part of a path below a user's home (`''` for the home itself), or undefined for a path elsewhere. Takes any spelling. */
export function belowHome(path: string): string | undefined {
  const cleaned = cleanPath(path);
  const home = HOME.exec(cleaned)?.[0];
  return home === undefined ? undefined : cleaned.slice(home.length + 1);
}

/** Whether a clean path is `ancestor` or lies below it, by whole segments. */
export function isWithin(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(ancestor.endsWith('/') ? ancestor : `${ancestor}/`);
}
