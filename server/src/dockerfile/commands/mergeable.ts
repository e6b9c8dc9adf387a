import type { CopyAddInstruction, Instruction, RunInstruction, Stage } from '../model/model.ts';

/** Instructions that follow each other and could be written as one. */
export interface MergeableGroup {
  readonly first: Instruction;
  readonly count: number;
  /** Of COPY and ADD. */
  readonly destination: string | undefined;
}

/** Two lines are mostly that for the sake of the build cache. */
const LEAST = 3;
/** Accounts are a step of their own, that seldom changes. */
const ACCOUNTS: ReadonlySet<string> = new Set(['useradd', 'adduser', 'groupadd', 'addgroup', 'usermod', 'groupmod']);

/** Groups of three or more: RUNs of one command each, COPYs or ADDs into one directory, with the same flags. */
export function mergeableGroups(stage: Stage): readonly MergeableGroup[] {
  const groups: { first: Instruction; count: number; destination: string | undefined; key: string }[] = [];
  let open: (typeof groups)[number] | undefined;
  for (const instruction of stage.instructions) {
    const key = keyOf(instruction);
    if (key === undefined) open = undefined;
    else if (open?.key === key) open.count++;
    else {
      open = { first: instruction, count: 1, destination: destinationOf(instruction), key };
      groups.push(open);
    }
  }
  return groups.filter(({ count }) => count >= LEAST);
}

/** What instructions of one group have in common; undefined for one that cannot be in a group. */
function keyOf(instruction: Instruction): string | undefined {
  const flags = instruction.syntax.flags.map(({ name, value }) => `--${name}=${value ?? ''}`).join(' ');
  if (instruction.keyword === 'RUN') return isOneCommand(instruction) ? `RUN ${flags}` : undefined;
  const destination = destinationOf(instruction);
  return destination === undefined ? undefined : `${instruction.keyword} ${flags} ${destination}`;
}

function isOneCommand({ form, script, interpreter }: RunInstruction): boolean {
  const [command] = script.commands;
  return form === 'shell' && interpreter === 'posix' && script.commands.length === 1 && !ACCOUNTS.has(command?.name ?? '');
}

/** A directory that several sources can go to. */
function destinationOf(instruction: Instruction): string | undefined {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return undefined;
  const { destination, sources }: CopyAddInstruction = instruction;
  if (destination.kind !== 'known' || sources.length === 0 || sources.some(({ kind }) => kind !== 'path')) return undefined;
  return /(?:\/|^\.)$/.test(destination.value) ? destination.value : undefined;
}
