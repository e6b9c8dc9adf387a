import { type ImageReference, parseImageReference } from '../../core/image-reference.ts';
import type { At, Value } from '../../core/value.ts';
import { invalid, known } from '../../core/value.ts';
import type { YamlMap } from '../../yaml/node.ts';
import { lazy } from './lazy.ts';
import type { Home, List } from './mapping.ts';
import { Mapping } from './mapping.ts';
import type {
  Container,
  ContainerPort,
  ContainerRole,
  ContainerSecurityContext,
  EffectiveSecurityContext,
  EnvFromSource,
  EnvVar,
  Handler,
  PodSecurityContext,
  ResourceRequirements,
  VolumeMount,
  Workload,
} from './model.ts';
import { nameToken, scalarText } from './naming.ts';
import { ContainerSecurityFields, effectiveSecurity } from './security-context.ts';

/** A container as it is found in an object, before its fields are read. */
export interface ContainerSource {
  readonly node: YamlMap;
  readonly role: Exclude<ContainerRole, 'sidecar'>;
  /** Name of the list it stands in: `containers`, `initContainers`, `steps`. */
  readonly list: string;
  readonly index: number;
  /** Set where a default for all containers or a patched object may fill in what is missing. */
  readonly partial: boolean;
  /** The pod-level `securityContext` that applies to it. */
  readonly podSecurityContext: PodSecurityContext;
}

/** The typed view of one container (Container v1 core in the API reference). */
export class ContainerView implements Container {
  readonly workload: Workload;
  readonly role: ContainerRole;
  readonly index: number;
  readonly node: YamlMap;
  readonly fields: Mapping;
  readonly name: Value<string>;
  readonly label: string;
  readonly at: At;
  readonly securityContext: ContainerSecurityContext;
  readonly podSecurityContext: PodSecurityContext;
  readonly effective: EffectiveSecurityContext;
  readonly #env = lazy(() => this.fields.list('env', (node) => readEnvVar(node, this.#home)));
  readonly #volumeMounts = lazy(() => this.fields.list('volumeMounts', (node) => readVolumeMount(node, this.#home)));
  readonly #home: Home;

  constructor(workload: Workload, source: ContainerSource) {
    const { node } = source;
    this.workload = workload;
    this.node = node;
    this.index = source.index;
    this.at = nameToken(node);
    this.#home = { at: this.at, partial: source.partial };
    this.fields = Mapping.of(node, this.#home);
    this.name = this.fields.string('name');
    this.label = scalarText(node, 'name') ?? `${source.list}[${source.index}]`;
    this.role = source.role === 'init' && scalarText(node, 'restartPolicy') === 'Always' ? 'sidecar' : source.role;
    this.securityContext = new ContainerSecurityFields(this.fields.mapping('securityContext'));
    this.podSecurityContext = source.podSecurityContext;
    this.effective = effectiveSecurity(this.securityContext, this.podSecurityContext);
  }

  get displayName(): string {
    return `${this.workload.displayName} › ${this.label}`;
  }

  get image(): Value<ImageReference> {
    const text = this.fields.string('image');
    if (text.kind !== 'known') return text;
    const reference = parseImageReference(text.value);
    return reference ? known(reference, text.at) : invalid(`\`${text.value}\` is not an image reference`, text.at);
  }

  get imagePullPolicy(): Value<string> {
    return this.fields.string('imagePullPolicy');
  }

  get command(): List<Value<string>> {
    return this.fields.strings('command', false);
  }

  get args(): List<Value<string>> {
    return this.fields.strings('args', false);
  }

  get env(): List<EnvVar> {
    return this.#env();
  }

  get envFrom(): List<EnvFromSource> {
    return this.fields.list('envFrom', (node) => {
      const fields = Mapping.of(node, this.#home);
      return {
        node,
        prefix: fields.string('prefix'),
        secretRef: fields.mapping('secretRef'),
        configMapRef: fields.mapping('configMapRef'),
      };
    });
  }

  get ports(): List<ContainerPort> {
    return this.fields.list('ports', (node) => {
      const fields = Mapping.of(node, this.#home);
      return {
        node,
        fields,
        name: fields.string('name'),
        containerPort: fields.integer('containerPort'),
        hostPort: fields.integer('hostPort'),
        hostIP: fields.string('hostIP'),
        protocol: fields.string('protocol'),
      };
    });
  }

  get volumeMounts(): List<VolumeMount> {
    return this.#volumeMounts();
  }

  get volumeDevices(): List<Mapping> {
    return this.fields.list('volumeDevices', (node) => Mapping.of(node, this.#home));
  }

  get resources(): ResourceRequirements {
    const fields = this.fields.mapping('resources');
    return { fields, limits: fields.mapping('limits'), requests: fields.mapping('requests') };
  }

  get livenessProbe(): Handler {
    return readHandler(this.fields.mapping('livenessProbe'));
  }

  get readinessProbe(): Handler {
    return readHandler(this.fields.mapping('readinessProbe'));
  }

  get startupProbe(): Handler {
    return readHandler(this.fields.mapping('startupProbe'));
  }

  get postStart(): Handler {
    return readHandler(this.fields.mapping('lifecycle').mapping('postStart'));
  }

  get preStop(): Handler {
    return readHandler(this.fields.mapping('lifecycle').mapping('preStop'));
  }

  get restartPolicy(): Value<string> {
    return this.fields.string('restartPolicy');
  }
}

function readEnvVar(node: YamlMap, home: Home): EnvVar {
  const fields = Mapping.of(node, { ...home, partial: false });
  const valueFrom = fields.mapping('valueFrom');
  return {
    node,
    fields,
    name: fields.string('name'),
    value: fields.string('value'),
    valueFrom,
    secretKeyRef: valueFrom.mapping('secretKeyRef'),
    configMapKeyRef: valueFrom.mapping('configMapKeyRef'),
  };
}

function readVolumeMount(node: YamlMap, home: Home): VolumeMount {
  const fields = Mapping.of(node, home);
  return {
    node,
    fields,
    name: fields.string('name'),
    mountPath: fields.string('mountPath'),
    subPath: fields.string('subPath'),
    readOnly: fields.boolean('readOnly'),
    recursiveReadOnly: fields.string('recursiveReadOnly'),
    mountPropagation: fields.string('mountPropagation'),
  };
}

function readHandler(fields: Mapping): Handler {
  const httpGet = fields.mapping('httpGet');
  const tcpSocket = fields.mapping('tcpSocket');
  const host = httpGet.string('host');
  return {
    fields,
    httpGet,
    tcpSocket,
    exec: fields.mapping('exec'),
    grpc: fields.mapping('grpc'),
    host: host.kind === 'absent' ? tcpSocket.string('host') : host,
  };
}
