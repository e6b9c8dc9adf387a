import { DOWNLOAD_VERIFICATION } from '../../knowledge/download-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/curl-insecure',
  title: 'curl that accepts any certificate',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [{ id: 'CKV2_DOCKER_2', relation: 'equal', aliases: ['RunUnsafeCurl'] }],
  },
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'curl: SSL certificate verification', url: 'https://curl.se/docs/sslcerts.html' },
    { title: 'MITRE T1557', url: 'https://attack.mitre.org/techniques/T1557/' },
  ],
  messages: {
    off: '`{switch}` makes `curl` accept any certificate.',
  },
  visit: verificationVisitors(
    DOWNLOAD_VERIFICATION.curl,
    'The build fails if the server has no certificate that the image trusts: install its authority, for example with `update-ca-certificates`.',
  ),
});
