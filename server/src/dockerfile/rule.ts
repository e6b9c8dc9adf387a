import type { BoundRules, Visit } from '../core/dispatch.ts';
import { callVisits, tableOf, visitsNamed } from '../core/dispatch.ts';
import type { Resource } from '../core/finding.ts';
import type { OptionSpecs } from '../core/options.ts';
import type { Rule, RuleContext } from '../core/rule.ts';
import type { At } from '../core/value.ts';
import type { ShellCommand } from '../shell/script.ts';
import { clientCommand } from './commands/client-command.ts';
import type {
  CommandInstruction,
  Dockerfile,
  Instruction,
  InstructionKeyword,
  InstructionOf,
  RunInstruction,
  Stage,
} from './model/model.ts';

/** An instruction that runs a program: RUN at build time, CMD, ENTRYPOINT and HEALTHCHECK at run time. */
export type Running = RunInstruction | CommandInstruction;

type Ctx<M extends string, O extends OptionSpecs> = RuleContext<M, O>;

/** What a Dockerfile rule may look at; each altitude is visited in the order of the file, triggers of ONBUILD included. */
export interface DockerfileVisitors<M extends string = string, O extends OptionSpecs = OptionSpecs> {
  file?(context: Ctx<M, O>, file: Dockerfile): void;
  stage?(context: Ctx<M, O>, stage: Stage, file: Dockerfile): void;
  instruction?: {
    readonly [K in InstructionKeyword]?: (context: Ctx<M, O>, instruction: InstructionOf<K>, file: Dockerfile) => void;
  };
  /** Every command of a RUN, at any depth of its script. */
  command?(context: Ctx<M, O>, command: ShellCommand, run: RunInstruction, file: Dockerfile): void;
  /** Every command of a CMD or ENTRYPOINT. */
  startCommand?(context: Ctx<M, O>, command: ShellCommand, start: CommandInstruction, file: Dockerfile): void;
  /** The commands that `command` and `startCommand` are called for; all of them without it. */
  readonly commands?: CommandFilter;
}

/** Commands that a rule can have something to say about: those that meet any of these. */
export interface CommandFilter {
  /** Programs, as the script names them or as the clients they are (`clientCommand`). */
  readonly programs: readonly string[];
  /** Also commands behind `A=b` or a wrapper, such as `env A=b`. */
  readonly settingVariables?: boolean;
  /** Also commands with a redirection. */
  readonly redirected?: boolean;
}

/** Gives a Dockerfile rule its types. */
export function dockerfileRule<M extends string, O extends OptionSpecs = Record<never, never>>(
  rule: Rule<DockerfileVisitors<M, O>, M, O>,
): Rule<DockerfileVisitors<M, O>, M, O> {
  return rule;
}

/** Where findings about a stage as a whole stand: the image of its FROM. */
export function stageAt(stage: Stage): At {
  const { imageText, at } = stage.from;
  return imageText ? { ...at, span: imageText.spanToSource({ start: 0, end: imageText.text.length }) } : at;
}

/** A stage inside a sentence: `` `build` ``, `the final stage`, `the image`, `stage 2`. */
export function stageInWords(stage: Stage): string {
  if (stage.name) return `\`${stage.label}\``;
  return stage.isFinal ? `the ${stage.label}` : stage.label;
}

function stageResource(stage: Stage): Resource {
  return { kind: 'stage', name: stage.label, at: stageAt(stage) };
}

type CommandVisit<I> = Visit<(context: RuleContext, command: ShellCommand, instruction: I, file: Dockerfile) => void>;
type InstructionVisit = Visit<(context: RuleContext, instruction: Instruction, file: Dockerfile) => void>;

/** The visitors of a list of rules, by what they look at. */
interface Table {
  readonly file: ReturnType<typeof visitsNamed<DockerfileVisitors, 'file'>>;
  readonly stage: ReturnType<typeof visitsNamed<DockerfileVisitors, 'stage'>>;
  readonly readers: ReadonlyMap<string, readonly InstructionVisit[]>;
  readonly command: CommandTable<RunInstruction>;
  readonly startCommand: CommandTable<CommandInstruction>;
}

const tables = new WeakMap<object, Table>();

function tableOfVisitors(visitors: readonly DockerfileVisitors[]): Table {
  const filters = visitors.map(({ commands }) => commands);
  return {
    file: visitsNamed(visitors, 'file'),
    stage: visitsNamed(visitors, 'stage'),
    readers: instructionReaders(visitors),
    command: new CommandTable(visitsNamed(visitors, 'command'), filters),
    startCommand: new CommandTable(visitsNamed(visitors, 'startCommand'), filters),
  };
}

const NOBODY: readonly never[] = [];

/** Calls every rule's visitors, walking the model once. */
export function walkDockerfile(file: Dockerfile, rules: BoundRules<DockerfileVisitors>): void {
  if (rules.length === 0 || file.instructions.length === 0) return;
  const table = tableOf(tables, rules, tableOfVisitors);
  const [first] = file.instructions;
  const whole: Resource = { kind: 'file', name: 'Dockerfile', at: first?.at ?? { span: { start: 0, end: 0 }, route: [] } };
  callVisits(table.file, rules, whole, file, undefined, undefined);
  const visit = (instruction: Instruction, resource: Resource) => {
    callVisits(table.readers.get(instruction.keyword) ?? NOBODY, rules, resource, instruction, file, undefined);
    switch (instruction.keyword) {
      case 'RUN':
        visitCommands(table.command, instruction, resource);
        break;
      case 'CMD':
      case 'ENTRYPOINT':
        visitCommands(table.startCommand, instruction, resource);
        break;
      case 'ONBUILD':
        if (instruction.trigger) visit(instruction.trigger, resource);
    }
  };
  const visitCommands = <I extends Running>(commands: CommandTable<I>, instruction: I, resource: Resource) => {
    if (commands.isEmpty) return;
    for (const command of instruction.script.commands) {
      callVisits(commands.visitsOf(command), rules, resource, command, instruction, file);
    }
  };
  for (const arg of file.globalArgs) visit(arg, whole);
  for (const stage of file.stages) {
    const resource = stageResource(stage);
    callVisits(table.stage, rules, resource, stage, file, undefined);
    visit(stage.from, resource);
    for (const instruction of stage.instructions) visit(instruction, resource);
  }
}

/** The rules that read each keyword, so that an instruction asks only those. */
function instructionReaders(visitors: readonly DockerfileVisitors[]): ReadonlyMap<string, readonly InstructionVisit[]> {
  const readers = new Map<string, InstructionVisit[]>();
  for (const [rule, { instruction = {} }] of visitors.entries()) {
    for (const [keyword, call] of Object.entries(instruction)) {
      const visit: InstructionVisit = { rule, call: call as InstructionVisit['call'] };
      const same = readers.get(keyword);
      if (same) same.push(visit);
      else readers.set(keyword, [visit]);
    }
  }
  return readers;
}

/** The visitors that have a part in a command, found by its name: most rules are about a few programs. */
class CommandTable<I> {
  readonly #visits: readonly CommandVisit<I>[];
  readonly #filters: readonly (CommandFilter | undefined)[];
  readonly #programs: ReadonlySet<string>;
  /** Lists already made, per kind of command and program. */
  readonly #lists: readonly Map<string, readonly CommandVisit<I>[]>[] = [new Map(), new Map(), new Map(), new Map()];

  constructor(visits: readonly CommandVisit<I>[], filters: readonly (CommandFilter | undefined)[]) {
    this.#visits = visits;
    this.#filters = filters;
    this.#programs = new Set(visits.flatMap(({ rule }) => filters[rule]?.programs ?? []));
  }

  get isEmpty(): boolean {
    return this.#visits.length === 0;
  }

  visitsOf(command: ShellCommand): readonly CommandVisit<I>[] {
    const { name = '', assignments, wrappers, redirects } = command;
    const sets = assignments.length > 0 || wrappers.length > 0;
    const redirected = redirects.length > 0;
    const client = clientCommand(command).name ?? '';
    if (client !== name) return this.#select(sets, redirected, [name, client]);
    const lists = this.#lists[(sets ? 1 : 0) + (redirected ? 2 : 0)];
    // What users name their programs must not be kept.
    const key = this.#programs.has(name) ? name : '';
    const known = lists?.get(key);
    if (known) return known;
    const made = this.#select(sets, redirected, [key]);
    lists?.set(key, made);
    return made;
  }

  #select(sets: boolean, redirected: boolean, names: readonly string[]): readonly CommandVisit<I>[] {
    return this.#visits.filter(({ rule }) => {
      const filter = this.#filters[rule];
      if (!filter || (sets && filter.settingVariables) || (redirected && filter.redirected)) return true;
      return filter.programs.some((program) => names.includes(program));
    });
  }
}
