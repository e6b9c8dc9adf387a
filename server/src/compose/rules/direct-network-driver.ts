import { valueOf } from '../../core/value.ts';
import { removeFromDefinition } from '../edit/definitions.ts';
import { composeRule } from '../rule.ts';

const DIRECT: ReadonlySet<string> = new Set(['macvlan', 'ipvlan']);

export default composeRule({
  id: 'compose/direct-network-driver',
  title: 'Containers directly on the physical network',
  severity: 'low',
  confidence: 'high',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Docker: macvlan network driver', url: 'https://docs.docker.com/engine/network/drivers/macvlan/' },
    { title: 'Docker: ipvlan network driver', url: 'https://docs.docker.com/engine/network/drivers/ipvlan/' },
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
  ],
  messages: {
    direct: 'Network `{network}` puts its services on the physical network by `{driver}`: all their ports are open there.',
  },
  visit: {
    file(context, file) {
      for (const { key, keyAt, driver, driverOpts, subnets } of file.networks.values()) {
        const name = valueOf(driver);
        if (name === undefined || !DIRECT.has(name)) continue;
        context.report({
          at: driver.at,
          message: 'direct',
          data: { network: key, driver: name },
          related: [{ at: keyAt, message: 'The network is defined here' }],
          fixes: () => {
            const title = 'Use a bridge network';
            return driverOpts.present || subnets.present
              ? [{ title, refused: 'its options and addresses are those of the physical network: remove them first' }]
              : [
                  removeFromDefinition(file, 'networks', key, 'driver', {
                    title,
                    safety: 'hardening',
                    caution: 'Other machines reach only the ports that are published.',
                  }),
                ];
          },
        });
      }
    },
  },
});
