import { type ComponentSetting, LOOPBACK } from './setting.ts';

/** Flags and defaults: https://kubernetes.io/docs/reference/command-line-tools-reference/kube-proxy/ and KubeProxyConfiguration v1alpha1 (v1.34). */
export const KUBE_PROXY: readonly ComponentSetting[] = [
  {
    topic: 'exposure',
    flag: 'metrics-bind-address',
    field: ['metricsBindAddress'],
    expected: LOOPBACK,
    severity: 'medium',
    cis: '4.3.1',
    why: 'its metrics are served to the network without authentication',
    checks: { kubescape: 'C-0291' },
  },
];
