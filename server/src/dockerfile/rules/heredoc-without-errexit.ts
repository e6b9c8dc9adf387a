import { span } from '../../core/span.ts';
import { setBefore, shellWordsOf, switchesOn } from '../commands/pipes.ts';
import { offer } from '../fixes/words.ts';
import type { RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** Inserts `set -e` as the first line of the script, behind its `#!`. */
function fix(run: RunInstruction, eol: string) {
  const title = 'Add `set -e` as the first line';
  const content = run.syntax.heredocs[0]?.content;
  if (!content || content.text === '') return { title, refused: 'the script is empty' };
  const first = content.text.indexOf('\n') + 1;
  const offset = content.text.startsWith('#!') ? first : 0;
  const indent = /^[ \t]*/.exec(content.text.slice(offset))?.[0] ?? '';
  const at = content.toSource(offset);
  const caution = 'Commands that fail now stop the build.';
  return offer({ title, safety: 'hardening', caution }, [[{ span: span(at, at), text: `${indent}set -e${eol}` }]], [run]);
}

export default dockerfileRule({
  id: 'dockerfile/heredoc-without-errexit',
  title: 'Heredoc that goes on after a failure',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Dockerfile reference: here-documents', url: 'https://docs.docker.com/reference/dockerfile/#here-documents' },
    { title: 'POSIX: set', url: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_26' },
    { title: 'CWE-252', url: 'https://cwe.mitre.org/data/definitions/252.html' },
  ],
  messages: {
    continues: 'A command of this script may fail without stopping the build: only the last one counts without `set -e`.',
  },
  visit: {
    instruction: {
      RUN(context, run, file) {
        const [heredoc] = run.syntax.heredocs;
        if (run.form !== 'heredoc' || !heredoc || run.interpreter !== 'posix') return;
        const { commands } = run.script;
        const second = commands.find(
          ({ context: where, joinedBy }) => where === 'run' && (joinedBy === '\n' || joinedBy === ';'),
        );
        if (!second || setBefore(run.script, 'e', 'errexit')) return;
        if (switchesOn(shellWordsOf(run), 'e', 'errexit')) return;
        const eol = file.syntax.text.includes('\r\n') ? '\r\n' : '\n';
        context.report({
          at: { span: heredoc.operator, route: run.at.route },
          message: 'continues',
          fixes: () => [fix(run, eol)],
        });
      },
    },
  },
});
