import { cleanPath } from '../../knowledge/paths.ts';
import { operands } from '../../shell/query.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { lineage } from '../images/base-image.ts';
import type { CopyAddInstruction, CopySource, Instruction, RunInstruction, Stage, WorkdirInstruction } from '../model/model.ts';

/** A command of a RUN that deletes a file. */
export interface Removal {
  readonly run: RunInstruction;
  readonly command: ShellCommand;
}

const REMOVERS: ReadonlySet<string> = new Set(['rm', 'shred', 'unlink', 'srm', 'wipe']);
/** Folders that hold much else: deleting `/root/.ssh` deletes the key, deleting `/app` is about something else. */
const TELLING = /^\.|\.\w+$|^id_/;

/** Whether an operand of `rm` means a file: the same name, or that of a telling folder above it. */
function means(operand: string, path: string): boolean {
  const parts = cleanPath(path)
    .split('/')
    .filter((part) => part !== '');
  const last =
    cleanPath(operand.replace(/\/?\*$/, ''))
      .split('/')
      .at(-1) ?? '';
  return last !== '' && (last === parts.at(-1) || (TELLING.test(last) && parts.includes(last)));
}

/** The commands of a RUN that delete a file. */
export function removalsIn(run: RunInstruction, path: string): readonly Removal[] {
  return run.script.commands
    .filter(({ name }) => name !== undefined && REMOVERS.has(name))
    .filter((command) => operands(command).some(({ text }) => means(text, path)))
    .map((command) => ({ run, command }));
}

/** The RUNs behind an instruction in its stage, and all those of the stages in `stages` that are built from that. */
export function runsAfter(instruction: Instruction, stages: readonly Stage[] = []): readonly RunInstruction[] {
  const { stage, onbuild } = instruction;
  if (!stage || onbuild) return [];
  const heirs = stages.filter((one) => one !== stage && lineage(one).includes(stage));
  return [
    ...stage.all('RUN').filter(({ syntax }) => syntax.index > instruction.syntax.index),
    ...heirs.flatMap((one) => one.all('RUN')),
  ];
}

/** The commands that delete a file in a later layer than that of an instruction. */
export function laterRemovals(instruction: Instruction, path: string): readonly Removal[] {
  return runsAfter(instruction).flatMap((run) => removalsIn(run, path));
}

/** The working directory that an instruction sees, `/` when nothing sets one; undefined when only the build knows it. */
export function workdirAt(instruction: Instruction): string | undefined {
  const stages = instruction.stage ? lineage(instruction.stage) : [];
  const steps: string[] = [];
  for (const stage of stages) {
    const before = (one: WorkdirInstruction): boolean =>
      stage !== instruction.stage || one.syntax.index < instruction.syntax.index;
    for (const { path } of stage.all('WORKDIR').filter(before).toReversed()) {
      if (path.kind !== 'known') return undefined;
      steps.unshift(path.value);
      if (path.value.startsWith('/')) return cleanPath(steps.join('/'));
    }
  }
  return cleanPath(`/${steps.join('/')}`);
}

/** A path made absolute from a working directory; undefined when that is not known. */
export function absolutePath(path: string, workdir: string | undefined): string | undefined {
  if (path.startsWith('/')) return cleanPath(path);
  return workdir === undefined ? undefined : cleanPath(`${workdir}/${path}`);
}

/** Where a file that COPY or ADD takes is in the image; undefined when only the build knows. */
export function placeOfCopy(copy: CopyAddInstruction, source: CopySource): string | undefined {
  const { destination, sources } = copy;
  if (destination.kind !== 'known' || source.value.kind !== 'known') return undefined;
  const target = absolutePath(destination.value, workdirAt(copy));
  const base = cleanPath(source.value.value).split('/').at(-1) ?? '';
  const intoFolder = sources.length > 1 || /(?:^|\/)\.?$/.test(destination.value) || target === '/';
  return target !== undefined && intoFolder ? cleanPath(`${target}/${base}`) : target;
}

/** Whether what a stage gets is in an image that someone runs, and not only in the build's cache. */
export function isShipped(instruction: { readonly stage: Stage | undefined }): boolean {
  return instruction.stage?.ships ?? false;
}
