import { executedDownloads } from '../executed-downloads.ts';
import { executedByPowerShell } from '../powershell-downloads.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/pipe-to-shell',
  title: 'Download run without a check',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'CWE-494', url: 'https://cwe.mitre.org/data/definitions/494.html' },
    {
      title: 'OpenSSF Scorecard: Pinned-Dependencies',
      url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
    },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    piped: '`{runner}` runs what `{tool}` downloads, whatever that is on the day of the build.',
    saved: '`{runner}` runs the file that `{tool}` has downloaded, without a check of what it is.',
    expression: '`{runner}` runs what the statement downloads, whatever that is on the day of the build.',
  },
  visit: {
    instruction: {
      RUN(context, run, file) {
        const { route } = run.at;
        for (const { runner, download, url, how } of executedDownloads(run.script)) {
          context.report({
            at: { span: runner.span, route },
            message: how,
            data: { runner: runner.text, tool: download.name ?? '' },
            confidence: how === 'piped' ? 'high' : 'medium',
            related: url ? [{ at: { span: url.span, route }, message: 'This is what is downloaded' }] : [],
          });
        }
        if (run.script.interpreter === 'posix') return;
        for (const span of executedByPowerShell(run.script)) {
          const runner = file.syntax.text.slice(span.start, span.end);
          context.report({ at: { span, route }, message: 'expression', data: { runner } });
        }
      },
    },
  },
});
