import { operands } from '../../shell/query.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { dropCommand, insertInstruction } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

const VALUE_FLAGS = ['-t', '--target-directory', '-S', '--suffix'];

function fix(file: Dockerfile, run: RunInstruction, ln: ShellCommand) {
  const shell = operands(ln, VALUE_FLAGS)[0]?.value;
  const path = shell?.startsWith('/') ? shell : undefined;
  const text = `SHELL [${JSON.stringify(path ?? '/bin/bash')}, "-c"]`;
  const title = `Use \`${text}\``;
  if (path === undefined || !/^[\w./-]+$/.test(path)) return { title, refused: 'it is not known which shell it links' };
  if (run.onbuild) return { title, refused: 'it is a trigger of ONBUILD' };
  const isAll = run.form === 'shell' && run.script.commands.length === 1;
  const place = isAll ? { before: run.syntax } : { after: run.syntax };
  const caution = 'Scripts that start `/bin/sh` by its name get the shell of the image again.';
  return offer(
    { title, safety: 'hardening', caution },
    [insertInstruction(file.syntax, place, text), dropCommand(file.syntax, run, ln)],
    [run],
  );
}

export default dockerfileRule({
  id: 'dockerfile/sh-relinked',
  title: '`/bin/sh` replaced by another shell',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL4005', relation: 'equal' }],
    kics: [
      {
        id: 'Changing Default Shell Using RUN Command',
        relation: 'narrower',
        note: 'only links over `/bin/sh`: calling another shell by its name changes no default',
        aliases: ['8a301064-c291-4b20-adcb-403fe7fd95fd', 'changing_default_shell_using_run_command'],
      },
    ],
    semgrep: [{ id: 'use-shell-instruction', relation: 'equal' }],
  },
  references: [{ title: 'Dockerfile reference: SHELL', url: 'https://docs.docker.com/reference/dockerfile/#shell' }],
  messages: {
    link: 'Another shell is linked over `/bin/sh`, which all scripts of the image use; SHELL sets the one for the Dockerfile.',
  },
  visit: {
    command(context, command, run, file) {
      if (command.name !== 'ln' || !command.word) return;
      const last = operands(command, VALUE_FLAGS).at(-1);
      if (last?.value !== '/bin/sh' || operands(command, VALUE_FLAGS).length < 2) return;
      context.report({ at: { span: last.span, route: run.at.route }, message: 'link', fixes: () => [fix(file, run, command)] });
    },
  },
});
