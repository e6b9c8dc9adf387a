import { kubernetesRule } from '../rule.ts';
import { settingEquivalents, settingMessages, settingReferences, settingVisitors } from '../shared/control-plane-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/control-plane-audit',
  title: 'API server without a complete audit log',
  severity: 'low',
  confidence: 'high',
  category: 'access-control',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: settingEquivalents('audit'),
  references: settingReferences('audit', {
    title: 'Auditing',
    url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/',
  }),
  messages: settingMessages('audit'),
  visit: settingVisitors('audit'),
});
