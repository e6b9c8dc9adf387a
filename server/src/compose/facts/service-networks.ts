import { valueOf } from '../../core/value.ts';
import { lookupPort } from '../../knowledge/ports.ts';
import type { EffectiveService } from '../model/service.ts';

/**
 * The networks of the file that a service joins; `default` where it says none (Compose spec, "networks"). Undefined when that is not
 * known.
 */
export function networksOf({ networkMode, networks, open }: EffectiveService): readonly string[] | undefined {
  if (networkMode.kind === 'known') return [];
  if (networkMode.kind !== 'absent' || networks.open || open) return undefined;
  if (!networks.present) return ['default'];
  return networks.items.flatMap(({ name }) => valueOf(name) ?? []);
}

/** Whether a service keeps data that others ask for over the network, going by what is known of its image. */
export function isDatastore({ imageFacts }: EffectiveService): boolean {
  return imageFacts?.ports.some((port) => ['database', 'messaging'].includes(lookupPort(port)?.group ?? '')) ?? false;
}

/** Whether a service uses another one, going by what it waits for, links to, or names in its environment or command. */
export function uses(service: EffectiveService, other: EffectiveService): boolean {
  const { dependsOn, links, environment, command, envFile } = service;
  if (envFile.present || environment.open || dependsOn.some((dependency) => dependency.service === other.name)) return true;
  const values = [...environment.items.map(({ value }) => value), ...links.items, ...(command?.words ?? [])];
  const word = new RegExp(`(?<![\\w.-])${other.name.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`);
  return values.some((value) => value.kind === 'dynamic' || word.test(valueOf(value) ?? ''));
}
