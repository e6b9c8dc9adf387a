import { commandsNamed } from '../../shell/query.ts';
import type { Stage } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** The first call of a program in a stage. */
function firstCall(stage: Stage, program: string) {
  for (const run of stage.all('RUN')) {
    const word = commandsNamed(run.script, program)[0]?.word;
    if (word) return { program, at: { span: word.span, route: run.at.route } };
  }
  return undefined;
}

export default dockerfileRule({
  id: 'dockerfile/wget-and-curl-both',
  title: 'Both wget and curl',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    hadolint: [{ id: 'DL4001', relation: 'equal' }],
    trivy: [
      {
        id: 'DS-0014',
        relation: 'equal',
        aliases: ['AVD-DS-0014', 'DS014', 'standardise-remote-get', 'docker-standardise-remote-get'],
      },
    ],
    kics: [
      {
        id: "Run Using 'wget' and 'curl'",
        relation: 'equal',
        aliases: ['fc775e75-fcfb-4c98-b2f2-910c5858b359', 'run_using_wget_and_curl'],
      },
    ],
    semgrep: [{ id: 'use-either-wget-or-curl', relation: 'equal' }],
  },
  references: [{ title: 'Docker: best practices', url: 'https://docs.docker.com/build/building/best-practices/' }],
  messages: {
    both: 'The stage downloads with `{other}` already: `{program}` is one more program to keep up to date.',
  },
  visit: {
    stage(context, stage) {
      const calls = [firstCall(stage, 'wget'), firstCall(stage, 'curl')].filter((call) => call !== undefined);
      const [first, second] = calls.sort((a, b) => a.at.span.start - b.at.span.start);
      if (!first || !second) return;
      context.report({
        at: second.at,
        message: 'both',
        data: { program: second.program, other: first.program },
        related: [{ at: first.at, message: `\`${first.program}\` is used here` }],
      });
    },
  },
});
