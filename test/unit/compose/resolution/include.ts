import { plain } from '../read.ts';
import type { FileTable } from './row.ts';
import { host } from './row.ts';

const WEB = 'services: {web: {image: a, volumes: ["data:/d"], secrets: [key]}}\n';

export const INCLUDES: FileTable = {
  section: 'Include',
  rows: [
    [
      'a volume of an included file',
      {
        'compose.yaml': `include: [db.yaml]\n${WEB}`,
        'db.yaml': 'volumes: {data: {driver_opts: {type: none, o: bind, device: /etc}}}\n',
      },
      host,
      [['named-volume', '/etc', false]],
    ],
    [
      'long syntax, paths start from the folder of the file',
      { 'compose.yaml': `include: [{path: db/c.yaml}]\n${WEB}`, 'db/c.yaml': 'secrets: {key: {file: ./key}}\n' },
      host,
      [['secret', './db/key', true]],
    ],
    [
      'or from its project_directory',
      {
        'compose.yaml': `include: [{path: db/c.yaml, project_directory: ./p}]\n${WEB}`,
        'db/c.yaml': 'secrets: {key: {file: key}}\n',
      },
      host,
      [['secret', './p/key', true]],
    ],
    [
      'variables of the .env beside it',
      {
        'compose.yaml': `include: [db/c.yaml]\n${WEB}`,
        'db/c.yaml': 'secrets: {key: {file: "${WHERE}"}}\n',
        'db/.env': 'WHERE=/root/key # here\n',
      },
      host,
      [['secret', '/root/key', true]],
    ],
    [
      'those of its env_file',
      {
        'compose.yaml': `include: [{path: db/c.yaml, env_file: [./a.env, b.env]}]\n${WEB}`,
        'db/c.yaml': 'secrets: {key: {file: "${WHERE}"}}\n',
        'a.env': 'WHERE=/a\n',
        'b.env': "WHERE='/b'\n",
      },
      host,
      [['secret', '/b', true]],
    ],
    [
      "the including project's own win",
      { 'compose.yaml': `include: [c.yaml]\n${WEB}`, 'c.yaml': 'secrets: {key: {file: "${WHERE}"}}\n', '.env': 'WHERE=/a' },
      host,
      [['secret', '/shell', true]],
      { WHERE: '/shell' },
    ],
    [
      'a list of paths is merged',
      {
        'compose.yaml': `include: [{path: [a.yaml, b.yaml]}]\n${WEB}`,
        'a.yaml': 'secrets: {key: {file: /a}}\n',
        'b.yaml': 'secrets: {key: {file: /b}}\n',
      },
      host,
      [['secret', '/b', true]],
    ],
    [
      'what is included includes more',
      {
        'compose.yaml': `include: [a/a.yaml]\n${WEB}`,
        'a/a.yaml': 'include: [../b/b.yaml]\n',
        'b/b.yaml': 'secrets: {key: {file: ./k}}\n',
      },
      host,
      [['secret', './b/k', true]],
    ],
    [
      'the services of others are found, not judged',
      {
        'compose.yaml': 'include: [db.yaml]\nservices: {web: {image: a, depends_on: [db]}}\n',
        'db.yaml': 'services: {db: {image: postgres, privileged: true}}\n',
      },
      (s) => s.dependsOn.map((d) => d.service),
      ['db'],
    ],
    [
      'its own file counts for a service that extends it as well',
      {
        'compose.yaml': 'include: [b.yaml]\nservices: {web: {extends: {file: b.yaml, service: base}}}\n',
        'b.yaml': 'services: {base: {image: a, user: root}}\n',
      },
      (s) => plain(s.user),
      'root',
    ],
  ],
};
