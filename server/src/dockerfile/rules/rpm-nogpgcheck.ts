import { PACKAGE_VERIFICATION } from '../../knowledge/package-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/rpm-nogpgcheck',
  title: 'RPM packages installed without a signature check',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [
      {
        id: 'CKV2_DOCKER_9',
        relation: 'wider',
        note: 'also `--setopt`, `zypper`, `microdnf` and `.repo` files',
        aliases: ['RunYumNoGpgCheck'],
      },
      { id: 'CKV2_DOCKER_10', relation: 'wider', note: 'one rule for all RPM tools', aliases: ['RunRpmNoSignature'] },
    ],
  },
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'CWE-347', url: 'https://cwe.mitre.org/data/definitions/347.html' },
    { title: 'dnf.conf(5): gpgcheck', url: 'https://dnf.readthedocs.io/en/latest/conf_ref.html' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    off: '`{switch}` lets packages in that nobody has signed.',
  },
  visit: verificationVisitors(
    PACKAGE_VERIFICATION.rpm,
    'Packages without a signature of a known key are refused: import the key with `rpm --import` or `gpgkey=`.',
  ),
});
