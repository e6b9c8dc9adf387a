import { DOWNLOAD_VERIFICATION } from '../../knowledge/download-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/ssh-host-key-check-off',
  title: 'SSH that accepts any host key',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'ssh_config(5): StrictHostKeyChecking', url: 'https://man.openbsd.org/ssh_config#StrictHostKeyChecking' },
    { title: 'MITRE T1557', url: 'https://attack.mitre.org/techniques/T1557/' },
  ],
  messages: {
    off: '`{switch}` makes SSH accept any host.',
  },
  visit: verificationVisitors(
    DOWNLOAD_VERIFICATION.ssh,
    'The host key must be known: write it to `known_hosts`, from a source that you trust.',
  ),
});
