/** A file mode as chmod(1) takes it, and what takes the write bit of others out of it. */
export interface WorldWritableMode {
  /** The same mode without that bit; undefined when nothing would be left of it. */
  readonly without: string | undefined;
}

const OTHERS_WRITE = 0o2;
const STICKY = 0o1000;
const OCTAL = /^0*[0-7]{1,4}$/;
const CLAUSE = /^([ugoa]*)((?:[-+=][rwxXstugo]*)+)$/;

/**
 * What a mode does to others' right to write (chmod(1); POSIX `chmod`, EXTENDED DESCRIPTION): undefined when it does not give
 * it, also when the sticky bit keeps them from others' files as in `/tmp`, and for `+w`, which the umask limits.
 */
export function worldWritable(mode: string): WorldWritableMode | undefined {
  if (OCTAL.test(mode)) {
    const bits = Number.parseInt(mode, 8);
    if ((bits & OTHERS_WRITE) === 0 || (bits & STICKY) !== 0) return undefined;
    return { without: `${mode.slice(0, -1)}${Number(mode.slice(-1)) & ~OTHERS_WRITE}` };
  }
  const clauses = mode.split(',');
  if (/[+=][rwxXs]*t/.test(mode)) return undefined;
  const changed = clauses.map(withoutWrite);
  if (changed.every((clause, n) => clause === clauses[n])) return undefined;
  const left = changed.filter((clause) => clause !== '');
  return { without: left.length > 0 ? left.join(',') : undefined };
}

/** A clause without others' write: `a+rwx` is `ug+rwx,o+rx`; the same clause when it does not give it. */
function withoutWrite(clause: string): string {
  const [, who = '', operations = ''] = CLAUSE.exec(clause) ?? [];
  if (!/[oa]/.test(who) || !/[+=][rwxXst]*w/.test(operations)) return clause;
  const rest = who.includes('a') ? 'ug' : who.replaceAll('o', '');
  const others = operations.replace(/([+=])([rwxXst]*)/g, (_, operator: string, letters: string) => {
    const kept = letters.replaceAll('w', '');
    return kept === '' && operator === '+' ? '' : operator + kept;
  });
  return [rest === '' ? '' : rest + operations, others === '' ? '' : `o${others}`].filter((part) => part !== '').join(',');
}
