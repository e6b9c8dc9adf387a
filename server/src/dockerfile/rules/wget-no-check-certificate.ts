import { DOWNLOAD_VERIFICATION } from '../../knowledge/download-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/wget-no-check-certificate',
  title: 'wget that accepts any certificate',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [{ id: 'CKV2_DOCKER_3', relation: 'equal', aliases: ['RunUnsafeWget'] }],
  },
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    {
      title: 'GNU Wget: HTTPS options',
      url: 'https://www.gnu.org/software/wget/manual/html_node/HTTPS-_0028SSL_002fTLS_0029-Options.html',
    },
    { title: 'MITRE T1557', url: 'https://attack.mitre.org/techniques/T1557/' },
  ],
  messages: {
    off: '`{switch}` makes `wget` accept any certificate.',
  },
  visit: verificationVisitors(
    DOWNLOAD_VERIFICATION.wget,
    'The build fails if the server has no certificate that the image trusts: install its authority, for example with `update-ca-certificates`.',
  ),
});
