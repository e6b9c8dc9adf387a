import type { FixOffer } from '../../core/finding.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import { runsAsRoot } from '../accounts/user-at.ts';
import { removeShellWords } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** Options that change nothing for somebody who is root already. */
const WITHOUT_EFFECT = /^(?:-[EHnSk]+|--preserve-env(?:=.*)?|--set-home|--non-interactive|--stdin)$/;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** The word `sudo` of a command, and the options behind it. */
function sudoOf(
  command: ShellCommand,
): { readonly word: Pick<ShellWord, 'span'>; readonly options: readonly ShellWord[] } | undefined {
  const wrapper = command.wrappers.find(({ name }) => name === 'sudo');
  if (wrapper) return { word: wrapper, options: wrapper.args.filter(({ text }) => !ASSIGNMENT.test(text)) };
  return command.name === 'sudo' && command.word ? { word: command.word, options: command.args } : undefined;
}

function fix(file: Dockerfile, run: RunInstruction, { word, options }: NonNullable<ReturnType<typeof sudoOf>>): FixOffer {
  const title = 'Remove `sudo`';
  if (!runsAsRoot(run)) return { title, refused: 'this RUN may not run as root: put `USER root` in front of it' };
  const other = options.find(({ text }) => !WITHOUT_EFFECT.test(text));
  if (other) return { title, refused: `\`${other.text}\` says more than to run it as root` };
  const { text } = file.syntax;
  const sudo = { ...word, editable: /sudo$/.test(text.slice(word.span.start, word.span.end)) } as ShellWord;
  return offer({ title, safety: 'safe' }, [removeShellWords(file.syntax, run, [sudo, ...options])], [run]);
}

export default dockerfileRule({
  id: 'dockerfile/sudo-in-run',
  title: 'sudo in a RUN',
  severity: 'medium',
  confidence: 'high',
  category: 'privilege',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3004', relation: 'equal' }],
    trivy: [{ id: 'DS-0010', relation: 'equal', aliases: ['AVD-DS-0010', 'DS010', 'no-sudo-run', 'docker-no-sudo-run'] }],
    checkov: [{ id: 'CKV2_DOCKER_1', relation: 'equal', aliases: ['RunUsingSudo'] }],
    kics: [{ id: 'Run Using Sudo', relation: 'equal', aliases: ['8ada6e80-0ade-439e-b176-0b28f6bce35a', 'run_using_sudo'] }],
    semgrep: [{ id: 'no-sudo-in-dockerfile', relation: 'wider', note: 'also where it is not the first word of the RUN' }],
    dockle: [{ id: 'DKL-DI-0001', relation: 'equal' }],
  },
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'Docker: best practices, USER', url: 'https://docs.docker.com/build/building/best-practices/#user' },
    { title: 'MITRE T1548.003', url: 'https://attack.mitre.org/techniques/T1548/003/' },
  ],
  messages: {
    sudo: '`sudo` needs an image in which the user may become root.',
  },
  visit: {
    command(context, command, run, file) {
      const found = sudoOf(command);
      if (!found) return;
      const at = { span: found.word.span, route: run.at.route };
      context.report({ at, message: 'sudo', fixes: () => [fix(file, run, found)] });
    },
  },
});
