import type { At, Value } from '../../core/value.ts';
import type { Mapping } from './mapping.ts';
import type { Container, Workload } from './model.ts';

/** A security setting of a type that the API can't decode: the API server refuses the object (`cannot unmarshal … into Go struct field`). */
export interface UnreadableSetting {
  /** `securityContext.runAsNonRoot`. */
  readonly field: string;
  readonly wanted: Wanted | 'mapping';
  readonly at: At;
  /** The mapping that it stands in, and its key there. */
  readonly fields: Mapping;
  readonly key: string;
}

type Wanted = 'boolean' | 'integer' | 'string' | 'list of strings' | 'list of integers';
interface Shape {
  readonly [key: string]: Wanted | Shape;
}

const PROFILE: Shape = { type: 'string', localhostProfile: 'string' };
/** PodSecurityContext, SecurityContext and the flags of PodSpec (v1 core in the API reference). */
const SHARED: Shape = {
  runAsNonRoot: 'boolean',
  runAsUser: 'integer',
  runAsGroup: 'integer',
  seccompProfile: PROFILE,
  appArmorProfile: PROFILE,
  seLinuxOptions: { user: 'string', role: 'string', type: 'string', level: 'string' },
  windowsOptions: { hostProcess: 'boolean', runAsUserName: 'string' },
};
const POD: Shape = {
  hostNetwork: 'boolean',
  hostPID: 'boolean',
  hostIPC: 'boolean',
  hostUsers: 'boolean',
  shareProcessNamespace: 'boolean',
  automountServiceAccountToken: 'boolean',
  securityContext: { ...SHARED, fsGroup: 'integer', supplementalGroups: 'list of integers' },
};
const CONTAINER: Shape = {
  securityContext: {
    ...SHARED,
    privileged: 'boolean',
    allowPrivilegeEscalation: 'boolean',
    readOnlyRootFilesystem: 'boolean',
    procMount: 'string',
    capabilities: { add: 'list of strings', drop: 'list of strings' },
  },
};

/** Settings of the pod that can't be read; those of its containers stand with them. */
export function unreadableInPod(workload: Workload): readonly UnreadableSetting[] {
  return unreadableIn(workload.spec, POD, '');
}

export function unreadableInContainer(container: Container): readonly UnreadableSetting[] {
  return unreadableIn(container.fields, CONTAINER, '');
}

function unreadableIn(fields: Mapping, shape: Shape, prefix: string): readonly UnreadableSetting[] {
  return Object.entries(shape).flatMap(([key, wanted]): readonly UnreadableSetting[] => {
    if (!fields.pair(key)) return [];
    const field = `${prefix}${key}`;
    if (typeof wanted === 'string') {
      const wrong = readAs(fields, key, wanted).find(({ kind }) => kind === 'invalid');
      return wrong ? [{ field, wanted, at: wrong.at, fields, key }] : [];
    }
    const inner = fields.mapping(key);
    return inner.value.kind === 'invalid'
      ? [{ field, wanted: 'mapping', at: inner.value.at, fields, key }]
      : unreadableIn(inner, wanted, `${field}.`);
  });
}

function readAs(fields: Mapping, key: string, wanted: Wanted): readonly Value<unknown>[] {
  if (wanted === 'boolean') return [fields.boolean(key)];
  if (wanted === 'integer') return [fields.integer(key)];
  if (wanted === 'string') return [fields.string(key)];
  const list = wanted === 'list of strings' ? fields.strings(key) : fields.integers(key);
  return [list.value, ...list.items];
}
