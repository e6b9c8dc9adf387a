import type { Severity } from '../../core/severity.ts';
import { removeServiceKey } from '../edit.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

interface Namespace {
  readonly key: string;
  readonly read: (service: EffectiveService) => EffectiveService['pid'];
  readonly severity: Severity;
  /** What it shares, and what that lets an attacker do. */
  readonly what: string;
  readonly caution: string;
}

const NAMESPACES: readonly Namespace[] = [
  {
    key: 'network_mode',
    read: (s) => s.networkMode,
    severity: 'high',
    what: 'the network of the host: it reaches services on localhost and listens on every interface',
    caution: 'Ports have to be published with `ports`, and other services are reached by their names.',
  },
  {
    key: 'pid',
    read: (s) => s.pid,
    severity: 'high',
    what: 'the processes of the host: it sees them all and, as root, can signal and inspect them',
    caution: 'Programs that watch processes of the host no longer see them.',
  },
  {
    key: 'ipc',
    read: (s) => s.ipc,
    severity: 'high',
    what: 'the shared memory of the host: it reads and changes what programs there exchange',
    caution: 'Programs that share memory with the host need another way.',
  },
  {
    key: 'uts',
    read: (s) => s.uts,
    severity: 'medium',
    what: 'the host name of the host',
    caution: 'The container gets a host name of its own.',
  },
  {
    key: 'userns_mode',
    read: (s) => s.usernsMode,
    severity: 'medium',
    what: 'the user ids of the host: the remapping that the daemon may be set to is off for it',
    caution: 'With a remapping daemon, files of volumes belong to other user ids.',
  },
  {
    key: 'cgroup',
    read: (s) => s.cgroup,
    severity: 'medium',
    what: 'the control groups of the host: it sees how all of them are laid out',
    caution: 'Programs that read the control groups of the host see only their own.',
  },
];

export default composeRule({
  id: 'compose/host-namespace',
  title: 'Host namespace shared',
  severity: 'high',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [
      { id: 'CL-0008', relation: 'wider', note: 'one rule for all namespaces' },
      { id: 'CL-0010', relation: 'wider', note: 'one rule for all namespaces' },
    ],
    kics: [
      {
        id: 'Shared Host Network Namespace',
        aliases: ['071a71ff-f868-47a4-ac0b-3c59e4ab5443', 'shared_host_network_namespace'],
        relation: 'wider',
        note: 'one rule for all namespaces',
      },
      {
        id: 'Host Namespace is Shared',
        aliases: ['4f31dd9f-2cc3-4751-9b53-67e4af83dac0', 'host_namespace_is_shared'],
        relation: 'wider',
        note: 'one rule for all namespaces',
      },
      {
        id: 'Shared Host IPC Namespace',
        aliases: ['baa3890f-bed7-46f5-ab8f-1da8fc91c729', 'shared_host_ipc_namespace'],
        relation: 'wider',
        note: 'one rule for all namespaces',
      },
      {
        id: 'Shared Host User Namespace',
        aliases: ['8af7162d-6c98-482f-868e-0d33fb675ca8', 'shared_host_user_namespace'],
        relation: 'wider',
        note: 'one rule for all namespaces',
      },
    ],
  },
  references: [
    { title: 'CWE-653', url: 'https://cwe.mitre.org/data/definitions/653.html' },
    { title: 'CIS Docker 5.10, 5.16, 5.17, 5.21, 5.31', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'namespaces(7)', url: 'https://man7.org/linux/man-pages/man7/namespaces.7.html' },
  ],
  messages: {
    shared: 'Service `{service}` sets `{key}: host` and shares {what}.',
  },
  visit: {
    service(context, service) {
      for (const { key, read, severity, what, caution } of NAMESPACES) {
        const value = read(service);
        if (value.kind !== 'known' || value.value !== 'host') continue;
        context.report({
          at: value.at,
          message: 'shared',
          data: { service: service.name, key, what },
          severity,
          identity: key,
          fixes: () => [removeServiceKey(service, key, { title: `Remove \`${key}: host\``, safety: 'hardening', caution })],
        });
      }
    },
  },
});
