import type { Resource } from '../core/finding.ts';
import type { OptionSpecs } from '../core/options.ts';
import type { BoundRule, Rule, RuleContext } from '../core/rule.ts';
import { callVisitors } from '../core/rule.ts';
import type { At } from '../core/value.ts';
import type { ShellCommand } from '../shell/script.ts';
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

/** Calls every rule's visitors, walking the model once. */
export function walkDockerfile(file: Dockerfile, rules: readonly BoundRule<DockerfileVisitors>[]): void {
  if (rules.length === 0 || file.instructions.length === 0) return;
  const [first] = file.instructions;
  const whole: Resource = { kind: 'file', name: 'Dockerfile', at: first?.at ?? { span: { start: 0, end: 0 }, route: [] } };
  callVisitors(rules, 'file', whole, (visit, context) => visit(context, file));
  const readers = instructionReaders(rules);
  const onCommands = rules.filter((rule) => rule.visit.command);
  const visit = (instruction: Instruction, resource: Resource) => {
    callVisitors(readers.get(instruction.keyword) ?? [], 'read', resource, (read, context) => read(context, instruction, file));
    if (instruction.keyword === 'RUN' && onCommands.length > 0) {
      for (const command of instruction.script.commands) {
        callVisitors(onCommands, 'command', resource, (visitor, context) => visitor(context, command, instruction, file));
      }
    }
    if (instruction.keyword === 'ONBUILD' && instruction.trigger) visit(instruction.trigger, resource);
  };
  for (const arg of file.globalArgs) visit(arg, whole);
  for (const stage of file.stages) {
    const resource = stageResource(stage);
    callVisitors(rules, 'stage', resource, (visitor, context) => visitor(context, stage, file));
    visit(stage.from, resource);
    for (const instruction of stage.instructions) visit(instruction, resource);
  }
}

interface Reader {
  read(context: RuleContext, instruction: Instruction, file: Dockerfile): void;
}

/** The rules that read each keyword, so that an instruction asks only those. */
function instructionReaders(rules: readonly BoundRule<DockerfileVisitors>[]): Map<string, BoundRule<Reader>[]> {
  const readers = new Map<string, BoundRule<Reader>[]>();
  for (const rule of rules) {
    for (const [keyword, read] of Object.entries(rule.visit.instruction ?? {})) {
      const bound: BoundRule<Reader> = {
        visit: { read: read as Reader['read'] },
        context: (resource) => rule.context(resource),
        failed: (error) => rule.failed(error),
      };
      readers.set(keyword, [...(readers.get(keyword) ?? []), bound]);
    }
  }
  return readers;
}
