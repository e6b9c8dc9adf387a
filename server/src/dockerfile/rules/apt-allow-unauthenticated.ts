import { PACKAGE_VERIFICATION } from '../../knowledge/package-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/apt-allow-unauthenticated',
  title: 'apt that installs packages without a signature',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [
      {
        id: 'CKV2_DOCKER_8',
        relation: 'wider',
        note: 'also `-o` options, `[trusted=yes]` sources and apt.conf',
        aliases: ['RunAptAllowUnauthenticated'],
      },
    ],
  },
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'CWE-347', url: 'https://cwe.mitre.org/data/definitions/347.html' },
    { title: 'apt-secure(8)', url: 'https://manpages.debian.org/stable/apt/apt-secure.8.en.html' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    off: '`{switch}` makes `apt` take packages that nobody vouches for.',
  },
  visit: verificationVisitors(
    PACKAGE_VERIFICATION.apt,
    'Repositories without a valid signature are refused: give their key with `signed-by`.',
  ),
});
