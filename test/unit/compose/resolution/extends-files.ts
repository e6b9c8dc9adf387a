import { plain } from '../read.ts';
import type { FileTable } from './row.ts';
import { host, list, mount, pairs } from './row.ts';

const from = (file: string, own = ''): string =>
  `services:\n  web:\n    extends: {file: ${file}, service: base}\n${own.replace(/^(?=.)/gm, '    ')}\n`;
const base = (text: string): string => `services:\n  base:\n${text.replace(/^(?=.)/gm, '    ')}\n`;

export const EXTENDED_FILES: FileTable = {
  section: 'Services, "extends", "file"',
  rows: [
    [
      'a single value of another file',
      { 'compose.yaml': from('base.yaml'), 'base.yaml': base('image: a\nprivileged: true') },
      (s) => [plain(s.privileged), s.privileged.at.uri, s.privileged.at.via?.kind, s.privileged.at.via?.file, s.open],
      [true, 'base.yaml', 'extends', 'base.yaml', false],
    ],
    [
      'the place that it came through is in the judged file',
      { 'compose.yaml': from('base.yaml'), 'base.yaml': base('image: a\nuser: root') },
      (s) => [s.user.at.via?.at?.uri, s.user.at.via?.at?.route],
      [undefined, ['services', 'web', 'extends']],
    ],
    [
      'overridden here',
      { 'compose.yaml': from('base.yaml', 'user: app'), 'base.yaml': base('image: a\nuser: root') },
      (s) => [plain(s.user), s.user.at.uri],
      ['app', undefined],
    ],
    [
      'what neither has is missing',
      { 'compose.yaml': from('base.yaml'), 'base.yaml': base('image: a') },
      (s) => [plain(s.readOnly), s.capDrop.open, s.readOnly.at.span.start],
      ['<absent>', false, 'services:\n  '.length],
    ],
    [
      'lists are appended',
      { 'compose.yaml': from('b.yml', 'cap_drop: [KILL]'), 'b.yml': base('image: a\ncap_drop: [ALL]') },
      (s) => s.capDrop.items.map((c) => [plain(c), c.at.uri]),
      [
        ['ALL', 'b.yml'],
        ['KILL', undefined],
      ],
    ],
    [
      'mappings merged by key',
      { 'compose.yaml': from('b.yml', 'environment: [B=3]'), 'b.yml': base('image: a\nenvironment: {A: 1, B: 2}') },
      (s) => pairs(s.environment),
      [
        ['A', '1'],
        ['B', '3'],
      ],
    ],
    [
      'volumes by target',
      { 'compose.yaml': from('b.yml', 'volumes: ["./c:/t"]'), 'b.yml': base('image: a\nvolumes: ["/a:/t", "/b:/u"]') },
      mount,
      [
        ['bind', './c', '/t', false],
        ['bind', '/b', '/u', false],
      ],
    ],
    [
      'binds start from the other folder',
      {
        'compose.yaml': from('common/b.yml'),
        'common/b.yml': base('image: a\nvolumes: ["./x:/x", "../y:/y", "../../z:/z", "named:/n"]'),
      },
      mount,
      [
        ['bind', './common/x', '/x', false],
        ['bind', './y', '/y', false],
        ['bind', '../z', '/z', false],
        ['volume', 'named', '/n', false],
      ],
    ],
    [
      'a bind in long syntax too',
      { 'compose.yaml': from('c/b.yml'), 'c/b.yml': base('image: a\nvolumes: [{type: bind, source: x, target: /x}]') },
      mount,
      [['bind', './c/x', '/x', false]],
    ],
    [
      'absolute paths, home and pipes stay',
      { 'compose.yaml': from('c/b.yml'), 'c/b.yml': base('image: a\nvolumes: ["/etc:/e", "~/.ssh:/s", "$HOME/.aws:/a"]') },
      host,
      [
        ['bind', '/etc', false],
        ['bind', '~/.ssh', false],
        ['bind', '~/.aws', false],
      ],
    ],
    [
      'the context of a build and env_file',
      { 'compose.yaml': from('c/b.yml'), 'c/b.yml': base('build: .\nenv_file: [app.env, {path: ../o.env}]') },
      (s) => [plain(s.build?.context), s.envFile.items.map((e) => plain(e.path))],
      ['./c', ['./c/app.env', './o.env']],
    ],
    [
      'a context that is fetched stays',
      { 'compose.yaml': from('c/b.yml'), 'c/b.yml': base('build: {context: "https://e.org/r.git#main"}') },
      (s) => plain(s.build?.context),
      'https://e.org/r.git#main',
    ],
    [
      'a chain over three files, each from its own folder',
      {
        'compose.yaml': from('a/one.yml'),
        'a/one.yml': base('extends: {file: ../b/two.yml, service: top}\npid: host'),
        'b/two.yml': 'services:\n  top: {image: x, user: root, volumes: ["./d:/d"]}\n',
      },
      (s) => [plain(s.user), s.user.at.uri, plain(s.pid), s.user.at.via?.name, mount(s)],
      ['root', 'b/two.yml', 'host', 'base', [['bind', './b/d', '/d', false]]],
    ],
    [
      'a chain that goes on in the other file',
      { 'compose.yaml': from('b.yml'), 'b.yml': 'services:\n  root: {image: a, user: root}\n  base: {extends: root}\n' },
      (s) => [plain(s.user), s.open],
      ['root', false],
    ],
    [
      'in this file first, then another one',
      {
        'compose.yaml': 'services:\n  mid: {extends: {file: b.yml, service: base}}\n  web: {extends: mid}\n',
        'b.yml': base('image: a\nuser: root'),
      },
      (s) => [plain(s.user), s.user.at.via?.name, s.user.at.via?.file, s.user.at.via?.at?.route],
      ['root', 'base', 'b.yml', ['services', 'mid', 'extends']],
    ],
    [
      'a cycle over two files ends',
      {
        'compose.yaml': from('b.yml', 'user: root'),
        'b.yml': base('image: a\npid: host\nextends: {file: compose.yaml, service: web}'),
      },
      (s) => [plain(s.pid), plain(s.user)],
      ['host', 'root'],
    ],
    [
      'the file is not there',
      { 'compose.yaml': from('gone.yml', 'pid: host') },
      (s) => [plain(s.pid), plain(s.user), s.open],
      ['host', '<dynamic >', true],
    ],
    [
      'the file is not known',
      { 'compose.yaml': from('b.yml'), 'b.yml': '?' },
      (s) => [plain(s.user), s.open],
      ['<dynamic >', true],
    ],
    ['the service is not in it', { 'compose.yaml': from('b.yml'), 'b.yml': 'services: {x: {image: a}}\n' }, (s) => s.open, true],
    ['the file is no mapping', { 'compose.yaml': from('b.yml'), 'b.yml': '- a\n' }, (s) => s.open, true],
    ['the file is fetched', { 'compose.yaml': from('"https://e.org/b.yml"') }, (s) => s.open, true],
    ['the file is named by a variable', { 'compose.yaml': from('"${F}.yml"'), 'b.yml': base('image: a') }, (s) => s.open, true],
    [
      'a variable with a default names it',
      { 'compose.yaml': from('"${F:-b}.yml"'), 'b.yml': base('image: a\nuser: root') },
      (s) => plain(s.user),
      'root',
    ],
    [
      'variables of .env hold in it',
      { 'compose.yaml': from('b.yml'), 'b.yml': base('image: a\nuser: "${WHO}"') },
      (s) => plain(s.user),
      '0',
      { WHO: '0' },
    ],
    [
      'an anchor of the other file',
      { 'compose.yaml': from('b.yml'), 'b.yml': 'x-c: &c {cap_drop: [ALL]}\nservices:\n  base:\n    <<: *c\n    image: a\n' },
      (s) => [list(s.capDrop.items), s.capDrop.at.via?.kind, s.capDrop.at.uri],
      [['ALL'], 'extends', 'b.yml'],
    ],
    [
      '!reset drops what the other file says',
      { 'compose.yaml': from('b.yml', 'ports: !reset []'), 'b.yml': base('image: a\nports: ["80:80"]') },
      (s) => s.ports.items.length,
      0,
    ],
    [
      'command is replaced',
      { 'compose.yaml': from('b.yml', 'command: c'), 'b.yml': base('image: a\ncommand: [a, b]') },
      (s) => list(s.command?.words ?? []),
      ['c'],
    ],
  ],
};
