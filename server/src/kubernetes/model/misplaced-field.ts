import { valueOf } from '../../core/value.ts';
import { lookupCapability } from '../../knowledge/capabilities.ts';
import type { YamlData } from '../../yaml/edit.ts';
import type { YamlNode, YamlPair } from '../../yaml/node.ts';
import type { Mapping } from './mapping.ts';
import type { Container, Workload } from './model.ts';
import { resolveScalar } from './scalar.ts';
import { type SecurityLevel, securityLevel } from './security-fields.ts';

/** A field of a `securityContext` where the API does not know it: most clients drop it, so it has no effect. */
export interface MisplacedField {
  readonly owner: Workload | Container;
  /** The mapping that it stands in. */
  readonly from: Mapping;
  readonly pair: YamlPair;
  /** Where it belongs; a *both* field belongs to the owner's own `securityContext`. */
  readonly belongs: SecurityLevel;
  /** As messages name it: "the pod spec", "the `securityContext` of the pod". */
  readonly place: string;
}

/** Misplaced fields of the pod spec and of the pod's `securityContext`. */
export function misplacedInPod(workload: Workload): readonly MisplacedField[] {
  return [
    ...misplacedIn(workload, workload.spec, 'the pod spec', () => true),
    ...misplacedIn(
      workload,
      workload.securityContext.fields,
      'the `securityContext` of the pod',
      (level) => level === 'container',
    ),
  ];
}

/** Misplaced fields of a container and of its `securityContext`. */
export function misplacedInContainer(container: Container): readonly MisplacedField[] {
  const { label, fields, securityContext } = container;
  return [
    ...misplacedIn(container, fields, `container \`${label}\` itself`, () => true),
    ...misplacedIn(
      container,
      securityContext.fields,
      `the \`securityContext\` of container \`${label}\``,
      (level) => level === 'pod',
    ),
  ];
}

function misplacedIn(
  owner: Workload | Container,
  from: Mapping,
  place: string,
  isWrong: (level: SecurityLevel) => boolean,
): MisplacedField[] {
  return (from.node?.pairs ?? []).flatMap((pair) => {
    const belongs = securityLevel(pair.key);
    if (!belongs || !isWrong(belongs) || (pair.value.kind === 'scalar' && pair.value.isNull)) return [];
    return [{ owner, from, pair, belongs, place }];
  });
}

/** The value of a field that hardens, so that putting it into effect is what was meant; undefined for all others. */
export function hardeningValue({ key, value }: Pick<YamlPair, 'key' | 'value'>): YamlData | undefined {
  const data = dataOf(value);
  switch (key) {
    case 'runAsNonRoot':
    case 'readOnlyRootFilesystem':
      return data === true ? data : undefined;
    case 'allowPrivilegeEscalation':
      return data === false ? data : undefined;
    case 'runAsUser':
    case 'runAsGroup':
    case 'fsGroup':
      return typeof data === 'number' && data > 0 ? data : undefined;
    case 'seccompProfile':
    case 'appArmorProfile':
      return isRecord(data) && data.type === 'RuntimeDefault' && Object.keys(data).length === 1 ? data : undefined;
    case 'capabilities':
      return isRecord(data) && Object.keys(data).join() === 'drop' && isDropList(data.drop) ? data : undefined;
    default:
      return undefined;
  }
}

/** Whether a container has no such field yet, and none that contradicts it. */
export function accepts({ securityContext, workload, podSecurityContext }: Container, key: string, value: YamlData): boolean {
  const { privileged, capabilities, runAsUser, fields } = securityContext;
  if (fields.field(key).kind !== 'absent' || workload.partial) return false;
  if (key === 'allowPrivilegeEscalation')
    return valueOf(privileged) !== true && !capabilities.add.items.some((c) => /^(?:CAP_)?SYS_ADMIN$/i.test(valueOf(c) ?? ''));
  if (key === 'runAsNonRoot') return valueOf(runAsUser) !== 0 && valueOf(podSecurityContext.runAsUser) !== 0;
  return value !== null;
}

function isRecord(data: YamlData | undefined): data is { readonly [key: string]: YamlData } {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isDropList(data: YamlData | undefined): boolean {
  return (
    Array.isArray(data) &&
    data.length > 0 &&
    data.every((name) => typeof name === 'string' && lookupCapability(name)?.name === name)
  );
}

/** Plain data of a node; undefined where a template or an alias has a part in it. */
function dataOf(node: YamlNode): YamlData | undefined {
  if (node.via || node.anchor !== undefined) return undefined;
  if (node.kind === 'scalar') {
    if (node.template !== undefined || node.tag !== undefined) return undefined;
    const resolved = resolveScalar(node);
    return resolved.type === 'null' ? null : resolved.value;
  }
  if (node.open) return undefined;
  if (node.kind === 'seq') {
    const items = node.items.map(dataOf);
    return items.some((item) => item === undefined) ? undefined : (items as YamlData[]);
  }
  const entries = node.pairs.map((pair) => [pair.key, pair.via ? undefined : dataOf(pair.value)] as const);
  return entries.some(([, item]) => item === undefined) || node.duplicates.length > 0
    ? undefined
    : (Object.fromEntries(entries) as { [key: string]: YamlData });
}
