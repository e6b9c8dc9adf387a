import type { FixOffer } from '../../core/finding.ts';
import { shareIndex, systemUpdate, usesIndex } from '../../knowledge/system-updates.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { removeCommand, removeInstruction } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** The first command behind an update, in the RUNs behind its own, that uses what it fetched. */
function nextUser(
  run: RunInstruction,
  name: string,
): { readonly run: RunInstruction; readonly command: ShellCommand } | undefined {
  const behind = (run.stage?.all('RUN') ?? []).filter(({ syntax }) => syntax.index > run.syntax.index);
  for (const other of behind) {
    const command = other.script.commands.find(
      (one) => shareIndex(one.name ?? '', name) && (usesIndex(one) || systemUpdate(one)),
    );
    if (command) return systemUpdate(command)?.does === 'index' ? undefined : { run: other, command };
  }
  return undefined;
}

/** Moves the update in front of the installation that needs it. */
function fix(file: Dockerfile, run: RunInstruction, update: ShellCommand): FixOffer {
  const { start, end } = update.span;
  const text = file.syntax.text.slice(start, end);
  const title = `Move \`${update.name} update\` to the RUN that installs`;
  if (run.onbuild || run.form !== 'shell') return { title, refused: 'the update does not stand in a plain RUN' };
  const user = nextUser(run, update.name ?? '');
  if (!user) return { title, refused: 'no later RUN of the stage installs something' };
  const { command, run: other } = user;
  const { commands } = other.script;
  const isAlternative = [command, commands[commands.indexOf(command) + 1]].some((one) => one?.joinedBy === '||');
  if (other.form === 'exec' || command.context !== 'run' || command.pipedFrom || isAlternative || text.includes('\n'))
    return { title, refused: 'the two commands cannot be joined by `&&`' };
  const onlyOne = run.script.commands.length === 1;
  const removed = onlyOne ? removeInstruction(file.syntax, run.syntax) : removeCommand(file.syntax, run, update);
  const at = command.span.start;
  return offer({ title, safety: 'safe' }, [removed, [{ span: { start: at, end: at }, text: `${text} && ` }]], [run, other]);
}

export default dockerfileRule({
  id: 'dockerfile/update-alone',
  title: 'Package index updated in a layer of its own',
  severity: 'low',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'DS-0017',
        relation: 'narrower',
        note: 'an update of all packages (`yum update`, `zypper up`) is no update of the index',
        aliases: ['AVD-DS-0017', 'DS017', 'no-orphan-package-update', 'docker-no-orphan-package-update'],
      },
    ],
    checkov: [{ id: 'CKV_DOCKER_5', relation: 'equal', aliases: ['UpdateNotAlone'] }],
    kics: [
      {
        id: 'Update Instruction Alone',
        relation: 'related',
        aliases: ['9bae49be-0aa3-4de5-bab2-4c3a069e40cd', 'update_instruction_alone'],
      },
    ],
    dockle: [{ id: 'CIS-DI-0007', relation: 'narrower', note: 'the Dockerfile is read, not the history of the image' }],
  },
  references: [
    { title: 'Docker: Building best practices, apt-get', url: 'https://docs.docker.com/build/building/best-practices/#apt-get' },
    { title: 'CIS Docker 4.7', url: 'https://www.cisecurity.org/benchmark/docker' },
  ],
  messages: {
    alone: '`{command}` stands in a RUN that installs nothing: its layer is cached, and later installations use an old index.',
  },
  visit: {
    instruction: {
      RUN(context, run, file) {
        const { commands } = run.script;
        for (const [n, command] of commands.entries()) {
          const found = systemUpdate(command);
          if (found?.does !== 'index') continue;
          if (commands.slice(n + 1).some((one) => usesIndex(one) && shareIndex(one.name ?? '', command.name ?? ''))) continue;
          context.report({
            at: { span: found.word.span, route: run.at.route },
            message: 'alone',
            data: { command: `${command.name} ${found.word.text}` },
            fixes: () => [fix(file, run, command)],
          });
        }
      },
    },
  },
});
