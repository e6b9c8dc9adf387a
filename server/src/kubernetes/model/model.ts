import type { ImageReference } from '../../core/image-reference.ts';
import type { At, Value } from '../../core/value.ts';
import type { YamlDocument, YamlMap } from '../../yaml/node.ts';
import type { List, Mapping } from './mapping.ts';

export type { Home, List } from './mapping.ts';
export { Mapping } from './mapping.ts';

/** One key and value of labels, annotations or a ConfigMap's data. */
export interface Entry {
  readonly key: string;
  readonly keyAt: At;
  readonly value: Value<string>;
}

/** `metadata` of an object or of a pod template (ObjectMeta in the API reference). */
export interface ObjectMeta {
  readonly fields: Mapping;
  /** `name`, or `generateName` where there is none. */
  readonly name: Value<string>;
  readonly namespace: Value<string>;
  readonly labels: readonly Entry[];
  readonly annotations: readonly Entry[];
}

/**
 * One API object of a document: the document's root, an item of a `List`, or an object of an OpenShift Template. `fields`
 * reads everything; typed views of other kinds (roles, services, policies) are built on it beside `workloads`.
 */
export interface KubernetesObject {
  readonly document: YamlDocument;
  readonly node: YamlMap;
  /** All objects of the document, this one included: more than one in a `List` or an OpenShift `Template`. */
  readonly beside: readonly KubernetesObject[];
  readonly fields: Mapping;
  readonly apiVersion: Value<string>;
  /** The part of `apiVersion` before the slash; empty for the core group; undefined when it is not known. */
  readonly group: string | undefined;
  /** Empty when it is dynamic. */
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly name: Value<string>;
  readonly namespace: Value<string>;
  /** `Deployment/api`. */
  readonly displayName: string;
  /** The name's value, or the kind's where there is none. */
  readonly at: At;
  /** What runs pods: one for most kinds, several for kinds with several pod templates, none for all others. */
  readonly workloads: readonly Workload[];
}

/** Where a container stands in the pod; a sidecar is an init container with `restartPolicy: Always`. */
export type ContainerRole = 'main' | 'init' | 'sidecar' | 'ephemeral';

/**
 * The pods that an object makes: its pod spec, wherever the kind has it. Order of `containers` is that of the Pod Security
 * admission controller: init, main, ephemeral.
 */
export interface Workload {
  readonly object: KubernetesObject;
  /** `Deployment/api`; with the template's name or key when the object has several. */
  readonly displayName: string;
  /** The object's token; when it has several templates, the template's name in their list or the key that it stands under. */
  readonly at: At;
  /** *guessed*: a kind we do not know, whose mapping looks like a pod spec. */
  readonly certainty: 'known' | 'guessed';
  /** A patch of an object that stands elsewhere: what is missing here is `dynamic`. */
  readonly partial: boolean;
  /** Metadata of the pods, not of the object, unless it is a Pod. */
  readonly metadata: ObjectMeta;
  /** The pod spec. */
  readonly spec: Mapping;
  readonly hostNetwork: Value<boolean>;
  readonly hostPID: Value<boolean>;
  readonly hostIPC: Value<boolean>;
  readonly hostUsers: Value<boolean>;
  readonly shareProcessNamespace: Value<boolean>;
  readonly automountServiceAccountToken: Value<boolean>;
  /** `serviceAccountName`, or its old name `serviceAccount`. */
  readonly serviceAccountName: Value<string>;
  readonly runtimeClassName: Value<string>;
  readonly dnsPolicy: Value<string>;
  readonly restartPolicy: Value<string>;
  /** `os.name`. */
  readonly osName: Value<string>;
  /** Whether `os.name` says `windows`: the only thing that exempts from rules about Linux fields. */
  readonly isWindows: boolean;
  readonly securityContext: PodSecurityContext;
  /** Of an Argo workflow those of its templates too; `value` is the pod spec's own list. */
  readonly volumes: List<Volume>;
  readonly hostAliases: List<Mapping>;
  readonly containers: readonly Container[];
}

/** A container of a workload. */
export interface Container {
  readonly workload: Workload;
  readonly role: ContainerRole;
  readonly index: number;
  readonly node: YamlMap;
  readonly fields: Mapping;
  readonly name: Value<string>;
  /** `nginx`, or `containers[0]` where it has no name. */
  readonly label: string;
  /** `Deployment/api › nginx`. */
  readonly displayName: string;
  /** The name's value, or the image's, or the item itself. */
  readonly at: At;
  readonly image: Value<ImageReference>;
  readonly imagePullPolicy: Value<string>;
  readonly command: List<Value<string>>;
  readonly args: List<Value<string>>;
  readonly env: List<EnvVar>;
  readonly envFrom: List<EnvFromSource>;
  readonly ports: List<ContainerPort>;
  readonly volumeMounts: List<VolumeMount>;
  readonly volumeDevices: List<Mapping>;
  readonly resources: ResourceRequirements;
  readonly livenessProbe: Handler;
  readonly readinessProbe: Handler;
  readonly startupProbe: Handler;
  readonly postStart: Handler;
  readonly preStop: Handler;
  readonly restartPolicy: Value<string>;
  /** As written on the container. */
  readonly securityContext: ContainerSecurityContext;
  /** The pod-level one that applies to it. */
  readonly podSecurityContext: PodSecurityContext;
  /** What holds when it runs: the container's own value, else the pod's (then its place has `via` *inherited*). */
  readonly effective: EffectiveSecurityContext;
}

export interface EnvVar {
  readonly node: YamlMap;
  readonly fields: Mapping;
  readonly name: Value<string>;
  readonly value: Value<string>;
  readonly valueFrom: Mapping;
  readonly secretKeyRef: Mapping;
  readonly configMapKeyRef: Mapping;
}

export interface EnvFromSource {
  readonly node: YamlMap;
  readonly prefix: Value<string>;
  readonly secretRef: Mapping;
  readonly configMapRef: Mapping;
}

export interface ContainerPort {
  readonly node: YamlMap;
  readonly fields: Mapping;
  readonly name: Value<string>;
  readonly containerPort: Value<number>;
  readonly hostPort: Value<number>;
  readonly hostIP: Value<string>;
  readonly protocol: Value<string>;
}

export interface VolumeMount {
  readonly node: YamlMap;
  readonly fields: Mapping;
  readonly name: Value<string>;
  readonly mountPath: Value<string>;
  readonly subPath: Value<string>;
  readonly readOnly: Value<boolean>;
  readonly recursiveReadOnly: Value<string>;
  readonly mountPropagation: Value<string>;
}

export interface ResourceRequirements {
  readonly fields: Mapping;
  readonly limits: Mapping;
  readonly requests: Mapping;
}

/** A probe or a lifecycle hook, with the host that the kubelet would call instead of the pod. */
export interface Handler {
  readonly fields: Mapping;
  readonly httpGet: Mapping;
  readonly tcpSocket: Mapping;
  readonly exec: Mapping;
  readonly grpc: Mapping;
  /** `httpGet.host`, else `tcpSocket.host`. */
  readonly host: Value<string>;
}

/** A volume and where its content comes from. */
export interface Volume {
  readonly node: YamlMap;
  /** The mapping whose `volumes` it is one of: the pod spec, or a template of an Argo workflow. */
  readonly holder: YamlMap;
  readonly fields: Mapping;
  readonly name: Value<string>;
  /** The name's value, or the volume itself where it has none. */
  readonly at: At;
  /** Field names of the API (`hostPath`, `emptyDir`, …), null ones left out; usually one. */
  readonly sources: readonly string[];
  /** The first of `sources`; `emptyDir` when there is none, as the API defaults it; undefined when a template may set it. */
  readonly type: string | undefined;
  readonly hostPath: Mapping;
}

/** `seccompProfile` or `appArmorProfile`: a whole object, so that a container's replaces the pod's even when it is empty. */
export interface SecurityProfile {
  readonly fields: Mapping;
  readonly type: Value<string>;
  readonly localhostProfile: Value<string>;
}

export interface SELinuxOptions {
  readonly fields: Mapping;
  readonly user: Value<string>;
  readonly role: Value<string>;
  readonly type: Value<string>;
  readonly level: Value<string>;
}

export interface WindowsOptions {
  readonly fields: Mapping;
  readonly hostProcess: Value<boolean>;
  readonly runAsUserName: Value<string>;
  readonly gmsaCredentialSpecName: Value<string>;
}

/** Fields that both levels have; the container's wins. */
export interface SharedSecurityContext {
  readonly fields: Mapping;
  readonly runAsUser: Value<number>;
  readonly runAsGroup: Value<number>;
  readonly runAsNonRoot: Value<boolean>;
  readonly seLinuxOptions: SELinuxOptions;
  readonly seccompProfile: SecurityProfile;
  readonly appArmorProfile: SecurityProfile;
  readonly windowsOptions: WindowsOptions;
}

export interface PodSecurityContext extends SharedSecurityContext {
  readonly fsGroup: Value<number>;
  readonly fsGroupChangePolicy: Value<string>;
  readonly supplementalGroups: List<Value<number>>;
  readonly supplementalGroupsPolicy: Value<string>;
  readonly sysctls: List<Sysctl>;
}

export interface Sysctl {
  readonly node: YamlMap;
  readonly name: Value<string>;
  readonly value: Value<string>;
}

export interface ContainerSecurityContext extends SharedSecurityContext {
  readonly privileged: Value<boolean>;
  readonly allowPrivilegeEscalation: Value<boolean>;
  readonly readOnlyRootFilesystem: Value<boolean>;
  readonly procMount: Value<string>;
  readonly capabilities: Capabilities;
}

/** Capabilities as written: names are compared as they are by admission, and in any spelling by the container runtime. */
export interface Capabilities {
  readonly fields: Mapping;
  readonly add: List<Value<string>>;
  readonly drop: List<Value<string>>;
}

/** The fields of both levels as they hold for one container (PodSecurityContext in the API reference). */
export interface EffectiveSecurityContext {
  readonly runAsUser: Value<number>;
  readonly runAsGroup: Value<number>;
  readonly runAsNonRoot: Value<boolean>;
  readonly seccompProfile: SecurityProfile;
  readonly appArmorProfile: SecurityProfile;
}
