import { CLIENT_VERIFICATION } from '../../knowledge/client-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/registry-client-insecure',
  title: 'Registry reached without a certificate check',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    {
      title: 'containers-registries.conf(5)',
      url: 'https://github.com/containers/image/blob/main/docs/containers-registries.conf.5.md',
    },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    off: '`{switch}` makes the client take images from any server.',
  },
  visit: verificationVisitors(
    CLIENT_VERIFICATION.registry,
    'The registry must have a certificate that is trusted: put its authority into `/etc/containers/certs.d`.',
  ),
});
