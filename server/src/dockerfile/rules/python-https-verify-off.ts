import { DOWNLOAD_VERIFICATION } from '../../knowledge/download-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/python-https-verify-off',
  title: 'Python that accepts any certificate',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [{ id: 'CKV2_DOCKER_5', relation: 'equal', aliases: ['EnvPythonHttpsVerify'] }],
  },
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'PEP 493', url: 'https://peps.python.org/pep-0493/' },
    { title: 'MITRE T1557', url: 'https://attack.mitre.org/techniques/T1557/' },
  ],
  messages: {
    off: '`{switch}` makes Python accept any certificate.',
  },
  visit: verificationVisitors(
    DOWNLOAD_VERIFICATION.python,
    'The build fails if the server has no certificate that the image trusts: install its authority, for example with `update-ca-certificates`.',
  ),
});
