import { valueOf } from '../../core/value.ts';
import { removeServiceKey } from '../edit.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/default-bridge-network',
  title: 'Default bridge network',
  severity: 'low',
  confidence: 'high',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CIS Docker 5.30', url: 'https://www.cisecurity.org/benchmark/docker' },
    {
      title: 'Docker: default bridge network',
      url: 'https://docs.docker.com/engine/network/drivers/bridge/#differences-between-user-defined-bridges-and-the-default-bridge',
    },
    { title: 'CWE-653', url: 'https://cwe.mitre.org/data/definitions/653.html' },
  ],
  messages: {
    bridge: 'Service `{service}` joins `docker0`, on which every container of the host that names no network can reach it.',
  },
  visit: {
    service(context, service, file) {
      const mode = valueOf(service.networkMode);
      if ((mode !== 'bridge' && mode !== 'default') || service.runsWindows || file.swarm.length > 0) return;
      context.report({
        at: service.networkMode.at,
        message: 'bridge',
        data: { service: service.name },
        fixes: () => [
          removeServiceKey(service, 'network_mode', {
            title: "Use the project's own network",
            safety: 'hardening',
            caution: 'Containers of other projects no longer reach it, nor it them, other than by published ports.',
          }),
        ],
      });
    },
  },
});
