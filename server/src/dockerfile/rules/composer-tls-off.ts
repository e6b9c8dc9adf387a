import { PACKAGE_VERIFICATION } from '../../knowledge/package-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/composer-tls-off',
  title: 'Composer without TLS',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'Composer: secure-http', url: 'https://getcomposer.org/doc/06-config.md#secure-http' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    off: '`{switch}` makes Composer download over connections that anyone can change.',
  },
  visit: verificationVisitors(
    PACKAGE_VERIFICATION.composer,
    'Repositories must be reachable over HTTPS with a certificate that PHP trusts.',
  ),
});
