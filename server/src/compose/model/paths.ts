import type { Value } from '../../core/value.ts';
import { mapValue } from '../../core/value.ts';
import type { Scope } from './text.ts';

/** Whether a path is one of this machine and relative: no `/x`, `C:\x`, `~/x`, `$X/y`, `https://…`, `git@…` (compose-go `paths`). */
export function isRelativePath(path: string): boolean {
  return path !== '' && !/^(?:[/\\~$]|[a-zA-Z]:|[\w+.-]+:\/\/|git@|github\.com\/|oci:)/.test(path);
}

/** Two paths in one, `.` and `..` resolved; `''` is the folder that both start from. What is above that folder begins with `..`. */
export function joinPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split(/[/\\]/)) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** The folder of a file: `a/b.yaml` → `a`, `b.yaml` → `''`. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/**
 * A relative path of another file, made relative to the folder of the judged one (Compose spec, "extends", "Relative paths"; "include",
 * "project_directory"). Written with `./` in front, so that it stays a path wherever a name could stand.
 */
export function rebased(path: Value<string>, { folder = '' }: Scope): Value<string> {
  if (folder === '') return path;
  return mapValue(path, (text) => (isRelativePath(text) ? `./${joinPath(folder, text)}`.replace(/^\.\/\.\./, '..') : text));
}
