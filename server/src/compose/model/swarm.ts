import { valueOf } from '../../core/value.ts';
import type { Definitions, SwarmSign } from './model.ts';
import type { EffectiveService } from './service.ts';

/**
 * Signs that a file is for a swarm: keys that only `docker stack deploy` obeys (Compose Deploy spec; docker/cli
 * `cli/compose/convert`). One is enough for a rule to speak of both.
 */
export function swarmSigns(services: readonly EffectiveService[], definitions: Definitions): readonly SwarmSign[] {
  const signs: SwarmSign[] = [];
  for (const { deploy, ports } of services) {
    if (deploy.present) {
      const mode = valueOf(deploy.mode);
      if (mode !== undefined && mode !== 'replicated') signs.push({ what: `deploy.mode: ${mode}`, at: deploy.mode.at });
      if (deploy.endpointMode.kind !== 'absent') signs.push({ what: 'deploy.endpoint_mode', at: deploy.endpointMode.at });
      if (deploy.placementConstraints.present) signs.push({ what: 'deploy.placement', at: deploy.placementConstraints.at });
      else if (deploy.placementPreferences) signs.push({ what: 'deploy.placement', at: deploy.keyAt });
    }
    for (const { mode } of ports.items) if (mode.kind === 'known') signs.push({ what: `ports.mode: ${mode.value}`, at: mode.at });
  }
  for (const { driver, keyAt } of definitions.networks.values())
    if (valueOf(driver) === 'overlay') signs.push({ what: 'driver: overlay', at: keyAt });
  for (const [kind, map] of [
    ['secret', definitions.secrets],
    ['config', definitions.configs],
  ] as const) {
    for (const { external, keyAt } of map.values())
      if (valueOf(external) === true) signs.push({ what: `external ${kind}`, at: keyAt });
  }
  return signs;
}
