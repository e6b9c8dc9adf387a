import { PACKAGE_VERIFICATION } from '../../knowledge/package-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/yum-sslverify-off',
  title: 'RPM repositories reached without a certificate check',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [
      {
        id: 'CKV2_DOCKER_15',
        relation: 'wider',
        note: 'also `install --setopt`, zypper and `.repo` files',
        aliases: ['RunYumConfigManagerSslVerify'],
      },
    ],
  },
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'dnf.conf(5): sslverify', url: 'https://dnf.readthedocs.io/en/latest/conf_ref.html' },
    { title: 'MITRE T1557', url: 'https://attack.mitre.org/techniques/T1557/' },
  ],
  messages: {
    off: '`{switch}` makes repositories reachable with any certificate.',
  },
  visit: verificationVisitors(
    PACKAGE_VERIFICATION.yumTls,
    'Repositories whose certificate the image does not trust fail: name their authority with `sslcacert=`.',
  ),
});
