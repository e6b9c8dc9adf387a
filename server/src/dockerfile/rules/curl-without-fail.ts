import { hasFlag } from '../../shell/query.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { mayHoldOptions } from '../commands/option-variables.ts';
import { savedFileOf } from '../downloads/downloads.ts';
import { insertShellWord } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';

/** Options that take a value, so that their letters are not taken for `-f`; `-w` shows the status, `-K` brings options of its own. */
const VALUE_FLAGS = [...'AbcCdDeEFhHmoPQrtTuUxXyYz'].map((letter) => `-${letter}`);
const ENOUGH = ['-f', '--fail', '--fail-with-body', '-w', '--write-out', '-I', '--head', '-K', '--config', '-V', '--version'];

/** Whether the answer of a server is used as if it were the file. */
function usesAnswer(command: ShellCommand): boolean {
  return command.pipesTo !== undefined || command.context === 'substitution' || savedFileOf(command) !== undefined;
}

export default dockerfileRule({
  id: 'dockerfile/curl-without-fail',
  title: 'curl that takes an error page for the file',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {},
  references: [{ title: 'curl: --fail', url: 'https://curl.se/docs/manpage.html#-f' }],
  messages: {
    fail: '`curl` without `-f` succeeds with the error page of the server.',
  },
  visit: {
    command(context, command, run) {
      const { word, name } = command;
      if (name !== 'curl' || !word || !usesAnswer(command) || mayHoldOptions(command)) return;
      if (hasFlag(command, ENOUGH, VALUE_FLAGS)) return;
      context.report({
        at: { span: word.span, route: run.at.route },
        message: 'fail',
        fixes: () => [
          offer(
            { title: 'Add `-f`', safety: 'hardening', caution: 'The build stops when the server answers with an error.' },
            [insertShellWord(run, word, '-f')],
            [run],
          ),
        ],
      });
    },
  },
});
