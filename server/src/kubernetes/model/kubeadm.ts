import { dynamic, known } from '../../core/value.ts';
import type { Component } from '../../knowledge/control-plane/setting.ts';
import type { YamlMap, YamlScalar } from '../../yaml/node.ts';
import type { ControlPlaneProgram, Setting } from './control-plane.ts';
import { atNode, type Mapping } from './mapping.ts';
import type { KubernetesObject } from './model.ts';
import { resolveScalar } from './scalar.ts';

interface ArgumentPlace {
  readonly component: Component;
  readonly path: readonly string[];
}

/** Where kubeadm takes flags from (https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/). */
const ARGUMENTS: Readonly<Record<string, readonly ArgumentPlace[]>> = {
  ClusterConfiguration: [
    { component: 'kube-apiserver', path: ['apiServer', 'extraArgs'] },
    { component: 'kube-controller-manager', path: ['controllerManager', 'extraArgs'] },
    { component: 'kube-scheduler', path: ['scheduler', 'extraArgs'] },
    { component: 'etcd', path: ['etcd', 'local', 'extraArgs'] },
  ],
  InitConfiguration: [{ component: 'kubelet', path: ['nodeRegistration', 'kubeletExtraArgs'] }],
  JoinConfiguration: [{ component: 'kubelet', path: ['nodeRegistration', 'kubeletExtraArgs'] }],
};

/**
 * The components that a configuration of kubeadm gives flags to. What it does not give is `dynamic`: kubeadm sets flags of its
 * own, which differ by version.
 */
export function kubeadmPrograms(object: KubernetesObject): readonly ControlPlaneProgram[] {
  if (!(object.group ?? 'kubeadm.k8s.io').endsWith('kubeadm.k8s.io') || !Object.hasOwn(ARGUMENTS, object.kind)) return [];
  return (ARGUMENTS[object.kind] ?? []).flatMap(({ component, path }) => {
    const parent = path.slice(0, -1).reduce((mapping, key) => mapping.mapping(key), object.fields);
    const given = givenArguments(parent, path.at(-1) ?? '');
    const notHere: Setting = { value: dynamic('', object.at) };
    if (given.size === 0) return [];
    const { at } = object.fields.string('kind');
    const flag = (name: string): Setting => given.get(name) ?? notHere;
    return [{ object, component, at, flags: undefined, fields: undefined, flag, field: () => notHere }];
  });
}

/** Flags by name: a mapping until v1beta3, a list of `name` and `value` since. */
function givenArguments(parent: Mapping, key: string): ReadonlyMap<string, Setting> {
  const field = parent.field(key);
  if (field.kind !== 'known') return new Map();
  const node = field.value;
  if (node.kind === 'map') {
    return new Map(node.pairs.flatMap((pair) => (pair.value.kind === 'scalar' ? [[pair.key, read(node, pair.key)]] : [])));
  }
  if (node.kind !== 'seq') return new Map();
  return new Map(
    node.items.flatMap((item): [string, Setting][] => {
      const name = item.kind === 'map' ? item.get('name')?.value : undefined;
      return item.kind === 'map' && name?.kind === 'scalar' ? [[name.text, read(item, 'value')]] : [];
    }),
  );
}

function read(map: YamlMap, key: string): Setting {
  const pair = map.get(key);
  if (pair?.value.kind !== 'scalar') return { value: dynamic('', atNode(map)) };
  const at = atNode(pair.value, pair);
  if (pair.value.template !== undefined) return { value: dynamic(pair.value.template, at) };
  return { value: known(textOf(pair.value), at), ...(!pair.via && { entry: { map, key } }) };
}

function textOf(scalar: YamlScalar): string {
  const resolved = resolveScalar(scalar);
  return resolved.type === 'boolean' ? String(resolved.value) : scalar.text;
}
