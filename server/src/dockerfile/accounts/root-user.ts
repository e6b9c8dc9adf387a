import type { UserInstruction } from '../model/model.ts';

/**
 * Whether a name or number means the superuser: `root`, `0`, and the administrator of Windows containers.
 * (https://docs.docker.com/reference/dockerfile/#user)
 */
export function isRootUser(user: string): boolean {
  return user === 'root' || /^0+$/.test(user) || /^containeradministrator$/i.test(user);
}

/** Whether a USER says that it is root; false for what only the build knows. */
export function setsRoot(instruction: UserInstruction): boolean {
  const { user } = instruction;
  return user.kind === 'known' && isRootUser(user.value);
}
