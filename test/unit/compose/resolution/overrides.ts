import { plain } from '../read.ts';
import type { FileTable } from './row.ts';
import { list, mount, pairs, port, range } from './row.ts';

const of = (text: string): string => `services:\n  web:\n${text.replace(/^(?=.)/gm, '    ')}\n`;
const image = (text: string): string => of(`image: a\n${text}`);
const both = (below: string, above: string): Readonly<Record<string, string>> => ({
  'compose.yaml': image(below),
  'compose.override.yaml': of(above),
});

export const OVERRIDES: FileTable = {
  section: 'Merge',
  rows: [
    [
      'the override counts for the base',
      both('', 'read_only: true'),
      (s) => [plain(s.readOnly), s.readOnly.at.uri, s.readOnly.at.via?.kind, s.readOnly.at.via?.at],
      [true, 'compose.override.yaml', 'file', undefined],
    ],
    ['a single value is replaced', both('privileged: true', 'privileged: false'), (s) => plain(s.privileged), false],
    ['lists are appended', both('cap_drop: [ALL]', 'cap_drop: [KILL]'), (s) => list(s.capDrop.items), ['ALL', 'KILL']],
    [
      'environment by key, list and mapping mixed',
      both('environment: [A=1, B=2]', 'environment: {B: 3}'),
      (s) => pairs(s.environment),
      [
        ['A', '1'],
        ['B', '3'],
      ],
    ],
    ['labels by key', both('labels: {a: 1}', 'labels: [a=2]'), (s) => pairs(s.labels), [['a', '2']]],
    ['sysctls by key', both('sysctls: [a=1]', 'sysctls: {a: 2}'), (s) => pairs(s.sysctls), [['a', '2']]],
    ['volumes by target', both('volumes: ["/a:/t"]', 'volumes: ["/b:/t:ro"]'), mount, [['bind', '/b', '/t', true]]],
    [
      'an open port stays beside one on an address',
      both('ports: ["8080:80"]', 'ports: ["127.0.0.1:8080:80"]'),
      port,
      [
        ['<absent>', range(8080), range(80), 'tcp'],
        ['127.0.0.1', range(8080), range(80), 'tcp'],
      ],
    ],
    ['the same port once', both('ports: ["80:80"]', 'ports: [{target: 80, published: "80"}]'), (s) => s.ports.items.length, 1],
    [
      'devices by target',
      both('devices: ["/dev/a:/dev/x"]', 'devices: ["/dev/b:/dev/x:r"]'),
      (s) => s.devices.items.map((d) => [plain(d.source), plain(d.permissions)]),
      [['/dev/b', 'r']],
    ],
    [
      'secrets by target',
      both('secrets: [{source: a, target: t}]', 'secrets: [{source: b, target: t}]'),
      (s) => s.secrets.items.map((x) => plain(x.source)),
      ['b'],
    ],
    ['command is replaced', both('command: [a, b]', 'command: c'), (s) => list(s.command?.words ?? []), ['c']],
    ['entrypoint is replaced', both('entrypoint: a', 'entrypoint: [b]'), (s) => list(s.entrypoint?.words ?? []), ['b']],
    [
      'healthcheck by key, its test replaced',
      both('healthcheck: {test: [CMD, a], retries: 5}', 'healthcheck: {test: [CMD, b]}'),
      (s) => [list(s.healthcheck.test?.words ?? []), plain(s.healthcheck.retries)],
      [['CMD', 'b'], 5],
    ],
    [
      'logging by key with the same driver',
      both('logging: {driver: json-file, options: {max-size: 1m}}', 'logging: {options: {max-file: "2"}}'),
      (s) => [plain(s.logging.driver), pairs(s.logging.options)],
      [
        'json-file',
        [
          ['max-size', '1m'],
          ['max-file', '2'],
        ],
      ],
    ],
    [
      'logging replaced with another driver',
      both('logging: {driver: json-file, options: {max-size: 1m}}', 'logging: {driver: syslog}'),
      (s) => [plain(s.logging.driver), pairs(s.logging.options)],
      ['syslog', []],
    ],
    [
      'a limit of ulimits is replaced whole',
      both('ulimits: {nofile: {soft: 1, hard: 2}, nproc: 5}', 'ulimits: {nofile: {soft: 3}}'),
      (s) => s.ulimits.map((u) => [u.name, plain(u.soft), plain(u.hard)]),
      [
        ['nofile', 3, '<absent>'],
        ['nproc', 5, 5],
      ],
    ],
    [
      'depends_on, list and mapping',
      both('depends_on: [a, b]', 'depends_on: {b: {condition: service_healthy}}'),
      (s) => s.dependsOn.map((d) => [d.service, plain(d.condition)]),
      [
        ['a', 'service_started'],
        ['b', 'service_healthy'],
      ],
    ],
    [
      'networks by name',
      both('networks: [a]', 'networks: {b: {aliases: [x]}}'),
      (s) => s.networks.items.map((n) => plain(n.name)),
      ['a', 'b'],
    ],
    [
      'the short build is a context',
      both('build: ./x', 'build: {target: t}'),
      (s) => [plain(s.build?.context), plain(s.build?.target)],
      ['./x', 't'],
    ],
    [
      'deploy deep',
      both('deploy: {resources: {limits: {memory: 1g}}}', 'deploy: {resources: {limits: {cpus: 0.5}}}'),
      (s) => [plain(s.deploy.limits.memory), plain(s.deploy.limits.cpus)],
      [1024 ** 3, 0.5],
    ],
    [
      'definitions are merged as well',
      {
        'compose.yaml': `${image('volumes: ["vol:/v"]')}volumes: {vol: {driver_opts: {type: none, o: bind, device: /a}}}\n`,
        'compose.override.yaml': 'volumes: {vol: {driver_opts: {device: /b}}}\n',
      },
      (s) => s.hostMounts.map((m) => plain(m.path)),
      ['/b'],
    ],
    [
      'docker-compose.override.yml counts for compose.yml',
      { 'compose.yml': image(''), 'docker-compose.override.yml': of('user: app') },
      (s) => plain(s.user),
      'app',
    ],
    [
      'of two override files the first is loaded',
      { 'compose.yaml': image(''), 'compose.override.yaml': of('user: a'), 'docker-compose.override.yml': of('user: b') },
      (s) => plain(s.user),
      'a',
    ],
    [
      'a file that Docker does not load has no override',
      { 'docker-compose.yml': image(''), 'compose.yaml': image(''), 'docker-compose.override.yml': of('user: b') },
      (s) => plain(s.user),
      '<absent>',
    ],
    [
      'an override that is not known is taken not to be there',
      { 'compose.yaml': image(''), 'compose.override.yaml': '?', 'compose.override.yml': '?' },
      (s) => [plain(s.user), s.open],
      ['<absent>', false],
    ],
    [
      'another service only',
      { 'compose.yaml': image(''), 'compose.override.yaml': 'services: {db: {image: b}}\n' },
      (s) => s.open,
      false,
    ],
    [
      'the override judged: what the base lacks is reported there',
      { 'compose.override.yaml': of('pid: host'), 'compose.yaml': image('user: app') },
      (s) => [plain(s.pid), plain(s.user), s.user.at.uri, plain(s.readOnly), s.open],
      ['host', 'app', 'compose.yaml', '<dynamic >', true],
    ],
    [
      'its own value wins over the base',
      { 'docker-compose.override.yml': of('user: root'), 'docker-compose.yml': image('user: app') },
      (s) => [plain(s.user), s.user.at.uri],
      ['root', undefined],
    ],
    [
      'a service that only the override has is whole',
      { 'compose.override.yaml': image(''), 'compose.yaml': 'services: {db: {image: a}}\n' },
      (s) => [plain(s.user), s.open],
      ['<absent>', false],
    ],
    [
      'the base of an override file is not known',
      { 'compose.override.yaml': image(''), 'compose.yaml': '?' },
      (s) => [plain(s.user), s.open],
      ['<dynamic >', true],
    ],
    [
      'an override file by another name',
      { 'app.override.yml': of('pid: host'), 'app.yml': image('user: app') },
      (s) => plain(s.user),
      'app',
    ],
    [
      'a part of a service in a file for one environment',
      { 'compose.prod.yaml': of('restart: always'), 'compose.yaml': image('user: app') },
      (s) => [plain(s.user), s.open],
      ['app', true],
    ],
    [
      'a whole service in a file for one environment is judged alone',
      { 'compose.prod.yaml': image('restart: always'), 'compose.yaml': image('user: app') },
      (s) => [plain(s.user), s.open],
      ['<absent>', false],
    ],
    [
      'the base extends another file',
      {
        'compose.override.yaml': of('pid: host'),
        'compose.yaml': of('extends: {file: c/b.yml, service: base}'),
        'c/b.yml': 'services: {base: {image: a, user: app}}\n',
      },
      (s) => [plain(s.user), s.user.at.uri, s.user.at.via?.kind],
      ['app', 'c/b.yml', 'file'],
    ],
    [
      'COMPOSE_FILE says which files, in their order',
      { 'b.yml': of('user: b'), 'a.yml': image('user: a\npid: host'), 'c.yml': of('user: c') },
      (s) => [plain(s.user), plain(s.pid)],
      ['c', 'host'],
      { COMPOSE_FILE: 'a.yml:b.yml:./c.yml' },
    ],
    [
      'and with which separator',
      { 'b.yml': of('user: b'), 'a.yml': image('pid: host') },
      (s) => plain(s.pid),
      'host',
      { COMPOSE_FILE: 'a.yml|b.yml', COMPOSE_PATH_SEPARATOR: '|' },
    ],
    [
      'with COMPOSE_FILE no override is loaded that it does not list',
      { 'compose.yaml': image(''), 'compose.override.yaml': of('user: app') },
      (s) => plain(s.user),
      '<absent>',
      { COMPOSE_FILE: 'compose.yaml' },
    ],
  ],
};
