import { kubernetesRule } from '../rule.ts';
import { settingEquivalents, settingMessages, settingReferences, settingVisitors } from '../shared/control-plane-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/control-plane-access',
  title: 'Control plane lets in requests without proof of who sends them',
  severity: 'high',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: settingEquivalents('access'),
  references: settingReferences('access', {
    title: 'Controlling access to the Kubernetes API',
    url: 'https://kubernetes.io/docs/concepts/security/controlling-access/',
  }),
  messages: settingMessages('access'),
  visit: settingVisitors('access'),
});
