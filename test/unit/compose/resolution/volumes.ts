import { plain } from '../read.ts';
import type { Table } from './row.ts';
import { host, mount } from './row.ts';

export const VOLUMES: Table = {
  section: 'Services, "volumes"',
  rows: [
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
  ],
};
