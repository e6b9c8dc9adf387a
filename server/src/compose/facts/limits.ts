import type { FixOffer } from '../../core/finding.ts';
import type { At, Value } from '../../core/value.ts';
import { setServicePath } from '../edit/paths.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';

/** Whether something is limited: *missing*: nobody says; *unlimited*: a value that means no limit, and where; *set*: it is, or may be. */
export type Limit =
  | { readonly kind: 'set' | 'missing' }
  | { readonly kind: 'unlimited'; readonly value: number; readonly at: At };

/** What several ways to set one limit come to. Zero and less mean no limit (Docker: "Resource constraints"). */
export function limitOf(ways: readonly Value<number>[]): Limit {
  if (ways.some((way) => way.kind === 'dynamic' || way.kind === 'invalid' || (way.kind === 'known' && way.value > 0)))
    return { kind: 'set' };
  const off = ways.find((way) => way.kind === 'known');
  return off?.kind === 'known' ? { kind: 'unlimited', value: off.value, at: off.at } : { kind: 'missing' };
}

/**
 * Sets a limit of a service where the file has its limits: under `deploy.resources.limits` when that is used, or in a file for a swarm,
 * which knows no other place; else as a key of the service.
 */
export function setLimit(
  service: EffectiveService,
  file: ComposeFile,
  names: { readonly service: string; readonly deploy: string },
  value: string | number,
  what: string,
): FixOffer {
  const inDeploy = file.swarm.length > 0 || service.field('deploy').child('resources').child('limits').present;
  const path: [string, ...string[]] = inDeploy ? ['deploy', 'resources', 'limits', names.deploy] : [names.service];
  return setServicePath(service, path, value, {
    title: `Limit ${what} to ${value}`,
    safety: 'placeholder',
    select: String(value),
    caution: `${value} is a guess: look with \`docker stats\` at what the program needs.`,
  });
}
