import type { Span } from '../../core/span.ts';
import type { Value } from '../../core/value.ts';
import type { EditResult } from '../edit.ts';
import type { Dockerfile, Instruction, Stage } from '../model/model.ts';

/** A place that means an earlier stage, by its name or by its number. */
export interface StageReference {
  readonly instruction: Instruction;
  /** As written, variables put in. */
  readonly text: string;
  readonly span: Span;
  readonly stage: Stage;
  /** Whether the text stands there as it is. */
  readonly literal: boolean;
}

/** What COPY, ADD and the mounts of RUN take files from: the text, and the earlier stage that it means. */
export function fileSources(
  instruction: Instruction,
): readonly { readonly value: Value<string>; readonly stage: Stage | undefined }[] {
  if (instruction.keyword === 'RUN') return instruction.mounts.map(({ from, fromStage }) => ({ value: from, stage: fromStage }));
  const from = instruction.keyword === 'COPY' || instruction.keyword === 'ADD' ? instruction.from : undefined;
  return from ? [{ value: from.value, stage: from.stage }] : [];
}

/** All `FROM stage`, `COPY --from=stage` and `RUN --mount=from=stage`, in the order of the file. */
export function stageReferences(file: Dockerfile): readonly StageReference[] {
  const found: StageReference[] = [];
  const add = (instruction: Instruction, text: string, span: Span, stage: Stage): void => {
    found.push({ instruction, text, span, stage, literal: file.syntax.text.slice(span.start, span.end) === text });
  };
  for (const instruction of file.instructions) {
    const one = instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
    if (one?.keyword === 'FROM' && one.parent && one.reference.kind === 'known')
      add(one, one.reference.value, one.reference.at.span, one.parent);
    for (const { value, stage } of one ? fileSources(one) : []) {
      if (one && stage && value.kind === 'known') add(one, value.value, value.at.span, stage);
    }
  }
  return found;
}

/** A name that no stage has: `base-2`, `base-3` … */
export function freeStageName(file: Dockerfile, name: string): string {
  const taken = new Set(file.stages.map((stage) => stage.name?.key));
  for (let n = 2; ; n++) if (!taken.has(`${name}-${n}`)) return `${name}-${n}`;
}

/** Gives a stage another name, also where it is referred to by its old one. */
export function renameStage(
  file: Dockerfile,
  stage: Stage,
  name: string,
): { readonly results: readonly EditResult[]; readonly touched: readonly Instruction[] } {
  const own = stage.name;
  const references = stageReferences(file).filter((one) => one.stage === stage && one.text.toLowerCase() === own?.key);
  if (!own) return { results: ['the stage has no name'], touched: [] };
  const result = (literal: boolean, span: Span): EditResult =>
    literal ? [{ span, text: name }] : 'a reference to it is put together from variables';
  return {
    results: [[{ span: own.span, text: name }], ...references.map(({ literal, span }) => result(literal, span))],
    touched: [stage.from, ...references.map(({ instruction }) => instruction)],
  };
}
