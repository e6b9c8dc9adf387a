import { type ComponentSetting, FALSE, LOOPBACK } from './setting.ts';

/** Flags and defaults: https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/ and KubeSchedulerConfiguration v1 (v1.34). */
export const KUBE_SCHEDULER: readonly ComponentSetting[] = [
  {
    topic: 'exposure',
    flag: 'profiling',
    field: ['enableProfiling'],
    expected: FALSE,
    severity: 'low',
    unset: 'info',
    unsetField: 'info',
    cis: '1.4.1',
    why: 'its profiles tell about its work and can be asked for to slow it down',
    checks: { trivy: 'KCV-0040', checkov: 'CKV_K8S_114', kics: 'Profiling not set to false', kubescape: 'C-0151' },
  },
  {
    topic: 'exposure',
    flag: 'bind-address',
    expected: LOOPBACK,
    severity: 'medium',
    unset: 'low',
    cis: '1.4.2',
    why: 'its metrics and health pages are served to the network',
    checks: { trivy: 'KCV-0041', checkov: 'CKV_K8S_115', kics: 'Bind address not properly set', kubescape: 'C-0152' },
  },
];
