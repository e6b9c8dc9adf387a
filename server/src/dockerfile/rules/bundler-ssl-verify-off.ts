import { PACKAGE_VERIFICATION } from '../../knowledge/package-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/bundler-ssl-verify-off',
  title: 'Bundler that accepts any certificate',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'Bundler: ssl_verify_mode', url: 'https://bundler.io/man/bundle-config.1.html' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    off: '`{switch}` makes Bundler or RubyGems accept any certificate.',
  },
  visit: verificationVisitors(
    PACKAGE_VERIFICATION.ruby,
    'The gem server must have a certificate that Ruby trusts: name its authority with `BUNDLE_SSL_CA_CERT`.',
  ),
});
