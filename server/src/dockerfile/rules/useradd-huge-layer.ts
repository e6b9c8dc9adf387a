import { span } from '../../core/span.ts';
import { flagValue, hasFlag } from '../../shell/query.ts';
import type { EditResult } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';

const UID = ['-u', '--uid'];
/** Other options of useradd(8) that take a value. */
const VALUE_FLAGS = [
  ...[
    '-b',
    '-c',
    '-d',
    '-e',
    '-f',
    '-g',
    '-G',
    '-k',
    '-K',
    '-p',
    '-R',
    '-P',
    '-s',
    '-Z',
    '--base-dir',
    '--comment',
    '--home-dir',
    '--home',
  ],
  ...[
    '--expiredate',
    '--inactive',
    '--gid',
    '--groups',
    '--skel',
    '--key',
    '--password',
    '--root',
    '--prefix',
    '--shell',
    '--selinux-user',
  ],
];
const LARGE = 100_000;

export default dockerfileRule({
  id: 'dockerfile/useradd-huge-layer',
  title: '`useradd` that writes a huge log file',
  severity: 'low',
  confidence: 'high',
  category: 'resources',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: { hadolint: [{ id: 'DL3046', relation: 'equal' }] },
  references: [
    { title: 'useradd(8)', url: 'https://man7.org/linux/man-pages/man8/useradd.8.html' },
    { title: 'Docker: Building best practices, USER', url: 'https://docs.docker.com/build/building/best-practices/#user' },
  ],
  messages: {
    log: 'With user id `{uid}` and without `--no-log-init`, `useradd` writes a log file of many megabytes, or gigabytes.',
  },
  visit: {
    command(context, command, run) {
      if (command.name !== 'useradd' || !command.word || hasFlag(command, ['-l', '--no-log-init'], [...UID, ...VALUE_FLAGS]))
        return;
      const uid = flagValue(command, UID, VALUE_FLAGS);
      if (!uid || uid.value === undefined || !/^\d+$/.test(uid.value) || Number(uid.value) < LARGE) return;
      const { word } = command;
      context.report({
        at: { span: uid.span, route: run.at.route },
        message: 'log',
        data: { uid: uid.value },
        fixes: () => {
          const title = 'Add `--no-log-init`';
          const { end } = word.span;
          const inJson = run.form === 'exec' && run.argv?.some(({ text }) => text.toSource(0) === word.span.start);
          const result: EditResult =
            !word.editable || word.raw !== word.text
              ? 'the command is quoted'
              : inJson
                ? 'the RUN has JSON form'
                : [{ span: span(end, end), text: ' --no-log-init' }];
          return [offer({ title, safety: 'safe' }, [result], [run])];
        },
      });
    },
  },
});
