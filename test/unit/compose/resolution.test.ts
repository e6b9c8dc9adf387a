import { describe, expect, it } from 'vitest';
import type { EffectiveService } from '../../../server/src/compose/model/service.ts';
import { plain, web } from './read.ts';

// Expected values follow the Compose specification (https://github.com/compose-spec/compose-spec: 05-services, 12-interpolation,
// 13-merge, deploy, build) and, where it is silent, compose-go's loader.
type Row = readonly [
  what: string,
  text: string,
  read: (service: EffectiveService) => unknown,
  expected: unknown,
  variables?: Readonly<Record<string, string>>,
];

const list = (items: readonly { readonly kind: string }[]): unknown[] => items.map((item) => plain(item as never));
const pairs = (s: EffectiveService['environment']): unknown => s.items.map((e) => [plain(e.name), plain(e.value)]);
const port = (s: EffectiveService): unknown =>
  s.ports.items.map((p) => [plain(p.hostIp), plain(p.published), plain(p.target), plain(p.protocol)]);
const mount = (s: EffectiveService): unknown =>
  s.volumes.items.map((v) => [plain(v.type), plain(v.source), plain(v.target), plain(v.readOnly)]);
const host = (s: EffectiveService): unknown => s.hostMounts.map((m) => [m.through, plain(m.path), plain(m.readOnly)]);
const p = (first: number, last = first): { first: number; last: number } => ({ first, last });

const BOOLEANS: readonly Row[] = [
  ...['true', 'True', 'TRUE', 'yes', 'Y', 'on', '"true"', "'yes'", '!override true'].map(
    (v): Row => [`privileged: ${v}`, `privileged: ${v}`, (s) => plain(s.privileged), true],
  ),
  ...['false', 'no', 'N', 'off', '"false"'].map(
    (v): Row => [`privileged: ${v}`, `privileged: ${v}`, (s) => plain(s.privileged), false],
  ),
  ...['1', 'maybe', '[true]', '{a: b}'].map(
    (v): Row => [`privileged: ${v}`, `privileged: ${v}`, (s) => plain(s.privileged), '<invalid>'],
  ),
  ...['', '~', '!reset true', '!reset null'].map(
    (v): Row => [`privileged: ${v}`, `privileged: ${v}`, (s) => plain(s.privileged), '<absent>'],
  ),
  ['a default decides', 'privileged: ${P:-true}', (s) => plain(s.privileged), true],
  ['.env decides', 'privileged: ${P:-true}', (s) => plain(s.privileged), false, { P: 'no' }],
  ['only run time knows', 'privileged: ${P}', (s) => plain(s.privileged), '<dynamic ${P}>'],
  ['required at run time', 'privileged: ${P:?set P}', (s) => plain(s.privileged), '<dynamic ${P:?set P}>'],
  ['the default is told', 'privileged: ${P:-true}', (s) => s.privileged.at.via?.kind, 'default'],
  ['.env is told', 'privileged: ${P:-true}', (s) => s.privileged.at.via?.name, 'P', { P: 'yes' }],
];

const PORTS: readonly Row[] = [
  ['container port', 'ports: ["3000"]', port, [['<absent>', '<absent>', p(3000), 'tcp']]],
  ['container range', 'ports: ["3000-3005"]', port, [['<absent>', '<absent>', p(3000, 3005), 'tcp']]],
  ['both', 'ports: ["8000:8000"]', port, [['<absent>', p(8000), p(8000), 'tcp']]],
  ['unquoted', 'ports:\n  - 22:22', port, [['<absent>', p(22), p(22), 'tcp']]],
  ['a number', 'ports: [80]', port, [['<absent>', '<absent>', p(80), 'tcp']]],
  ['ranges', 'ports: ["9090-9091:8080-8081"]', port, [['<absent>', p(9090, 9091), p(8080, 8081), 'tcp']]],
  ['range to one', 'ports: ["12400-12500:1240"]', port, [['<absent>', p(12400, 12500), p(1240), 'tcp']]],
  ['address', 'ports: ["127.0.0.1:8001:8001"]', port, [['127.0.0.1', p(8001), p(8001), 'tcp']]],
  ['address and ranges', 'ports: ["127.0.0.1:5000-5010:5000-5010"]', port, [['127.0.0.1', p(5000, 5010), p(5000, 5010), 'tcp']]],
  ['address, free port', 'ports: ["127.0.0.1::5000"]', port, [['127.0.0.1', '<absent>', p(5000), 'tcp']]],
  ['IPv6 in brackets', 'ports: ["[::1]:6001:6001"]', port, [['::1', p(6001), p(6001), 'tcp']]],
  ['IPv6 bare', 'ports: ["::1:6001:6001"]', port, [['::1', p(6001), p(6001), 'tcp']]],
  ['IPv6 wildcard', 'ports: ["[::]:80:80"]', port, [['::', p(80), p(80), 'tcp']]],
  ['protocol', 'ports: ["6060:6060/udp"]', port, [['<absent>', p(6060), p(6060), 'udp']]],
  ['default in a port', 'ports: ["${PORT:-8080}:80"]', port, [['<absent>', p(8080), p(80), 'tcp']]],
  ['unknown port', 'ports: ["${PORT}:80"]', port, [['<absent>', '<dynamic ${PORT}>', p(80), 'tcp']]],
  [
    'unknown, perhaps an address',
    'ports: ["${LISTEN}:80"]',
    port,
    [['<dynamic ${LISTEN}:80>', '<dynamic ${LISTEN}>', p(80), 'tcp']],
  ],
  ['unknown address', 'ports: ["${IP}:80:80"]', port, [['<dynamic ${IP}>', p(80), p(80), 'tcp']]],
  ['default address', 'ports: ["${IP:-127.0.0.1}:80:80"]', port, [['127.0.0.1', p(80), p(80), 'tcp']]],
  ['an address inside a variable', 'ports: ["${LISTEN:-127.0.0.1:80}:80"]', port, [['127.0.0.1', p(80), p(80), 'tcp']]],
  ['one variable', 'ports: ["${PORTS}"]', port, [['<dynamic ${PORTS}>', '<dynamic ${PORTS}>', '<dynamic ${PORTS}>', 'tcp']]],
  ['nonsense', 'ports: ["http:80"]', port, [['<absent>', '<invalid>', p(80), 'tcp']]],
  ['beyond 65535', 'ports: ["70000:80"]', port, [['<absent>', '<invalid>', p(80), 'tcp']]],
  [
    'long',
    'ports:\n  - target: 80\n    published: "8080"\n    host_ip: 127.0.0.1\n    protocol: udp\n    mode: host',
    port,
    [['127.0.0.1', p(8080), p(80), 'udp']],
  ],
  ['long, least', 'ports:\n  - target: 80', port, [['<absent>', '<absent>', p(80), 'tcp']]],
  ['long, empty address', 'ports:\n  - target: 80\n    published: 80\n    host_ip:', port, [['<absent>', p(80), p(80), 'tcp']]],
  ['long, range', 'ports: [{target: 80, published: "8083-9000"}]', port, [['<absent>', p(8083, 9000), p(80), 'tcp']]],
  [
    'long, address in published',
    'ports: [{target: 80, published: 127.0.0.1:80}]',
    port,
    [['<absent>', '<invalid>', p(80), 'tcp']],
  ],
];

const VOLUMES: readonly Row[] = [
  ['anonymous', 'volumes: [/data]', mount, [['volume', '<absent>', '/data', false]]],
  ['named', 'volumes: ["db:/data"]', mount, [['volume', 'db', '/data', false]]],
  ['bind', 'volumes: ["/etc:/host"]', mount, [['bind', '/etc', '/host', false]]],
  ['relative', 'volumes: ["./x:/y:ro"]', mount, [['bind', './x', '/y', true]]],
  ['home', 'volumes: ["~/.ssh:/s:ro,z"]', mount, [['bind', '~/.ssh', '/s', true]]],
  [
    'options',
    'volumes: ["/a:/b:rw,Z,rshared"]',
    (s) => s.volumes.items.map((v) => [plain(v.selinux), plain(v.propagation), plain(v.readOnly)]),
    [['Z', 'rshared', false]],
  ],
  ['drive letter', 'volumes: ["C:\\\\data:/y"]', mount, [['bind', 'C:\\data', '/y', false]]],
  ['default', 'volumes: ["${D:-/var/run}/docker.sock:/x"]', mount, [['bind', '/var/run/docker.sock', '/x', false]]],
  ['.env', 'volumes: ["${D}:/x"]', mount, [['bind', '/srv', '/x', false]], { D: '/srv' }],
  ['unknown', 'volumes: ["${D}:/x"]', mount, [['<dynamic ${D}>', '<dynamic ${D}>', '/x', false]]],
  ['unknown below a path', 'volumes: ["/etc/${D}:/x"]', mount, [['bind', '<dynamic /etc/${D}>', '/x', false]]],
  ['long', 'volumes: [{type: bind, source: /a, target: /b, read_only: true}]', mount, [['bind', '/a', '/b', true]]],
  [
    'long tmpfs',
    'volumes: [{type: tmpfs, target: /t, tmpfs: {size: 10m}}]',
    (s) => plain(s.volumes.items[0]?.tmpfsSize),
    10 * 1024 * 1024,
  ],
  [
    'host path of a bind',
    'volumes: ["//var/run/./x/../docker.sock:/d"]',
    host,
    [['bind', '//var/run/./x/../docker.sock', false]],
  ],
  ['home by variable', 'volumes: ["${HOME}/.aws:/d:ro"]', host, [['bind', '~/.aws', true]]],
  [
    'Windows pipe',
    'volumes: [{type: npipe, source: "\\\\\\\\.\\\\pipe\\\\docker_engine", target: x}]',
    host,
    [['bind', '\\\\.\\pipe\\docker_engine', false]],
  ],
  ['named volume is none', 'volumes: ["db:/data"]', host, []],
];

const WHOLE = `services:
  web:
    volumes: ["sock:/s", "db:/d", "nfs:/n"]
    secrets: [key]
    configs: [{source: conf, target: /c}]
volumes:
  sock: {driver: local, driver_opts: {type: none, o: "ro,bind", device: /var/run/docker.sock}}
  db:
  nfs: {driver_opts: {type: nfs, o: addr=10.0.0.1, device: ":/x"}}
secrets: {key: {file: /root/key}}
configs: {conf: {file: ./c}}
`;

const TOGETHER: readonly Row[] = [
  [
    'volumes, secrets and configs that bind',
    WHOLE,
    host,
    [
      ['named-volume', '/var/run/docker.sock', false],
      ['secret', '/root/key', true],
      ['config', './c', true],
    ],
  ],
  [
    'alias',
    'x-e: &e\n  A: b\nservices:\n  web:\n    environment: *e\n',
    (s) => [pairs(s.environment), s.environment.get('A')?.at.via?.kind],
    [[['A', 'b']], 'alias'],
  ],
  [
    'merge key',
    'x-s: &s\n  privileged: true\nservices:\n  web:\n    <<: *s\n',
    (s) => [plain(s.privileged), s.privileged.at.via?.kind],
    [true, 'merge'],
  ],
  [
    'own key hides the merged one',
    'x-s: &s\n  privileged: true\nservices:\n  web:\n    <<: *s\n    privileged: false\n',
    (s) => plain(s.privileged),
    false,
  ],
  [
    'a merge is shallow: the own list replaces',
    'x-s: &s\n  cap_drop: [ALL]\nservices:\n  web:\n    <<: *s\n    cap_drop: [KILL]\n',
    (s) => list(s.capDrop.items),
    ['KILL'],
  ],
  ['variables in an anchor', 'x-s: &s\n  user: "${U:-0}"\nservices:\n  web:\n    <<: *s\n', (s) => plain(s.user), '0'],
  ['whole service by alias', 'services:\n  base: &b\n    user: root\n  web: *b\n', (s) => plain(s.user), 'root'],
];

const extending = (base: string, own: string): string =>
  `services:\n  base:\n${base.replace(/^/gm, '    ')}\n  web:\n    extends: {service: base}\n${own.replace(/^(?=.)/gm, '    ')}\n`;

const EXTENDS: readonly Row[] = [
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
];

const SYNTAX: readonly Row[] = [
  [
    'environment, mapping',
    'environment: {A: b, C: 1, D: , E: "x=y"}',
    (s) => pairs(s.environment),
    [
      ['A', 'b'],
      ['C', '1'],
      ['D', '<absent>'],
      ['E', 'x=y'],
    ],
  ],
  [
    'environment, list',
    'environment: [A=b, C, D=, E=x=y]',
    (s) => pairs(s.environment),
    [
      ['A', 'b'],
      ['C', '<absent>'],
      ['D', ''],
      ['E', 'x=y'],
    ],
  ],
  [
    'environment with variables',
    'environment: ["A=${X:-d}", "B=${Y}"]',
    (s) => pairs(s.environment),
    [
      ['A', 'd'],
      ['B', '<dynamic ${Y}>'],
    ],
  ],
  ['env_file, text', 'env_file: .env', (s) => s.envFile.items.map((e) => plain(e.path)), ['.env']],
  [
    'env_file, long',
    'env_file: [a, {path: b, required: false}]',
    (s) => s.envFile.items.map((e) => [plain(e.path), plain(e.required)]),
    [
      ['a', true],
      ['b', false],
    ],
  ],
  ['tmpfs, text', 'tmpfs: /run', (s) => list(s.tmpfs.items), ['/run']],
  ['labels, list', 'labels: ["a.b=c"]', (s) => pairs(s.labels), [['a.b', 'c']]],
  [
    'extra_hosts, both separators',
    'extra_hosts: ["a=1.2.3.4", "b:5.6.7.8"]',
    (s) => pairs(s.extraHosts),
    [
      ['a', '1.2.3.4'],
      ['b', '5.6.7.8'],
    ],
  ],
  ['sysctls', 'sysctls: {net.core.somaxconn: 1024}', (s) => pairs(s.sysctls), [['net.core.somaxconn', '1024']]],
  [
    'ulimits',
    'ulimits: {nproc: 65535, nofile: {soft: 1, hard: 2}}',
    (s) => s.ulimits.map((u) => [u.name, plain(u.soft), plain(u.hard)]),
    [
      ['nproc', 65535, 65535],
      ['nofile', 1, 2],
    ],
  ],
  [
    'devices',
    'devices: ["/dev/a:/dev/b:r", "/dev/c", {source: /dev/d, target: /dev/e, permissions: rw}]',
    (s) => s.devices.items.map((d) => [plain(d.source), plain(d.target), plain(d.permissions)]),
    [
      ['/dev/a', '/dev/b', 'r'],
      ['/dev/c', '/dev/c', 'rwm'],
      ['/dev/d', '/dev/e', 'rw'],
    ],
  ],
  [
    'secrets',
    'secrets: [a, {source: b, target: /t, mode: 0440}]',
    (s) => s.secrets.items.map((x) => [plain(x.source), plain(x.target), plain(x.mode)]),
    [
      ['a', '<absent>', '<absent>'],
      ['b', '/t', '0440'],
    ],
  ],
  [
    'networks, list and mapping',
    'networks: {a: {ipv4_address: 10.0.0.2}, b: }',
    (s) => s.networks.items.map((n) => [plain(n.name), plain(n.ipv4Address)]),
    [
      ['a', '10.0.0.2'],
      ['b', '<absent>'],
    ],
  ],
  [
    'security_opt, separators',
    'security_opt: [no-new-privileges, "seccomp:unconfined", apparmor=x, "label:type:y"]',
    (s) => s.securityOpt.items.map((o) => [o.name, o.value]),
    [
      ['no-new-privileges', undefined],
      ['seccomp', 'unconfined'],
      ['apparmor', 'x'],
      ['label', 'type:y'],
    ],
  ],
  ...['no-new-privileges', 'no-new-privileges:true', 'no-new-privileges=true', 'no-new-privileges:1'].map(
    (o): Row => [o, `security_opt: ["${o}"]`, (s) => plain(s.securityOpt.noNewPrivileges), true],
  ),
  [
    'last no-new-privileges counts',
    'security_opt: ["no-new-privileges:true", "no-new-privileges:false"]',
    (s) => plain(s.securityOpt.noNewPrivileges),
    false,
  ],
  ['no such option', 'security_opt: [label=disable]', (s) => plain(s.securityOpt.noNewPrivileges), '<absent>'],
  ['an option by variable', 'security_opt: ["${OPT}"]', (s) => plain(s.securityOpt.noNewPrivileges), '<dynamic >'],
  ['build, text', 'build: ./dir', (s) => plain(s.build?.context), './dir'],
  [
    'build, mapping',
    'build: {context: ., args: [A=1], dockerfile_inline: FROM x, privileged: true, entitlements: [security.insecure], ssh: [default]}',
    (s) => [
      plain(s.build?.context),
      plain(s.build?.dockerfileInline),
      plain(s.build?.privileged),
      s.build?.args.get('A') !== undefined,
      list(s.build?.entitlements.items ?? []),
    ],
    ['.', 'FROM x', true, true, ['security.insecure']],
  ],
  ['no build', 'image: x', (s) => s.build, undefined],
  ['command, text', 'command: sh -c \'a b\' "c"', (s) => list(s.command?.words ?? []), ['sh', '-c', 'a b', 'c']],
  ['command, list', 'command: [sh, -c, "a b"]', (s) => list(s.command?.words ?? []), ['sh', '-c', 'a b']],
  [
    'healthcheck',
    'healthcheck: {test: [CMD, x], interval: 1m30s, retries: 3}',
    (s) => [list(s.healthcheck.test?.words ?? []), plain(s.healthcheck.interval), plain(s.healthcheck.retries)],
    [['CMD', 'x'], 90_000, 3],
  ],
  [
    'hooks',
    'post_start: [{command: ./x, user: root, privileged: true}]',
    (s) => s.postStart.items.map((h) => [plain(h.user), plain(h.privileged)]),
    [['root', true]],
  ],
  ['gpus', 'gpus: all', (s) => s.gpus.items.map((g) => plain(g.count)), ['all']],
  [
    'depends_on',
    'depends_on: {a: {condition: service_healthy}}',
    (s) => s.dependsOn.map((d) => [d.service, plain(d.condition)]),
    [['a', 'service_healthy']],
  ],
  [
    'depends_on, list',
    'depends_on: [a]',
    (s) => s.dependsOn.map((d) => [d.service, plain(d.condition)]),
    [['a', 'service_started']],
  ],
  [
    'logging',
    'logging: {driver: json-file, options: {max-size: 1m}}',
    (s) => [plain(s.logging.driver), pairs(s.logging.options)],
    ['json-file', [['max-size', '1m']]],
  ],
  ...(
    [
      ['512m', 512 * 1024 ** 2],
      ['1gb', 1024 ** 3],
      ['1.5g', 1.5 * 1024 ** 3],
      ['100', 100],
      ['0', 0],
      ['lots', '<invalid>'],
    ] as const
  ).map(([v, n]): Row => [`mem_limit: ${v}`, `mem_limit: ${v}`, (s) => plain(s.memLimit), n]),
  ['credential_spec', 'credential_spec: {file: x.json}', (s) => plain(s.credentialSpecFile), 'x.json'],
  ['profiles', 'profiles: [debug]', (s) => list(s.profiles.items), ['debug']],
];

const TABLES: readonly (readonly [string, readonly Row[]])[] = [
  ['booleans', BOOLEANS],
  ['ports', PORTS],
  ['volumes', VOLUMES],
  ['anchors and definitions', TOGETHER],
  ['extends', EXTENDS],
  ['short and long syntax', SYNTAX],
];

for (const [name, rows] of TABLES) {
  describe(name, () => {
    for (const [what, text, read, expected, variables] of rows) {
      it(what, () => expect(read(web(text, variables))).toEqual(expected));
    }
  });
}
