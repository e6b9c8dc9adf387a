import { PACKAGE_VERIFICATION } from '../../knowledge/package-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/apt-force-yes',
  title: 'apt that goes on whatever it finds',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [{ id: 'CKV2_DOCKER_11', relation: 'equal', aliases: ['RunAptGetForceYes'] }],
  },
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'CWE-347', url: 'https://cwe.mitre.org/data/definitions/347.html' },
    { title: 'apt-get(8)', url: 'https://manpages.debian.org/stable/apt/apt-get.8.en.html' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    off: '`{switch}` makes `apt` install unsigned packages and break others without asking.',
  },
  visit: verificationVisitors(
    PACKAGE_VERIFICATION.aptForceYes,
    'What was forced before now fails: packages without a signature, downgrades, held packages.',
  ),
});
