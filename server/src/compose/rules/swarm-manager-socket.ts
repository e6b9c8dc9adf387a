import { valueOf } from '../../core/value.ts';
import { lookupSocket } from '../../knowledge/runtime-sockets.ts';
import { removeServiceItem } from '../edit.ts';
import { composeRule } from '../rule.ts';

const MANAGERS_ONLY = /^\s*node\.role\s*==\s*manager\s*$/i;

export default composeRule({
  id: 'compose/swarm-manager-socket',
  title: 'Socket of a swarm manager mounted',
  severity: 'critical',
  confidence: 'high',
  category: 'host-access',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'Protect the Docker daemon socket', url: 'https://docs.docker.com/engine/security/protect-access/' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
  ],
  messages: {
    manager: 'Service `{service}` runs on a manager and mounts `{path}`: whoever controls it is root on every node of the swarm.',
  },
  visit: {
    service(context, service) {
      const manager = service.deploy.placementConstraints.items.find((item) => MANAGERS_ONLY.test(valueOf(item) ?? ''));
      if (!manager) return;
      const mount = service.hostMounts.find(({ path }) => lookupSocket(valueOf(path) ?? '')?.service === 'Docker');
      if (!mount) return;
      context.report({
        at: manager.at,
        message: 'manager',
        data: { service: service.name, path: valueOf(mount.path) ?? '' },
        related: [{ at: mount.path.at, message: 'The socket is mounted here' }],
        fixes: () => [
          removeServiceItem(service, mount.at, {
            title: `Remove the mount of \`${valueOf(mount.path) ?? ''}\``,
            safety: 'hardening',
            caution:
              'A program that watches or starts containers stops working: give it a socket proxy that lets only its own calls through.',
          }),
        ],
      });
    },
  },
});
