import type { At, Value } from '../../core/value.ts';
import type { YamlMap } from '../../yaml/node.ts';
import type { List } from './mapping.ts';
import { Mapping } from './mapping.ts';
import type {
  Capabilities,
  ContainerSecurityContext,
  EffectiveSecurityContext,
  PodSecurityContext,
  SELinuxOptions,
  SecurityProfile,
  SharedSecurityContext,
  Sysctl,
  WindowsOptions,
} from './model.ts';

/** Fields that the `securityContext` of a pod and of a container share, each read when it is asked for. */
class SharedFields implements SharedSecurityContext {
  readonly fields: Mapping;

  constructor(fields: Mapping) {
    this.fields = fields;
  }

  get runAsUser(): Value<number> {
    return this.fields.integer('runAsUser');
  }

  get runAsGroup(): Value<number> {
    return this.fields.integer('runAsGroup');
  }

  get runAsNonRoot(): Value<boolean> {
    return this.fields.boolean('runAsNonRoot');
  }

  get seLinuxOptions(): SELinuxOptions {
    const fields = this.fields.mapping('seLinuxOptions');
    return {
      fields,
      user: fields.string('user'),
      role: fields.string('role'),
      type: fields.string('type'),
      level: fields.string('level'),
    };
  }

  get seccompProfile(): SecurityProfile {
    return readProfile(this.fields.mapping('seccompProfile'));
  }

  get appArmorProfile(): SecurityProfile {
    return readProfile(this.fields.mapping('appArmorProfile'));
  }

  get windowsOptions(): WindowsOptions {
    const fields = this.fields.mapping('windowsOptions');
    return {
      fields,
      hostProcess: fields.boolean('hostProcess'),
      runAsUserName: fields.string('runAsUserName'),
      gmsaCredentialSpecName: fields.string('gmsaCredentialSpecName'),
    };
  }
}

/** A pod's `securityContext`. */
export class PodSecurityFields extends SharedFields implements PodSecurityContext {
  get fsGroup(): Value<number> {
    return this.fields.integer('fsGroup');
  }

  get fsGroupChangePolicy(): Value<string> {
    return this.fields.string('fsGroupChangePolicy');
  }

  get supplementalGroups(): List<Value<number>> {
    return this.fields.integers('supplementalGroups');
  }

  get supplementalGroupsPolicy(): Value<string> {
    return this.fields.string('supplementalGroupsPolicy');
  }

  get sysctls(): List<Sysctl> {
    return this.fields.list('sysctls', (node: YamlMap) => {
      const sysctl = Mapping.of(node, this.fields.home);
      return { node, name: sysctl.string('name'), value: sysctl.string('value') };
    });
  }
}

/** A container's `securityContext`. */
export class ContainerSecurityFields extends SharedFields implements ContainerSecurityContext {
  get privileged(): Value<boolean> {
    return this.fields.boolean('privileged');
  }

  get allowPrivilegeEscalation(): Value<boolean> {
    return this.fields.boolean('allowPrivilegeEscalation');
  }

  get readOnlyRootFilesystem(): Value<boolean> {
    return this.fields.boolean('readOnlyRootFilesystem');
  }

  get procMount(): Value<string> {
    return this.fields.string('procMount');
  }

  get capabilities(): Capabilities {
    const fields = this.fields.mapping('capabilities');
    return { fields, add: fields.strings('add'), drop: fields.strings('drop') };
  }
}

function readProfile(fields: Mapping): SecurityProfile {
  return { fields, type: fields.string('type'), localhostProfile: fields.string('localhostProfile') };
}

/**
 * What holds for a container: its own value, else the pod's; profiles are replaced whole
 * (https://kubernetes.io/docs/tasks/configure-pod-container/security-context/, PodSecurityContext in the API reference).
 */
export function effectiveSecurity(container: SharedSecurityContext, pod: SharedSecurityContext): EffectiveSecurityContext {
  return new Effective(container, pod);
}

class Effective implements EffectiveSecurityContext {
  readonly #container: SharedSecurityContext;
  readonly #pod: SharedSecurityContext;
  #runAsUser: EffectiveSecurityContext['runAsUser'] | undefined;
  #runAsGroup: EffectiveSecurityContext['runAsGroup'] | undefined;
  #runAsNonRoot: EffectiveSecurityContext['runAsNonRoot'] | undefined;
  #seccompProfile: EffectiveSecurityContext['seccompProfile'] | undefined;
  #appArmorProfile: EffectiveSecurityContext['appArmorProfile'] | undefined;

  constructor(container: SharedSecurityContext, pod: SharedSecurityContext) {
    this.#container = container;
    this.#pod = pod;
  }

  get runAsUser(): EffectiveSecurityContext['runAsUser'] {
    this.#runAsUser ??= ownOrInherited(this.#container.runAsUser, this.#pod.runAsUser);
    return this.#runAsUser;
  }

  get runAsGroup(): EffectiveSecurityContext['runAsGroup'] {
    this.#runAsGroup ??= ownOrInherited(this.#container.runAsGroup, this.#pod.runAsGroup);
    return this.#runAsGroup;
  }

  get runAsNonRoot(): EffectiveSecurityContext['runAsNonRoot'] {
    this.#runAsNonRoot ??= ownOrInherited(this.#container.runAsNonRoot, this.#pod.runAsNonRoot);
    return this.#runAsNonRoot;
  }

  get seccompProfile(): EffectiveSecurityContext['seccompProfile'] {
    this.#seccompProfile ??= wholeProfile(this.#container.seccompProfile, this.#pod.seccompProfile);
    return this.#seccompProfile;
  }

  get appArmorProfile(): EffectiveSecurityContext['appArmorProfile'] {
    this.#appArmorProfile ??= wholeProfile(this.#container.appArmorProfile, this.#pod.appArmorProfile);
    return this.#appArmorProfile;
  }
}

/** The container's value unless it is absent; then the pod's, told where the container stands when that is absent too. */
function ownOrInherited<T>(own: Value<T>, pod: Value<T>): Value<T> {
  if (own.kind !== 'absent') return own;
  return pod.kind === 'absent' ? own : { ...pod, at: inherited(pod.at) };
}

function wholeProfile(own: SecurityProfile, pod: SecurityProfile): SecurityProfile {
  if (own.fields.value.kind !== 'absent' || pod.fields.value.kind === 'absent') return own;
  return {
    fields: pod.fields,
    type: { ...pod.type, at: inherited(pod.type.at) },
    localhostProfile: { ...pod.localhostProfile, at: inherited(pod.localhostProfile.at) },
  };
}

function inherited(at: At): At {
  return at.via ? at : { ...at, via: { kind: 'inherited', name: 'pod' } };
}
