import { absent, invalid, known, type Value } from '../../core/value.ts';
import type { InstructionSyntax } from '../syntax/syntax.ts';
import { copyInstruction } from './copy.ts';
import { executableOf } from './executable.ts';
import { lazy } from './lazy.ts';
import type {
  CommandInstruction,
  ExposedPorts,
  ExposeInstruction,
  HealthcheckInstruction,
  Instruction,
  OnbuildInstruction,
  UserInstruction,
  VolumeInstruction,
} from './model.ts';
import { argsValue, atPart, baseOf, pathValue, readPairs, type Setting, wholeSpan, wordValue } from './parts.ts';
import { runInstruction } from './run.ts';

/** The typed view of an instruction that is not FROM. */
export function instructionOf(setting: Setting): Instruction {
  const { syntax } = setting;
  const { keyword } = syntax;
  switch (keyword) {
    case 'RUN':
      return runInstruction(setting);
    case 'COPY':
    case 'ADD':
      return copyInstruction(keyword, setting);
    case 'USER':
      return userInstruction(setting);
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return { ...baseOf(keyword, setting), pairs: readPairs(setting) };
    case 'EXPOSE':
      return exposeInstruction(setting);
    case 'WORKDIR':
      return { ...baseOf(keyword, setting), path: argsValue(setting) };
    case 'VOLUME':
      return volumeInstruction(setting);
    case 'CMD':
    case 'ENTRYPOINT':
      return commandInstruction(keyword, setting);
    case 'HEALTHCHECK':
      return healthcheckInstruction(setting);
    case 'SHELL':
      return { ...baseOf(keyword, setting), words: syntax.json ?? [] };
    case 'ONBUILD':
      return onbuildInstruction(setting);
    case 'STOPSIGNAL':
      return { ...baseOf(keyword, setting), signal: argsValue(setting) };
    case 'MAINTAINER':
      return { ...baseOf(keyword, setting), name: syntax.args.text };
    default:
      return baseOf('UNKNOWN', setting);
  }
}

function userInstruction(setting: Setting): UserInstruction {
  const value = argsValue(setting);
  const parts = lazy(() => splitUser(setting, value));
  return {
    ...baseOf('USER', setting),
    value,
    get user() {
      return parts().user;
    },
    get group() {
      return parts().group;
    },
  };
}

/** Splits `user:group` before variables are put in, so that a known user beside a dynamic group stays known. */
function splitUser(setting: Setting, value: Value<string>): { readonly user: Value<string>; readonly group: Value<string> } {
  const word = setting.syntax.words[0];
  if (!word || value.kind === 'absent') return { user: value, group: value };
  const cut = colonOutsideBraces(word.raw);
  if (cut < 0 || /["']/.test(word.raw)) {
    if (value.kind !== 'known') return { user: value, group: absent(value.at) };
    const [user = '', group] = value.value.split(':', 2);
    return { user: known(user, value.at), group: group === undefined ? absent(value.at) : known(group, value.at) };
  }
  const part = (start: number, end: number, name: string): Value<string> => {
    const text = word.text.slice({ start: start, end: end });
    return setting.scope.expand(text, atPart(setting, wholeSpan(text), name));
  };
  return { user: part(0, cut, 'user'), group: part(cut + 1, word.raw.length, 'group') };
}

function colonOutsideBraces(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '{') depth++;
    else if (c === '}') depth--;
    else if (c === ':' && depth <= 0) return i;
  }
  return -1;
}

function exposeInstruction(setting: Setting): ExposeInstruction {
  const ports = lazy(() => setting.syntax.words.flatMap((word, n) => readPorts(wordValue(setting, word, n))));
  return {
    ...baseOf('EXPOSE', setting),
    get ports() {
      return ports();
    },
  };
}

/** `80`, `80/udp`, `8000-8010/tcp`; one variable may hold several. (https://docs.docker.com/reference/dockerfile/#expose) */
function readPorts(value: Value<string>): readonly Value<ExposedPorts>[] {
  if (value.kind !== 'known') return [value];
  const words = value.value.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => {
    const match = /^(?:.*:)?(\d{1,5})(?:-(\d{1,5}))?(?:\/(\w+))?$/.exec(word);
    const start = Number(match?.[1]);
    const end = match?.[2] === undefined ? start : Number(match[2]);
    if (!match || end < start || end > 65_535) return invalid(`\`${word}\` is not a port`, value.at);
    return known({ start, end, protocol: (match[3] ?? 'tcp').toLowerCase() }, value.at);
  });
}

function volumeInstruction(setting: Setting): VolumeInstruction {
  const paths = lazy(() => setting.syntax.words.map((word, n) => pathValue(setting, word, n)));
  return {
    ...baseOf('VOLUME', setting),
    json: setting.syntax.json !== undefined,
    get paths() {
      return paths();
    },
  };
}

function commandInstruction(keyword: 'CMD' | 'ENTRYPOINT', setting: Setting): CommandInstruction {
  const run = executableOf(setting);
  return {
    ...baseOf(keyword, setting),
    form: run.form,
    interpreter: run.interpreter,
    argv: run.argv,
    get script() {
      return run.script;
    },
  };
}

function healthcheckInstruction(setting: Setting): HealthcheckInstruction {
  const { syntax } = setting;
  const inner = syntax.trigger && settingOfTrigger(setting, syntax.trigger, setting.onbuild);
  const test = inner && commandInstruction('CMD', inner);
  return { ...baseOf('HEALTHCHECK', setting), none: syntax.words[0]?.raw.toUpperCase() === 'NONE', test };
}

function onbuildInstruction(setting: Setting): OnbuildInstruction {
  const inner = setting.syntax.trigger;
  const trigger: () => Instruction | undefined = lazy(() =>
    inner ? instructionOf(settingOfTrigger(setting, inner, onbuild)) : undefined,
  );
  const onbuild: OnbuildInstruction = {
    ...baseOf('ONBUILD', setting),
    get trigger() {
      return trigger();
    },
  };
  return onbuild;
}

function settingOfTrigger(setting: Setting, syntax: InstructionSyntax, onbuild: OnbuildInstruction | undefined): Setting {
  return { ...setting, syntax, route: [...setting.route, 'trigger', syntax.keyword], onbuild };
}
