import type { ShellCommand } from '../../shell/script.ts';
import { dropCommand, insertInstruction, replaceText } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { joinPath, workdirAt } from '../stages/stage-so-far.ts';

/** No place for a WORKDIR: kernel and runtime file systems. */
const SYSTEM = /^\/(?:proc|sys|dev|boot|run|initrd|lost\+found)(?:\/|$)/;

function fix(file: Dockerfile, run: RunInstruction, cd: ShellCommand) {
  const target = cd.args.length === 1 ? cd.args[0]?.value : undefined;
  const above = workdirAt(run);
  const base = target?.startsWith('/') ? '/' : above.kind === 'known' ? above.path : undefined;
  const path = target === undefined || base === undefined ? undefined : joinPath(base, target);
  const title = path === undefined ? 'Use WORKDIR' : `Use \`WORKDIR ${path}\``;
  if (path === undefined || !/^[\w./+@-]+$/.test(path)) return { title, refused: 'the directory is not known' };
  if (SYSTEM.test(path)) return { title, refused: `\`${path}\` is no place for a WORKDIR` };
  if (run.onbuild) return { title, refused: 'it is a trigger of ONBUILD' };
  const caution = `What follows runs in \`${path}\` too, and the container starts there.`;
  const words = { title, safety: 'hardening' as const, caution };
  if (run.script.commands.length > 1)
    return offer(
      words,
      [insertInstruction(file.syntax, { before: run.syntax }, `WORKDIR ${path}`), dropCommand(file.syntax, run, cd)],
      [run],
    );
  const { keywordSpan } = run.syntax;
  const written = file.syntax.text.slice(keywordSpan.start, keywordSpan.end);
  const keyword = written === written.toLowerCase() ? 'workdir' : 'WORKDIR';
  if (run.syntax.flags.length > 0 || run.form !== 'shell') return { title, refused: 'it does not stand in a plain RUN' };
  return offer(words, [[{ span: keywordSpan, text: keyword }], replaceText(run.syntax.args, path)], [run]);
}

export default dockerfileRule({
  id: 'dockerfile/cd-instead-of-workdir',
  title: '`cd` in place of WORKDIR',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3003', relation: 'narrower', note: 'only as the first or the last command of a RUN' }],
    trivy: [
      {
        id: 'DS-0013',
        relation: 'narrower',
        note: 'only as the first or the last command of a RUN',
        aliases: ['AVD-DS-0013', 'DS013', 'use-workdir-over-cd', 'docker-use-workdir-over-cd'],
      },
    ],
    kics: [
      {
        id: "RUN Instruction Using 'cd' Instead of WORKDIR",
        relation: 'narrower',
        note: 'only as the first or the last command of a RUN',
        aliases: ['f4a6bcd3-e231-4acf-993c-aa027be50d2e', 'run_command_cd_instead_of_workdir'],
      },
    ],
    semgrep: [{ id: 'use-workdir', relation: 'narrower', note: 'not in the middle of a RUN' }],
  },
  references: [
    { title: 'Docker: Building best practices, WORKDIR', url: 'https://docs.docker.com/build/building/best-practices/#workdir' },
    { title: 'Dockerfile reference: WORKDIR', url: 'https://docs.docker.com/reference/dockerfile/#workdir' },
  ],
  messages: {
    lost: '`cd` as the last command of a RUN has no effect: the next instruction starts in the old directory.',
    first: '`cd` at the start of a RUN is what WORKDIR is for.',
  },
  visit: {
    instruction: {
      RUN(context, run, file) {
        const { commands, interpreter } = run.script;
        const top = commands.filter(({ context: where }) => where === 'run');
        const [first] = top;
        const last = top.at(-1);
        const cd = last?.name === 'cd' ? last : first;
        if (run.form !== 'shell' || interpreter !== 'posix' || cd?.name !== 'cd' || !cd.word || cd.pipesTo || cd.pipedFrom)
          return;
        if (cd.joinedBy === '||') return;
        context.report({
          at: { span: cd.word.span, route: run.at.route },
          message: cd === last ? 'lost' : 'first',
          ...(cd === last && { severity: 'low' as const }),
          fixes: () => [fix(file, run, cd)],
        });
      },
    },
  },
});
