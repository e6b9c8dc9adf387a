/**
 * What package managers leave on the disk when they are done: lists of packages and downloaded files.
 * Sources: apt-get(8); apk(8), Alpine wiki "Local APK cache"; yum.conf(5), dnf.conf(5) and dnf5.conf(5) `cachedir`, zypper(8) `clean`;
 * pip "Caching"; Yarn `cache` of both generations. Read 2026-11-21.
 */
import { PACKAGE_MANAGERS } from './package-managers.ts';

export interface PackageCache {
  readonly programs: RegExp;
  /** Operands, joined by a blank, of a command that leaves something there. */
  readonly fills: RegExp;
  readonly valueFlags: readonly string[];
  /** Flags with which it only prints something. */
  readonly prints?: readonly string[];
  /** Where it is kept, `~` for a home. Versions and distributions differ: removing any of them counts. */
  readonly directories: readonly string[];
  /** Name and operands, joined by a blank, of a command that empties it. */
  readonly empties: RegExp;
  /** What puts it elsewhere. */
  readonly elsewhere?: { readonly flags: readonly string[]; readonly variable: string };
}

export const PACKAGE_CACHES = {
  aptLists: {
    programs: /^(?:apt-get|apt|aptitude)$/,
    fills: /^update\b/,
    valueFlags: PACKAGE_MANAGERS.apt.valueFlags,
    directories: ['/var/lib/apt/lists'],
    // Only `apt-get distclean`, since apt 2.9.3, removes the lists; `clean` removes packages.
    empties: /^(?:apt-get|apt) distclean\b/,
  },
  aptArchives: {
    programs: /^(?:apt-get|apt|aptitude)$/,
    fills: /^(?:install|reinstall|upgrade|safe-upgrade|full-upgrade|dist-upgrade|build-dep)\b/,
    valueFlags: PACKAGE_MANAGERS.apt.valueFlags,
    directories: ['/var/cache/apt/archives'],
    empties: /^(?:apt-get|apt|aptitude) (?:clean|distclean)\b/,
  },
  apk: {
    programs: /^apk$/,
    fills: /^(?:add|upgrade|update)\b/,
    valueFlags: PACKAGE_MANAGERS.apk.valueFlags,
    directories: ['/var/cache/apk', '/etc/apk/cache'],
    empties: /^(?!)/,
  },
  rpm: {
    programs: /^(?:yum|(?:micro|t)?dnf\d?)$/,
    fills:
      /^(?:(?:(?:group|module) )?(?:install|upgrade|update)|(?:local|group|re)install|in|rei|up|up-min|up(?:date|grade)-minimal|downgrade|swap|distro-sync|dsync|builddep)(?: |$)/,
    valueFlags: PACKAGE_MANAGERS.dnf.valueFlags,
    directories: ['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/tdnf'],
    empties: /^(?:yum|(?:micro|t)?dnf\d?) clean all\b/,
  },
  zypper: {
    programs: /^zypper$/,
    // Removing refreshes the repositories, too.
    fills: /^(?:install|in|update|up|patch|dist-upgrade|dup|source-install|si|remove|rm|refresh|ref)(?: |$)/,
    valueFlags: PACKAGE_MANAGERS.zypper.valueFlags,
    directories: ['/var/cache/zypp'],
    empties: /^zypper (?:clean|cc)\b/,
  },
  pip: {
    programs: /^pip$/,
    fills: /^install\b/,
    valueFlags: PACKAGE_MANAGERS.pip.valueFlags,
    directories: ['~/.cache/pip'],
    empties: /^pip cache purge\b/,
    elsewhere: { flags: ['--cache-dir'], variable: 'PIP_CACHE_DIR' },
  },
  yarn: {
    programs: /^yarn$/,
    fills: /^(?:install|add|global add|$)(?: |$)/,
    prints: ['-v'],
    valueFlags: PACKAGE_MANAGERS.npm.valueFlags,
    directories: ['~/.cache/yarn', '~/.yarn/berry/cache', '~/.yarn/cache', '/usr/local/share/.cache/yarn/v6'],
    empties: /^yarn cache clean\b/,
    elsewhere: { flags: ['--cache-folder'], variable: 'YARN_CACHE_FOLDER' },
  },
} as const satisfies Readonly<Record<string, PackageCache>>;

/** `{a,b}` of a shell's word written out; at most four in a word. */
function alternatives(path: string, depth = 0): readonly string[] {
  const [whole, inside = ''] = /\{([^{}]*,[^{}]*)\}/.exec(path) ?? [];
  if (whole === undefined || depth === 4) return [path];
  return inside.split(',').flatMap((one) =>
    alternatives(
      path.replace(whole, () => one),
      depth + 1,
    ),
  );
}

/** The directory itself and those above it, without the root and without `~`. */
function selfAndAbove(directory: string): readonly string[] {
  const parts = directory.split('/').filter((part) => part !== '' && part !== '~');
  return parts.map((_, n) => parts.slice(0, n + 1).join('/'));
}

/**
 * Whether a path, as a script or a mount says it, takes a whole directory: it or one above it, or all that is in it (`/*`). For a
 * directory below `~` any home will do.
 */
export function takesDirectory(path: string, directory: string): boolean {
  return alternatives(path).some((one) => {
    const own = one
      .trim()
      .replace(/\/+/g, '/')
      .replace(/\/(?:[*._]*\*[*._]*)?$/, '');
    return selfAndAbove(directory).some((part) =>
      directory.startsWith('~') ? `/${own}`.endsWith(`/${part}`) : own === `/${part}`,
    );
  });
}
