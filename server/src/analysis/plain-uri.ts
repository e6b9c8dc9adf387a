/**
 * URIs of files that need no parsing: every character stands for itself, and no part of the path means another place. Scans ask for
 * thousands of places, and nearly all of them are written so.
 * (RFC 3986, section 2.3 "Unreserved Characters"; a drive is `/c%3A`, as editors write it.)
 */
const PLAIN_FILE = /^file:\/\/(?:\/[a-z]%3A)?(?:\/(?!\.\.?(?:\/|$))[\w.~-]+)+$/;
const PLAIN_NAME = /^(?!\.\.?$)[\w.~-]+$/;
const PLAIN_PATH = /^(?:\.\.\/)*(?:(?!\.\.?(?:\/|$))[\w.~-]+\/)*(?!\.\.?$)[\w.~-]+$/;
/** Length of `file://`. */
const SCHEME = 7;

/** Whether a URI is spelled so that it is its own key, and its path can be cut at `/`. */
export function isPlainFile(uri: string): boolean {
  return PLAIN_FILE.test(uri);
}

/** The folder of a plain URI; undefined where that is the top, or a drive. */
export function plainParent(uri: string): string | undefined {
  const cut = uri.lastIndexOf('/');
  return cut > SCHEME && !uri.endsWith('%3A', cut) ? uri.slice(0, cut) : undefined;
}

/** A file in a folder; undefined unless both are plain. */
export function plainChild(folder: string, name: string): string | undefined {
  return isPlainFile(folder) && PLAIN_NAME.test(name) ? `${folder}/${name}` : undefined;
}

/** Where a relative path leads from the folder of a file; undefined unless both are plain and it stays below the top. */
export function plainNeighbour(uri: string, path: string): string | undefined {
  if (!PLAIN_PATH.test(path) || !isPlainFile(uri)) return undefined;
  let folder = plainParent(uri);
  let rest = path;
  for (; folder !== undefined && rest.startsWith('../'); rest = rest.slice(3)) folder = plainParent(folder);
  return folder === undefined ? undefined : `${folder}/${rest}`;
}
