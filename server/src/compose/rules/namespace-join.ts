import type { Severity } from '../../core/severity.ts';
import { valueOf } from '../../core/value.ts';
import { removeServiceKey } from '../edit.ts';
import { swarmNote } from '../facts/swarm-note.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

interface Joined {
  readonly key: string;
  readonly read: (service: EffectiveService) => EffectiveService['pid'];
  readonly severity: Severity;
  readonly what: string;
}

const JOINED: readonly Joined[] = [
  { key: 'pid', read: (s) => s.pid, severity: 'medium', what: 'processes: it reads their environments and files' },
  { key: 'ipc', read: (s) => s.ipc, severity: 'low', what: 'shared memory' },
  { key: 'network_mode', read: (s) => s.networkMode, severity: 'low', what: 'network, and all that listens on localhost there' },
];

export default composeRule({
  id: 'compose/namespace-join',
  title: 'Namespace of another container joined',
  severity: 'medium',
  confidence: 'high',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-653', url: 'https://cwe.mitre.org/data/definitions/653.html' },
    { title: 'namespaces(7)', url: 'https://man7.org/linux/man-pages/man7/namespaces.7.html' },
    { title: 'Compose: network_mode, pid, ipc', url: 'https://docs.docker.com/reference/compose-file/services/' },
  ],
  messages: {
    joined: 'Service `{service}` shares with `{other}` its {what}.',
  },
  visit: {
    service(context, service, file) {
      for (const { key, read, severity, what } of JOINED) {
        const value = read(service);
        const [, other] = /^(?:container|service):(.+)$/.exec(valueOf(value) ?? '') ?? [];
        if (other === undefined) continue;
        context.report({
          at: value.at,
          message: 'joined',
          data: { service: service.name, other, what },
          ...swarmNote(file, key, severity),
          identity: `${key} ${other}`,
          fixes: () => [
            removeServiceKey(service, key, {
              title: `Remove \`${key}\``,
              safety: 'hardening',
              caution: `What it did through the ${key === 'network_mode' ? 'network' : key} namespace of \`${other}\` fails.`,
            }),
          ],
        });
      }
    },
  },
});
