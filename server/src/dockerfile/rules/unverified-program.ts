import { installedDownloads } from '../downloads/installed-downloads.ts';
import { putByCopy } from '../files/stage-files.ts';
import { verifySaved } from '../fixes/verify-download.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/unverified-program',
  title: 'Downloaded program without a check',
  severity: 'medium',
  confidence: 'medium',
  category: 'supply-chain',
  profile: 'strict',
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
    program: '`{file}` becomes a program of the image as `{tool}` has downloaded it, without a check of what it is.',
    package: '`{file}` is installed as `{tool}` has downloaded it: no signature of a file is checked.',
    unpacked: '`{file}` comes out of an archive that `{tool}` downloads, and runs without a check of what it is.',
  },
  visit: {
    instruction: {
      RUN(context, run, file) {
        const { route } = run.at;
        for (const { word, download, url, how } of installedDownloads(run.script)) {
          if (how === 'unpacked' && putByCopy(run, word.text)) continue;
          context.report({
            at: { span: word.span, route },
            message: how,
            data: { file: word.text, tool: download.name ?? '' },
            related: url ? [{ at: { span: url.span, route }, message: 'This is what is downloaded' }] : [],
            fixes: () => [verifySaved(file, run, download)],
          });
        }
      },
    },
  },
});
