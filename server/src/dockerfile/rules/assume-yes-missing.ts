import { ASSUME_YES, promptOf } from '../../knowledge/package-prompts.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { mayHoldOptions } from '../commands/option-variables.ts';
import { insertShellWord } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { settingWritten } from '../stages/runs-so-far.ts';

/** Whether something else answers: a pipe, a redirected input, a setting that a RUN wrote before. */
function isAnswered(run: RunInstruction, command: ShellCommand): boolean {
  const fromPipe = command.pipedFrom !== undefined && !command.wrappers.some(({ name }) => name === 'xargs');
  const fromFile = command.redirects.some(({ operator }) => operator.startsWith('<'));
  return fromPipe || fromFile || settingWritten(run, ASSUME_YES);
}

export default dockerfileRule({
  id: 'dockerfile/assume-yes-missing',
  title: 'Package manager that asks a question in the build',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [
      { id: 'DL3014', relation: 'wider', note: '`apt` and `aptitude`, upgrades and removals, too' },
      { id: 'DL3030', relation: 'wider', note: 'updates and removals, too' },
      { id: 'DL3038', relation: 'wider', note: 'updates and removals, too' },
      { id: 'DL3034', relation: 'wider', note: '`zypper install -n` means `--name` and still asks' },
    ],
    trivy: [
      {
        id: 'DS-0021',
        relation: 'wider',
        note: '`apt` and `aptitude`, upgrades and removals, too',
        aliases: ['AVD-DS-0021', 'DS021', 'use-apt-auto-confirm', 'docker-use-apt-auto-confirm'],
      },
    ],
    kics: [
      {
        id: 'APT-GET Missing Flags To Avoid Manual Input',
        relation: 'wider',
        note: '`apt` and `aptitude`, upgrades and removals, too',
        aliases: ['77783205-c4ca-4f80-bb80-c777f267c547', 'apt_get_missing_flags_to_avoid_manual_input'],
      },
      {
        id: 'Yum Install Allows Manual Input',
        relation: 'wider',
        note: 'updates, removals and earlier stages, too',
        aliases: ['6e19193a-8753-436d-8a09-76dcff91bb03', 'yum_install_allows_manual_input'],
      },
      {
        id: 'Missing Flag From Dnf Install',
        relation: 'wider',
        note: 'updates, removals and earlier stages, too',
        aliases: ['7ebd323c-31b7-4e5b-b26f-de5e9e477af8', 'missing_flag_from_dnf_install'],
      },
      {
        id: 'Missing Zypper Non-interactive Switch',
        relation: 'wider',
        note: 'earlier stages, and `zypper install -n`, which means `--name`, too',
        aliases: ['45e1fca5-f90e-465d-825f-c2cb63fa3944', 'missing_zypper_non_interactive_switch'],
      },
    ],
    semgrep: [
      { id: 'missing-assume-yes-switch', relation: 'wider', note: '`apt` and `aptitude`, upgrades and removals, too' },
      { id: 'missing-yum-assume-yes-switch', relation: 'wider', note: 'updates and removals, too' },
      { id: 'missing-dnf-assume-yes-switch', relation: 'wider', note: 'updates and removals, too' },
      { id: 'missing-zypper-no-confirm-switch', relation: 'wider', note: 'updates and removals, too' },
    ],
  },
  references: [
    { title: 'apt-get(8), --assume-yes', url: 'https://manpages.debian.org/stable/apt/apt-get.8.en.html' },
    { title: 'Docker: Building best practices, apt-get', url: 'https://docs.docker.com/build/building/best-practices/#apt-get' },
  ],
  messages: {
    asks: '`{command}` without `{flag}` asks a question that nobody answers in a build.',
  },
  visit: {
    command(context, command, run) {
      const prompt = promptOf(command);
      if (!prompt || mayHoldOptions(command) || isAnswered(run, command)) return;
      const { subcommand, flag, behind } = prompt;
      context.report({
        at: { span: subcommand.span, route: run.at.route },
        message: 'asks',
        data: { command: `${command.name} ${subcommand.text}`, flag },
        fixes: () => [offer({ title: `Add \`${flag}\``, safety: 'safe' }, [insertShellWord(run, behind, flag)], [run])],
      });
    },
  },
});
