import { valueOf } from '../../core/value.ts';
import { onWindows } from '../facts/swarm-windows.ts';
import type { ComposeFile } from '../model/model.ts';
import { composeRule } from '../rule.ts';

function isEncrypted(file: ComposeFile, network: string): boolean {
  const definition = file.networks.get(network);
  return (
    definition !== undefined && valueOf(definition.driver) === 'overlay' && definition.driverOpts.get('encrypted') !== undefined
  );
}

export default composeRule({
  id: 'compose/swarm-encrypted-overlay-windows',
  title: 'Windows service on an encrypted overlay network',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    {
      title: 'Docker: encrypt traffic on an overlay network',
      url: 'https://docs.docker.com/engine/network/drivers/overlay/#encrypt-traffic-on-an-overlay-network',
    },
  ],
  messages: {
    windows: 'Service `{service}` runs on Windows, which can not use the encrypted overlay network `{network}`.',
  },
  visit: {
    service(context, service, file) {
      if (!onWindows(service)) return;
      for (const { name, at } of service.networks.items) {
        const network = valueOf(name);
        if (network === undefined || !isEncrypted(file, network)) continue;
        context.report({
          at,
          message: 'windows',
          data: { service: service.name, network },
        });
      }
    },
  },
});
