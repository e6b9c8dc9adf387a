import { worldWritable } from './file-mode.ts';

/** A file mode that makes programs run as their owner. */
export interface SetuidMode {
  /** The same mode without that bit, and without others' right to write to the program. */
  readonly without: string;
}

const SETUID = 0o4000;
const SETUID_AND_SETGID = 0o6000;
const OCTAL = /^0*[0-7]{4}$/;
const CLAUSE = /^([ugoa]*)((?:[-+=][rwxXstugo]*)+)$/;

/**
 * Whether a mode sets the set-user-id bit (chmod(1): `4755`, `u+s`, `+s`); undefined when it does not. Set-group-id alone, which
 * directories that are shared by a group have, is none.
 */
export function setuidMode(mode: string): SetuidMode | undefined {
  if (OCTAL.test(mode)) {
    const bits = Number.parseInt(mode, 8);
    if ((bits & SETUID) === 0) return undefined;
    return { without: closed((bits & ~SETUID_AND_SETGID).toString(8).padStart(4, '0')) };
  }
  const clauses = mode.split(',');
  const changed = clauses.map(withoutSetuid);
  return changed.some((clause, n) => clause !== clauses[n]) ? { without: closed(changed.join(',')) } : undefined;
}

function closed(mode: string): string {
  return worldWritable(mode)?.without ?? mode;
}

/** `u+s` is `u-s`, `u=rwxs` is `u=rwx`, `+xs` is `+x`; clauses of group and others stay. */
function withoutSetuid(clause: string): string {
  const [matched, who = '', operations = ''] = CLAUSE.exec(clause) ?? [];
  if (matched === undefined) return clause;
  if (who !== '' && !/[ua]/.test(who)) return clause;
  const changed = operations.replace(/([+=])([rwxXst]*)/g, (written, operator: string, letters: string) => {
    if (!letters.includes('s')) return written;
    const kept = letters.replaceAll('s', '');
    return kept === '' && operator === '+' ? '-s' : operator + kept;
  });
  return who + changed;
}
