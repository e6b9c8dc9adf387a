import { DOWNLOAD_VERIFICATION } from '../../knowledge/download-verification.ts';
import { unverifiedInPowerShell } from '../downloads/powershell-clients.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { removeShellSpan } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';

const CAUTION =
  'The build fails if the server has no certificate that the image trusts: install its authority, for example with `update-ca-certificates`.';
const visitors = verificationVisitors(DOWNLOAD_VERIFICATION.otherDownloads, CAUTION);

export default dockerfileRule({
  id: 'dockerfile/download-client-insecure',
  title: 'Download program that accepts any certificate',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    {
      title: 'OWASP Transport Layer Security Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
    },
    { title: 'MITRE T1557', url: 'https://attack.mitre.org/techniques/T1557/' },
  ],
  messages: {
    off: '`{switch}` makes the client accept any certificate.',
  },
  visit: {
    ...visitors,
    instruction: {
      ...visitors.instruction,
      RUN(context, run, file) {
        if (run.script.interpreter !== 'powershell') return;
        for (const { span, shown, removable } of unverifiedInPowerShell(run.script)) {
          const words = { title: `Remove \`${shown}\``, safety: 'hardening' as const, caution: CAUTION };
          const edit = () =>
            removable ? removeShellSpan(file.syntax, run, span) : 'the statement has to be written in another way';
          context.report({
            at: { span, route: run.at.route },
            message: 'off',
            data: { switch: shown },
            fixes: () => [offer(words, [edit()], [run])],
          });
        }
      },
    },
  },
});
