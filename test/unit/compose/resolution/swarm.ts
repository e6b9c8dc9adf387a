import { plain } from '../read.ts';
import type { Table } from './row.ts';
import { list, pairs } from './row.ts';

export const SWARM: Table = {
  section: 'Deploy',
  rows: [
    ['mode', 'deploy: {mode: global}', (s) => plain(s.deploy.mode), 'global'],
    ['mode of a job', 'deploy: {mode: replicated-job}', (s) => plain(s.deploy.mode), 'replicated-job'],
    ['replicas', 'deploy: {replicas: "3"}', (s) => plain(s.deploy.replicas), 3],
    ['replicas by default', 'deploy: {replicas: "${N:-2}"}', (s) => plain(s.deploy.replicas), 2],
    ['endpoint_mode', 'deploy: {endpoint_mode: dnsrr}', (s) => plain(s.deploy.endpointMode), 'dnsrr'],
    [
      'labels of the service, not of its containers',
      'deploy: {labels: {a: b}}',
      (s) => [pairs(s.deploy.labels), pairs(s.labels)],
      [[['a', 'b']], []],
    ],
    [
      'placement',
      'deploy: {placement: {constraints: [node.role == manager]}}',
      (s) => list(s.deploy.placementConstraints.items),
      ['node.role == manager'],
    ],
    [
      'preferences',
      'deploy: {placement: {preferences: [{spread: node.labels.zone}]}}',
      (s) => s.deploy.placementPreferences,
      true,
    ],
    [
      'limits',
      'deploy: {resources: {limits: {cpus: "0.5", memory: 50M, pids: 1}}}',
      (s) => [plain(s.deploy.limits.cpus), plain(s.deploy.limits.memory), plain(s.deploy.limits.pids)],
      [0.5, 50 * 1024 ** 2, 1],
    ],
    [
      'reservations are no limits',
      'deploy: {resources: {reservations: {memory: 20M}}}',
      (s) => [plain(s.deploy.limits.memory), plain(s.deploy.reservations.memory)],
      ['<absent>', 20 * 1024 ** 2],
    ],
    [
      'devices',
      'deploy: {resources: {reservations: {devices: [{capabilities: [gpu], count: 2}]}}}',
      (s) => s.deploy.reservations.devices.items.map((d) => [list(d.capabilities.items), plain(d.count)]),
      [[['gpu'], '2']],
    ],
    [
      'restart_policy',
      'deploy: {restart_policy: {condition: on-failure, max_attempts: 3}}',
      (s) => [plain(s.deploy.restartCondition), plain(s.deploy.restartMaxAttempts)],
      ['on-failure', 3],
    ],
    ['none', 'image: a', (s) => [s.deploy.present, plain(s.deploy.mode)], [false, '<absent>']],
  ],
};
