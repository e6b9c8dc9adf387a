import { absent, type Value } from '../../core/value.ts';
import { baseImageOf } from '../images/base-image.ts';
import type { Instruction } from '../model/model.ts';
import { isRootUser } from './root-user.ts';

/**
 * The user that an instruction of a stage runs as: the last USER before it, else the one its parent stage ends with. Absent when
 * none is written. (https://docs.docker.com/reference/dockerfile/#user)
 */
export function userAt(instruction: Instruction): Value<string> {
  const { stage } = instruction;
  const before = stage?.all('USER').findLast(({ syntax }) => syntax.index < instruction.syntax.index);
  return before?.user ?? stage?.parent?.user ?? absent(instruction.at);
}

/** Whether an instruction certainly runs as root: a USER says so, or none is written and the base image is known to. */
export function runsAsRoot(instruction: Instruction): boolean {
  const user = userAt(instruction);
  if (user.kind === 'known') return isRootUser(user.value.replace(/:.*$/, ''));
  const { stage } = instruction;
  return user.kind === 'absent' && stage !== undefined && baseImageOf(stage).facts?.defaultUserIsRoot === true;
}
