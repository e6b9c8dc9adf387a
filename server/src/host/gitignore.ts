import ignore, { type Ignore } from 'ignore';

/** Folders that are never looked into, whatever any `.gitignore` says. */
const NEVER = new Set(['.git', 'node_modules', '.hg', '.svn']);

/**
 * One `.gitignore` and the folder it stands in, relative to the listed folder ('' for that folder itself); `prefix` is the way
 * from the file's folder down to the listed one, where it stands above.
 */
interface Scope {
  readonly folder: string;
  readonly prefix: string;
  readonly rules: Ignore;
}

/**
 * Which files and folders a tree of `.gitignore` files leaves out, from the top down: the deepest file that says something
 * of a path decides (https://git-scm.com/docs/gitignore, "Description"). A folder that is left out is not entered, so a
 * deeper file can't bring its contents back, as in git. Immutable: each folder gets its own.
 */
export class IgnoreRules {
  readonly #scopes: readonly Scope[];

  private constructor(scopes: readonly Scope[]) {
    this.#scopes = scopes;
  }

  static none(): IgnoreRules {
    return new IgnoreRules([]);
  }

  /** These rules and those of the `.gitignore` with `text` in `folder`. */
  with(folder: string, text: string): IgnoreRules {
    return new IgnoreRules([...this.#scopes, { folder, prefix: '', rules: ignore().add(text) }]);
  }

  /** These rules and those of the `.gitignore` with `text` in a folder above, from which `prefix` leads down to the listed one. */
  from(prefix: string, text: string): IgnoreRules {
    return new IgnoreRules([...this.#scopes, { folder: '', prefix, rules: ignore().add(text) }]);
  }

  /** Whether the files above leave out the listed folder itself, or one that leads to it. */
  ignoresListed(): boolean {
    const verdict = [...this.#scopes]
      .reverse()
      .map(({ prefix, rules }) => rules.test(`${prefix}/`))
      .find(({ ignored, unignored }) => ignored || unignored);
    return verdict?.ignored === true;
  }

  /** Whether a path, relative to the listed folder with `/`, is left out. */
  ignores(path: string, isFolder: boolean): boolean {
    if (isFolder && NEVER.has(path.slice(path.lastIndexOf('/') + 1))) return true;
    for (let i = this.#scopes.length - 1; i >= 0; i--) {
      const scope = this.#scopes[i];
      if (!scope) continue;
      const inside = scope.folder === '' ? path : path.slice(scope.folder.length + 1);
      const below = scope.prefix === '' ? inside : `${scope.prefix}/${inside}`;
      const verdict = scope.rules.test(isFolder ? `${below}/` : below);
      if (verdict.ignored) return true;
      if (verdict.unignored) return false;
    }
    return false;
  }
}
