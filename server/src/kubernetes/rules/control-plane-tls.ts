import { kubernetesRule } from '../rule.ts';
import { settingEquivalents, settingMessages, settingReferences, settingVisitors } from '../shared/control-plane-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/control-plane-tls',
  title: 'Control plane connection without TLS or without check of the other side',
  severity: 'low',
  confidence: 'high',
  category: 'network',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: settingEquivalents('tls'),
  references: settingReferences('tls', {
    title: 'PKI certificates and requirements',
    url: 'https://kubernetes.io/docs/setup/best-practices/certificates/',
  }),
  messages: settingMessages('tls'),
  visit: settingVisitors('tls'),
});
