import { type Neighbours, NO_NEIGHBOURS } from '../../core/neighbours.ts';
import { known } from '../../core/value.ts';
import { ScriptStore } from '../../shell/store.ts';
import type { DockerfileSyntax, InstructionSyntax } from '../syntax/syntax.ts';
import { readIgnoreFile } from './context.ts';
import { FromModel } from './from.ts';
import { instructionOf } from './instructions.ts';
import { lazy } from './lazy.ts';
import type { ArgInstruction, Dockerfile, EffectiveShell, Instruction, Pair, Scope, Stage } from './model.ts';
import { argsValue, baseOf, readPairs, type Setting } from './parts.ts';
import { VariableTable } from './scope.ts';
import { StageModel } from './stage.ts';

export interface BuildOptions {
  /** Stages that something builds by name or index (`--target`, Compose's `target`): they ship beside the last one. */
  readonly targets?: readonly string[];
  /** Where scripts are parsed; one that knows those of an earlier text saves most of that. */
  readonly scripts?: ScriptStore;
  /** The files around it, for its `.dockerignore`. */
  readonly neighbours?: Neighbours;
  /** What the file is called, for an ignore file of its own. */
  readonly name?: string;
}

/** Between two ARGs of one instruction: the second sees the first. */
const STEP = 2 ** -20;
/** In front of the first FROM nothing is run. */
const NO_SHELL: EffectiveShell = { words: ['/bin/sh', '-c'], interpreter: 'posix', instruction: undefined };

/**
 * Makes the model of a parsed Dockerfile: stages, variable scopes, effective user and shell, typed instructions. Costs about as
 * much as parsing; scripts are parsed when asked for. (https://docs.docker.com/reference/dockerfile/,
 * https://docs.docker.com/build/building/multi-stage/)
 */
export function buildDockerfile(syntax: DockerfileSyntax, options: BuildOptions = {}): Dockerfile {
  return new Builder(syntax, options.scripts ?? new ScriptStore()).build(options);
}

class Builder {
  readonly #syntax: DockerfileSyntax;
  readonly #scripts: ScriptStore;
  readonly #global: VariableTable;
  readonly #globalArgs: ArgInstruction[] = [];
  readonly #stages: StageModel[] = [];
  readonly #byName = new Map<string, StageModel[]>();
  readonly #instructions: Instruction[] = [];
  #counts = new Map<string, number>();

  constructor(syntax: DockerfileSyntax, scripts: ScriptStore) {
    this.#syntax = syntax;
    this.#scripts = scripts;
    this.#global = new VariableTable(syntax.escape);
  }

  build({ targets = [], neighbours = NO_NEIGHBOURS, name = 'Dockerfile' }: BuildOptions): Dockerfile {
    for (const instruction of this.#syntax.instructions) {
      if (instruction.keyword === 'FROM') this.#startStage(instruction);
      else this.#addInstruction(instruction);
    }
    const stages = this.#stages;
    const final = stages.at(-1);
    if (final) final.isFinal = true;
    const named = targets.map((target) => this.#find(target, undefined)).filter((stage) => stage !== undefined);
    const shipped = stages.filter((stage) => stage === final || named.includes(stage));
    for (const stage of shipped) {
      for (let s: StageModel | undefined = stage; s && !s.ships; s = s.parent) s.ships = true;
    }
    return new DockerfileModel({
      syntax: this.#syntax,
      globalArgs: this.#globalArgs,
      stages,
      instructions: this.#instructions,
      shippedStages: shipped,
      ignoreFile: () => readIgnoreFile(stages, neighbours, name),
      findStage: (nameOrIndex, before) => this.#find(nameOrIndex, before),
    });
  }

  #startStage(syntax: InstructionSyntax): void {
    this.#counts = new Map();
    const order = syntax.index;
    const scope = this.#global.at(order);
    const index = this.#stages.length;
    const outer = this.#setting(syntax, undefined, scope, NO_SHELL);
    const setting: Setting = { ...outer, route: [index, 'FROM', 0] };
    const reference = argsValue(setting);
    const parent = reference.kind === 'known' ? this.#byName.get(reference.value.toLowerCase())?.at(-1) : undefined;
    const scratch = reference.kind === 'known' && reference.value === 'scratch' && !parent;
    const make = (stage: Stage) => new FromModel({ ...setting, stage }, { reference, parent, scratch });
    const stage = new StageModel(index, this.#syntax.escape, make, parent);
    this.#stages.push(stage);
    this.#instructions.push(stage.from);
    const key = stage.name?.key;
    if (key === undefined) return;
    const same = this.#byName.get(key);
    if (same) same.push(stage);
    else this.#byName.set(key, [stage]);
  }

  #addInstruction(syntax: InstructionSyntax): void {
    const stage = this.#stages.at(-1);
    const table = stage?.table ?? this.#global;
    const order = syntax.index;
    const setting = this.#setting(syntax, stage, table.at(order), stage?.shell ?? NO_SHELL);
    let instruction: Instruction;
    if (syntax.keyword === 'ARG') {
      const pairs = this.#declareArgs(setting, table, stage !== undefined);
      instruction = { ...baseOf('ARG', setting), pairs };
      if (!stage) this.#globalArgs.push(instruction);
    } else instruction = instructionOf(setting);
    if (instruction.keyword === 'ENV') for (const pair of instruction.pairs) table.declare(order, 'env', pair, pair.value);
    this.#instructions.push(instruction);
    stage?.add(instruction);
  }

  #declareArgs(setting: Setting, table: VariableTable, inStage: boolean): readonly Pair[] {
    const { index, words } = setting.syntax;
    const pairs: Pair[] = [];
    for (const [n, word] of words.entries()) {
      const order = index + Math.min(n * STEP, 0.5);
      const one: Setting = { ...setting, syntax: { ...setting.syntax, words: [word] }, route: [...setting.route, n] };
      const [pair] = readPairs(one, (): Scope => table.at(order));
      if (!pair) continue;
      pairs.push(pair);
      table.declare(order, 'arg', pair, this.#valueOfArg(pair, inStage));
    }
    return pairs;
  }

  /** An ARG without default takes the global ARG's value; otherwise only the build knows it. */
  #valueOfArg(pair: Pair, inStage: boolean) {
    if (pair.value.kind !== 'absent') return pair.value;
    const outer = inStage ? this.#global.lookup(pair.name, Number.POSITIVE_INFINITY) : undefined;
    if (outer?.value.kind === 'known') {
      return known(outer.value.value, { ...pair.at, via: { kind: 'arg' as const, name: pair.name, at: outer.value.at } });
    }
    return { kind: 'dynamic' as const, text: `$${pair.name}`, at: pair.at };
  }

  #setting(syntax: InstructionSyntax, stage: StageModel | undefined, scope: Scope, shell: EffectiveShell): Setting {
    const n = this.#counts.get(syntax.keyword) ?? 0;
    this.#counts.set(syntax.keyword, n + 1);
    return {
      syntax,
      route: [stage?.index ?? 'global', syntax.keyword, n],
      stage,
      scope,
      shell,
      onbuild: undefined,
      scripts: this.#scripts,
      findStage: (nameOrIndex, before) => this.#find(nameOrIndex, before),
    };
  }

  #find(nameOrIndex: string, before: Stage | undefined): Stage | undefined {
    const limit = before?.index ?? Number.POSITIVE_INFINITY;
    const named = this.#byName.get(nameOrIndex.toLowerCase())?.findLast((stage) => stage.index < limit);
    if (named) return named;
    const numbered = /^\d+$/.test(nameOrIndex) ? this.#stages[Number(nameOrIndex)] : undefined;
    return numbered && numbered.index < limit ? numbered : undefined;
  }
}

type Built = Omit<Dockerfile, 'ignoreFile'> & { ignoreFile(): Dockerfile['ignoreFile'] };

class DockerfileModel implements Dockerfile {
  readonly syntax: DockerfileSyntax;
  readonly globalArgs: readonly ArgInstruction[];
  readonly stages: readonly Stage[];
  readonly instructions: readonly Instruction[];
  readonly shippedStages: readonly Stage[];
  readonly findStage: Dockerfile['findStage'];
  readonly #ignoreFile: () => Dockerfile['ignoreFile'];

  constructor({ syntax, globalArgs, stages, instructions, shippedStages, findStage, ignoreFile }: Built) {
    this.syntax = syntax;
    this.globalArgs = globalArgs;
    this.stages = stages;
    this.instructions = instructions;
    this.shippedStages = shippedStages;
    this.findStage = findStage;
    this.#ignoreFile = lazy(ignoreFile);
  }

  get ignoreFile(): Dockerfile['ignoreFile'] {
    return this.#ignoreFile();
  }
}
