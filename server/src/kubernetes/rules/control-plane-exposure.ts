import { kubernetesRule } from '../rule.ts';
import { settingEquivalents, settingMessages, settingReferences, settingVisitors } from '../shared/control-plane-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/control-plane-exposure',
  title: 'Control plane serves more than it must',
  severity: 'low',
  confidence: 'high',
  category: 'network',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: settingEquivalents('exposure'),
  references: settingReferences('exposure', {
    title: 'System metrics',
    url: 'https://kubernetes.io/docs/concepts/cluster-administration/system-metrics/',
  }),
  messages: settingMessages('exposure'),
  visit: settingVisitors('exposure'),
});
