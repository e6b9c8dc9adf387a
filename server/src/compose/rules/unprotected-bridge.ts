import { valueOf } from '../../core/value.ts';
import { removeDefinitionEntry } from '../edit/definitions.ts';
import { composeRule } from '../rule.ts';

const GATEWAY_MODE = /^com\.docker\.network\.bridge\.gateway_mode_ipv[46]$/;

export default composeRule({
  id: 'compose/unprotected-bridge',
  title: 'Network without the filter of unpublished ports',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Docker: gateway modes', url: 'https://docs.docker.com/engine/network/port-publishing/#gateway-modes' },
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
  ],
  messages: {
    unprotected: 'Network `{network}` is `nat-unprotected`: all ports of its containers are open to others, published or not.',
  },
  visit: {
    file(context, file) {
      for (const { key, driverOpts } of file.networks.values()) {
        for (const entry of driverOpts.items) {
          const name = valueOf(entry.name) ?? '';
          if (!GATEWAY_MODE.test(name) || valueOf(entry.value) !== 'nat-unprotected') continue;
          context.report({
            at: entry.value.at,
            message: 'unprotected',
            data: { network: key },
            identity: `${key} ${name}`,
            fixes: () => [
              removeDefinitionEntry(file, 'networks', key, 'driver_opts', name, {
                title: 'Filter ports that are not published',
                safety: 'hardening',
                caution: 'Other machines reach only the ports that are published.',
              }),
            ],
          });
        }
      }
    },
  },
});
