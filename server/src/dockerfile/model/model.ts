import type { ImageReference } from '../../core/image-reference.ts';
import type { MappedText } from '../../core/mapped-text.ts';
import type { Span } from '../../core/span.ts';
import type { At, Value } from '../../core/value.ts';
import type { Interpreter, ShellScript } from '../../shell/script.ts';
import type { IgnoreFile } from '../files/ignore-file.ts';
import type { DockerfileSyntax, Flag, Heredoc, InstructionSyntax, JsonString } from '../syntax/syntax.ts';

/** A variable that an instruction can read. */
export interface Variable {
  readonly kind: 'arg' | 'env';
  readonly name: string;
  /** Dynamic for an ARG without default. `at` is where the value is written; a redeclared global ARG has it in `at.via`. */
  readonly value: Value<string>;
  /** Where it is declared. */
  readonly declared: Pair;
}

/** The variables visible at one place; see https://docs.docker.com/build/building/variables/#scoping. */
export interface Scope {
  /** The variable of that name: ENV before ARG, the last one written before this place, own stage before parent stages. */
  lookup(name: string): Variable | undefined;
  /**
   * Quotes and escapes resolved, variables replaced as BuildKit does. Known also by default (an ARG's or `${X:-d}`'s default):
   * then `at.via` says what it came through. `at` must be the place of `text`.
   */
  expand(text: MappedText, at: At): Value<string>;
}

interface InstructionBase<K extends string> {
  readonly keyword: K;
  readonly syntax: InstructionSyntax;
  /** Its keyword. The route is `[stage index or 'global', keyword, n-th of that keyword there]`. */
  readonly at: At;
  /** Absent in front of the first FROM. */
  readonly stage: Stage | undefined;
  readonly scope: Scope;
  /** The ONBUILD that this instruction is the trigger of. */
  readonly onbuild: OnbuildInstruction | undefined;
}

/** `name=value` of ENV, LABEL or ARG. */
export interface Pair {
  /** Quotes resolved. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Absent for `ARG NAME`. */
  readonly value: Value<string>;
  /** The value as written, quotes included. */
  readonly valueText: MappedText | undefined;
  /** From the name to the end of the value. */
  readonly span: Span;
  readonly at: At;
  /** `ENV NAME value`, without `=`: one pair for the whole instruction. */
  readonly legacy: boolean;
}

export interface StageName {
  /** As written. */
  readonly text: string;
  /** Lower case: what names are compared by. */
  readonly key: string;
  readonly span: Span;
}

export interface FromInstruction extends InstructionBase<'FROM'> {
  readonly platform: Value<string>;
  /** The first argument with global ARGs put in. */
  readonly reference: Value<string>;
  /** Absent when it names an earlier stage or `scratch`; invalid when it is no image reference. */
  readonly image: Value<ImageReference>;
  /** As written; undefined for a FROM without arguments. */
  readonly imageText: MappedText | undefined;
  readonly name: StageName | undefined;
  readonly parent: Stage | undefined;
  readonly scratch: boolean;
}

/** `--mount=type=…,…` of RUN. */
export interface Mount {
  readonly flag: Flag;
  readonly at: At;
  /** `bind` when not given. */
  readonly type: Value<string>;
  readonly id: Value<string>;
  readonly target: Value<string>;
  readonly source: Value<string>;
  readonly from: Value<string>;
  /** The stage that `from` names. */
  readonly fromStage: Stage | undefined;
  readonly env: Value<string>;
  /** False when not given; `required` alone is true. */
  readonly required: Value<boolean>;
  readonly options: readonly MountOption[];
}

export interface MountOption {
  /** Lower case, aliases resolved: `target` for `dst` and `destination`, `source` for `src`, `readonly` for `ro`. */
  readonly name: string;
  /** Absent for an option without `=`. */
  readonly value: Value<string>;
  readonly span: Span;
}

/**
 * What RUN, CMD, ENTRYPOINT and HEALTHCHECK run. *shell*: a text for the stage's shell; *exec*: the words of a program;
 * *heredoc*: the body of the only heredoc is the script (`RUN <<EOF`).
 */
export interface Executable {
  readonly form: 'shell' | 'exec' | 'heredoc';
  readonly interpreter: Interpreter;
  /** The words of the exec form. */
  readonly argv: readonly JsonString[] | undefined;
  /** Parsed when first asked for. In exec form one command, and those of the text behind `sh -c`. */
  readonly script: ShellScript;
}

export interface RunInstruction extends InstructionBase<'RUN'>, Executable {
  readonly mounts: readonly Mount[];
  readonly network: Value<string>;
  readonly security: Value<string>;
}

export interface CopySource {
  /** *url* and *git* only where ADD takes them; *heredoc* is the file written in the Dockerfile. */
  readonly kind: 'path' | 'url' | 'git' | 'heredoc';
  readonly value: Value<string>;
  readonly text: MappedText;
  readonly heredoc: Heredoc | undefined;
}

/** `--from=` of COPY or a mount: a stage by name or index, else an image or a named build context. */
export interface CopyFrom {
  readonly flag: Flag;
  readonly value: Value<string>;
  readonly stage: Stage | undefined;
  /** Absent when it is a stage. */
  readonly image: Value<ImageReference>;
}

export interface CopyAddInstruction extends InstructionBase<'COPY' | 'ADD'> {
  readonly json: boolean;
  readonly sources: readonly CopySource[];
  readonly destination: Value<string>;
  readonly from: CopyFrom | undefined;
  readonly chmod: Value<string>;
  readonly chown: Value<string>;
  readonly checksum: Value<string>;
  readonly exclude: readonly Value<string>[];
  readonly link: boolean;
  readonly parents: boolean;
}

export interface UserInstruction extends InstructionBase<'USER'> {
  /** `user[:group]`. */
  readonly value: Value<string>;
  readonly user: Value<string>;
  readonly group: Value<string>;
}

export interface EnvInstruction extends InstructionBase<'ENV'> {
  readonly pairs: readonly Pair[];
}

export interface LabelInstruction extends InstructionBase<'LABEL'> {
  readonly pairs: readonly Pair[];
}

export interface ArgInstruction extends InstructionBase<'ARG'> {
  readonly pairs: readonly Pair[];
}

export interface ExposedPorts {
  readonly start: number;
  /** The same as `start` for one port. */
  readonly end: number;
  readonly protocol: string;
}

export interface ExposeInstruction extends InstructionBase<'EXPOSE'> {
  readonly ports: readonly Value<ExposedPorts>[];
}

export interface WorkdirInstruction extends InstructionBase<'WORKDIR'> {
  /** As written, variables put in; may be relative. */
  readonly path: Value<string>;
}

export interface VolumeInstruction extends InstructionBase<'VOLUME'> {
  readonly json: boolean;
  readonly paths: readonly Value<string>[];
}

export interface CommandInstruction extends InstructionBase<'CMD' | 'ENTRYPOINT'>, Executable {}

export interface HealthcheckInstruction extends InstructionBase<'HEALTHCHECK'> {
  /** `HEALTHCHECK NONE`: switches an inherited check off. */
  readonly none: boolean;
  readonly test: CommandInstruction | undefined;
}

export interface ShellInstruction extends InstructionBase<'SHELL'> {
  readonly words: readonly JsonString[];
}

export interface OnbuildInstruction extends InstructionBase<'ONBUILD'> {
  readonly trigger: Instruction | undefined;
}

export interface StopsignalInstruction extends InstructionBase<'STOPSIGNAL'> {
  readonly signal: Value<string>;
}

export interface MaintainerInstruction extends InstructionBase<'MAINTAINER'> {
  readonly name: string;
}

/** A keyword that Docker does not know. */
export interface UnknownInstruction extends InstructionBase<'UNKNOWN'> {}

export type Instruction =
  | FromInstruction
  | RunInstruction
  | CopyAddInstruction
  | UserInstruction
  | EnvInstruction
  | LabelInstruction
  | ArgInstruction
  | ExposeInstruction
  | WorkdirInstruction
  | VolumeInstruction
  | CommandInstruction
  | HealthcheckInstruction
  | ShellInstruction
  | OnbuildInstruction
  | StopsignalInstruction
  | MaintainerInstruction
  | UnknownInstruction;

export type InstructionKeyword = Instruction['keyword'];

type Matching<I, K> = I extends { readonly keyword: infer W } ? (K extends W ? I : never) : never;

/** The instruction type of a keyword. */
export type InstructionOf<K extends InstructionKeyword> = Matching<Instruction, K>;

/** What runs the shell form at one place of a stage. */
export interface EffectiveShell {
  readonly words: readonly string[];
  readonly interpreter: Interpreter;
  /** The SHELL that sets it; undefined for the platform's default. */
  readonly instruction: ShellInstruction | undefined;
}

export interface Stage {
  /** From 0, in the order of the file. */
  readonly index: number;
  readonly name: StageName | undefined;
  /** The name as written, else `image` for the only stage, `final stage` for the last, `stage 2` (from 0) for another. */
  readonly label: string;
  readonly from: FromInstruction;
  readonly parent: Stage | undefined;
  /** Without FROM, triggers left out. */
  readonly instructions: readonly Instruction[];
  /** The last stage of the file. */
  readonly isFinal: boolean;
  /** Whether what it puts into its image is in a shipped image: a shipped stage, or one that such a stage is built `FROM`. */
  readonly ships: boolean;
  /** The base is Windows: by its image, its platform, or `# escape=` set to a backtick. */
  readonly windows: boolean;
  /**
   * The user that containers run as: the last USER here, else the parent stage's (then `at.via` is *inherited*). Absent when
   * none is written: the base image decides.
   */
  readonly user: Value<string>;
  /** The working directory at the end, relative ones joined. Absent when none is written. */
  readonly workdir: Value<string>;
  /** The shell at the end of the stage. */
  readonly shell: EffectiveShell;
  /** The variables at the end of the stage. */
  readonly scope: Scope;
  /** The last instruction of that keyword here, else in the parent stages. */
  last<K extends InstructionKeyword>(keyword: K): InstructionOf<K> | undefined;
  /** All instructions of that keyword here. */
  all<K extends InstructionKeyword>(keyword: K): readonly InstructionOf<K>[];
}

/** A Dockerfile as rules read it. Everything is located and read-only; what costs is computed when first asked for. */
export interface Dockerfile {
  readonly syntax: DockerfileSyntax;
  /** ARGs in front of the first FROM. */
  readonly globalArgs: readonly ArgInstruction[];
  readonly stages: readonly Stage[];
  /** All instructions in order, ONBUILD's triggers left out. */
  readonly instructions: readonly Instruction[];
  /**
   * What its build context leaves out: null when it has no such file, undefined when that, or where the context is, is not known.
   */
  readonly ignoreFile: IgnoreFile | null | undefined;
  /** The last stage, and those that were named as build targets. */
  readonly shippedStages: readonly Stage[];
  /** The earlier stage that a name or index means for an instruction in `before`; names are compared without case. */
  findStage(nameOrIndex: string, before: Stage | undefined): Stage | undefined;
}
