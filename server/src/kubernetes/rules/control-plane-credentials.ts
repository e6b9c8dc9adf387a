import { kubernetesRule } from '../rule.ts';
import { settingEquivalents, settingMessages, settingReferences, settingVisitors } from '../shared/control-plane-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/control-plane-credentials',
  title: 'Control plane keeps credentials less safe than it could',
  severity: 'low',
  confidence: 'high',
  category: 'secrets',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: settingEquivalents('credentials'),
  references: settingReferences('credentials', {
    title: 'Encrypting confidential data at rest',
    url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/',
  }),
  messages: settingMessages('credentials'),
  visit: settingVisitors('credentials'),
});
