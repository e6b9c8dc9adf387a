import { URI, Utils } from 'vscode-uri';
import { isPlainFile, plainChild, plainParent } from '../analysis/plain-uri.ts';

/** One spelling for all ways to write a URI (`file:///C:/a`, `file:///c%3A/a`): the key of every map of files. */
export function uriKey(uri: string): string {
  if (isPlainFile(uri)) return uri;
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** The last part of the path, decoded: `Dockerfile`. */
export function nameOf(uri: string): string {
  return isPlainFile(uri) ? uri.slice(uri.lastIndexOf('/') + 1) : Utils.basename(URI.parse(uri));
}

/** The folder that holds the file; undefined at the top, and where paths mean nothing (`untitled:Untitled-1`). */
export function parentOf(uri: string): string | undefined {
  const plain = isPlainFile(uri) ? plainParent(uri) : undefined;
  if (plain !== undefined) return plain;
  const parsed = URI.parse(uri);
  if (!hasFolders(uri)) return undefined;
  const parent = Utils.dirname(parsed);
  return parent.path === parsed.path ? undefined : parent.toString();
}

/** Whether the URI has folders above it, so that a config can be looked for there. */
export function hasFolders(uri: string): boolean {
  if (isPlainFile(uri)) return true;
  const parsed = URI.parse(uri);
  return parsed.scheme !== 'untitled' && parsed.path.startsWith('/');
}

/** `uri` of a file in a folder. */
export function childOf(folder: string, name: string): string {
  return plainChild(folder, name) ?? Utils.joinPath(URI.parse(folder), name).toString();
}

/** The path of `uri` below `folder` with `/`, decoded; undefined when it is not below it. The folder itself is ''. */
export function relativePath(folder: string, uri: string): string | undefined {
  if (isPlainFile(folder) && isPlainFile(uri)) {
    if (uri === folder) return '';
    return uri.startsWith(`${folder}/`) ? uri.slice(folder.length + 1) : undefined;
  }
  const base = URI.parse(folder);
  const other = URI.parse(uri);
  if (base.scheme !== other.scheme || base.authority !== other.authority) return undefined;
  const top = base.path.endsWith('/') ? base.path.slice(0, -1) : base.path;
  if (other.path === top || other.path === base.path) return '';
  return other.path.startsWith(`${top}/`) ? other.path.slice(top.length + 1) : undefined;
}

/** The innermost of some folders around a file; undefined when none is. */
export function innermost(folders: readonly string[], uri: string): string | undefined {
  const around = folders.filter((folder) => relativePath(folder, uri) !== undefined);
  return around.sort((a, b) => b.length - a.length)[0];
}
