import { kubernetesRule } from '../rule.ts';
import { settingEquivalents, settingMessages, settingReferences, settingVisitors } from '../shared/control-plane-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/kubelet-node-protection',
  title: 'Kubelet setting weakens the node',
  severity: 'low',
  confidence: 'high',
  category: 'host-access',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: settingEquivalents('kubelet'),
  references: settingReferences('kubelet', {
    title: 'KubeletConfiguration',
    url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
  }),
  messages: settingMessages('kubelet'),
  visit: settingVisitors('kubelet'),
});
