import { code, type Description, described, isAt } from '../../core/description.ts';
import type { Span } from '../../core/span.ts';
import { needsOf } from '../../knowledge/program-needs.ts';
import type { ShellCommand } from '../../shell/script.ts';
import type { Dockerfile, Instruction } from '../model/model.ts';
import { userOfInstruction, userOfStage } from './user-in-words.ts';

/** What the program under the cursor needs, and whether it has that here; undefined where there is nothing to say. */
export function describeCommand(
  file: Dockerfile,
  instruction: Instruction,
  commands: readonly ShellCommand[],
  offset: number,
): Description | undefined {
  for (const command of commands) {
    const found = programAt(command, offset);
    const needs = found && needsOf(found.name);
    if (!found || !needs) continue;
    const lines = [needs.what, ...(needs.root ? [whetherRoot(file, instruction, found.underSudo)] : [])];
    return described(found.span, code(found.name), lines);
  }
  return undefined;
}

interface Program {
  readonly name: string;
  readonly span: Span;
  readonly underSudo: boolean;
}

/** The program's word, or a wrapper's in front of it. */
function programAt({ name, word, wrappers }: ShellCommand, offset: number): Program | undefined {
  const wrapper = wrappers.findIndex(({ span }) => isAt(span, offset));
  const found = wrappers[wrapper];
  if (found) return { name: found.name, span: found.span, underSudo: wrappers.slice(0, wrapper).some(isSudo) };
  if (name === undefined || !word || !isAt(word.span, offset)) return undefined;
  return { name, span: word.span, underSudo: wrappers.some(isSudo) };
}

function isSudo({ name }: { readonly name: string }): boolean {
  return name === 'sudo';
}

function whetherRoot(file: Dockerfile, instruction: Instruction, underSudo: boolean): string {
  if (underSudo) return 'Here `sudo` makes it root, if the user may.';
  const isStart = instruction.keyword !== 'RUN';
  const { stage } = instruction;
  const user = isStart && stage ? userOfStage(file, stage) : userOfInstruction(file, instruction);
  if (user.isRoot === undefined) return `Here it runs as ${user.name}: ${user.from}.`;
  return user.isRoot
    ? `Here it runs as root: ${user.from}.`
    : `Here it runs as ${user.name} and **fails**, unless that user was allowed to: ${user.from}.`;
}
