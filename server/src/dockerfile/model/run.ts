import { type Span, span } from '../../core/span.ts';
import { type At, absent, invalid, known, mapValue, type Value } from '../../core/value.ts';
import type { Flag } from '../syntax/syntax.ts';
import { ExecutableModel } from './executable.ts';
import type { Mount, MountOption, RunInstruction } from './model.ts';
import { atPart, flagValue, type Setting, valueOfFlag, wholeSpan } from './parts.ts';

/** Other names of mount options, https://docs.docker.com/reference/dockerfile/#run---mount. */
const OPTION_NAMES: ReadonlyMap<string, string> = new Map([
  ['dst', 'target'],
  ['destination', 'target'],
  ['src', 'source'],
  ['ro', 'readonly'],
  ['rw', 'readwrite'],
]);

export class RunModel extends ExecutableModel<'RUN'> implements RunInstruction {
  #mounts: readonly Mount[] | undefined;

  get mounts(): readonly Mount[] {
    this.#mounts ??= this.syntax.flags.filter((f) => f.name === 'mount').map((f, n) => mountOf(this.setting, f, n));
    return this.#mounts;
  }

  get network(): Value<string> {
    return flagValue(this.setting, 'network');
  }

  get security(): Value<string> {
    return flagValue(this.setting, 'security');
  }
}

function mountOf(setting: Setting, flag: Flag, n: number): Mount {
  const at = atPart(setting, flag.span, 'mount', n);
  const options = readOptions(setting, flag, n);
  const option = (name: string): Value<string> => options.findLast((o) => o.name === name)?.value ?? absent(at);
  const type = option('type');
  const from = option('from');
  const required = options.findLast((o) => o.name === 'required');
  return {
    flag,
    at,
    type: type.kind === 'absent' ? known('bind', type.at) : mapValue(type, (t) => t.toLowerCase()),
    id: option('id'),
    target: option('target'),
    source: option('source'),
    from,
    fromStage: from.kind === 'known' ? setting.findStage(from.value, setting.stage) : undefined,
    env: option('env'),
    required: required ? asBoolean(required) : known(false, at),
    options,
  };
}

function asBoolean({ value }: MountOption): Value<boolean> {
  if (value.kind === 'absent') return known(true, value.at);
  if (value.kind !== 'known') return value;
  if (/^(?:true|1|t)$/i.test(value.value)) return known(true, value.at);
  return /^(?:false|0|f)$/i.test(value.value) ? known(false, value.at) : invalid('must be true or false', value.at);
}

function readOptions(setting: Setting, flag: Flag, n: number): readonly MountOption[] {
  const { valueText } = flag;
  if (!valueText || valueOfFlag(setting, flag).kind === 'absent') return [];
  return fields(valueText.text).map((field) => {
    const text = valueText.slice({ start: field.start, end: field.end });
    const equals = text.text.indexOf('=');
    const written = (equals < 0 ? text.text : text.text.slice(0, equals)).trim().toLowerCase();
    const name = OPTION_NAMES.get(written) ?? written;
    const where = wholeSpan(text);
    if (equals < 0) return { name, value: absent(atPart(setting, where, 'mount', n, name)), span: where };
    const value = text.slice({ start: equals + 1, end: text.text.length });
    const at: At = {
      ...atPart(setting, wholeSpan(value), 'mount', n, name),
      key: wholeSpan(text.slice({ start: 0, end: equals })),
    };
    return { name, value: setting.scope.expand(value, at), span: where };
  });
}

/** The fields between commas, quotes around a whole field left out (BuildKit reads one line of CSV). */
function fields(text: string): readonly Span[] {
  const found: Span[] = [];
  let start = 0;
  while (start <= text.length) {
    const quoted = text.charAt(start) === '"' ? text.indexOf('"', start + 1) : -1;
    const comma = text.indexOf(',', Math.max(quoted, start));
    const end = comma < 0 ? text.length : comma;
    if (quoted > 0) found.push(span(start + 1, quoted));
    else if (end > start) found.push(span(start, end));
    start = end + 1;
  }
  return found;
}
