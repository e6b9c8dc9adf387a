import { type At, absent, dynamic, known, type Value } from '../../core/value.ts';
import { chooseInterpreter } from '../../shell/interpreter.ts';
import { lazy } from './lazy.ts';
import type {
  EffectiveShell,
  FromInstruction,
  Instruction,
  InstructionKeyword,
  InstructionOf,
  Scope,
  ShellInstruction,
  Stage,
} from './model.ts';
import { VariableTable } from './scope.ts';

/** What a stage starts with, https://docs.docker.com/reference/dockerfile/#shell. */
function defaultShell(windows: boolean): EffectiveShell {
  const words = windows ? ['cmd', '/S', '/C'] : ['/bin/sh', '-c'];
  return { words, interpreter: chooseInterpreter(words), instruction: undefined };
}

/** Bases that only exist for Windows: Microsoft's own images, and tags of official images made from them. */
const WINDOWS_IMAGE = /^mcr\.microsoft\.com\/(?:windows|dotnet\/framework)\b|nanoserver|windowsservercore|ltsc20\d\d/i;

/** A stage while the file is read from top to bottom; the shape that rules see is `Stage`. */
export class StageModel implements Stage {
  readonly index: number;
  readonly from: FromInstruction;
  readonly parent: StageModel | undefined;
  readonly windows: boolean;
  readonly table: VariableTable;
  readonly instructions: Instruction[] = [];
  isFinal = false;
  ships = false;
  shell: EffectiveShell;
  readonly #byKeyword = new Map<string, Instruction[]>();
  readonly #user = lazy(() => this.#effectiveUser());
  readonly #workdir = lazy(() => this.#effectiveWorkdir());

  constructor(index: number, escapeChar: string, from: (stage: StageModel) => FromInstruction, parent: StageModel | undefined) {
    this.index = index;
    this.parent = parent;
    this.table = new VariableTable(escapeChar, parent?.table);
    this.from = from(this);
    this.windows = parent ? parent.windows : looksLikeWindows(this.from, escapeChar);
    this.shell = parent ? parent.shell : defaultShell(this.windows);
  }

  get name() {
    return this.from.name;
  }

  get label(): string {
    if (this.from.name) return this.from.name.text;
    if (!this.isFinal) return `stage ${this.index}`;
    return this.index === 0 ? 'image' : 'final stage';
  }

  get scope(): Scope {
    return this.table.at(Number.POSITIVE_INFINITY);
  }

  get user(): Value<string> {
    return this.#user();
  }

  get workdir(): Value<string> {
    return this.#workdir();
  }

  add(instruction: Instruction): void {
    this.instructions.push(instruction);
    const same = this.#byKeyword.get(instruction.keyword);
    if (same) same.push(instruction);
    else this.#byKeyword.set(instruction.keyword, [instruction]);
    if (instruction.keyword === 'SHELL' && instruction.words.length > 0) this.shell = shellOf(instruction);
  }

  all<K extends InstructionKeyword>(keyword: K): readonly InstructionOf<K>[] {
    return (this.#byKeyword.get(keyword) ?? []) as unknown as readonly InstructionOf<K>[];
  }

  last<K extends InstructionKeyword>(keyword: K): InstructionOf<K> | undefined {
    for (let stage: StageModel | undefined = this; stage; stage = stage.parent) {
      const found = stage.all(keyword).at(-1);
      if (found) return found;
    }
    return undefined;
  }

  #effectiveUser(): Value<string> {
    const last = this.last('USER');
    if (!last) return absent(this.from.at);
    return last.stage === this ? last.value : { ...last.value, at: this.#inherited(last.value.at, last.stage) };
  }

  #effectiveWorkdir(): Value<string> {
    const steps = [];
    for (let stage: StageModel | undefined = this; stage; stage = stage.parent) {
      for (const { path } of stage.all('WORKDIR').toReversed()) {
        steps.push(path);
        if (path.kind === 'known' && isAbsolute(path.value)) return this.#joined(steps);
      }
    }
    return this.#joined(steps);
  }

  /** `steps` from the last WORKDIR back to the last absolute one. */
  #joined(steps: readonly Value<string>[]): Value<string> {
    const [last] = steps;
    if (!last) return absent(this.from.at);
    const base = steps.at(-1);
    if (steps.length === 1 && base?.kind === 'known' && isAbsolute(base.value)) return last;
    const texts = steps.toReversed().map((s) => (s.kind === 'known' ? s.value : undefined));
    const started = texts[0] !== undefined && isAbsolute(texts[0]);
    const path = texts.join('/').replace(/\/+/g, '/');
    return started && !texts.includes(undefined) ? known(path, last.at) : dynamic(path, last.at);
  }

  #inherited(at: At, owner: Stage | undefined): At {
    return {
      ...at,
      via: { kind: 'inherited', name: owner?.label ?? '', at: { ...this.from.at, ...(at.via ? { via: at.via } : {}) } },
    };
  }
}

function shellOf(instruction: ShellInstruction): EffectiveShell {
  const words = instruction.words.map((w) => w.value);
  return { words, interpreter: chooseInterpreter(words), instruction };
}

function looksLikeWindows(from: FromInstruction, escapeChar: string): boolean {
  if (escapeChar === '`') return true;
  if (from.platform.kind === 'known' && /^windows\b/i.test(from.platform.value)) return true;
  return WINDOWS_IMAGE.test(from.reference.kind === 'known' ? from.reference.value : (from.imageText?.text ?? ''));
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|\\|[a-z]:)/i.test(path);
}
