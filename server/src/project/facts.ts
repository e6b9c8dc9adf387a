import type { At } from '../core/value.ts';

/**
 * What one object of a manifest says that concerns other objects: plain data, small, without its tree. Offsets are the slice's. A text
 * that only run time knows is undefined; a namespace that is not written is the empty string.
 */
export interface ObjectFacts {
  readonly kind: string;
  readonly group: string | undefined;
  readonly displayName: string;
  readonly at: At;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly labels: Labels;
  readonly workloads: readonly WorkloadFacts[];
  /** Pods wanted, where it is said; null where only run time knows. */
  readonly replicas?: number | null;
  readonly service?: ServiceFacts;
  /** Services that an Ingress or a route of the Gateway API sends to. */
  readonly backends?: readonly BackendFacts[];
  /** Pods of a NetworkPolicy or a PodDisruptionBudget, Services of a ServiceMonitor; several for a policy with several `specs`. */
  readonly selectors?: readonly LabelSelector[];
  /** What a NetworkPolicy restricts. */
  readonly directions?: { readonly ingress: boolean; readonly egress: boolean };
  /** Namespaces that a ServiceMonitor looks in: any, or those named; its own when it is left out. */
  readonly watches?: 'any' | readonly string[];
  readonly scaleTarget?: ReferenceFacts;
  readonly minReplicas?: number;
  readonly minAvailable?: NumberFacts;
  /** Keys of a ConfigMap or Secret; `open` when something else may add to them. */
  readonly keys?: { readonly names: readonly string[]; readonly open: boolean };
  readonly grants?: RoleFacts;
  readonly binding?: BindingFacts;
  readonly podSecurity?: readonly PodSecurityLabel[];
  /** `automountServiceAccountToken` of a ServiceAccount. */
  readonly automount?: boolean | undefined;
}

/** Labels with their values, null for one that only run time knows. `open`: there may be more. */
export interface Labels {
  readonly values: Readonly<Record<string, string | null>>;
  readonly open: boolean;
}

/** One thing that labels must fulfil (LabelSelectorRequirement in the API reference). */
export interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
}

/** What labels have to be like; without requirements, and not `open`, everything is selected. */
export interface LabelSelector {
  readonly requirements: readonly Requirement[];
  /** Part of it is not known. */
  readonly open: boolean;
  readonly at: At;
}

/** The pods that an object makes. */
export interface WorkloadFacts {
  readonly displayName: string;
  readonly at: At;
  readonly labels: Labels;
  /** As written; undefined `name` where it is not known, the empty string where it is left out (then it is `default`). */
  readonly account: { readonly name: string | undefined; readonly at: At };
  /** `automountServiceAccountToken` of the pod; undefined where it is not said. */
  readonly automount: boolean | undefined;
  readonly ports: readonly PortFacts[];
  readonly portsOpen: boolean;
  readonly references: readonly KeyReference[];
  readonly images: readonly string[];
  /** On the node's own network, which no policy isolates. */
  readonly hostNetwork: boolean;
}

export interface PortFacts {
  readonly name: string | undefined;
  readonly number: number | undefined;
  readonly protocol: string | undefined;
}

/** A key of a ConfigMap or Secret that a container needs to start. */
export interface KeyReference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** Undefined for all keys at once. */
  readonly key: string | undefined;
  readonly container: string;
  readonly at: At;
}

export interface ServiceFacts {
  /** Undefined where it is not known. */
  readonly type: string | undefined;
  readonly typeAt: At;
  /** Left out for a Service without a selector: someone else makes its endpoints. */
  readonly selector?: LabelSelector;
  readonly ports: readonly ServicePort[];
}

export interface ServicePort {
  /** The empty string where it has none. */
  readonly name: string | undefined;
  readonly number: number | undefined;
  readonly target: number | string | undefined;
  readonly protocol: string | undefined;
  readonly at: At;
}

export interface BackendFacts {
  readonly service: string;
  /** Of a route that may reach into another namespace. */
  readonly namespace: string | undefined;
  readonly port: number | string | undefined;
  readonly at: At;
}

export interface ReferenceFacts {
  readonly kind: string;
  readonly name: string;
  readonly at: At;
}

export interface NumberFacts {
  readonly value: number | string;
  readonly at: At;
}

/** The dangerous permissions of a role. */
export interface RoleFacts {
  readonly powers: readonly { readonly id: PowerId; readonly can: string; readonly at: At }[];
  readonly open: boolean;
}
export type PowerId =
  | 'everything'
  | 'secrets'
  | 'workloads'
  | 'exec'
  | 'escalation'
  | 'bindings'
  | 'nodes'
  | 'webhooks'
  | 'credentials';

export interface BindingFacts {
  readonly isCluster: boolean;
  readonly role: ReferenceFacts | undefined;
  readonly accounts: readonly { readonly name: string; readonly namespace: string; readonly at: At }[];
}

/** One `pod-security.kubernetes.io/<mode>` label of a Namespace. */
export interface PodSecurityLabel {
  readonly mode: 'enforce' | 'audit' | 'warn';
  readonly level: string;
  readonly at: At;
  /** `latest`, `v1.30`; undefined where there is no version label. */
  readonly version: string | undefined;
}

/** The facts of one slice. */
export interface DocumentFacts {
  readonly objects: readonly ObjectFacts[];
}

/** The facts of one file: what the judgement of other files needs of it, and nothing else. */
export interface FileFacts {
  readonly uri: string;
  readonly documents: readonly { readonly base: number; readonly facts: DocumentFacts }[];
}

/** Facts without places, as text: what others are judged by has changed when it has. */
export function documentDigest({ objects }: DocumentFacts): string {
  return JSON.stringify(objects, (key, value) => (key === 'at' || key === 'typeAt' ? undefined : value));
}

/** What is judged together with a file. */
export interface UnitFacts {
  readonly beside: readonly FileFacts[];
  /** Files of the whole workspace with Namespaces, those of the nearest folder first. */
  readonly elsewhere: readonly FileFacts[];
}

/** The same facts at other places. */
export function movedFacts<T>(facts: T, move: (at: At) => At): T {
  if (typeof facts !== 'object' || facts === null) return facts;
  if ('span' in facts && 'route' in facts) return move(facts as unknown as At) as unknown as T;
  if (Array.isArray(facts)) return facts.map((item) => movedFacts(item, move)) as unknown as T;
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, movedFacts(value, move)])) as T;
}
