import type { At, Value } from '../core/value.ts';
import { valueOf } from '../core/value.ts';
import { configMapOf, secretOf } from '../kubernetes/model/config-objects.ts';
import { Mapping } from '../kubernetes/model/mapping.ts';
import type { KubernetesObject } from '../kubernetes/model/model.ts';
import { bindingOf } from '../kubernetes/model/rbac.ts';
import type { BindingFacts, DocumentFacts, ObjectFacts, PodSecurityLabel, WorkloadFacts } from './facts.ts';
import { readBackends, readService } from './read-network.ts';
import { powersOf } from './read-powers.ts';
import { labelsOf, selectorOf, textOf, type Writable } from './read-values.ts';
import { readWorkload, unwrittenPods } from './read-workload.ts';

const PREFIX = 'pod-security.kubernetes.io/';
const MODES = ['enforce', 'audit', 'warn'] as const;
const CONTROLLERS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'DeploymentConfig', 'Rollout']);
const POLICIES = new Set(['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy']);

/** The objects that count: patches, which are completed by what stands elsewhere, do not. */
export function factsObjects(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
  return objects.filter(({ workloads }) => !workloads.some(({ partial }) => partial));
}

/** The facts of the objects of one document, in their order. */
export function readFacts(objects: readonly KubernetesObject[]): DocumentFacts {
  return { objects: objects.map(readObject) };
}

function readObject(object: KubernetesObject): ObjectFacts {
  const { kind, group, displayName, at, metadata } = object;
  const facts: Writable<ObjectFacts> = {
    kind,
    group,
    displayName,
    at,
    name: valueOf(object.name),
    namespace: textOf(object.namespace),
    labels: labelsOf(metadata.fields.mapping('labels')),
    workloads: podsOf(object),
  };
  const spec = object.fields.mapping('spec');
  const replicas = spec.integer('replicas');
  if (replicas.kind !== 'absent') facts.replicas = valueOf(replicas) ?? null;
  const service = readService(object);
  if (service) facts.service = service;
  const backends = readBackends(object);
  if (backends) facts.backends = backends;
  const config = configMapOf(object) ?? secretOf(object);
  if (config) facts.keys = keysOf(object);
  if (kind === 'NetworkPolicy' || kind === 'PodDisruptionBudget' || kind === 'ServiceMonitor') {
    const key = kind === 'NetworkPolicy' ? 'podSelector' : 'selector';
    facts.selectors = [selectorOf(spec.mapping(key), nameOf(object, key))];
    if (kind === 'NetworkPolicy') facts.directions = directionsOf(spec);
  }
  if (POLICIES.has(kind)) {
    const specs = object.fields.list('specs', (node) => Mapping.of(node, { at, partial: false }));
    facts.selectors = [spec, ...specs.items]
      .filter((one) => one.present)
      .map((one) => selectorOf(one.mapping('endpointSelector'), at));
  }
  if (kind === 'ServiceMonitor') {
    const namespaces = spec.mapping('namespaceSelector');
    if (valueOf(namespaces.boolean('any')) === true || namespaces.value.kind === 'dynamic') facts.watches = 'any';
    else if (namespaces.present) {
      const named = namespaces.strings('matchNames');
      const names = named.items.flatMap((item) => valueOf(item) ?? []);
      if (named.open) facts.watches = 'any';
      else if (names.length > 0) facts.watches = names;
    }
  }
  if (kind === 'PodDisruptionBudget') {
    const available = spec.intOrString('minAvailable');
    if (available.kind === 'known') facts.minAvailable = { value: available.value, at: available.at };
  }
  if (kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject') {
    const target = spec.mapping('scaleTargetRef');
    const name = target.string('name');
    const targetKind = target.string('kind');
    if (name.kind === 'known' && (targetKind.kind === 'known' || (targetKind.kind === 'absent' && kind === 'ScaledObject')))
      facts.scaleTarget = { kind: valueOf(targetKind) ?? 'Deployment', name: name.value, at: name.at };
    const least = valueOf(spec.integer(kind === 'ScaledObject' ? 'minReplicaCount' : 'minReplicas'));
    if (least !== undefined) facts.minReplicas = least;
  }
  if (kind === 'ServiceAccount') facts.automount = valueOf(object.fields.boolean('automountServiceAccountToken'));
  const grants = powersOf(object);
  if (grants) facts.grants = grants;
  const binding = readBinding(object);
  if (binding) facts.binding = binding;
  if (kind === 'Namespace') facts.podSecurity = podSecurityLabels(object);
  return facts;
}

/** The pods of an object; of one whose pod spec is not written yet the labels, which are what others select. */
function podsOf(object: KubernetesObject): readonly WorkloadFacts[] {
  const known = object.workloads.filter(({ certainty }) => certainty === 'known');
  if (known.length > 0 || !CONTROLLERS.has(object.kind)) return known.map(readWorkload);
  const spec = object.fields.mapping('spec');
  const template = spec.mapping('template').mapping('metadata').mapping('labels');
  const labels = template.present ? template : spec.mapping('selector').mapping('matchLabels');
  return labels.present ? [unwrittenPods(object.displayName, object.at, labelsOf(labels))] : [];
}

/** The place of a field's name, or of the object's where it has none. */
function nameOf(object: KubernetesObject, key: string): At {
  const pair = object.fields.mapping('spec').pair(key);
  return pair ? { span: pair.keyNode.span, route: pair.value.route } : object.at;
}

/** What a policy restricts: what it says, else ingress, and egress where it has rules for it (NetworkPolicySpec v1, `policyTypes`). */
function directionsOf(spec: Mapping): NonNullable<ObjectFacts['directions']> {
  const types = spec.strings('policyTypes');
  const named = types.items.flatMap((item) => valueOf(item)?.toLowerCase() ?? []);
  if (types.open) return { ingress: true, egress: true };
  if (named.length === 0) return { ingress: true, egress: spec.field('egress').kind !== 'absent' };
  return { ingress: named.includes('ingress'), egress: named.includes('egress') };
}

/** All keys, whether or not their values can be read. */
function keysOf(object: KubernetesObject): NonNullable<ObjectFacts['keys']> {
  const maps = ['data', 'stringData', 'binaryData'].map((key) => object.fields.mapping(key));
  return {
    names: maps.flatMap(({ keys }) => [...keys]),
    open: maps.some(({ value, node }) => node?.open === true || value.kind === 'dynamic' || value.kind === 'invalid'),
  };
}

function readBinding(object: KubernetesObject): BindingFacts | undefined {
  const binding = bindingOf(object);
  if (!binding) return undefined;
  const { roleKind, roleName } = binding;
  const own = textOf(object.namespace);
  const accounts = binding.subjects.items.flatMap((subject) => {
    const name = valueOf(subject.name);
    const written = valueOf(subject.namespace);
    const namespace = written ?? (subject.namespace.kind === 'absent' && !binding.isCluster ? own : undefined);
    if (valueOf(subject.kind) !== 'ServiceAccount' || name === undefined || namespace === undefined) return [];
    return [{ name, namespace, at: subject.at }];
  });
  const isKnown = roleKind.kind === 'known' && roleName.kind === 'known';
  return {
    isCluster: binding.isCluster,
    role: isKnown ? { kind: roleKind.value, name: roleName.value, at: roleName.at } : undefined,
    accounts,
  };
}

function podSecurityLabels(object: KubernetesObject): readonly PodSecurityLabel[] {
  const labels = new Map(object.metadata.labels.map((entry) => [entry.key, entry]));
  return MODES.flatMap((mode): PodSecurityLabel[] => {
    const level = labels.get(`${PREFIX}${mode}`)?.value;
    if (level?.kind !== 'known') return [];
    const version: Value<string> | undefined = labels.get(`${PREFIX}${mode}-version`)?.value;
    if (version?.kind === 'dynamic') return [];
    return [{ mode, level: level.value, at: level.at, version: version && valueOf(version) }];
  });
}
