import { PACKAGE_VERIFICATION } from '../../knowledge/package-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/apk-allow-untrusted',
  title: 'apk that installs packages without a signature',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [{ id: 'CKV2_DOCKER_7', relation: 'equal', aliases: ['RunApkAllowUntrusted'] }],
  },
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'CWE-347', url: 'https://cwe.mitre.org/data/definitions/347.html' },
    { title: 'apk(8)', url: 'https://man.archlinux.org/man/apk.8.en' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    off: '`{switch}` makes `apk` install packages that nobody has signed.',
  },
  visit: verificationVisitors(
    PACKAGE_VERIFICATION.apk,
    'Packages without a signature of a known key are refused: put the key into `/etc/apk/keys`.',
  ),
});
