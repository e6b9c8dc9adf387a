import { plain } from '../read.ts';
import type { Table } from './row.ts';
import { host, list, pairs } from './row.ts';

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

export const TOGETHER: Table = {
  section: 'Fragments; Volumes, "driver_opts"; Secrets; Configs',
  rows: [
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
  ],
};
