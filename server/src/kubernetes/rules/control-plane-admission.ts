import { kubernetesRule } from '../rule.ts';
import { settingEquivalents, settingMessages, settingReferences, settingVisitors } from '../shared/control-plane-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/control-plane-admission',
  title: 'Admission plugin off or missing',
  severity: 'low',
  confidence: 'high',
  category: 'access-control',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: settingEquivalents('admission'),
  references: settingReferences('admission', {
    title: 'Admission controllers',
    url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/',
  }),
  messages: settingMessages('admission'),
  visit: settingVisitors('admission'),
});
