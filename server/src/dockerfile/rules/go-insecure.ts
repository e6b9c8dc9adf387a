import { PACKAGE_VERIFICATION } from '../../knowledge/package-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/go-insecure',
  title: 'Go modules fetched without verification',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'Go modules: authenticating modules', url: 'https://go.dev/ref/mod#authenticating' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    off: '`{switch}` makes Go take modules without checking where they come from or what they are.',
  },
  visit: verificationVisitors(
    PACKAGE_VERIFICATION.go,
    'Modules must come over HTTPS and agree with the checksum database: name only private ones in `GOPRIVATE`.',
  ),
});
