import { plain } from '../read.ts';
import type { FileTable } from './row.ts';
import { list, mount, pairs } from './row.ts';

const both = (below: string, above: string): Readonly<Record<string, string>> => ({
  'compose.yaml': `services:\n  web:\n    image: a\n    ${below}\n`,
  'compose.override.yaml': `services:\n  web:\n    ${above}\n`,
});

export const TAGS: FileTable = {
  section: 'Merge, "Reset value" and "Replace value"',
  rows: [
    ['!reset of a single value', both('privileged: true', 'privileged: !reset null'), (s) => plain(s.privileged), '<absent>'],
    ['!reset of a list', both('ports: ["80:80"]', 'ports: !reset []'), (s) => s.ports.items.length, 0],
    ['!reset of a mapping', both('environment: {A: 1}', 'environment: !reset {}'), (s) => pairs(s.environment), []],
    [
      '!reset of one key',
      both('environment: {A: 1, B: 2}', 'environment: {A: !reset null}'),
      (s) => pairs(s.environment),
      [['B', '2']],
    ],
    [
      '!reset takes hardening away',
      both('security_opt: ["no-new-privileges:true"]', 'security_opt: !reset []'),
      (s) => plain(s.securityOpt.noNewPrivileges),
      '<absent>',
    ],
    ['!override of a list', both('cap_drop: [ALL]', 'cap_drop: !override [KILL]'), (s) => list(s.capDrop.items), ['KILL']],
    [
      '!override of ports',
      both('ports: ["80:80"]', 'ports: !override ["127.0.0.1:80:80"]'),
      (s) => s.ports.items.map((p) => p.label),
      ['127.0.0.1:80:80'],
    ],
    [
      '!override of volumes',
      both('volumes: ["/a:/t", "/b:/u"]', 'volumes: !override ["/c:/t"]'),
      mount,
      [['bind', '/c', '/t', false]],
    ],
    [
      '!override of a mapping',
      both('environment: {A: 1}', 'environment: !override {B: 2}'),
      (s) => pairs(s.environment),
      [['B', '2']],
    ],
    [
      '!override below a mapping',
      both('deploy: {resources: {limits: {memory: 1g, cpus: 1}}}', 'deploy: {resources: {limits: !override {cpus: 2}}}'),
      (s) => [plain(s.deploy.limits.memory), plain(s.deploy.limits.cpus)],
      ['<absent>', 2],
    ],
    ['!reset of the whole service', both('user: app', 'x-a: 1'), (s) => plain(s.user), 'app'],
  ],
};
