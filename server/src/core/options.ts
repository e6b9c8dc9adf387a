/** One option of a rule: what the config may say, and what holds if it says nothing. */
export interface OptionSpec<T> {
  readonly type: 'boolean' | 'integer' | 'strings';
  readonly description: string;
  readonly fallback: T;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec<unknown>>>;
export type OptionValues<O extends OptionSpecs> = { readonly [K in keyof O]: O[K] extends OptionSpec<infer T> ? T : never };

export function booleanOption(description: string, fallback: boolean): OptionSpec<boolean> {
  return { type: 'boolean', description, fallback };
}

export function integerOption(description: string, fallback: number): OptionSpec<number> {
  return { type: 'integer', description, fallback };
}

export function stringsOption(description: string, fallback: readonly string[] = []): OptionSpec<readonly string[]> {
  return { type: 'strings', description, fallback };
}

/** A config is read as text, so that `1.30` stays what was written: here it becomes what the option is. */
function coerced(spec: OptionSpec<unknown>, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (spec.type === 'boolean' && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return spec.type === 'integer' && /^[-+]?\d{1,15}$/.test(value) ? Number(value) : value;
}

const TYPE_NAMES: Readonly<Record<OptionSpec<unknown>['type'], string>> = {
  boolean: 'true or false',
  integer: 'a whole number',
  strings: 'a list of strings',
};

function fits(spec: OptionSpec<unknown>, value: unknown): boolean {
  switch (spec.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value);
    case 'strings':
      return Array.isArray(value) && value.every((v) => typeof v === 'string');
  }
}

/** Fills in what a config leaves out. `problems` names options that are unknown or of the wrong type; those keep their fallback. */
export function readOptions<O extends OptionSpecs>(
  specs: O | undefined,
  given: unknown,
): { readonly values: OptionValues<O>; readonly problems: readonly string[] } {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, spec] of Object.entries(specs ?? {})) values[name] = spec.fallback;
  if (given !== undefined && (typeof given !== 'object' || given === null)) problems.push('options must be a mapping');
  else
    for (const [name, value] of Object.entries(given ?? {})) {
      const spec = specs?.[name];
      if (!spec) problems.push(`unknown option \`${name}\``);
      else if (!fits(spec, coerced(spec, value))) problems.push(`option \`${name}\` must be ${TYPE_NAMES[spec.type]}`);
      else values[name] = coerced(spec, value);
    }
  return { values: values as OptionValues<O>, problems };
}
