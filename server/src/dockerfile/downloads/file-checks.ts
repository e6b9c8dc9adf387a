import { downstream, subcommand } from '../../shell/query.ts';
import type { ShellCommand } from '../../shell/script.ts';

const SUMS: ReadonlySet<string> = new Set([
  ...['sha1sum', 'sha224sum', 'sha256sum', 'sha384sum', 'sha512sum', 'shasum', 'md5sum', 'b2sum', 'b3sum', 'cksum', 'rhash'],
  ...['sha256', 'sha512', 'digest'],
]);
const SIGNATURES: ReadonlySet<string> = new Set([
  'gpgv',
  'minisign',
  'signify',
  'slsa-verifier',
  'sqv',
  'debsig-verify',
  'dpkg-sig',
]);

/** `sha256sum x | grep -q …` */
function isSearched(command: ShellCommand): boolean {
  return downstream(command).some(({ name }) => name !== undefined && /^[ef]?grep$/.test(name));
}

/**
 * Whether a command compares files with checksums or signatures that are known from elsewhere: `sha256sum -c`,
 * `[ "$(sha256sum x)" = … ]`, `sha256sum x | grep …`, `gpg --verify`, `cosign verify-blob`, `openssl dgst -verify`, PHP's `hash_file`.
 */
export function checksFiles(command: ShellCommand): boolean {
  const { name, args, context } = command;
  const has = (pattern: RegExp): boolean => args.some(({ text }) => pattern.test(text));
  if (name === undefined) return false;
  // Inside `$( )` the sum is compared by what is around it.
  if (SUMS.has(name)) return context === 'substitution' || has(/^(?:-[A-Za-z]*c[A-Za-z]*|--check)$/) || isSearched(command);
  if (name === 'rpm') return has(/^(?:-K|--checksig)$/);
  if (SIGNATURES.has(name)) return true;
  if (name === 'gpg' || name === 'gpg2') return has(/^--verify(?:-files)?$/);
  if (name === 'cosign') return /^verify/.test(subcommand(command) ?? '');
  if (name === 'openssl') return has(/^-verify$/) || context === 'substitution';
  if (name === 'gh') return has(/^attestation$/);
  return name === 'php' && has(/hash_file|hash_equals/);
}
