import { kubernetesRule } from '../rule.ts';
import { settingEquivalents, settingMessages, settingReferences, settingVisitors } from '../shared/control-plane-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/control-plane-default-weakened',
  title: 'Control plane setting that is worse than its default',
  severity: 'medium',
  confidence: 'high',
  category: 'access-control',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: settingEquivalents('defaults'),
  references: settingReferences('defaults', {
    title: 'Admission controllers that are on by default',
    url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#which-plugins-are-enabled-by-default',
  }),
  messages: settingMessages('defaults'),
  visit: settingVisitors('defaults'),
});
