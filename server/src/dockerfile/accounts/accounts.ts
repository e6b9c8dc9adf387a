import { flagValue, operands } from '../../shell/query.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { lineage } from '../images/base-image.ts';
import type { Stage } from '../model/model.ts';
import { isRootUser } from './root-user.ts';

/** Accounts that the RUNs of a stage, and of those it is built `FROM`, create. */
export interface CreatedAccounts {
  /** The last user that is not root, as USER may write it: a literal name, or the variable that holds it (`$APP_USER`). */
  readonly user: string | undefined;
  /** Names of users and groups that are taken by now. */
  readonly taken: ReadonlySet<string>;
}

/** Options that take a value: useradd(8), groupadd(8), Debian's adduser(8) and addgroup(8), and BusyBox's of the same names. */
const VALUE_FLAGS: Readonly<Record<string, readonly string[]>> = {
  useradd: [
    ...['-b', '-c', '-d', '-e', '-f', '-g', '-G', '-k', '-K', '-p', '-R', '-P', '-s', '-u', '-Z', '--base-dir', '--comment'],
    ...['--home-dir', '--home', '--expiredate', '--inactive', '--gid', '--groups', '--skel', '--key', '--password', '--root'],
    ...['--prefix', '--shell', '--uid', '--selinux-user'],
  ],
  adduser: [
    ...['-h', '-g', '-s', '-G', '-k', '-u', '--uid', '--gid', '--home', '--shell', '--ingroup', '--gecos', '--comment'],
    ...['--conf', '--firstuid', '--lastuid', '--firstgid', '--lastgid', '--add_extra_groups', '--add-extra-groups'],
  ],
  groupadd: ['-g', '-K', '-p', '-R', '-P', '--gid', '--key', '--password', '--root', '--prefix', '-U', '--users'],
  addgroup: ['-g', '--gid', '--conf', '--firstgid', '--lastgid'],
};
const USER_COMMANDS: ReadonlySet<string> = new Set(['useradd', 'adduser']);
const VARIABLE = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})$/;

/** Reads the account commands of a stage in the order in which they run. */
export function accountsCreatedIn(stage: Stage): CreatedAccounts {
  const taken = new Set<string>();
  let user: string | undefined;
  for (const one of lineage(stage).toReversed()) {
    for (const run of one.all('RUN')) {
      for (const command of run.script.commands) {
        const name = accountOf(command);
        if (name === undefined) continue;
        taken.add(name);
        if (USER_COMMANDS.has(command.name ?? '') && !isRootId(command) && isUsable(name, stage)) user = name;
      }
    }
  }
  return { user, taken };
}

function accountOf(command: ShellCommand): string | undefined {
  const { name } = command;
  if (name === undefined || !Object.hasOwn(VALUE_FLAGS, name)) return undefined;
  // `adduser USER GROUP` and `addgroup USER GROUP` change a user that exists.
  const [account, group] = operands(command, VALUE_FLAGS[name]);
  return account && !group ? account.text : undefined;
}

function isRootId(command: ShellCommand): boolean {
  return flagValue(command, ['-u', '--uid'], VALUE_FLAGS[command.name ?? ''])?.value === '0';
}

/** USER takes names, and variables of the Dockerfile but not of a shell. */
function isUsable(name: string, stage: Stage): boolean {
  const [, plain, braced] = VARIABLE.exec(name) ?? [];
  const variable = plain ?? braced;
  if (variable === undefined) return /^[A-Za-z_][\w.-]*\$?$/.test(name) && name !== 'root';
  const value = stage.scope.lookup(variable)?.value;
  return value?.kind === 'dynamic' || (value?.kind === 'known' && value.value !== '' && !isRootUser(value.value));
}
