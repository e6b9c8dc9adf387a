import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { IgnoreRules } from './gitignore.ts';

/**
 * What the `.gitignore` files above a folder, up to the root of its repository, leave out below it; nothing outside of a
 * repository (https://git-scm.com/docs/gitignore: "a .gitignore file in the same directory as the path, or in any parent
 * directory, up to the top-level of the working tree"). A folder that they leave out itself is listed whole: it was asked for.
 * @param folder the listed folder's path on the disk
 */
export function outerRules(folder: string): IgnoreRules {
  const above = foldersAbove(folder);
  // The nearer the file, the later its word.
  let rules = IgnoreRules.none();
  for (const { path, prefix } of above.reverse()) {
    const text = textOf(join(path, '.gitignore'));
    if (text !== undefined) rules = rules.from(prefix, text);
  }
  return rules.ignoresListed() ? IgnoreRules.none() : rules;
}

/** The folders above one up to its repository's root, the nearest first, with the way from there down to it. */
function foldersAbove(folder: string): { path: string; prefix: string }[] {
  const above: { path: string; prefix: string }[] = [];
  let prefix = '';
  for (let path = folder; !isRepository(path); path = dirname(path)) {
    // The top of the disk: there is no repository.
    if (dirname(path) === path) return [];
    prefix = prefix === '' ? basename(path) : `${basename(path)}/${prefix}`;
    above.push({ path: dirname(path), prefix });
  }
  return above;
}

/** A worktree and a submodule have a file `.git`. */
function isRepository(folder: string): boolean {
  try {
    return statSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function textOf(path: string): string | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
