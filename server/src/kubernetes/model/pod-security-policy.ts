import type { At, Value } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import type { PolicyAllowance } from '../../knowledge/pod-security-policy.ts';
import { Mapping } from './mapping.ts';
import type { KubernetesObject } from './model.ts';

/** One thing that a PodSecurityPolicy allows. */
export interface Allowed {
  readonly what: PolicyAllowance;
  /** As written, or as it would have to be: `hostPID: true`. */
  readonly setting: string;
  /** True where it is allowed because nothing is said. */
  readonly isUnset: boolean;
  readonly at: At;
  /** The boolean field of `spec` that has to be false. */
  readonly flag?: string;
}

const FLAGS = ['privileged', 'hostPID', 'hostIPC', 'hostNetwork'] as const;

/**
 * What a PodSecurityPolicy allows beyond the level *restricted*; undefined for other objects
 * (https://v1-24.docs.kubernetes.io/docs/concepts/security/pod-security-policy/).
 */
export function allowedByPolicy(object: KubernetesObject): readonly Allowed[] | undefined {
  if (object.kind !== 'PodSecurityPolicy' || !['policy', 'extensions', undefined].includes(object.group)) return undefined;
  const spec = object.fields.mapping('spec');
  if (!spec.present) return [];
  return [
    ...FLAGS.flatMap((flag) => flagOf(spec, flag)),
    ...escalation(spec),
    ...root(spec),
    ...capabilities(spec),
    ...hostPaths(spec),
    ...items(spec, 'allowedProcMountTypes', 'procMount', (text) => text === 'Unmasked' || text === '*'),
    ...items(spec, 'allowedUnsafeSysctls', 'sysctls', () => true),
    ...seccomp(object),
  ];
}

function given(what: PolicyAllowance, setting: string, at: At): Allowed {
  return { what, setting, isUnset: false, at };
}

function isUnset(value: Value<unknown>): boolean {
  return value.kind === 'absent';
}

function flagOf(spec: Mapping, flag: (typeof FLAGS)[number]): Allowed[] {
  const value = spec.boolean(flag);
  return value.kind === 'known' && value.value ? [{ ...given(flag, `${flag}: true`, value.at), flag }] : [];
}

function escalation(spec: Mapping): Allowed[] {
  const value = spec.boolean('allowPrivilegeEscalation');
  const what = 'allowPrivilegeEscalation';
  if (isUnset(value)) return [{ what, setting: `${what}: false`, isUnset: true, at: value.at, flag: what }];
  return value.kind === 'known' && value.value ? [{ ...given(what, `${what}: true`, value.at), flag: what }] : [];
}

function root(spec: Mapping): Allowed[] {
  const rule = spec.mapping('runAsUser').string('rule');
  if (rule.kind !== 'known' || rule.value === 'MustRunAsNonRoot') return [];
  if (rule.value === 'RunAsAny') return [given('root', 'runAsUser.rule: RunAsAny', rule.at)];
  const ranges = spec.mapping('runAsUser').list('ranges', (node) => Mapping.of(node, spec.home).integer('min'));
  const zero = ranges.items.find((min) => valueOf(min) === 0);
  return zero ? [given('root', 'min: 0', zero.at)] : [];
}

function capabilities(spec: Mapping): Allowed[] {
  const drop = spec.strings('requiredDropCapabilities');
  const names = drop.items.map((item) => valueOf(item)?.toUpperCase());
  const isDropped = drop.open || names.includes('ALL') || names.includes('NET_RAW');
  const at = drop.value.at.key ? { ...drop.value.at, span: drop.value.at.key } : drop.value.at;
  return [
    ...items(spec, 'allowedCapabilities', 'capabilities', () => true),
    ...(isDropped
      ? []
      : [{ what: 'default-capabilities' as const, setting: 'requiredDropCapabilities: [ALL]', isUnset: true, at }]),
  ];
}

function hostPaths(spec: Mapping): Allowed[] {
  const paths = spec.sequence('allowedHostPaths');
  const isLimited = paths.kind !== 'absent' && !(paths.kind === 'known' && paths.value.items.length === 0);
  return isLimited ? [] : items(spec, 'volumes', 'hostPath', (text) => text === '*' || text === 'hostPath');
}

function items(spec: Mapping, key: string, what: PolicyAllowance, isWide: (text: string) => boolean): Allowed[] {
  return spec
    .strings(key)
    .items.flatMap((item) => (item.kind === 'known' && isWide(item.value) ? [given(what, `${key}: ${item.value}`, item.at)] : []))
    .slice(0, 1);
}

const SECCOMP = 'seccomp.security.alpha.kubernetes.io/allowedProfileNames';
const CONFINED = /^(?:runtime\/default|docker\/default|localhost\/.+)$/;

function seccomp(object: KubernetesObject): Allowed[] {
  if (object.metadata.fields.mapping('annotations').node?.open) return [];
  const found = object.metadata.annotations.find(({ key }) => key === SECCOMP);
  if (!found) return [{ what: 'seccomp', setting: `${SECCOMP}: runtime/default`, isUnset: true, at: object.at }];
  const { value } = found;
  const isWide = value.kind === 'known' && !value.value.split(',').every((name) => CONFINED.test(name.trim()));
  return isWide ? [given('seccomp', `${SECCOMP}: ${value.value}`, value.at)] : [];
}
