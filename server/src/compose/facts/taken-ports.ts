import { valueOf } from '../../core/value.ts';
import type { ComposeFile } from '../model/model.ts';
import type { PortMapping, PortRange } from '../model/ports.ts';
import { isWildcardAddress } from '../model/ports.ts';
import type { EffectiveService } from '../model/service.ts';
import { publishedPorts } from './published-ports.ts';
import { runTogether } from './run-together.ts';

const LAST = 65_535;

/** What a port takes on the host, all of it known. */
interface Taken {
  readonly port: PortMapping;
  readonly published: PortRange;
  readonly protocol: string;
  /** Undefined for all addresses of both families. */
  readonly address: string | undefined;
}

function takenBy(port: PortMapping): Taken | undefined {
  const { hostIp } = port;
  const [published, target, protocol] = [valueOf(port.published), valueOf(port.target), valueOf(port.protocol)];
  if (!published || !target || protocol === undefined || hostIp.kind === 'dynamic' || hostIp.kind === 'invalid') return undefined;
  // One port of the container and several of the host: Docker takes one that is free. And `0` is any.
  const picks = published.first === 0 || published.last - published.first !== target.last - target.first;
  return picks ? undefined : { port, published, protocol, address: valueOf(hostIp) };
}

function sameAddress(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  if (a.includes(':') !== b.includes(':')) return false;
  return a === b || isWildcardAddress(a) || isWildcardAddress(b);
}

function collide(a: Taken, b: Taken): boolean {
  return (
    a.protocol === b.protocol &&
    a.published.first <= b.published.last &&
    b.published.first <= a.published.last &&
    sameAddress(a.address, b.address)
  );
}

interface TakenBy extends Taken {
  readonly by: EffectiveService;
  /** Place of its service in the file. */
  readonly order: number;
}

/** Ports by number, so that a file of thousands of services is not compared pair by pair. */
interface Index {
  readonly byNumber: ReadonlyMap<number, readonly TakenBy[]>;
  readonly orders: ReadonlyMap<EffectiveService, number>;
}
const indexes = new WeakMap<ComposeFile, Index>();

function indexOf(file: ComposeFile): Index {
  const known = indexes.get(file);
  if (known) return known;
  const byNumber = new Map<number, TakenBy[]>();
  for (const [order, by] of file.services.entries()) {
    for (const port of publishedPorts(by)) {
      const taken = takenBy(port);
      for (const number of taken ? numbersOf(taken) : []) {
        const list = byNumber.get(number) ?? [];
        list.push({ ...(taken as Taken), by, order });
        byNumber.set(number, list);
      }
    }
  }
  const index = { byNumber, orders: new Map(file.services.map((service, order) => [service, order])) };
  indexes.set(file, index);
  return index;
}

function numbersOf({ published }: Taken): number[] {
  return Array.from({ length: Math.min(published.last, LAST) - published.first + 1 }, (_, i) => published.first + i);
}

/** The first port of a service written before this one that takes the same of the host; undefined when none does. */
export function takenBefore(
  file: ComposeFile,
  service: EffectiveService,
  port: PortMapping,
): { readonly port: PortMapping; readonly by: EffectiveService } | undefined {
  const taken = takenBy(port);
  if (!taken) return undefined;
  const { byNumber, orders } = indexOf(file);
  const order = orders.get(service) ?? 0;
  for (const number of numbersOf(taken)) {
    const first = byNumber
      .get(number)
      ?.find((other) => other.order < order && collide(other, taken) && runTogether(other.by, service));
    if (first) return first;
  }
  return undefined;
}

/** The next port of the host that no service of the file takes; undefined behind the last. */
export function freePortAbove(file: ComposeFile, number: number): number | undefined {
  const { byNumber } = indexOf(file);
  for (let next = number + 1; next <= LAST; next++) if (!byNumber.has(next)) return next;
  return undefined;
}
