import { kubernetesRule } from '../rule.ts';
import { settingEquivalents, settingMessages, settingReferences, settingVisitors } from '../shared/control-plane-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/control-plane-authorization',
  title: 'Control plane allows every request',
  severity: 'critical',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: settingEquivalents('authorization'),
  references: settingReferences('authorization', {
    title: 'Authorization',
    url: 'https://kubernetes.io/docs/reference/access-authn-authz/authorization/',
  }),
  messages: settingMessages('authorization'),
  visit: settingVisitors('authorization'),
});
