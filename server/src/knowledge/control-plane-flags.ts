import { ETCD } from './control-plane/etcd.ts';
import { KUBE_APISERVER } from './control-plane/kube-apiserver.ts';
import { KUBE_APISERVER_DATA } from './control-plane/kube-apiserver-data.ts';
import { KUBE_CONTROLLER_MANAGER } from './control-plane/kube-controller-manager.ts';
import { KUBE_PROXY } from './control-plane/kube-proxy.ts';
import { KUBE_SCHEDULER } from './control-plane/kube-scheduler.ts';
import { KUBELET } from './control-plane/kubelet.ts';
import type { Component, ComponentSetting } from './control-plane/setting.ts';

/** A setting with the program that it belongs to. */
export interface ControlPlaneCheck extends ComponentSetting {
  readonly component: Component;
}

/** Every setting that is looked at; `cis` are sections of the CIS Kubernetes Benchmark v1.10. */
export const CONTROL_PLANE_CHECKS: readonly ControlPlaneCheck[] = [
  ...of('kube-apiserver', [...KUBE_APISERVER, ...KUBE_APISERVER_DATA]),
  ...of('etcd', ETCD),
  ...of('kubelet', KUBELET),
  ...of('kube-controller-manager', KUBE_CONTROLLER_MANAGER),
  ...of('kube-scheduler', KUBE_SCHEDULER),
  ...of('kube-proxy', KUBE_PROXY),
];

function of(component: Component, settings: readonly ComponentSetting[]): readonly ControlPlaneCheck[] {
  return settings.map((setting) => ({ ...setting, component }));
}
