import type { At, Value } from '../../core/value.ts';
import type { DeviceRequest } from './devices.ts';
import { readDeviceRequests } from './devices.ts';
import type { Field, ItemList } from './field.ts';
import type { KeyValues } from './key-values.ts';
import { readKeyValues } from './key-values.ts';

/** `deploy.resources.limits` or `.reservations`. */
export interface Resources {
  readonly cpus: Value<number>;
  /** In bytes. */
  readonly memory: Value<number>;
  readonly pids: Value<number>;
  readonly devices: ItemList<DeviceRequest>;
  readonly at: At;
}

/** `deploy` (Compose Deploy specification). */
export interface Deploy {
  readonly mode: Value<string>;
  readonly replicas: Value<number>;
  readonly endpointMode: Value<string>;
  readonly labels: KeyValues;
  readonly limits: Resources;
  readonly reservations: Resources;
  readonly restartCondition: Value<string>;
  readonly restartMaxAttempts: Value<number>;
  readonly placementConstraints: ItemList<Value<string>>;
  readonly placementPreferences: boolean;
  readonly present: boolean;
  readonly at: At;
  readonly keyAt: At;
}

function readResources(field: Field): Resources {
  return {
    cpus: field.child('cpus').decimal(),
    memory: field.child('memory').size(),
    pids: field.child('pids').integer(),
    devices: readDeviceRequests(field.child('devices')),
    at: field.at,
  };
}

/** Reads `deploy`; what is missing is absent at the service's name. */
export function readDeploy(field: Field): Deploy {
  const restart = field.child('restart_policy');
  const resources = field.child('resources');
  const placement = field.child('placement');
  return {
    mode: field.child('mode').text(),
    replicas: field.child('replicas').integer(),
    endpointMode: field.child('endpoint_mode').text(),
    labels: readKeyValues(field.child('labels')),
    limits: readResources(resources.child('limits')),
    reservations: readResources(resources.child('reservations')),
    restartCondition: restart.child('condition').text(),
    restartMaxAttempts: restart.child('max_attempts').integer(),
    placementConstraints: placement.child('constraints').strings(),
    placementPreferences: placement.child('preferences').present,
    present: field.present,
    at: field.at,
    keyAt: field.keyAt,
  };
}
