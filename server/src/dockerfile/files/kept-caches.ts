import type { FixOffer } from '../../core/finding.ts';
import { type PackageCache, takesDirectory } from '../../knowledge/package-caches.ts';
import { flagValue, hasFlag, operands } from '../../shell/query.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import { clientCommand } from '../commands/client-command.ts';
import { setBefore, shellWordsOf, switchesOn } from '../commands/pipes.ts';
import { appendToRun } from '../edit.ts';
import { type FixWords, offer } from '../fixes/words.ts';
import type { Dockerfile, RunInstruction } from '../model/model.ts';

/** A command that leaves something in the layer. */
export interface CacheFiller {
  readonly command: ShellCommand;
  /** The sub-command, else the program: `install` of `dnf install`. */
  readonly word: ShellWord;
}

/** Whether what a RUN leaves behind is in an image that somebody pulls. ONBUILD is for such an image. */
function reachesImage(run: RunInstruction): boolean {
  return run.onbuild !== undefined || run.stage?.ships !== false;
}

/**
 * The commands of a RUN that leave a cache in the image: no mount is over it, and no later command of the RUN empties it.
 * (https://docs.docker.com/build/cache/optimize/#use-cache-mounts)
 */
export function keptCaches(run: RunInstruction, cache: PackageCache): readonly CacheFiller[] {
  const { commands } = run.script;
  if (!commands.some(({ name }) => name !== undefined) || !reachesImage(run)) return [];
  return commands.flatMap((command, n) => {
    const client = clientCommand(command);
    if (!cache.programs.test(client.name ?? '') || !client.word) return [];
    const words = operands(client, cache.valueFlags);
    const end = client.args.findIndex(({ text }) => text === '--');
    if (end >= 0 && words[0] && client.args.indexOf(words[0]) > end) return [];
    if (
      !cache.fills.test(asText(words)) ||
      hasFlag(client, ['--help', '--version', '-h', ...(cache.prints ?? [])], cache.valueFlags)
    )
      return [];
    const directories = directoriesOf(run, client, cache);
    if (!directories || isMounted(run, directories)) return [];
    const isEmptied = commands.some((later, m) => m > n && (empties(later, cache) || removes(commands, m, directories)));
    return isEmptied ? [] : [{ command, word: words[0] ?? client.word }];
  });
}

function asText(words: readonly ShellWord[]): string {
  return words
    .map(({ text }) => text)
    .join(' ')
    .trim();
}

/** Where the cache is; undefined when only the build knows. */
function directoriesOf(run: RunInstruction, client: ShellCommand, cache: PackageCache): readonly string[] | undefined {
  if (!cache.elsewhere) return cache.directories;
  const { flags, variable } = cache.elsewhere;
  const flag = flagValue(client, flags, cache.valueFlags);
  const assigned = client.assignments.find(({ name }) => name === variable)?.value;
  const written = flag ?? assigned;
  const inherited = run.scope.lookup(variable)?.value;
  if (written ? written.value === undefined : inherited?.kind === 'dynamic') return undefined;
  const folder = written ? written.value : inherited?.kind === 'known' ? inherited.value : undefined;
  return folder ? [folder] : cache.directories;
}

/** Whether a mount keeps what is written there out of the layer; one whose target only the build knows may. */
function isMounted(run: RunInstruction, directories: readonly string[]): boolean {
  return run.mounts.some(({ target }) => {
    if (target.kind === 'dynamic') return true;
    return target.kind === 'known' && directories.some((directory) => takesDirectory(target.value, directory));
  });
}

function empties(command: ShellCommand, cache: PackageCache): boolean {
  const client = clientCommand(command);
  return cache.empties.test(`${client.name} ${asText(operands(client, cache.valueFlags))}`);
}

/** Whether the command at an index removes one of the directories: `rm -rf`, `find … -delete`, paths relative to a `cd` before it. */
function removes(commands: readonly ShellCommand[], index: number, directories: readonly string[]): boolean {
  const command = commands[index];
  const isFind = command?.name === 'find' && command.args.some(({ text }) => /^-(?:delete|exec)$/.test(text));
  if (!command || (command.name !== 'rm' && !isFind)) return false;
  const cd = commands.slice(0, index).findLast(({ name }) => name === 'cd')?.args[0]?.value;
  const paths = command.args.flatMap(({ text }) => (cd !== undefined && !/^[/~$]/.test(text) ? [`${cd}/${text}`] : [text]));
  return paths.some((path) => directories.some((directory) => takesDirectory(path, directory)));
}

/** Offers to run a command at the end of the RUN. */
export function cleanAfter(
  file: Dockerfile,
  run: RunInstruction,
  { command }: CacheFiller,
  clean: string,
  words: Omit<FixWords, 'title'>,
): FixOffer {
  const title = `Add \`${clean}\``;
  const { commands, problems } = run.script;
  if (problems.length > 0) return { title, refused: 'the script has a syntax error' };
  // A new last line would hide the failure of the one before it.
  if (run.form === 'heredoc' && !setBefore(run.script, 'e', 'errexit') && !switchesOn(shellWordsOf(run), 'e', 'errexit'))
    return { title, refused: 'without `set -e` the script would no longer fail when its last line does' };
  if (command.wrappers.some(({ name }) => name === 'sudo' || name === 'doas'))
    return { title, refused: 'the command runs with the rights of another user' };
  const next = commands[commands.indexOf(command) + 1];
  const isAlternative = command.joinedBy === '||' || next?.joinedBy === '||';
  if (isAlternative || command.context === 'condition' || command.context === 'function')
    return { title, refused: 'the command does not run in every build' };
  if (commands.at(-1)?.name === 'exit') return { title, refused: 'the RUN ends with `exit`' };
  return offer({ title, ...words }, [appendToRun(file.syntax, run, clean)], [run]);
}
