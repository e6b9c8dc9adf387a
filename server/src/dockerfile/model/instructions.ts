import { absent, invalid, known, type Value } from '../../core/value.ts';
import type { InstructionSyntax } from '../syntax/syntax.ts';
import { CopyModel } from './copy.ts';
import { ExecutableModel } from './executable.ts';
import { InstructionModel } from './instruction.ts';
import type {
  ExposedPorts,
  ExposeInstruction,
  HealthcheckInstruction,
  Instruction,
  OnbuildInstruction,
  UserInstruction,
  VolumeInstruction,
} from './model.ts';
import { argsValue, atPart, baseOf, pathValue, readPairs, type Setting, wholeSpan, wordValue } from './parts.ts';
import { RunModel } from './run.ts';

/** The typed view of an instruction that is not FROM. */
export function instructionOf(setting: Setting): Instruction {
  const { syntax } = setting;
  const { keyword } = syntax;
  switch (keyword) {
    case 'RUN':
      return new RunModel('RUN', setting);
    case 'COPY':
    case 'ADD':
      return new CopyModel(keyword, setting);
    case 'USER':
      return new UserModel('USER', setting);
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return { ...baseOf(keyword, setting), pairs: readPairs(setting) };
    case 'EXPOSE':
      return new ExposeModel('EXPOSE', setting);
    case 'WORKDIR':
      return { ...baseOf(keyword, setting), path: argsValue(setting) };
    case 'VOLUME':
      return new VolumeModel('VOLUME', setting);
    case 'CMD':
    case 'ENTRYPOINT':
      return new ExecutableModel(keyword, setting);
    case 'HEALTHCHECK':
      return healthcheckInstruction(setting);
    case 'SHELL':
      return { ...baseOf(keyword, setting), words: syntax.json ?? [] };
    case 'ONBUILD':
      return new OnbuildModel('ONBUILD', setting);
    case 'STOPSIGNAL':
      return { ...baseOf(keyword, setting), signal: argsValue(setting) };
    case 'MAINTAINER':
      return { ...baseOf(keyword, setting), name: syntax.args.text };
    default:
      return baseOf('UNKNOWN', setting);
  }
}

class UserModel extends InstructionModel<'USER'> implements UserInstruction {
  readonly value = argsValue(this.setting);
  #parts: ReturnType<typeof splitUser> | undefined;

  get user(): Value<string> {
    return this.#split().user;
  }

  get group(): Value<string> {
    return this.#split().group;
  }

  #split(): ReturnType<typeof splitUser> {
    this.#parts ??= splitUser(this.setting, this.value);
    return this.#parts;
  }
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

class ExposeModel extends InstructionModel<'EXPOSE'> implements ExposeInstruction {
  #ports: readonly Value<ExposedPorts>[] | undefined;

  get ports(): readonly Value<ExposedPorts>[] {
    this.#ports ??= this.syntax.words.flatMap((word, n) => readPorts(wordValue(this.setting, word, n)));
    return this.#ports;
  }
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

class VolumeModel extends InstructionModel<'VOLUME'> implements VolumeInstruction {
  #paths: readonly Value<string>[] | undefined;

  get json(): boolean {
    return this.syntax.json !== undefined;
  }

  get paths(): readonly Value<string>[] {
    this.#paths ??= this.syntax.words.map((word, n) => pathValue(this.setting, word, n));
    return this.#paths;
  }
}

function healthcheckInstruction(setting: Setting): HealthcheckInstruction {
  const { syntax } = setting;
  const inner = syntax.trigger && settingOfTrigger(setting, syntax.trigger, setting.onbuild);
  const test = inner && new ExecutableModel<'CMD'>('CMD', inner);
  return { ...baseOf('HEALTHCHECK', setting), none: syntax.words[0]?.raw.toUpperCase() === 'NONE', test };
}

class OnbuildModel extends InstructionModel<'ONBUILD'> implements OnbuildInstruction {
  #trigger: Instruction | undefined;

  get trigger(): Instruction | undefined {
    const { trigger } = this.syntax;
    if (trigger) this.#trigger ??= instructionOf(settingOfTrigger(this.setting, trigger, this));
    return this.#trigger;
  }
}

function settingOfTrigger(setting: Setting, syntax: InstructionSyntax, onbuild: OnbuildInstruction | undefined): Setting {
  return { ...setting, syntax, route: [...setting.route, 'trigger', syntax.keyword], onbuild };
}
