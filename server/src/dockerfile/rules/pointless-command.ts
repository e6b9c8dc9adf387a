import { dropCommand } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';

/** What the commands do, which makes no sense while an image is built: nobody looks on, and no process outlives its RUN. */
const POINTLESS: Readonly<Record<string, 'interactive' | 'process'>> = {
  ...Object.fromEntries(['vim', 'vi', 'nano', 'top', 'htop', 'less', 'more'].map((name) => [name, 'interactive'] as const)),
  ...Object.fromEntries(
    ['shutdown', 'reboot', 'service', 'systemctl', 'ps', 'free', 'kill', 'ifconfig'].map((name) => [name, 'process'] as const),
  ),
};
/** `systemctl enable` only writes links. */
const WRITES_ONLY: ReadonlySet<string> = new Set(['enable', 'disable', 'mask', 'unmask', 'preset', 'set-default', 'preset-all']);

export default dockerfileRule({
  id: 'dockerfile/pointless-command',
  title: 'Command without effect in a build',
  severity: 'low',
  confidence: 'medium',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [
      {
        id: 'DL3001',
        relation: 'narrower',
        note: 'not `ssh` and `mount`, which a build may need; a command must be all of its RUN',
      },
    ],
    kics: [
      {
        id: 'Run Utilities And POSIX Commands',
        relation: 'narrower',
        note: 'not `ssh` and `mount`, which a build may need; a command must be all of its RUN',
        aliases: ['9b6b0f38-92a2-41f9-b881-3a1083d99f1b', 'run_utilities_and_posix_commands'],
      },
    ],
    semgrep: [{ id: 'nonsensical-command', relation: 'narrower', note: 'a command must be all of its RUN' }],
  },
  references: [
    { title: 'Docker: Building best practices, RUN', url: 'https://docs.docker.com/build/building/best-practices/#run' },
  ],
  messages: {
    interactive: '`{command}` waits for a person, and nobody is there in a build.',
    process: '`{command}` has no effect on the image: no process is left when the RUN ends.',
  },
  visit: {
    command(context, command, run, file) {
      const { name = '', word, args } = command;
      const kind = Object.hasOwn(POINTLESS, name) ? POINTLESS[name] : undefined;
      if (!kind || !word || run.script.commands.length > 1) return;
      if (name === 'systemctl' && args.some(({ text }) => WRITES_ONLY.has(text))) return;
      context.report({
        at: { span: word.span, route: run.at.route },
        message: kind,
        data: { command: name },
        fixes: () => {
          const title = `Remove \`${name}\``;
          return [offer({ title, safety: 'safe' }, [dropCommand(file.syntax, run, command)], [run])];
        },
      });
    },
  },
});
