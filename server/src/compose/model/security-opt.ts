import type { At, Value } from '../../core/value.ts';
import { known } from '../../core/value.ts';
import type { Field, ItemList } from './field.ts';
import type { Scope, Written } from './text.ts';
import { atOf, textOf } from './text.ts';

/** One entry of `security_opt`. */
export interface SecurityOption {
  /** `no-new-privileges`, `seccomp`, `apparmor`, `label`, `systempaths`, `writable-cgroups` … */
  readonly name: string;
  /** What is behind the first `=` or `:`; undefined for a bare name. */
  readonly value?: string;
  readonly separator?: '=' | ':';
  /** The whole entry. */
  readonly text: Value<string>;
  readonly at: At;
}

/** `security_opt`, and what the daemon makes of it. */
export interface SecurityOptions extends ItemList<SecurityOption> {
  /**
   * Whether processes can gain no privileges by setuid programs. The last entry counts; a name alone means true
   * (moby `daemon/daemon_unix.go`, `parseSecurityOpt`). False when there is no entry, with the place of what lacks it.
   */
  readonly noNewPrivileges: Value<boolean>;
}

function readOption(item: Written, scope: Scope): SecurityOption {
  const text = textOf(item, scope);
  const at = atOf(item);
  const raw = text.kind === 'known' ? text.value.trim() : '';
  // `=` is tried first; `:` is the deprecated separator.
  const separator = raw.includes('=') ? '=' : ':';
  const cut = raw.indexOf(separator);
  if (cut < 0) return { name: raw, text, at };
  return { name: raw.slice(0, cut), value: raw.slice(cut + 1), separator, text, at };
}

/** Go's `strconv.ParseBool`, by which the daemon reads the value. */
const GO_TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const GO_FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/** Reads `security_opt`, extended services first. */
export function readSecurityOptions(field: Field): SecurityOptions {
  const list = field.items(readOption);
  const open = list.open || list.items.some(({ text }) => text.kind === 'dynamic');
  const last = list.items.findLast(({ name }) => name === 'no-new-privileges');
  return { ...list, open, noNewPrivileges: noNewPrivileges(last, open, field.owner) };
}

function noNewPrivileges(option: SecurityOption | undefined, open: boolean, owner: At): Value<boolean> {
  if (!option) return open ? { kind: 'dynamic', text: '', at: owner } : { kind: 'absent', at: owner };
  const { value, at } = option;
  if (value === undefined || GO_TRUE.has(value.trim())) return known(true, at);
  if (GO_FALSE.has(value.trim())) return known(false, at);
  return { kind: 'invalid', why: `\`${value}\` is not a boolean`, at };
}
