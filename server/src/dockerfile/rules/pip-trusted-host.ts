import { PACKAGE_VERIFICATION } from '../../knowledge/package-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/pip-trusted-host',
  title: 'pip that accepts any certificate of a host',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [
      {
        id: 'CKV2_DOCKER_4',
        relation: 'wider',
        note: 'also `uv`, `poetry`, `pip config` and pip.conf',
        aliases: ['RunPipTrustedHost'],
      },
      { id: 'CKV2_DOCKER_16', relation: 'equal', aliases: ['EnvPipTrustedHost'] },
    ],
  },
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'pip: --trusted-host', url: 'https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    off: '`{switch}` makes the installer accept any certificate, and plain HTTP, of a host.',
  },
  visit: verificationVisitors(
    PACKAGE_VERIFICATION.pip,
    'The index must have a certificate that the image trusts: name its authority with `--cert`.',
  ),
});
