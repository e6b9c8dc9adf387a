import type { At, Value } from '../../core/value.ts';
import { absent, dynamic, invalid, known, mapValue } from '../../core/value.ts';
import { itemField } from './environment.ts';
import type { Field, ItemList } from './field.ts';
import { splitAt } from './split.ts';
import type { ScalarText, Scope, Written } from './text.ts';
import { atOf, parsed, scalarText, textOf } from './text.ts';

/** First and last port, both included. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** One entry of `ports`. */
export interface PortMapping {
  readonly syntax: 'short' | 'long';
  /** Address of the host that it listens on; absent means all of them. */
  readonly hostIp: Value<string>;
  /** Port of the host; absent means that Docker picks a free one. */
  readonly published: Value<PortRange>;
  /** Port of the container. */
  readonly target: Value<PortRange>;
  /** `tcp` when nothing is said. */
  readonly protocol: Value<string>;
  /** `host` or `ingress`; only a swarm obeys. */
  readonly mode: Value<string>;
  readonly appProtocol: Value<string>;
  readonly name: Value<string>;
  /** The whole text of a short syntax, for messages; what the long syntax says in the words of the short one. */
  readonly label: string;
  /** The short syntax with its variables. */
  readonly text?: ScalarText;
  readonly written: Written;
  readonly at: At;
}

/** One address or port, or `first-last`; undefined for anything that is no port of 0 to 65535. */
export function parsePortRange(text: string): PortRange | undefined {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  return first <= last && last <= 65535 ? { first, last } : undefined;
}

function portValue(value: Value<string>): Value<PortRange> {
  if (value.kind === 'known' && value.value === '') return absent(value.at);
  return parsed(value, parsePortRange, 'a port or a range of ports');
}

/** `[::1]` without its brackets; an empty text is no address. */
function addressValue(value: Value<string>): Value<string> {
  if (value.kind === 'known' && value.value === '') return absent(value.at);
  return mapValue(value, (text) => text.replace(/^\[(.*)\]$/, '$1'));
}

/** Whether an unknown variable before the only colon is a port, going by its name: it could hold `address:port` as well. */
function isNamedAfterPort(value: Value<string>): boolean {
  return (
    value.kind === 'dynamic' &&
    /^\$\{?\w*port\w*\}?(?:-\$\{?\w*port\w*\}?)?$/i.test(value.text) &&
    !/_(?:ip|addr|address|bind|listen)(?:_|\b)/i.test(value.text)
  );
}

/**
 * The short syntax `[IP:][PUBLISHED:]TARGET[/PROTOCOL]` (Compose spec, "ports", "Short syntax"). As in Docker, everything before the
 * last two colons is the address, so that `::1:80:80` works without brackets.
 */
function readShort(text: ScalarText): PortMapping {
  const at = text.at();
  const nothing = absent<string>(at);
  const shared = {
    syntax: 'short' as const,
    mode: nothing,
    appProtocol: nothing,
    name: nothing,
    label: text.raw,
    text,
    written: text.origin,
    at,
  };
  const cut = text.parts((raw, opaque) => {
    const slash = splitAt(raw, '/', opaque);
    const ports = splitAt(raw.slice(0, slash[0]?.end ?? 0), ':', opaque);
    const [target, published] = [ports.at(-1), ports.at(-2)];
    const address = ports.length > 2 && published ? { start: 0, end: published.start - 1 } : undefined;
    return [
      slash[1] ?? { start: raw.length, end: raw.length },
      target ?? { start: 0, end: 0 },
      ...(published ? [published] : []),
      ...(address ? [address] : []),
    ];
  });
  const [protocol, target, published, address] = cut;
  if (!protocol || !target) {
    const unknown = dynamic<never>(text.raw, at);
    return { ...shared, hostIp: unknown, published: unknown, target: unknown, protocol: unknown };
  }
  const whole = text.whole();
  // A lone variable may hold any of the syntaxes.
  const bare = target.kind === 'dynamic' && published === undefined;
  const ambiguous =
    whole.kind === 'dynamic' && address === undefined && published?.kind === 'dynamic' && !isNamedAfterPort(published);
  const hostIp = bare || ambiguous ? dynamic<string>(text.raw, at) : address ? addressValue(address) : nothing;
  return {
    ...shared,
    hostIp,
    published: bare ? dynamic(text.raw, at) : published ? portValue(published) : absent(at),
    target: portValue(target),
    protocol: protocol.kind === 'known' && protocol.value === '' ? known('tcp', at) : mapValue(protocol, (p) => p.toLowerCase()),
  };
}

function readLong(item: Written, scope: Scope): PortMapping {
  const field = itemField(item, scope);
  const target = field.child('target').text();
  const published = field.child('published').text();
  const protocol = field.child('protocol').text();
  const shown = (value: Value<string>): string =>
    value.kind === 'known' ? value.value : value.kind === 'dynamic' ? value.text : '';
  return {
    syntax: 'long',
    hostIp: addressValue(field.child('host_ip').text()),
    published: portValue(published),
    target: portValue(target),
    protocol: protocol.kind === 'absent' ? known('tcp', protocol.at) : protocol,
    mode: field.child('mode').text(),
    appProtocol: field.child('app_protocol').text(),
    name: field.child('name').text(),
    label: [shown(published), shown(target)].filter((part) => part !== '').join(':'),
    written: item,
    at: atOf(item),
  };
}

function readPort(item: Written, scope: Scope): PortMapping {
  if (item.node.kind === 'map') return readLong(item, scope);
  const text = scalarText(item, scope);
  if (text) return readShort(text);
  const at = atOf(item);
  const nothing = textOf(item, scope);
  const why: Value<never> = nothing.kind === 'known' ? invalid('is no port', at) : nothing;
  return {
    syntax: 'short',
    hostIp: why,
    published: why,
    target: why,
    protocol: why,
    mode: why,
    appProtocol: why,
    name: why,
    label: '',
    written: item,
    at,
  };
}

/** compose-go's `portIndexer`: what makes a later port the same as an earlier one. */
function portKey(port: PortMapping): string | undefined {
  const part = (value: Value<unknown>): string =>
    JSON.stringify(value.kind === 'known' ? value.value : value.kind === 'dynamic' ? value.text : null);
  return [port.hostIp, port.published, port.target, port.protocol].map(part).join(' ');
}

/** `ports` in both syntaxes. */
export function readPorts(field: Field): ItemList<PortMapping> {
  return field.items(readPort, portKey);
}

/** Whether an address stands for every interface: `0.0.0.0`, `0`, `::` in any of its spellings. */
export function isWildcardAddress(address: string): boolean {
  return /^(?:0+(?:\.0+){0,3}|(?:0{0,4}:){2,7}0{0,4}|::(?:ffff:)?0+(?:\.0+){3})$/i.test(address);
}
