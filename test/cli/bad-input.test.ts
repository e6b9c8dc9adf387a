import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allRules, createEngine, EMPTY_CONFIG, resolveSettings } from '../../server/src/analysis/index.ts';
import { nodeHost } from '../../server/src/host/node.ts';
import { engineDoors } from '../../server/src/workspace/engine-doors.ts';
import type { Host } from '../../server/src/workspace/host.ts';
import { Projects } from '../../server/src/workspace/projects.ts';
import { scan } from '../../server/src/workspace/scan.ts';
import { DEFAULT_SETTINGS } from '../../server/src/workspace/server-settings.ts';
import { CLEAN, folderWith, found, only, PRIVILEGED, seaworthy, system } from './support/cli.ts';

/** Longest time for any one input, in milliseconds: far more than it takes, far less than for ever. */
const GENEROUS = 180_000;

const repeated = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i)).join('');
const POD =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - {name: a, securityContext: {privileged: true}}\n';

/** Lists of aliases of lists of aliases: 10^9 nodes if it is spelled out. */
const ALIASES = `x0: &x0 [a, b, c, d, e, f, g, h, i, j]\n${repeated(8, (i) => `x${i + 1}: &x${i + 1} [${`*x${i}, `.repeat(10)}]\n`)}`;
const MERGES = `x-0: &x0 {k: v}\n${repeated(12, (i) => `x-${i + 1}: &x${i + 1}\n  a: *x${i}\n  b: *x${i}\n  <<: [*x${i}, *x${i}]\n`)}`;

interface Case {
  readonly name: string;
  readonly content: string | Buffer;
  /** What is told besides findings: a reason to skip, or nothing. */
  readonly skipped?: string;
}

const CASES: Readonly<Record<string, Case>> = {
  'a program': {
    name: 'Dockerfile',
    content: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff]),
    skipped: 'binary: it contains NUL bytes',
  },
  'NUL in a text': { name: 'compose.yaml', content: `${PRIVILEGED}# \0\n`, skipped: 'binary: it contains NUL bytes' },
  'Latin-1': { name: 'compose.yaml', content: Buffer.from('services: # \xe9\n', 'latin1'), skipped: 'not UTF-8 text' },
  'UTF-16': {
    name: 'compose.yaml',
    content: Buffer.from(`\uFEFF${PRIVILEGED}`, 'utf16le'),
    skipped: 'binary: it contains NUL bytes',
  },
  'half a character': {
    name: 'Dockerfile',
    content: Buffer.from([0x46, 0x52, 0x4f, 0x4d, 0x20, 0xf0, 0x9f, 0x9a]),
    skipped: 'not UTF-8 text',
  },
  'a surrogate alone, in bytes': {
    name: 'Dockerfile',
    content: Buffer.from([0x46, 0x52, 0x4f, 0x4d, 0x20, 0xed, 0xa0, 0x80]),
    skipped: 'not UTF-8 text',
  },
  'more than 20 MB': {
    name: 'Dockerfile',
    content: `FROM a\n# ${'x'.repeat(21 * 1024 * 1024)}\n`,
    skipped: 'larger than 20480 KB (it has 21505 KB)',
  },
  'an empty Dockerfile': { name: 'Dockerfile', content: '' },
  'an empty Compose file': { name: 'compose.yaml', content: '' },
  'an empty manifest': { name: 'pod.yaml', content: '' },
  'only a byte order mark': { name: 'Dockerfile', content: '\uFEFF' },
  'only a byte order mark in YAML': { name: 'compose.yaml', content: '\uFEFF' },
  'two byte order marks': { name: 'compose.yaml', content: `\uFEFF\uFEFF${CLEAN}` },
  'only blanks and line ends': { name: 'Dockerfile', content: ' \r\n\t\r\r\n\v\f' },
  'only comments': { name: 'compose.yaml', content: '# a\n#\n' },
  'only directives': { name: 'Dockerfile', content: '# syntax=a\n# escape=`' },
  'only markers': { name: 'compose.yaml', content: '---\n...\n---\n---\n' },
  'a line of 10 MB in a Dockerfile': { name: 'Dockerfile', content: `FROM a\nRUN echo ${'x'.repeat(10_000_000)}\n` },
  'a word list of 2 MB': { name: 'Dockerfile', content: `FROM a\nRUN ${'x && '.repeat(400_000)}y\n` },
  'a comment of 10 MB': { name: 'compose.yaml', content: `${PRIVILEGED}# ${'x'.repeat(10_000_000)}\n` },
  'a string of 10 MB': { name: 'compose.yaml', content: `${PRIVILEGED}    command: "${'x '.repeat(5_000_000)}"\n` },
  'a Dockerfile of 100,000 lines': { name: 'Dockerfile', content: `FROM a\n${repeated(99_999, (i) => `ENV A${i}=b\n`)}` },
  'a RUN of 100,000 lines': { name: 'Dockerfile', content: `FROM a\nRUN a \\\n${repeated(99_997, () => '  && b \\\n')}  && c\n` },
  'a heredoc of 100,000 lines': { name: 'Dockerfile', content: `FROM a\nRUN <<EOF\n${repeated(99_997, () => 'echo a\n')}EOF\n` },
  '5,000 stages': { name: 'Dockerfile', content: repeated(5_000, (i) => `FROM a AS s${i}\nCOPY --from=s${i - 1} a b\n`) },
  '50,000 RUN': { name: 'Dockerfile', content: `FROM a\n${repeated(50_000, (i) => `RUN curl http://x/${i} | sh\n`)}` },
  'variables of variables': {
    name: 'Dockerfile',
    content: `ARG A0=x\n${repeated(60, (i) => `ARG A${i + 1}=$A${i}$A${i}$A${i}$A${i}\n`)}FROM $A60\nENV B=$A60\nUSER $A60\n`,
  },
  'a Compose file of 100,000 lines': {
    name: 'compose.yaml',
    content: `services:\n${repeated(25_000, (i) => `  s${i}:\n    image: a\n    ports:\n      - "${i}:80"\n`)}`,
  },
  'manifests of 100,000 lines': { name: 'pods.yaml', content: repeated(14_000, () => `${POD}---\n`) },
  '50,000 flow lists in lists': { name: 'compose.yaml', content: `services: ${'['.repeat(50_000)}${']'.repeat(50_000)}\n` },
  '50,000 flow mappings in mappings': {
    name: 'compose.yaml',
    content: `services: ${'{a: '.repeat(50_000)}b${'}'.repeat(50_000)}\n`,
  },
  '50,000 flow lists that do not end': { name: 'compose.yaml', content: `services: ${'['.repeat(50_000)}\n` },
  '20,000 block lists in lists': { name: 'compose.yaml', content: `services:\n  a: ${'- '.repeat(20_000)}a\n` },
  '3,000 block mappings in mappings': {
    name: 'compose.yaml',
    content: `services:\n${repeated(3_000, (i) => `${' '.repeat(i + 1)}a:\n`)}`,
  },
  '50,000 lists in lists of JSON': {
    name: 'pod.json',
    content: `{"apiVersion": "v1", "kind": "Pod", "spec": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
  },
  '50,000 objects in objects of JSON': {
    name: 'pod.json',
    content: `{"apiVersion": "v1", "kind": "Pod", "spec": ${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
  },
  'a bomb of aliases': { name: 'compose.yaml', content: `${ALIASES}services:\n  web:\n    ports: *x8\n    environment: *x8\n` },
  'a bomb of merges': { name: 'compose.yaml', content: `${MERGES}services:\n  web:\n    <<: *x12\n    privileged: true\n` },
  'an alias of itself': { name: 'compose.yaml', content: 'services: &s\n  web: *s\n  db:\n    <<: *s\n    privileged: true\n' },
  'services that extend each other': {
    name: 'compose.yaml',
    content: 'services:\n  a: {extends: b, privileged: true}\n  b: {extends: a}\n  c: {extends: c}\n',
  },
  'a chain of 5,000 extends': {
    name: 'compose.yaml',
    content: `services:\n  s0: {privileged: true}\n${repeated(5_000, (i) => `  s${i + 1}: {extends: s${i}}\n`)}`,
  },
  '100,000 anchors': { name: 'compose.yaml', content: `x-a:\n${repeated(100_000, (i) => `  - &a${i} b\n`)}services: {}\n` },
  'keys that objects have of their own': {
    name: 'compose.yaml',
    content:
      'services:\n  __proto__: {privileged: true}\n  constructor: {privileged: true}\n  toString: {}\n  web: {__proto__: {privileged: true}}\n',
  },
  'the same key a thousand times': {
    name: 'compose.yaml',
    content: `services:\n${repeated(1_000, () => '  web: {privileged: true}\n')}`,
  },
  'control characters': { name: 'compose.yaml', content: 'services:\n  web:\n    image: "\u0007\u001b"\n    \u0085: \u2028\n' },
  'brackets in variables': {
    name: 'compose.yaml',
    content: `services:\n  web:\n    image: ${'${A:-'.repeat(5_000)}b${'}'.repeat(5_000)}\n`,
  },
  'templates that do not end': { name: 'pod.yaml', content: `${POD}{{- if ${'('.repeat(1_000)}\n{{ range\n{{/* \n` },
  'ignore comments without end': {
    name: 'Dockerfile',
    content: `FROM a\n${repeated(3_000, (i) => `# seaworthy-ignore dockerfile/x${i}\nRUN a\n`)}`,
  },
  'an ignore comment of 100,000 rules': {
    name: 'Dockerfile',
    content: `# seaworthy-ignore-file ${repeated(100_000, (i) => `a/b${i},`)}\nFROM a\n`,
  },
};

describe('bad input', () => {
  it.each(Object.entries(CASES))(
    '%s is judged, or skipped with a reason',
    async (_, { name, content, skipped }) => {
      const folder = folderWith({ [name]: content, 'other.compose.yaml': PRIVILEGED, '.seaworthy.yaml': 'profile: all\n' });
      const { code, out, err } = await seaworthy(['scan', '--format', 'json', '--fail-on', 'never'], {
        cwd: folder,
        timeout: GENEROUS,
      });
      expect(code, err).toBe(0);
      expect(err).toBe(skipped === undefined ? '' : `skipped ${name}: ${skipped}\n`);
      const report = JSON.parse(out);
      expect(report.skipped).toEqual(skipped === undefined ? [] : [{ path: name, reason: skipped }]);
      expect(found(out).filter((f) => f.startsWith('other.'))).toContain('other.compose.yaml:5 compose/privileged-container');
    },
    GENEROUS * 2,
  );

  it.each(['a program', 'Latin-1', 'more than 20 MB'])('that is named (%s) is a clear line', async (which) => {
    const { name, content, skipped } = CASES[which] as Case;
    const folder = folderWith({ [name]: content });
    for (const command of ['scan', 'fix']) {
      expect(await seaworthy([command, name], { cwd: folder })).toEqual({
        code: 2,
        out: '',
        err: `seaworthy: \`${name}\` can't be judged: ${skipped}.\n`,
      });
    }
  });

  it('with a lone surrogate or NUL in an editor is judged', () => {
    const engine = createEngine(allRules);
    const settings = resolveSettings(
      EMPTY_CONFIG,
      'x',
      allRules,
      { today: '2026-11-21', kubernetesVersion: [1, 37] },
      { profile: 'all' },
    );
    for (const odd of ['\ud800', '\udc00', '\0', '\ud83d\ud83d', '\uffff']) {
      for (const [name, text] of Object.entries({
        Dockerfile: `FROM a${odd}\nRUN b\nUSER ${odd}`,
        'compose.yaml': PRIVILEGED,
        'pod.yaml': POD,
      })) {
        const at = text.length >> 1;
        const analysis = engine.analyze({ uri: `file:///${name}`, text: text.slice(0, at) + odd + text.slice(at) }, settings);
        expect(analysis.crashes).toEqual([]);
        expect(analysis.kind).toBeDefined();
      }
    }
  });

  it.each<[string, string, number]>([
    ['a Dockerfile', `FROM a\n${repeated(3_000, () => '# seaworthy-ignore dockerfile/nope\nRUN a\n')}`, 3_000],
    [
      'a Compose file',
      `services:\n${repeated(1_500, (i) => `  s${i}:\n    # seaworthy-ignore compose/nope\n    image: a\n`)}`,
      1_500,
    ],
  ])(
    'with thousands of fixes is fixed: %s',
    async (kind, text, count) => {
      const name = kind === 'a Dockerfile' ? 'Dockerfile' : 'compose.yaml';
      const folder = folderWith({ [name]: text });
      const { code, err } = await seaworthy(['fix', '--dry-run', '--rule', 'seaworthy/unused-suppression'], {
        cwd: folder,
        timeout: GENEROUS,
      });
      expect([code, err]).toEqual([0, `would fix ${count} findings in 1 file, left 0\n`]);
    },
    GENEROUS * 2,
  );
});

describe('files that can not be read', () => {
  it('are skipped and told when they are found', async () => {
    const folder = folderWith({ 'compose.yaml': PRIVILEGED, 'folder/Dockerfile/x.txt': 'a', '.seaworthy.yaml': only('high') });
    symlinkSync('nowhere', join(folder, 'dangling.compose.yaml'));
    symlinkSync('loop.compose.yaml', join(folder, 'loop.compose.yaml'));
    symlinkSync('nowhere', join(folder, 'not-ours.txt'));
    system('mkfifo', [join(folder, 'Dockerfile')]);
    const { code, out, err } = await seaworthy(['scan', '--format', 'json'], { cwd: folder, timeout: 20_000 });
    expect([code, found(out)]).toEqual([1, ['compose.yaml:5 compose/privileged-container']]);
    expect(err.trimEnd().split('\n').sort()).toEqual([
      'skipped Dockerfile: not a regular file',
      'skipped dangling.compose.yaml: vanished: there is no such file any more',
      'skipped loop.compose.yaml: a symbolic link that leads to itself',
    ]);
  });

  it.each<[string, (folder: string) => unknown]>([
    ['a FIFO', (folder) => system('mkfifo', [join(folder, 'Dockerfile')])],
    ['a dangling link', (folder) => symlinkSync('nowhere', join(folder, 'Dockerfile'))],
    ['a link to itself', (folder) => symlinkSync('Dockerfile', join(folder, 'Dockerfile'))],
  ])('are a clear line when they are named: %s', async (_, make) => {
    const folder = folderWith({ 'a.txt': '' });
    make(folder);
    const run = await seaworthy(['scan', 'Dockerfile'], { cwd: folder, timeout: 20_000 });
    expect(run).toEqual({ code: 2, out: '', err: "seaworthy: `Dockerfile` can't be read: give a file or folder that exists.\n" });
  });

  it('a socket is skipped', async () => {
    const folder = folderWith({ 'compose.yaml': PRIVILEGED });
    const server = createServer().listen(join(folder, 'Dockerfile'));
    try {
      const { err } = await seaworthy(['scan', '--format', 'json'], { cwd: folder, timeout: 20_000 });
      expect(err).toBe('skipped Dockerfile: not a regular file\n');
    } finally {
      server.close();
    }
  });

  it('folders that link to each other are walked once', async () => {
    const folder = folderWith({ 'a/compose.yaml': PRIVILEGED, '.seaworthy.yaml': only('high') });
    mkdirSync(join(folder, 'b'));
    symlinkSync('../b', join(folder, 'a/b'));
    symlinkSync('../a', join(folder, 'b/a'));
    symlinkSync('..', join(folder, 'a/up'));
    const { out } = await seaworthy(['scan', '--format', 'json'], { cwd: folder, timeout: 20_000 });
    expect(found(out)).toEqual(['a/compose.yaml:5 compose/privileged-container']);
  });

  it('folders three hundred deep are walked', async () => {
    const folder = folderWith({ 'a.txt': '' });
    const deep = join(folder, ...Array.from({ length: 300 }, () => 'd'));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'compose.yaml'), PRIVILEGED);
    const { out } = await seaworthy(['scan', '--format', 'json'], { cwd: folder, timeout: GENEROUS });
    expect(found(out)).toHaveLength(1);
  });

  it('that vanish between listing and reading are skipped and told', async () => {
    const folder = folderWith({ 'compose.yaml': PRIVILEGED });
    const disk = nodeHost({ error: () => undefined, warn: () => undefined, info: () => undefined });
    const host: Host = {
      ...disk,
      files: {
        readText: (uri, options) => disk.files.readText(uri, options),
        stat: (uri) => disk.files.stat(uri),
        async *list(uri, options) {
          yield* disk.files.list(uri, options);
          yield { kind: 'file', uri: `file://${folder}/gone/Dockerfile`, path: 'gone/Dockerfile' };
        },
      },
    };
    const doors = engineDoors();
    const projects = new Projects(host, doors, () => undefined);
    const events = scan(host, doors, {
      roots: [`file://${folder}`],
      excludeOf: async () => [],
      signal: new AbortController().signal,
      contextOf: (uri) => projects.contextOf(uri, DEFAULT_SETTINGS),
    });
    const told: string[] = [];
    for await (const event of events) {
      if (event.kind === 'skipped') told.push(`${event.uri.slice(`file://${folder}/`.length)}: ${event.reason}`);
      if (event.kind === 'judged') told.push(`${event.uri.slice(`file://${folder}/`.length)}: judged`);
    }
    expect(told).toEqual(['compose.yaml: judged', 'gone/Dockerfile: vanished: there is no such file any more']);
  });
});
