import { SSH_SERVER_LOGINS } from '../../knowledge/ssh-server.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/ssh-root-login',
  title: 'SSH server that lets root in',
  severity: 'high',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'sshd_config(5)', url: 'https://man.openbsd.org/sshd_config#PermitRootLogin' },
    { title: 'MITRE T1110', url: 'https://attack.mitre.org/techniques/T1110/' },
  ],
  messages: {
    off: '`{switch}` opens the SSH server to whoever guesses a password.',
  },
  visit: verificationVisitors(SSH_SERVER_LOGINS, 'Logins as root, or without a password, are refused.'),
});
