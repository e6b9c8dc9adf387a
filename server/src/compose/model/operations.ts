import type { At, Value } from '../../core/value.ts';
import { known, valueOf } from '../../core/value.ts';
import type { Command } from './command.ts';
import { readCommand } from './command.ts';
import { itemField } from './environment.ts';
import type { Field, ItemList } from './field.ts';
import type { KeyValues } from './key-values.ts';
import { readKeyValues } from './key-values.ts';
import type { Written } from './text.ts';
import { atOf } from './text.ts';

/** `healthcheck`. Durations are in milliseconds. */
export interface Healthcheck {
  readonly disable: Value<boolean>;
  /** `["NONE"]`, `["CMD", …]`, `["CMD-SHELL", script]`, or a text, which is run by a shell. */
  readonly test: Command | undefined;
  readonly interval: Value<number>;
  readonly timeout: Value<number>;
  readonly retries: Value<number>;
  readonly startPeriod: Value<number>;
  readonly startInterval: Value<number>;
  readonly present: boolean;
  readonly at: At;
  readonly keyAt: At;
}

/** Reads `healthcheck` (Compose spec, "healthcheck"). */
export function readHealthcheck(field: Field): Healthcheck {
  return {
    disable: field.child('disable').flag(),
    test: readCommand(field.child('test')),
    interval: field.child('interval').duration(),
    timeout: field.child('timeout').duration(),
    retries: field.child('retries').integer(),
    startPeriod: field.child('start_period').duration(),
    startInterval: field.child('start_interval').duration(),
    present: field.present,
    at: field.at,
    keyAt: field.keyAt,
  };
}

/** `logging`. */
export interface Logging {
  readonly driver: Value<string>;
  readonly options: KeyValues;
  readonly present: boolean;
  readonly at: At;
}

/** Options are those of one driver: with another one, nothing is left of what came before (compose-go `mergeLogging`). */
function ofOneDriver(field: Field): Field {
  let kept: Written[] = [];
  let driver: string | undefined;
  for (const layer of field.written) {
    const own = valueOf(field.of([layer]).child('driver').text());
    kept = own !== undefined && driver !== undefined && own !== driver ? [layer] : [...kept, layer];
    driver = own ?? driver;
  }
  return field.of(kept);
}

/** Reads `logging` (Compose spec, "logging"). */
export function readLogging(merged: Field): Logging {
  const field = ofOneDriver(merged);
  return {
    driver: field.child('driver').text(),
    options: readKeyValues(field.child('options')),
    present: field.present,
    at: field.at,
  };
}

/** One command of `post_start`, `pre_start` or `pre_stop`, run in the container by the engine. */
export interface LifecycleHook {
  readonly command: Command | undefined;
  readonly user: Value<string>;
  readonly privileged: Value<boolean>;
  readonly workingDir: Value<string>;
  readonly environment: KeyValues;
  readonly at: At;
}

/** Reads one kind of hooks (Compose spec, "post_start", "pre_stop"). */
export function readLifecycleHooks(field: Field): ItemList<LifecycleHook> {
  return field.items((item, scope) => {
    const hook = itemField(item, scope);
    return {
      command: readCommand(hook.child('command')),
      user: hook.child('user').text(),
      privileged: hook.child('privileged').flag(),
      workingDir: hook.child('working_dir').text(),
      environment: readKeyValues(hook.child('environment')),
      at: atOf(item),
    };
  });
}

/** One limit of `ulimits`; `-1` is unlimited. */
export interface Ulimit {
  readonly name: string;
  readonly soft: Value<number>;
  readonly hard: Value<number>;
  readonly at: At;
}

/** `ulimits`, each one number or `{soft, hard}`; a limit is replaced whole (compose-go `mergeUlimit`). */
export function readUlimits(field: Field): readonly Ulimit[] {
  return [...field.children()].map(([name, merged]) => {
    const child = merged.of(merged.written.slice(-1));
    const single = child.last?.node.kind === 'scalar';
    return {
      name,
      soft: single ? child.integer() : child.child('soft').integer(),
      hard: single ? child.integer() : child.child('hard').integer(),
      at: child.at,
    };
  });
}

/** One service that another waits for. */
export interface Dependency {
  readonly service: string;
  /** `service_started` in the short syntax. */
  readonly condition: Value<string>;
  readonly required: Value<boolean>;
  readonly restart: Value<boolean>;
  readonly at: At;
}

/** `depends_on`, list or mapping. */
export function readDependencies(field: Field): readonly Dependency[] {
  const short = field.strings().items.flatMap((name): Dependency[] => {
    if (name.kind !== 'known') return [];
    const { value: service, at } = name;
    return [{ service, condition: known('service_started', at), required: known(true, at), restart: known(false, at), at }];
  });
  const long = [...field.children()].map(([service, child]): Dependency => {
    return {
      service,
      condition: child.child('condition').text(),
      required: child.child('required').flag(),
      restart: child.child('restart').flag(),
      at: child.keyAt,
    };
  });
  const named = new Set(long.map(({ service }) => service));
  return [...short.filter(({ service }) => !named.has(service)), ...long];
}
