import type { ImageUser } from '../../knowledge/official-images.ts';
import { flagValue } from '../../shell/query.ts';
import { baseImageOf, lineage } from '../images/base-image.ts';
import type { Stage } from '../model/model.ts';

/**
 * The number of an account: the one that a RUN of the stage, or of those it is built `FROM`, gives it with `useradd -u`, else the one
 * it has in the base image. Undefined when neither is known.
 */
export function uidOf(stage: Stage, name: string): string | undefined {
  for (const one of lineage(stage)) {
    for (const run of one.all('RUN').toReversed()) {
      for (const command of run.script.commands) {
        const creates = command.name === 'useradd' || command.name === 'adduser' || command.name === 'usermod';
        if (!creates || !command.args.some(({ value }) => value === name)) continue;
        const uid = flagValue(command, ['-u', '--uid'])?.value;
        return uid !== undefined && /^\d+$/.test(uid) ? uid : undefined;
      }
    }
  }
  const uid = imageAccount(stage, name)?.uid;
  return uid === undefined || uid === null ? undefined : String(uid);
}

/** Whether an account is one of the base image whose number its makers do not fix, so that it can only be named. */
export function isOnlyNamed(stage: Stage, name: string): boolean {
  return imageAccount(stage, name)?.uid === null;
}

function imageAccount(stage: Stage, name: string): ImageUser | undefined {
  const { facts } = baseImageOf(stage);
  const users = facts ? [...(facts.nonRootUser ? [facts.nonRootUser] : []), ...facts.otherUsers] : [];
  return users.find((user) => user.name === name);
}
