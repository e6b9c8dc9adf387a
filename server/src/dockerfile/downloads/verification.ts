import type { FixOffer } from '../../core/finding.ts';
import type { RuleContext } from '../../core/rule.ts';
import type { Span } from '../../core/span.ts';
import type { At } from '../../core/value.ts';
import type { VerificationFlag, VerificationSwitches, VerificationText } from '../../knowledge/verification-switch.ts';
import { type FlagMatch, flagsNamed, flagValues } from '../../shell/query.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import { clientCommand } from '../commands/client-command.ts';
import { locateInWords } from '../commands/words-text.ts';
import { dropCommand, type EditResult, removePair, removeShellSpan, removeShellWords, replaceShellWord } from '../edit.ts';
import { mayWriteTexts, textsOfCopy, textsWrittenBy, WRITERS, type WrittenText } from '../files/written-text.ts';
import { offer } from '../fixes/words.ts';
import type { ArgInstruction, CopyAddInstruction, Dockerfile, EnvInstruction } from '../model/model.ts';
import type { CommandFilter, DockerfileVisitors, Running } from '../rule.ts';

/** A place where verification is switched off. */
interface Found {
  readonly at: At;
  /** As the message shows it. */
  readonly shown: string;
  readonly fix: () => FixOffer;
}

type Off = 'off';
const EXPORTS: ReadonlySet<string> = new Set(['export', 'declare', 'typeset', 'readonly']);
const TRUE = /^(?:1|t|true|yes|on)$/i;

/**
 * What a rule about one kind of client looks at: options, settings, variables and files that switch its verification off, in
 * RUN, CMD, ENTRYPOINT, ENV, ARG and heredocs. It reports the message `off` with the `switch`; fixes warn with `caution`.
 */
export function verificationVisitors(switches: VerificationSwitches, caution: string): DockerfileVisitors<Off> {
  const report = (context: RuleContext<Off>, found: readonly Found[]): void => {
    for (const { at, shown, fix } of found) {
      context.report({ at, message: 'off', data: { switch: shown }, fixes: () => [fix()] });
    }
  };
  const finder = new SwitchFinder(switches, caution);
  const inCommand = (context: RuleContext<Off>, command: ShellCommand, at: Running, file: Dockerfile): void =>
    report(context, finder.inCommand(file, at, command));
  const inPairs = (context: RuleContext<Off>, at: EnvInstruction | ArgInstruction, file: Dockerfile): void =>
    report(context, finder.inPairs(file, at));
  const inFiles = (context: RuleContext<Off>, copy: CopyAddInstruction, file: Dockerfile): void =>
    report(context, finder.inFiles(file, copy));
  return {
    command: inCommand,
    startCommand: inCommand,
    commands: heededCommands(switches),
    instruction: {
      ...(switches.variables && { ENV: inPairs, ARG: inPairs }),
      ...(switches.written && { COPY: inFiles, ADD: inFiles }),
    },
  };
}

/** What `SwitchFinder.inCommand` can find something in. */
function heededCommands({ flags = [], arguments: texts = [], variables, written }: VerificationSwitches): CommandFilter {
  const programs = new Set([...flags, ...texts].flatMap((entry) => entry.programs ?? []));
  if (variables) for (const name of EXPORTS) programs.add(name);
  if (written) for (const name of WRITERS) programs.add(name);
  return { programs: [...programs], settingVariables: variables !== undefined, redirected: written !== undefined };
}

const NONE: readonly Found[] = [];

/** Asked about every command by every rule of the kind: what a command has no part in must cost next to nothing. */
class SwitchFinder {
  readonly #switches: VerificationSwitches;
  readonly #caution: string;
  readonly #flagsOf: ReadonlyMap<string, readonly VerificationFlag[]>;
  readonly #argumentsOf: ReadonlyMap<string, readonly VerificationText[]>;
  readonly #inFiles: readonly VerificationText[];

  constructor(switches: VerificationSwitches, caution: string) {
    this.#switches = switches;
    this.#caution = caution;
    this.#flagsOf = byProgram(switches.flags ?? []);
    this.#argumentsOf = byProgram((switches.arguments ?? []).map(everywhere));
    this.#inFiles = (switches.written ?? []).map(everywhere);
  }

  inCommand(file: Dockerfile, at: Running, command: ShellCommand): readonly Found[] {
    const client = clientCommand(command);
    const { name = '' } = client;
    const variables = this.#setsVariables(at, command);
    const writes = this.#inFiles.length > 0 && mayWriteTexts(command);
    if (!variables && !writes && !this.#flagsOf.has(name) && !this.#argumentsOf.has(name)) return NONE;
    return [
      ...this.#flags(file, at, client),
      ...(variables ? this.#variables(file, at, command) : NONE),
      ...this.#arguments(file, at, command, client),
      ...(writes ? textsWrittenBy(command).flatMap((text) => this.#texts(at, text)) : NONE),
    ];
  }

  inPairs(file: Dockerfile, instruction: EnvInstruction | ArgInstruction): readonly Found[] {
    if (!this.#switches.variables) return NONE;
    const found: Found[] = [];
    for (const [n, pair] of instruction.pairs.entries()) {
      const off = pair.value.kind === 'known' ? this.#offBy(pair.name, pair.value.value) : undefined;
      if (!off) continue;
      const edit = (): EditResult => removePair(file.syntax, instruction.syntax, n);
      found.push(this.#variable({ ...pair.at, span: pair.span }, off, pair.name, edit, instruction));
    }
    return found;
  }

  inFiles(_file: Dockerfile, copy: CopyAddInstruction): readonly Found[] {
    if (this.#inFiles.length === 0 || copy.syntax.heredocs.length === 0) return NONE;
    return textsOfCopy(copy).flatMap((text) => this.#texts(copy, text));
  }

  #flags(file: Dockerfile, at: Running, client: ShellCommand): readonly Found[] {
    const { takesUrls, shortValueFlags = [] } = this.#switches;
    const flags = this.#flagsOf.get(client.name ?? '');
    if (!flags || (takesUrls && talksToItself(client))) return NONE;
    return flags
      .flatMap((entry) => matchesOf(entry, client, shortValueFlags))
      .map((found) => ({
        at: { span: found.span, route: at.at.route },
        shown: found.shown,
        fix: () => {
          const { instead, shown } = found;
          const title = instead === undefined ? `Remove \`${shown}\`` : `Write \`${instead}\` in place of \`${shown}\``;
          return offer({ title, safety: 'hardening', caution: this.#caution }, [withoutFlag(file, at, found)], [at]);
        },
      }));
  }

  #setsVariables(at: Running, { name, assignments, wrappers }: ShellCommand): boolean {
    if (!this.#switches.variables) return false;
    return assignments.length > 0 || EXPORTS.has(name ?? '') || (at.form === 'exec' && wrappers.length > 0);
  }

  /** `A=b command`, `A=b`, `export A=b`. */
  #variables(file: Dockerfile, at: Running, command: ShellCommand): readonly Found[] {
    const { route } = at.at;
    const inFront = command.assignments.flatMap(({ name, value, span }) => {
      const literal = literalOf(value);
      const off = literal === undefined ? undefined : this.#offBy(name, literal);
      const alone = command.word === undefined && command.assignments.length === 1;
      const edit = (): EditResult =>
        alone
          ? this.#drop(file, at, command)
          : value.editable
            ? removeShellSpan(file.syntax, at, span)
            : 'it is written with escapes';
      return off ? [this.#variable({ span, route }, off, name, edit, at)] : [];
    });
    // `["env", "A=b", "command"]`: no shell reads these words.
    const wrapped = at.form === 'exec' && command.assignments.length === 0 ? command.wrappers.flatMap(({ args }) => args) : [];
    const words = EXPORTS.has(command.name ?? '') ? command.args : wrapped;
    const exported = words.flatMap((word) => {
      const [, name = '', value = ''] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(literalOf(word) ?? '') ?? [];
      const off = name === '' ? undefined : this.#offBy(name, value);
      const edit = (): EditResult =>
        words === command.args && words.length === 1 ? this.#drop(file, at, command) : removeShellWords(file.syntax, at, [word]);
      return off ? [this.#variable({ span: word.span, route }, off, name, edit, at)] : [];
    });
    return [...inFront, ...exported];
  }

  #arguments(file: Dockerfile, at: Running, command: ShellCommand, client: ShellCommand): readonly Found[] {
    const entries = this.#argumentsOf.get(client.name ?? '');
    if (!entries) return NONE;
    const text = client.args.map((word) => word.text).join(' ');
    const drop = (): EditResult => this.#drop(file, at, command);
    return entries.flatMap((entry) => this.#found(at, entry, text, (part) => locateInWords(client.args, part), drop));
  }

  #texts(at: Running | CopyAddInstruction, { text, file, locate }: WrittenText): readonly Found[] {
    const refuse = (): EditResult => 'the line has to be written in another way';
    const entries = this.#inFiles.filter((entry) => !entry.file || entry.file.test(file ?? ''));
    return entries.flatMap((entry) => this.#found(at, entry, text, locate, refuse));
  }

  #found(
    at: Running | CopyAddInstruction,
    { pattern, on }: VerificationText,
    text: string,
    locate: WrittenText['locate'],
    otherwise: () => EditResult,
  ): readonly Found[] {
    // Most texts have nothing of it, and an iterator over the matches costs far more than a look.
    pattern.lastIndex = 0;
    if (!pattern.test(text)) return NONE;
    pattern.lastIndex = 0;
    return [...text.matchAll(pattern)].flatMap((match) => {
      const { at: whole, off } = match.indices?.groups ?? {};
      if (!whole) return [];
      const shown = text.slice(...whole).trim();
      const value = off && on !== undefined ? locate({ start: off[0], end: off[1] }) : undefined;
      const fix = (): FixOffer => {
        const title = value?.editable && on !== '' ? `Write \`${on}\` in \`${shown}\`` : `Remove \`${shown}\``;
        const result = value?.editable && on !== undefined ? [{ span: value.span, text: on }] : otherwise();
        return offer({ title, safety: 'hardening', caution: this.#caution }, [result], [at]);
      };
      return [{ at: { span: locate({ start: whole[0], end: whole[1] }).span, route: at.at.route }, shown, fix }];
    });
  }

  #offBy(name: string, value: string): { readonly whole: boolean; readonly value: string } | undefined {
    for (const variable of this.#switches.variables ?? []) {
      const match = variable.name.test(name) ? variable.off.exec(value) : undefined;
      if (match) return { whole: match[0] === value, value };
    }
    return undefined;
  }

  #variable(
    at: At,
    off: { whole: boolean; value: string },
    name: string,
    edit: () => EditResult,
    owner: Running | EnvInstruction | ArgInstruction,
  ): Found {
    const shown = off.whole ? `${name}=${off.value}` : name;
    const fix = (): FixOffer => {
      const result = off.whole ? edit() : `\`${name}\` also holds other options`;
      return offer({ title: `Remove \`${shown}\``, safety: 'hardening', caution: this.#caution }, [result], [owner]);
    };
    return { at, shown, fix };
  }

  #drop(file: Dockerfile, at: Running, command: ShellCommand): EditResult {
    return at.keyword === 'RUN' ? dropCommand(file.syntax, at, command) : `it is how the ${at.keyword} starts`;
  }
}

/** The text of an assigned word that expands nothing: globs stay as written there. */
function literalOf({ value, text, variables, substitutions }: ShellWord): string | undefined {
  return value ?? (variables.length === 0 && substitutions.length === 0 ? text : undefined);
}

/** The entries of each program, in their order. */
function byProgram<T extends { readonly programs?: readonly string[] }>(
  entries: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const result = new Map<string, T[]>();
  for (const entry of entries) {
    for (const program of new Set(entry.programs)) {
      const same = result.get(program);
      if (same) same.push(entry);
      else result.set(program, [entry]);
    }
  }
  return result;
}

function everywhere(entry: VerificationText): VerificationText {
  return { ...entry, pattern: new RegExp(entry.pattern, `${entry.pattern.flags}g`) };
}

interface FlagFound {
  readonly flag: FlagMatch;
  readonly words: readonly ShellWord[];
  readonly span: Span;
  readonly shown: string;
  readonly instead: string | undefined;
}

function matchesOf(
  { flags, off, anyValue, instead: wanted }: VerificationFlag,
  client: ShellCommand,
  shortValueFlags: readonly string[],
): FlagFound[] {
  if (!off && !anyValue) {
    const given = flagsNamed(client, flags, shortValueFlags);
    if (given.length === 0) return [];
    const instead = replacementIn(client, wanted);
    return given.flatMap((flag) => {
      const [, attached] = /^--?[^=]+=([\s\S]*)$/.exec(flag.word.text) ?? [];
      const on = flag.clustered || attached === undefined || TRUE.test(attached);
      return on ? [{ flag, words: [flag.word], span: flag.span, shown: flag.name, instead }] : [];
    });
  }
  const given = flagValues(client, flags, shortValueFlags);
  if (given.length === 0) return [];
  const instead = replacementIn(client, wanted);
  return given.flatMap(({ flag, word, value }) => {
    if (off && (value === undefined || !off.test(value))) return [];
    const words = flag.word === word ? [word] : [flag.word, word];
    const span = { start: flag.word.span.start, end: word.span.end };
    return [{ flag: { ...flag, clustered: false }, words, span, shown: words.map(({ text }) => text).join(' '), instead }];
  });
}

/** What is written in place of a flag, unless the command has it already. */
function replacementIn({ args }: ShellCommand, wanted: string | undefined): string | undefined {
  return args.some(({ text }) => text === wanted) ? undefined : wanted;
}

function withoutFlag(file: Dockerfile, at: Running, { flag, words, instead }: FlagFound): EditResult {
  if (instead !== undefined) return replaceShellWord(flag.word, instead);
  if (!flag.clustered) return removeShellWords(file.syntax, at, words);
  return flag.editable ? [{ span: flag.span, text: '' }] : 'it is written over several lines or with escapes';
}

/** Whether all the addresses a command is given are of the machine itself, where nobody can stand in between. */
function talksToItself({ args }: ShellCommand): boolean {
  const urls = args.map(({ text }) => text).filter((text) => /^[a-z]+:\/\//i.test(text) || LOOPBACK.test(text));
  return urls.length > 0 && urls.every((url) => LOOPBACK.test(url));
}

const LOOPBACK = /^(?:[a-z]+:\/\/)?(?:localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)(?=[:/]|$)/i;
