import { plain } from '../read.ts';
import type { Row, Table } from './row.ts';
import { list, pairs } from './row.ts';

export const SYNTAX: Table = {
  rows: [
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
    ['isolation of Windows', 'isolation: hyperv', (s) => s.runsWindows, true],
    ['isolation of any platform', 'isolation: default', (s) => s.runsWindows, false],
    ['isolation by a technology of another platform', 'isolation: other', (s) => s.runsWindows, false],
    ['profiles', 'profiles: [debug]', (s) => list(s.profiles.items), ['debug']],
  ],
};
