import { PACKAGE_VERIFICATION } from '../../knowledge/package-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/npm-strict-ssl-off',
  title: 'npm that accepts any certificate',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [
      { id: 'CKV2_DOCKER_12', relation: 'equal', aliases: ['EnvNpmConfigStrictSsl'] },
      { id: 'CKV2_DOCKER_13', relation: 'equal', aliases: ['RunNpmConfigSetStrictSsl'] },
    ],
  },
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'npm: strict-ssl', url: 'https://docs.npmjs.com/cli/using-npm/config#strict-ssl' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    off: '`{switch}` makes the package manager accept any certificate.',
  },
  visit: verificationVisitors(
    PACKAGE_VERIFICATION.npm,
    'The registry must have a certificate that Node.js trusts: name its authority with `cafile` or `NODE_EXTRA_CA_CERTS`.',
  ),
});
