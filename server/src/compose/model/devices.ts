import type { At, Value } from '../../core/value.ts';
import { absent, known } from '../../core/value.ts';
import { itemField } from './environment.ts';
import type { Field, ItemList } from './field.ts';
import { splitAt } from './split.ts';
import type { Scope, Written } from './text.ts';
import { atOf, scalarText, textOf } from './text.ts';

/** One entry of `devices`: a device of the host, or a CDI name (`vendor.com/class=name`) as `source` alone. */
export interface DeviceMapping {
  readonly source: Value<string>;
  /** The source when nothing is said. */
  readonly target: Value<string>;
  /** Any of `r`, `w`, `m`; all three when nothing is said. */
  readonly permissions: Value<string>;
  readonly at: At;
}

function readDevice(item: Written, scope: Scope): DeviceMapping {
  const at = atOf(item);
  if (item.node.kind === 'map') {
    const field = itemField(item, scope);
    const source = field.child('source').text();
    const target = field.child('target').text();
    const permissions = field.child('permissions').text();
    return {
      source,
      target: target.kind === 'absent' ? source : target,
      permissions: permissions.kind === 'absent' ? known('rwm', at) : permissions,
      at,
    };
  }
  const [source, second, third] = scalarText(item, scope)?.parts((raw, opaque) => splitAt(raw, ':', opaque)) ?? [
    textOf(item, scope),
  ];
  const from = source ?? absent<string>(at);
  // As the Docker CLI reads it, two fields may be device and permissions.
  const onlyPermissions = third === undefined && second?.kind === 'known' && /^[rwm]{1,3}$/.test(second.value);
  return {
    source: from,
    target: onlyPermissions ? from : (second ?? from),
    permissions: (onlyPermissions ? second : third) ?? known('rwm', at),
    at,
  };
}

/** `devices` in short (`HOST[:CONTAINER[:PERMISSIONS]]`) and long syntax. */
export function readDevices(field: Field): ItemList<DeviceMapping> {
  return field.items(readDevice, ({ target }) => (target.kind === 'known' ? target.value : undefined));
}

/** `gpus: all`, or a list of device requests as under `deploy.resources.reservations.devices`. */
export interface DeviceRequest {
  readonly driver: Value<string>;
  /** A number or `all`. */
  readonly count: Value<string>;
  readonly capabilities: ItemList<Value<string>>;
  readonly deviceIds: ItemList<Value<string>>;
  readonly at: At;
}

/** Reads `gpus` or `devices` of a reservation: a text stands for one request. */
export function readDeviceRequests(field: Field): ItemList<DeviceRequest> {
  return field.items((item, scope) => {
    const request = itemField(item, scope);
    return {
      driver: request.child('driver').text(),
      count: item.node.kind === 'map' ? request.child('count').text() : textOf(item, scope),
      capabilities: request.child('capabilities').strings(),
      deviceIds: request.child('device_ids').strings(),
      at: atOf(item),
    };
  });
}
