import { PACKAGE_VERIFICATION } from '../../knowledge/package-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/conda-ssl-verify-off',
  title: 'conda that accepts any certificate',
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
      title: 'conda: ssl_verify',
      url: 'https://docs.conda.io/projects/conda/en/stable/user-guide/configuration/settings.html#ssl-verify-ssl-verification',
    },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    off: '`{switch}` makes conda accept any certificate.',
  },
  visit: verificationVisitors(
    PACKAGE_VERIFICATION.conda,
    'Channels must have a certificate that conda trusts: set `ssl_verify` to the path of their authority.',
  ),
});
