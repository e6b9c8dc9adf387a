import { encryptionResources } from '../model/encryption-configuration.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/encryption-configuration-plain',
  title: 'Encryption at rest that writes plain text',
  severity: 'medium',
  confidence: 'high',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    kics: [
      {
        id: 'Encryption provider not properly configured',
        relation: 'wider',
        note: 'also `identity` in front of another provider: the first one writes',
        aliases: ['10efce34-5af6-4d83-b414-9e096d5a06a9', 'encryption_provider_not_properly_configured'],
      },
    ],
  },
  references: [
    { title: 'Encrypting confidential data at rest', url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/' },
    { title: 'CWE-312', url: 'https://cwe.mitre.org/data/definitions/312.html' },
    { title: 'CIS Kubernetes 1.2.28' },
  ],
  messages: {
    plain: '`identity` is the first provider, so `{resources}` are written to etcd in plain text.',
  },
  visit: {
    object(context, object) {
      for (const { resources, writer } of encryptionResources(object)) {
        if (writer?.name === 'identity')
          context.report({ at: writer.at, message: 'plain', data: { resources: resources.join(', ') || 'all resources' } });
      }
    },
  },
});
