import { CLIENT_VERIFICATION } from '../../knowledge/client-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/kubernetes-client-insecure',
  title: 'Cluster client that accepts any certificate',
  severity: 'high',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'kubectl options', url: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_options/' },
    { title: 'MITRE T1557', url: 'https://attack.mitre.org/techniques/T1557/' },
  ],
  messages: {
    off: '`{switch}` makes the client send its credentials to any server.',
  },
  visit: verificationVisitors(
    CLIENT_VERIFICATION.kubernetes,
    'The server must have a certificate that the client trusts: give its authority with `--certificate-authority`.',
  ),
});
