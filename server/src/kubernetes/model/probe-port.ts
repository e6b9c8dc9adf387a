import type { At } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import type { YamlNode } from '../../yaml/node.ts';
import type { Container, Handler } from './model.ts';

const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const;
const HANDLERS = ['httpGet', 'tcpSocket', 'grpc'] as const;

/** A port that a probe asks but that the container does not declare for TCP. */
export interface UndeclaredPort {
  readonly probe: (typeof PROBES)[number];
  /** A name has to be declared to be found; a number does not. */
  readonly port: number | string;
  readonly at: At;
}

/**
 * Ports of probes that are not among the container's own (https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/).
 * None where a template may add to the list, for probes that ask another host, and for numbers on the node's own network.
 */
export function undeclaredProbePorts(container: Container): readonly UndeclaredPort[] {
  const { items, open } = container.ports;
  if (open || container.ports.value.kind === 'dynamic') return [];
  const declared = items.filter(({ protocol }) => protocol.kind === 'dynamic' || (valueOf(protocol) ?? 'TCP') === 'TCP');
  if (declared.some(({ name, containerPort }) => name.kind === 'dynamic' || containerPort.kind === 'dynamic')) return [];
  const { hostNetwork } = container.workload;
  const isOnNode = hostNetwork.kind === 'dynamic' || valueOf(hostNetwork) === true;
  const known = new Set<unknown>(declared.flatMap(({ name, containerPort }) => [valueOf(name), valueOf(containerPort)]));
  return PROBES.flatMap((probe) =>
    HANDLERS.flatMap((handler): UndeclaredPort[] => {
      const port = container[probe][handler].intOrString('port');
      if (port.kind !== 'known' || known.has(port.value) || container[probe].host.kind !== 'absent') return [];
      return isOnNode && typeof port.value === 'number' ? [] : [{ probe, port: port.value, at: port.at }];
    }),
  );
}

/** Whether two probes make the same request, connection or command, whatever their timing. */
export function isSameCheck(a: Handler, b: Handler): boolean {
  const written = [...HANDLERS, 'exec' as const].filter((handler) => a[handler].present);
  return (
    written.length > 0 &&
    [...HANDLERS, 'exec' as const].every((handler) => {
      const [one, other] = [a[handler].node, b[handler].node];
      return one === undefined ? other === undefined : other !== undefined && isSame(one, other);
    })
  );
}

function isSame(a: YamlNode, b: YamlNode): boolean {
  if (a.kind === 'scalar')
    return b.kind === 'scalar' && a.template === undefined && b.template === undefined && a.text === b.text;
  if (a.kind === 'seq')
    return (
      b.kind === 'seq' &&
      !a.open &&
      !b.open &&
      a.items.length === b.items.length &&
      a.items.every((item, i) => {
        const other = b.items[i];
        return other !== undefined && isSame(item, other);
      })
    );
  if (b.kind !== 'map' || a.open || b.open || a.pairs.length !== b.pairs.length) return false;
  return a.pairs.every(({ key, value }) => {
    const other = b.get(key);
    return other !== undefined && isSame(value, other.value);
  });
}
