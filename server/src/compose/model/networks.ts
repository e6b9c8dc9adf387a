import type { At, Value } from '../../core/value.ts';
import { known } from '../../core/value.ts';
import type { Field, ItemList } from './field.ts';
import { inside, textOf } from './text.ts';

/** One network that a service joins. */
export interface NetworkAttachment {
  /** Name of the top-level network; `default` is the project's own. */
  readonly name: Value<string>;
  readonly aliases: ItemList<Value<string>>;
  readonly ipv4Address: Value<string>;
  readonly ipv6Address: Value<string>;
  readonly macAddress: Value<string>;
  readonly at: At;
}

function attachment(name: Value<string>, field: Field): NetworkAttachment {
  return {
    name,
    aliases: field.child('aliases').strings(),
    ipv4Address: field.child('ipv4_address').text(),
    ipv6Address: field.child('ipv6_address').text(),
    macAddress: field.child('mac_address').text(),
    at: name.at,
  };
}

/**
 * A service's `networks`, list or mapping, merged by name. When none is written the service joins `default`, unless `network_mode`
 * is set (Compose spec, "networks": "implicit"); that is not listed here.
 */
export function readNetworkAttachments(field: Field): ItemList<NetworkAttachment> {
  const byName = new Map<string, NetworkAttachment>();
  const unknown: NetworkAttachment[] = [];
  let open = field.open;
  const nothing = field.child('');
  for (const layer of field.written) {
    const { node } = layer;
    if (node.kind === 'seq') {
      if (node.open) open = true;
      for (const item of node.items) {
        const name = textOf(inside(layer, item), field.scope);
        if (name.kind === 'known') byName.set(name.value, byName.get(name.value) ?? attachment(name, nothing));
        else {
          if (name.kind === 'dynamic') open = true;
          unknown.push(attachment(name, nothing));
        }
      }
    } else if (node.kind === 'map' && node.open) open = true;
  }
  for (const [name, child] of field.children()) byName.set(name, attachment(known(name, child.keyAt), child));
  return { items: [...byName.values(), ...unknown], open, present: field.present, at: field.at };
}
