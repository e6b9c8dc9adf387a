import type { MappedText } from '../../core/mapped-text.ts';
import type { At, Value } from '../../core/value.ts';
import { type Binding, expandWord } from './expand.ts';
import type { Pair, Scope, Variable } from './model.ts';

/**
 * ARGs that BuildKit sets for every build, https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope
 * and https://docs.docker.com/reference/dockerfile/#predefined-args, and variables that a base image always has.
 */
const SET_ELSEWHERE = new Set([
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETARCH',
  'TARGETVARIANT',
  'TARGETSTAGE',
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDARCH',
  'BUILDVARIANT',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'FTP_PROXY',
  'NO_PROXY',
  'ALL_PROXY',
  'PATH',
  'HOME',
  'HOSTNAME',
]);

interface Entry {
  readonly order: number;
  readonly variable: Variable;
}

/**
 * The ENV and ARG of one stage, or the ARGs in front of the first FROM. A stage sees its parent stage's ENV and ARG, never a
 * global ARG that it does not declare again (https://docs.docker.com/build/building/variables/#scoping).
 */
export class VariableTable {
  readonly #parent: VariableTable | undefined;
  readonly #escape: string;
  readonly #env = new Map<string, Entry[]>();
  readonly #arg = new Map<string, Entry[]>();

  constructor(escapeChar: string, parent?: VariableTable) {
    this.#escape = escapeChar;
    this.#parent = parent;
  }

  /** Adds a variable that is visible to instructions of a greater `order`; must be called in ascending order. */
  declare(order: number, kind: 'arg' | 'env', declared: Pair, value: Value<string>): void {
    const table = kind === 'env' ? this.#env : this.#arg;
    const entry: Entry = { order, variable: { kind, name: declared.name, value, declared } };
    const entries = table.get(declared.name);
    if (entries) entries.push(entry);
    else table.set(declared.name, [entry]);
  }

  /** What an instruction of that order sees. */
  at(order: number): Scope {
    return new ScopeAt(this, order, this.#escape);
  }

  /** The variable that counts before `order`. ENV always hides ARG (https://docs.docker.com/reference/dockerfile/#using-arg-variables). */
  lookup(name: string, order: number): Variable | undefined {
    return this.#search(name, order, (table) => table.#env) ?? this.#search(name, order, (table) => table.#arg);
  }

  #search(name: string, order: number, entriesOf: (table: VariableTable) => Map<string, Entry[]>): Variable | undefined {
    let limit = order;
    for (let table: VariableTable | undefined = this; table; table = table.#parent) {
      const found = lastBefore(entriesOf(table).get(name) ?? [], limit);
      if (found) return found;
      limit = Number.POSITIVE_INFINITY;
    }
    return undefined;
  }
}

function lastBefore(entries: readonly Entry[], order: number): Variable | undefined {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.order ?? 0) < order) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1]?.variable;
}

class ScopeAt implements Scope {
  // One per instruction: `#` fields cost more to make.
  private readonly table: VariableTable;
  private readonly order: number;
  private readonly escape: string;

  constructor(table: VariableTable, order: number, escapeChar: string) {
    this.table = table;
    this.order = order;
    this.escape = escapeChar;
  }

  lookup(name: string): Variable | undefined {
    return this.table.lookup(name, this.order);
  }

  expand(text: MappedText, at: At): Value<string> {
    return expandWord(text.text, this.escape, (name) => this.#bind(name), at);
  }

  #bind(name: string): Binding {
    const variable = this.lookup(name);
    if (!variable) return isSetElsewhere(name) ? { kind: 'unknown' } : { kind: 'unset', via: { kind: 'default', name } };
    const { value } = variable;
    const via = { kind: variable.kind, name, at: value.at };
    if (value.kind === 'known') return { kind: 'set', value: value.value, via };
    const withoutDefault = variable.kind === 'arg' && variable.declared.value.kind === 'absent' && !value.at.via;
    return withoutDefault && !isSetElsewhere(name) ? { kind: 'unset', via } : { kind: 'unknown' };
  }
}

/** Whether a variable has a value without being declared: set by BuildKit, or in every image. */
export function isSetElsewhere(name: string): boolean {
  return SET_ELSEWHERE.has(name) || (name.endsWith('_proxy') && SET_ELSEWHERE.has(name.toUpperCase()));
}
