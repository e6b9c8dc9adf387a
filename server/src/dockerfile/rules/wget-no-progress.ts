import { hasFlag } from '../../shell/query.ts';
import { mayHoldOptions } from '../commands/option-variables.ts';
import { insertShellWord } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { baseImageOf } from '../images/base-image.ts';
import type { RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

const QUIET = [
  ...['-q', '--quiet', '-nv', '--no-verbose', '--progress', '-o', '--output-file', '-a', '--append-output', '-b', '--background'],
  ...['-V', '--version', '-h', '--help'],
];
const VALUE_FLAGS = [
  '-e',
  '-i',
  '-B',
  '-t',
  '-T',
  '-w',
  '-Q',
  '-P',
  '-U',
  '-l',
  '-A',
  '-R',
  '-D',
  '-I',
  '-X',
  '-O',
  '--header',
  '--user',
];

/** BusyBox knows `-q` but not `--progress`. */
function optionFor(run: RunInstruction): string {
  const family = run.stage && baseImageOf(run.stage).distribution?.family;
  return family === 'debian' || family === 'rhel' || family === 'suse' || family === 'arch' ? '--progress=dot:giga' : '-q';
}

export default dockerfileRule({
  id: 'dockerfile/wget-no-progress',
  title: 'wget that fills the log of the build',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3047', relation: 'equal' }],
  },
  references: [
    { title: 'GNU Wget: download options', url: 'https://www.gnu.org/software/wget/manual/html_node/Download-Options.html' },
  ],
  messages: {
    progress: '`wget` writes its progress bar to the log of the build, line by line.',
  },
  visit: {
    command(context, command, run) {
      const { word, name } = command;
      if (name !== 'wget' || !word || mayHoldOptions(command) || hasFlag(command, QUIET, VALUE_FLAGS)) return;
      const option = optionFor(run);
      context.report({
        at: { span: word.span, route: run.at.route },
        message: 'progress',
        fixes: () => [offer({ title: `Add \`${option}\``, safety: 'safe' }, [insertShellWord(run, word, option)], [run])],
      });
    },
  },
});
