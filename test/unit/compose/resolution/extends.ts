import { plain } from '../read.ts';
import type { Table } from './row.ts';
import { list, mount, pairs } from './row.ts';

const extending = (base: string, own: string): string =>
  `services:\n  base:\n${base.replace(/^/gm, '    ')}\n  web:\n    extends: {service: base}\n${own.replace(/^(?=.)/gm, '    ')}\n`;

export const EXTENDS: Table = {
  section: 'Services, "extends"; Merge',
  rows: [
    [
      'a single value is inherited',
      extending('privileged: true', ''),
      (s) => [plain(s.privileged), s.privileged.at.via?.kind, s.privileged.at.via?.name],
      [true, 'extends', 'base'],
    ],
    ['and overridden', extending('privileged: true', 'privileged: false'), (s) => plain(s.privileged), false],
    ['lists are appended', extending('cap_drop: [ALL]', 'cap_drop: [KILL]'), (s) => list(s.capDrop.items), ['ALL', 'KILL']],
    ['without repeating', extending('cap_add: [KILL]', 'cap_add: [KILL]'), (s) => list(s.capAdd.items), ['KILL']],
    [
      'mappings merged by key',
      extending('environment: {A: 1, B: 2}', 'environment: [B=3, C=4]'),
      (s) => pairs(s.environment),
      [
        ['A', '1'],
        ['B', '3'],
        ['C', '4'],
      ],
    ],
    [
      'volumes by target',
      extending('volumes: ["/a:/t", "/b:/u"]', 'volumes: ["./c:/t"]'),
      mount,
      [
        ['bind', './c', '/t', false],
        ['bind', '/b', '/u', false],
      ],
    ],
    [
      'ports that differ are both there',
      extending('ports: ["80:80"]', 'ports: ["127.0.0.1:80:80"]'),
      (s) => s.ports.items.length,
      2,
    ],
    ['ports that are the same once', extending('ports: ["80:80"]', 'ports: ["80:80/tcp"]'), (s) => s.ports.items.length, 1],
    ['command is replaced', extending('command: [a, b]', 'command: c'), (s) => list(s.command?.words ?? []), ['c']],
    [
      'deep mappings',
      extending('deploy: {resources: {limits: {memory: 1g, cpus: 2}}}', 'deploy: {resources: {limits: {cpus: 0.5}}}'),
      (s) => [plain(s.deploy.limits.memory), plain(s.deploy.limits.cpus)],
      [1024 ** 3, 0.5],
    ],
    ['!reset drops', extending('ports: ["80:80"]', 'ports: !reset []'), (s) => s.ports.items.length, 0],
    [
      '!override replaces',
      extending('ports: ["80:80"]', 'ports: !override ["81:81"]'),
      (s) => s.ports.items.map((x) => x.label),
      ['81:81'],
    ],
    [
      'a null variable of the environment',
      extending('environment: {A: 1, B: 2}', 'environment: {A: !reset null}'),
      (s) => pairs(s.environment),
      [['B', '2']],
    ],
    ['short form', 'services:\n  base: {user: root}\n  web:\n    extends: base\n', (s) => plain(s.user), 'root'],
    [
      'a chain',
      'services:\n  a: {user: root}\n  b: {extends: a, pid: host}\n  web: {extends: b}\n',
      (s) => [plain(s.user), plain(s.pid), s.user.at.via?.name],
      ['root', 'host', 'b'],
    ],
    ['a cycle', 'services:\n  a: {extends: web, pid: host}\n  web: {extends: a}\n', (s) => plain(s.pid), 'host'],
    ['itself', 'services:\n  web: {extends: web, pid: host}\n', (s) => plain(s.pid), 'host'],
    [
      'another file hides what is missing',
      'services:\n  web: {extends: {file: base.yml, service: b}, pid: host}\n',
      (s) => [plain(s.pid), plain(s.user), s.capDrop.open, s.open],
      ['host', '<dynamic >', true, true],
    ],
    ['no such service', 'services:\n  web: {extends: gone}\n', (s) => s.open, true],
  ],
};
