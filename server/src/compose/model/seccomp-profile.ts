import type { At } from '../../core/value.ts';
import { isRelativePath, joinPath } from './paths.ts';
import type { SecurityOptions } from './security-opt.ts';

/** A seccomp profile that `security_opt` names by a path, and what the file says. */
export interface SeccompProfile {
  /** As written. */
  readonly path: string;
  /** The entry of `security_opt`. */
  readonly at: At;
  /** *missing*: there is no such file; *unknown*: it was not read, or lies outside; *broken*: it is no profile; *open*: it refuses no call. */
  readonly state: 'missing' | 'unknown' | 'broken' | 'open' | 'filters';
}

/** Not paths: the names that the engine knows. */
const NAMES: ReadonlySet<string> = new Set(['unconfined', 'builtin']);
/** Actions that let a call through (OCI runtime specification, "Seccomp"). */
const ALLOWS: ReadonlySet<string> = new Set(['SCMP_ACT_ALLOW', 'SCMP_ACT_LOG', 'SCMP_ACT_TRACE']);

function stateOf(text: string): SeccompProfile['state'] {
  let profile: unknown;
  try {
    profile = JSON.parse(text);
  } catch {
    return 'broken';
  }
  if (typeof profile !== 'object' || profile === null || !('defaultAction' in profile)) return 'broken';
  const { defaultAction } = profile;
  if (typeof defaultAction !== 'string') return 'broken';
  const calls = 'syscalls' in profile && Array.isArray(profile.syscalls) ? (profile.syscalls as unknown[]) : [];
  const refuses = calls.some((call) => {
    const action = typeof call === 'object' && call !== null && 'action' in call ? call.action : undefined;
    return typeof action === 'string' && !ALLOWS.has(action);
  });
  return ALLOWS.has(defaultAction) && !refuses ? 'open' : 'filters';
}

/**
 * The profile of the last `seccomp` entry, when that is a file. The Compose client reads it, relative to the project (docker/compose
 * `pkg/compose/create.go`, `parseSecurityOpts`); `read` gives the text of a file by its path.
 */
export function readSeccompProfile(
  options: SecurityOptions,
  read: (path: string) => string | null | undefined,
): SeccompProfile | undefined {
  const option = options.items.findLast(({ name }) => name === 'seccomp');
  const path = option?.value?.trim();
  if (!option || path === undefined || path === '' || NAMES.has(path) || path.startsWith('{')) return undefined;
  const text = isRelativePath(path) ? read(joinPath('', path)) : undefined;
  return { path, at: option.at, state: text === null ? 'missing' : text === undefined ? 'unknown' : stateOf(text) };
}
