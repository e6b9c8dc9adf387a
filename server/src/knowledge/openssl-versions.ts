/**
 * Releases of OpenSSL with holes that are attacked.
 * Source: OpenSSL vulnerabilities, https://openssl-library.org/news/vulnerabilities/, and the release strategy,
 * https://openssl-library.org/policies/releasestrat/. Read 2026-11-21.
 */

/** Why a release should not be built. */
export interface VulnerableOpenssl {
  /** `CVE-2022-3602`, or undefined for branches that get no fixes. */
  readonly cve: string | undefined;
  readonly fixedIn: string;
}

/** A release of the newest branch with long-term support, until April 2030. */
export const SUPPORTED_OPENSSL = '3.5.0';

const NAMED = /(?:^|[/_-])openssl[-_](\d+)[._](\d+)[._](\d+)([a-z]*)(?=\.(?:tar|tgz|zip)|$)/i;

/**
 * What is wrong with the release that a file name or URL is of (`openssl-3.0.5.tar.gz`, `OpenSSL_1_0_1f.zip`); undefined when it
 * names none, or one without such a hole.
 */
export function vulnerableOpenssl(name: string): (VulnerableOpenssl & { readonly version: string }) | undefined {
  const [, major, minor, patch, letter = ''] = NAMED.exec(name) ?? [];
  if (major === undefined) return undefined;
  const found = judge(Number(major), Number(minor), Number(patch), letter.toLowerCase());
  return found && { ...found, version: `${major}.${minor}.${patch}${letter}` };
}

function judge(major: number, minor: number, patch: number, letter: string): VulnerableOpenssl | undefined {
  if (major === 3 && minor === 0 && patch <= 6) return { cve: 'CVE-2022-3602', fixedIn: '3.0.7' };
  if (major === 1 && minor === 0 && patch === 1 && letter < 'g') return { cve: 'CVE-2014-0160', fixedIn: '1.0.1g' };
  // 1.1.0 and before have had no fixes since 2019.
  const old = major < 1 || (major === 1 && (minor === 0 || (minor === 1 && patch === 0)));
  return old ? { cve: undefined, fixedIn: '3.5' } : undefined;
}
