import { unheededPipe } from '../commands/pipes.ts';
import { insertInstruction } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { baseImageOf } from '../images/base-image.ts';
import type { Dockerfile, RunInstruction, Stage } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { shellAt } from '../stages/stage-so-far.ts';

/** A shell that the distribution has and that knows the option. */
const SHELLS: Readonly<Record<string, readonly string[]>> = {
  alpine: ['/bin/ash', '-eo', 'pipefail', '-c'],
  debian: ['/bin/bash', '-o', 'pipefail', '-c'],
  rhel: ['/bin/bash', '-o', 'pipefail', '-c'],
  suse: ['/bin/bash', '-o', 'pipefail', '-c'],
  arch: ['/bin/bash', '-o', 'pipefail', '-c'],
};

function fix(file: Dockerfile, stage: Stage, run: RunInstruction) {
  const own = shellAt(run).instruction;
  const title = 'Set a SHELL with `pipefail`';
  const caution = 'Pipes that fail in front now stop the build, and what follows runs in this shell, CMD in shell form too.';
  if (run.onbuild) return { title, refused: 'it is a trigger of ONBUILD' };
  if (run.form === 'heredoc' && /^#!/.test(run.syntax.heredocs[0]?.content.text ?? ''))
    return { title, refused: 'the script chooses its own shell: write `set -o pipefail` in it' };
  if (
    own &&
    own.stage === stage &&
    /(?:^|\/)(?:bash|zsh|ash)$/.test(own.words[0]?.value ?? '') &&
    own.words.at(-1)?.value === '-c'
  ) {
    const at = own.words.at(-1)?.span.start ?? 0;
    return offer(
      { title, safety: 'hardening', caution },
      [[{ span: { start: at, end: at }, text: '"-o", "pipefail", ' }]],
      [own],
    );
  }
  const words = SHELLS[baseImageOf(stage).distribution?.family ?? ''];
  if (own || !words) return { title, refused: own ? 'a SHELL of its own is set' : 'it is not known which shells the image has' };
  const text = `SHELL [${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  return offer({ title, safety: 'hardening', caution }, [insertInstruction(file.syntax, { before: run.syntax }, text)], []);
}

export default dockerfileRule({
  id: 'dockerfile/pipefail-missing',
  title: 'Pipe whose first commands may fail unnoticed',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [
      {
        id: 'DL4006',
        relation: 'narrower',
        note: 'not behind `set -o pipefail`, into `grep -q`, or from `echo`, `printf`, `yes`',
      },
    ],
    kics: [
      {
        id: 'Shell Running A Pipe Without Pipefail Flag',
        relation: 'narrower',
        note: 'not behind `set -o pipefail`, into `grep -q`, or from `echo`, `printf`, `yes`',
        aliases: ['efbf148a-67e9-42d2-ac47-02fa1c0d0b22', 'shell_running_a_pipe_without_pipefail_flag'],
      },
    ],
    semgrep: [{ id: 'set-pipefail', relation: 'narrower', note: 'not into `grep -q`, or from `echo`, `printf`, `yes`' }],
  },
  references: [
    {
      title: 'Docker: Building best practices, using pipes',
      url: 'https://docs.docker.com/build/building/best-practices/#using-pipes',
    },
    { title: 'Dockerfile reference: SHELL', url: 'https://docs.docker.com/reference/dockerfile/#shell' },
    { title: 'CWE-252', url: 'https://cwe.mitre.org/data/definitions/252.html' },
  ],
  messages: {
    pipe: 'If `{command}` fails, the build goes on with what came through the pipe.',
  },
  visit: {
    instruction: {
      RUN(context, run, file) {
        const { stage } = run;
        const command = stage && unheededPipe(run);
        if (!stage || !command) return;
        context.report({
          at: { span: command.word?.span ?? command.span, route: run.at.route },
          message: 'pipe',
          data: { command: command.name ?? command.word?.text ?? 'it' },
          fixes: () => [fix(file, stage, run)],
        });
      },
    },
  },
});
