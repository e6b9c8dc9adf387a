import type { FixOffer } from '../../core/finding.ts';
import { span } from '../../core/span.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { isRootUser } from '../accounts/root-user.ts';
import { userAt } from '../accounts/user-at.ts';
import { addFlag, dropCommand, type EditResult, removeInstruction } from '../edit.ts';
import { absolutePath, laterRemovals, runsAfter, workdirAt } from '../files/credential-traces.ts';
import type { Dockerfile, RunInstruction } from '../model/model.ts';
import { withoutRemoval } from './mount-instead.ts';
import { offer } from './words.ts';

/** A command that writes a credential into a layer. */
export interface WritingCommand {
  readonly run: RunInstruction;
  readonly command: ShellCommand;
  /** What it writes, as the script or the tool's documentation spells it. */
  readonly path: string;
  /** Whether a command writes to the same file. */
  readonly writes: (command: ShellCommand) => boolean;
  /** Whether a command needs the file. */
  readonly needs: (command: ShellCommand) => boolean;
}

const ID = /[^\w.-]/g;
/** Names of files; the others that credentials are kept in may be folders. */
const FILE = /.\.\w+$|(?:rc|cfg|config|credentials|token)$|^id_\w+$|^\.env/;
const CHANGES: ReadonlySet<string> = new Set(['chmod', 'chown', 'chgrp', 'mv', 'ln']);

/**
 * Drops the commands that write a credential, and mounts the file as a secret where others need it.
 *
 *     RUN aws configure set aws_secret_access_key "$KEY" && aws s3 cp s3://x /x
 *   → RUN --mount=type=secret,id=credentials,target=/root/.aws/credentials,required=true aws s3 cp s3://x /x
 */
export function mountInsteadOfWrite(file: Dockerfile, written: WritingCommand): FixOffer {
  const { run, path, writes, needs } = written;
  const needing = (one: RunInstruction): readonly ShellCommand[] =>
    one.script.commands.filter((command) => !writes(command) && needs(command));
  const users = [run, ...runsAfter(run, file.stages)].filter((one) => needing(one).length > 0);
  const title = users.length > 0 ? `Mount \`${path}\` as a build secret` : `Do not write \`${path}\``;
  if (run.onbuild) return { title, refused: 'the RUN is part of an ONBUILD' };
  if (users.flatMap(needing).some(({ name }) => CHANGES.has(name ?? '')))
    return { title, refused: 'another command changes the file, which a secret mount does not allow' };
  const place = placeOf(run, path);
  const removals = place === undefined ? [] : laterRemovals(run, place);
  const results = [withoutWriting(file, written), ...removals.map((removal) => withoutRemoval(file, removal))];
  const touched = [run, ...removals.map((removal) => removal.run), ...users];
  if (users.length === 0) {
    const caution = 'Whatever needs the file has to get it when the container starts, from a secret or a mount.';
    return offer({ title, safety: 'hardening', caution }, results, touched);
  }
  if (run.stage?.windows) return { title, refused: 'Windows containers have no secret mounts' };
  if (place === undefined) return { title, refused: 'where the file lies depends on the user or on variables' };
  const base = place.slice(place.lastIndexOf('/') + 1);
  if (!FILE.test(base)) return { title, refused: 'it may be a folder, and a secret mount holds one file' };
  const id = base.replace(/^[._]+/, '').replace(ID, '-');
  const mount = `--mount=type=secret,id=${id},target=${place},required=true`;
  const caution = `Needs BuildKit; write the file outside the image and pass it with \`docker build --secret id=${id},src=…\`. Only root can read it unless \`uid=\` is added.`;
  const mounts = users.map((user) => addFlag(user.syntax, mount));
  return offer({ title, safety: 'hardening', caution }, [...results, ...mounts], touched);
}

/** Removes a command; the whole RUN when nothing of it is left. */
export function withoutCommand(file: Dockerfile, run: RunInstruction, command: ShellCommand): EditResult {
  const isOnly = run.script.commands.length === 1;
  return isOnly ? removeInstruction(file.syntax, run.syntax) : dropCommand(file.syntax, run, command);
}

/** Removes all commands that write to the file: one, or neighbours. */
function withoutWriting(file: Dockerfile, { run, command, writes }: WritingCommand): EditResult {
  const { commands } = run.script;
  const group = commands.filter((one) => one === command || writes(one));
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last || group.length === 1) return withoutCommand(file, run, command);
  if (group.length === commands.length) return removeInstruction(file.syntax, run.syntax);
  const isOneChain = commands.indexOf(last) - commands.indexOf(first) === group.length - 1;
  if (!isOneChain || group.some((one, n) => (n > 0 && one.joinedBy !== '&&') || one.pipesTo || one.pipedFrom))
    return 'several commands write to it';
  return dropCommand(file.syntax, run, { ...first, span: span(first.span.start, last.span.end) });
}

/** Where a file of a script lies; `~` is root's home where nobody else is the user. */
function placeOf(run: RunInstruction, path: string): string | undefined {
  const user = userAt(run);
  const isRoot = user.kind === 'absent' || (user.kind === 'known' && isRootUser(user.value));
  const home = path.replace(/^["']?(?:~|\$HOME|\$\{HOME\})(?=\/)/, isRoot ? '/root' : '~');
  return /^[\w./@-]+$/.test(home) ? absolutePath(home, workdirAt(run)) : undefined;
}
