import { DOWNLOAD_VERIFICATION } from '../../knowledge/download-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/git-ssl-no-verify',
  title: 'Git that accepts any certificate',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [{ id: 'CKV2_DOCKER_14', relation: 'equal', aliases: ['EnvGitSslNoVerify'] }],
  },
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    {
      title: 'git-config: http.sslVerify',
      url: 'https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpsslVerify',
    },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    off: '`{switch}` makes Git accept any certificate.',
  },
  visit: verificationVisitors(
    DOWNLOAD_VERIFICATION.git,
    'The build fails if the server has no certificate that the image trusts: install its authority, for example with `update-ca-certificates`.',
  ),
});
