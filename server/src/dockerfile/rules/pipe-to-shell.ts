import type { Span } from '../../core/span.ts';
import { executedDownloads } from '../downloads/executed-downloads.ts';
import { executedLater } from '../downloads/later-downloads.ts';
import { executedByPowerShell, fetchedCode } from '../downloads/powershell-downloads.ts';
import { TITLE_OF_CHECK, verifyDownload, verifySaved } from '../fixes/verify-download.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/pipe-to-shell',
  title: 'Download run without a check',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
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
        for (const found of executedDownloads(run.script)) {
          const { runner, download, url, how } = found;
          context.report({
            at: { span: runner.span, route },
            message: how,
            data: { runner: runner.text, tool: download.name ?? '' },
            confidence: how === 'piped' ? 'high' : 'medium',
            related: url ? [{ at: { span: url.span, route }, message: 'This is what is downloaded' }] : [],
            fixes: () => [verifyDownload(file, run, found)],
          });
        }
        const refusal = { title: TITLE_OF_CHECK, refused: 'it has to be saved, compared and run in statements of its own' };
        const expression = (span: Span, runner: string): void =>
          context.report({ at: { span, route }, message: 'expression', data: { runner }, fixes: () => [refusal] });
        for (const command of run.script.commands) {
          const code = fetchedCode(command);
          if (code) expression(code.span, command.name ?? '');
        }
        if (run.script.interpreter === 'posix') return;
        for (const span of executedByPowerShell(run.script)) expression(span, file.syntax.text.slice(span.start, span.end));
      },
    },
    stage(context, stage, file) {
      for (const { runner, run, download, downloadRun } of executedLater(stage)) {
        context.report({
          at: { span: runner.span, route: run.at.route },
          message: 'saved',
          data: { runner: runner.text, tool: download.name ?? '' },
          confidence: 'medium',
          related: [{ at: { span: download.span, route: downloadRun.at.route }, message: 'This downloads it' }],
          fixes: () => [verifySaved(file, downloadRun, download)],
        });
      }
    },
  },
});
