import { valueOf } from '../../core/value.ts';
import { credentialPath } from '../../knowledge/host-paths.ts';
import { lookupSocket } from '../../knowledge/runtime-sockets.ts';
import { removeServiceItem } from '../edit.ts';
import { mountPlace } from '../facts/mount-place.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/host-credential-mount',
  title: 'Credentials of the host mounted',
  severity: 'high',
  confidence: 'high',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [
      { id: 'CL-0013', relation: 'narrower', note: 'only credentials; other paths are `compose/sensitive-host-mount`' },
    ],
  },
  references: [
    { title: 'CWE-522', url: 'https://cwe.mitre.org/data/definitions/522.html' },
    { title: 'Compose: secrets', url: 'https://docs.docker.com/compose/how-tos/use-secrets/' },
    { title: 'MITRE T1552.001', url: 'https://attack.mitre.org/techniques/T1552/001/' },
  ],
  messages: {
    credentials: 'Service `{service}` mounts `{path}`, where credentials of the host or its user are kept.',
    agent: 'Service `{service}` mounts the socket of the {agent}: it signs in with every key in it.',
  },
  visit: {
    service(context, service) {
      for (const mount of service.hostMounts) {
        // A secret is how credentials are meant to be passed on.
        if (mount.through === 'secret' || mount.through === 'config' || mount.path.kind === 'absent') continue;
        const path = mount.path.kind === 'known' ? mount.path.value : mount.path.kind === 'dynamic' ? mount.path.text : '';
        const agent = lookupSocket(path);
        const isAgent = agent?.kind === 'agent' && agent.through === 'socket';
        if (!isAgent && (valueOf(mount.path) === undefined || credentialPath(path) === undefined)) continue;
        context.report({
          ...mountPlace(mount),
          message: isAgent ? 'agent' : 'credentials',
          data: { service: service.name, path, ...(isAgent && { agent: agent.service }) },
          fixes: () => [
            removeServiceItem(service, mount.at, {
              title: `Remove the mount of \`${path}\``,
              safety: 'hardening',
              caution: 'A program that signs in with them no longer can: give it credentials of its own as a secret.',
            }),
          ],
        });
      }
    },
  },
});
