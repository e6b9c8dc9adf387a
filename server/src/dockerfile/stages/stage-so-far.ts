import { cleanPath } from '../../knowledge/paths.ts';
import { lineage } from '../images/base-image.ts';
import type { Instruction, ShellInstruction, Stage, WorkdirInstruction } from '../model/model.ts';

/** Whether a path starts at a root: `/app`, `C:\app`, `\\server\share`. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:\/|\\|[a-z]:)/i.test(path);
}

/** The instructions of a keyword that count at an instruction: its own stage's above it, then those of the parent stages. */
function before<I extends Instruction>(at: Instruction, all: (stage: Stage) => readonly I[]): readonly I[] {
  const stages = at.stage ? lineage(at.stage) : [];
  return stages.flatMap((stage, n) =>
    all(stage)
      .filter(({ syntax }) => n > 0 || syntax.index < at.syntax.index)
      .toReversed(),
  );
}

/** The WORKDIRs above an instruction, the nearest first, parent stages' included. */
export function workdirsBefore(instruction: Instruction): readonly WorkdirInstruction[] {
  return before(instruction, (stage) => stage.all('WORKDIR'));
}

/** The working directory at an instruction. *base*: no WORKDIR says it; *unknown*: one does, but only the build knows it. */
export type WorkdirSoFar = { readonly kind: 'known'; readonly path: string } | { readonly kind: 'base' | 'unknown' };

/** Joins the WORKDIRs above an instruction. (https://docs.docker.com/reference/dockerfile/#workdir) */
export function workdirAt(instruction: Instruction): WorkdirSoFar {
  const workdirs = workdirsBefore(instruction);
  if (workdirs.length === 0) return { kind: 'base' };
  const parts: string[] = [];
  for (const { path } of workdirs) {
    if (path.kind !== 'known') return { kind: 'unknown' };
    parts.unshift(path.value);
    if (isAbsolutePath(path.value)) return { kind: 'known', path: parts.join('/').replace(/\/+/g, '/') };
  }
  return { kind: 'unknown' };
}

/** A relative path put behind a working directory, in one spelling; undefined for Windows paths. */
export function joinPath(directory: string, path: string): string | undefined {
  return directory.startsWith('/') && !path.includes('\\') ? cleanPath(`${directory}/${path}`) || '/' : undefined;
}

/** What runs the shell form at an instruction. (https://docs.docker.com/reference/dockerfile/#shell) */
export function shellAt(instruction: Instruction): {
  readonly words: readonly string[] | undefined;
  readonly instruction: ShellInstruction | undefined;
} {
  const [shell] = before(instruction, (stage) => stage.all('SHELL')).filter(({ words }) => words.length > 0);
  return { words: shell?.words.map(({ value }) => value), instruction: shell };
}
