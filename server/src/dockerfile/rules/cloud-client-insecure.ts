import { CLIENT_VERIFICATION } from '../../knowledge/client-verification.ts';
import { verificationVisitors } from '../downloads/verification.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/cloud-client-insecure',
  title: 'Cloud client that accepts any certificate',
  severity: 'high',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    {
      title: 'AWS CLI: command line options',
      url: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-options.html',
    },
    { title: 'MITRE T1557', url: 'https://attack.mitre.org/techniques/T1557/' },
  ],
  messages: {
    off: '`{switch}` makes the client send its credentials to any server.',
  },
  visit: verificationVisitors(
    CLIENT_VERIFICATION.cloud,
    'The endpoint must have a certificate that the client trusts: name its authority, for example in `AWS_CA_BUNDLE`.',
  ),
});
