import type { At, Value } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import type { YamlMap } from '../../yaml/node.ts';
import { atNode, type List, Mapping } from './mapping.ts';
import type { Entry, KubernetesObject } from './model.ts';

/** A Service (Service v1 in the API reference). */
export interface NetworkService {
  readonly object: KubernetesObject;
  readonly spec: Mapping;
  /** `ClusterIP` when it is not said. */
  readonly type: Value<string>;
  readonly externalIPs: List<Value<string>>;
  readonly externalName: Value<string>;
  readonly sourceRanges: List<Value<string>>;
}

/** One host of an Ingress's rules. */
export interface IngressRule {
  readonly node: YamlMap;
  readonly host: Value<string>;
  readonly at: At;
}

/** An Ingress (Ingress v1 networking.k8s.io). */
export interface Ingress {
  readonly object: KubernetesObject;
  readonly spec: Mapping;
  readonly annotations: readonly Entry[];
  readonly rules: List<IngressRule>;
  /** Hosts of `tls`; a TLS entry without hosts covers all. */
  readonly tls: List<readonly string[]>;
}

/** What a network policy lets in or out: one item of `from` or `to`, or none at all. */
export interface AllowedTraffic {
  readonly direction: 'ingress' | 'egress';
  /** The rule, or the peer in it. */
  readonly at: At;
  readonly node: YamlMap;
  /** *any*: no peers are named; *all-pods*: every namespace; *world*: every address; otherwise a selection. */
  readonly reach: 'any' | 'all-pods' | 'world' | 'some';
}

const INGRESS_GROUPS = new Set<string | undefined>([undefined, '', 'extensions', 'networking.k8s.io']);

/** The Service that an object is; a Knative Service is none. */
export function serviceOf(object: KubernetesObject): NetworkService | undefined {
  if (object.kind !== 'Service' || (object.group ?? '') !== '') return undefined;
  const spec = object.fields.mapping('spec');
  return {
    object,
    spec,
    type: spec.string('type'),
    externalIPs: spec.strings('externalIPs'),
    externalName: spec.string('externalName'),
    sourceRanges: spec.strings('loadBalancerSourceRanges'),
  };
}

/** The Ingress that an object is. */
export function ingressOf(object: KubernetesObject): Ingress | undefined {
  if (object.kind !== 'Ingress' || !INGRESS_GROUPS.has(object.group)) return undefined;
  const spec = object.fields.mapping('spec');
  return {
    object,
    spec,
    annotations: object.metadata.annotations,
    rules: spec.list('rules', (node) => {
      const host = fieldsOf(object, node).string('host');
      return { node, host, at: host.kind === 'known' ? host.at : keyOf(node, 'http') };
    }),
    tls: spec.list('tls', (node) =>
      fieldsOf(object, node)
        .strings('hosts')
        .items.flatMap((item) => valueOf(item) ?? []),
    ),
  };
}

/** What a NetworkPolicy allows; empty for other objects (https://kubernetes.io/docs/concepts/services-networking/network-policies/). */
export function allowedTraffic(object: KubernetesObject): readonly AllowedTraffic[] {
  const spec = networkPolicySpec(object);
  if (!spec) return [];
  const inward = spec.list('ingress', (node) => peersIn(object, node, 'ingress', 'from'));
  const outward = spec.list('egress', (node) => peersIn(object, node, 'egress', 'to'));
  return [...inward.items.flat(), ...outward.items.flat()];
}

/** The `spec` of a NetworkPolicy. */
export function networkPolicySpec(object: KubernetesObject): Mapping | undefined {
  return object.kind === 'NetworkPolicy' && INGRESS_GROUPS.has(object.group) ? object.fields.mapping('spec') : undefined;
}

/**
 * What one item of `ingress` or `egress` allows. `strict`: all addresses with exceptions are all the same, and so is a peer that
 * says nothing.
 */
export function peersIn(
  object: KubernetesObject,
  node: YamlMap,
  direction: 'ingress' | 'egress',
  key: 'from' | 'to',
  strict = false,
): readonly AllowedTraffic[] {
  const fields = fieldsOf(object, node);
  const peers = fields.list(
    key,
    (peer): AllowedTraffic => ({ direction, node: peer, ...reachOf(fieldsOf(object, peer), peer, strict) }),
  );
  if (peers.value.kind === 'known' && peers.value.value.items.length > 0) return peers.items;
  const isAny = peers.value.kind === 'absent' || (peers.value.kind === 'known' && !peers.open);
  return [{ direction, node, at: keyOf(node, 'ports'), reach: isAny ? 'any' : 'some' }];
}

const WORLD = new Set(['0.0.0.0/0', '::/0']);

function reachOf(peer: Mapping, node: YamlMap, strict: boolean): Pick<AllowedTraffic, 'at' | 'reach'> {
  const block = peer.mapping('ipBlock');
  const cidr = block.string('cidr');
  const except = block.strings('except');
  const isWhole = strict || (except.items.length === 0 && !except.open);
  if (cidr.kind === 'known' && WORLD.has(cidr.value) && isWhole) return { at: cidr.at, reach: 'world' };
  if (strict && peer.keys.length === 0 && !node.open) return { at: atNode(node), reach: 'any' };
  const namespaces = peer.mapping('namespaceSelector');
  const pods = peer.mapping('podSelector');
  const isAll = selectsAll(namespaces) && (selectsAll(pods) || pods.value.kind === 'absent');
  return { at: keyOf(node, 'namespaceSelector'), reach: isAll ? 'all-pods' : 'some' };
}

function selectsAll(selector: Mapping): boolean {
  return selector.node !== undefined && selector.keys.length === 0 && !selector.node.open;
}

/** The key of a mapping that stands for it: the wanted one, else the first; the mapping where it is empty. */
function keyOf(node: YamlMap, wanted: string): At {
  const pair = node.get(wanted) ?? node.pairs[0];
  return pair ? { span: pair.keyNode.span, route: pair.value.route, ...(pair.via && { via: pair.via }) } : atNode(node);
}

function fieldsOf(object: KubernetesObject, node: YamlMap): Mapping {
  return Mapping.of(node, { at: object.at, partial: false });
}
