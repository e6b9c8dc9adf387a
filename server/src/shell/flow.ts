import type { Span } from '../core/span.ts';
import type { ShellCommand } from './script.ts';

/** A command while it is put together: pipes are linked when both ends are known. */
export type CommandDraft = { -readonly [K in keyof ShellCommand]: ShellCommand[K] };

const NONE: readonly never[] = [];

/** A command of which nothing is known yet. Every command is made here: what many rules read should have one hidden class. */
export function newCommand(span: Span, context: ShellCommand['context']): CommandDraft {
  return {
    name: undefined,
    word: undefined,
    args: NONE,
    assignments: NONE,
    redirects: NONE,
    wrappers: NONE,
    span,
    pipesTo: undefined,
    pipedFrom: undefined,
    joinedBy: undefined,
    context,
  };
}

/** What takes part in a pipe when a node is one of its stages: who reads from the left, who writes to the right. */
export interface Flow {
  readonly reader?: CommandDraft | undefined;
  readonly writers: readonly CommandDraft[];
}

/** What a node is in a pipe when it runs nothing. */
export const SILENT: Flow = { writers: [] };
/** Commands that leave standard input to the next one of their list. */
const NON_READERS: ReadonlySet<string> = new Set([
  'cd',
  'set',
  'export',
  'mkdir',
  'echo',
  'printf',
  'true',
  ':',
  'umask',
  'test',
  '[',
  'shift',
  'unset',
  'sleep',
]);

/** The commands of a list seen as one stage of a pipe. */
export function inOrder(flows: readonly Flow[]): Flow {
  if (flows.length < 2) return flows[0] ?? SILENT;
  const readers = flows.map((flow) => flow.reader).filter((reader) => reader !== undefined);
  const reader = readers.find((r) => r.name === undefined || !NON_READERS.has(r.name)) ?? readers[0];
  return { reader, writers: flows.flatMap((flow) => flow.writers) };
}

/** Links the stages of a pipe, left to right; gives the pipe itself as a stage. */
export function linkPipe(flows: readonly Flow[]): Flow {
  for (const [i, { reader }] of flows.entries()) {
    const before = flows[i - 1];
    if (!reader || !before) continue;
    for (const writer of before.writers) writer.pipesTo = reader;
    const last = before.writers.at(-1);
    if (last) reader.pipedFrom = last;
  }
  return { reader: flows[0]?.reader, writers: flows.at(-1)?.writers ?? [] };
}
