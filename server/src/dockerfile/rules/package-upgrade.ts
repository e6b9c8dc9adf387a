import { shareIndex, systemUpdate, usesIndex } from '../../knowledge/system-updates.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { removeCommand } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** Whether an update of the index in front of the upgrade serves nothing but that. */
function leavesIndexUnused(run: RunInstruction, upgrade: ShellCommand): boolean {
  const { commands } = run.script;
  const same = commands.filter((one) => one !== upgrade && shareIndex(one.name ?? '', upgrade.name ?? ''));
  const update = same.findLastIndex((one) => systemUpdate(one)?.does === 'index');
  return update >= 0 && !same.slice(update + 1).some(usesIndex);
}

export default dockerfileRule({
  id: 'dockerfile/package-upgrade',
  title: 'All packages upgraded during the build',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3035', relation: 'wider', note: 'the other package managers too, and `zypper update`' }],
    trivy: [
      {
        id: 'DS-0024',
        relation: 'wider',
        note: '`apt-get upgrade` and the other package managers too',
        aliases: ['AVD-DS-0024', 'DS024', 'no-dist-upgrade', 'docker-no-dist-upgrade'],
      },
    ],
    kics: [
      {
        id: 'Run Using Upgrade Commands',
        relation: 'wider',
        note: 'all package managers',
      },
      { id: 'Run Using dnf Update', relation: 'wider', note: 'all package managers' },
      { id: 'Yum Update Enabled', relation: 'wider', note: 'all package managers' },
      { id: 'Run Using Zypper Update', relation: 'wider', note: 'all package managers' },
      { id: 'Use of Apk Upgrade', relation: 'wider', note: 'all package managers' },
    ],
    semgrep: [
      { id: 'avoid-apt-get-upgrade', relation: 'wider', note: 'all package managers' },
      { id: 'avoid-apk-upgrade', relation: 'wider', note: 'all package managers' },
      { id: 'avoid-dnf-update', relation: 'wider', note: 'all package managers' },
      { id: 'avoid-yum-update', relation: 'wider', note: 'all package managers' },
      { id: 'avoid-zypper-update', relation: 'wider', note: 'all package managers' },
    ],
    dockle: [{ id: 'DKL-DI-0003', relation: 'narrower', note: 'the Dockerfile is read, not the history of the image' }],
  },
  references: [
    {
      title: 'Docker: Building best practices, rebuild your images often',
      url: 'https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often',
    },
    { title: 'CIS Docker 4.4', url: 'https://www.cisecurity.org/benchmark/docker' },
  ],
  messages: {
    upgrade: '`{command}` upgrades whatever there is to upgrade on the day of the build.',
  },
  visit: {
    command(context, command, run, file) {
      const found = systemUpdate(command);
      if (found?.does !== 'upgrade') return;
      const title = `Remove \`${command.name} ${found.word.text}\``;
      const caution = 'The packages of the base image stay as they are in it: use a newer one, and pull it with each build.';
      context.report({
        at: { span: found.word.span, route: run.at.route },
        message: 'upgrade',
        data: { command: `${command.name} ${found.word.text}` },
        fixes: () => {
          if (run.onbuild) return [{ title, refused: 'the RUN is part of an ONBUILD' }];
          if (leavesIndexUnused(run, command)) return [{ title, refused: 'the RUN installs nothing else: remove it as a whole' }];
          return [offer({ title, safety: 'hardening', caution }, [removeCommand(file.syntax, run, command)], [run])];
        },
      });
    },
  },
});
