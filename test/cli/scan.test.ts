import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, folderWith, found, only, PRIVILEGED, seaworthy } from './support/cli.ts';

const PRIVILEGED_POD =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: c\n      image: a\n      securityContext:\n        privileged: true\n';
const MANY = folderWith({
  'compose.yaml': CLEAN,
  'a/compose.yaml': PRIVILEGED,
  'b/pod.yaml': PRIVILEGED_POD,
  'readme.md': '# no',
  'b/values.yaml': 'a: 1\n',
});

async function scan(cwd: string, ...args: string[]): Promise<string[]> {
  const { out } = await seaworthy(['scan', '--format', 'json', ...args], { cwd });
  return found(out).filter((line) => line.endsWith('privileged-container'));
}

describe('the exit code of a scan', () => {
  it.each<[string, Record<string, string>, string[], number]>([
    ['no findings', { 'compose.yaml': CLEAN }, [], 0],
    ['a folder with nothing of ours', { 'a.txt': 'x' }, [], 0],
    ['a critical finding', { 'compose.yaml': PRIVILEGED }, [], 1],
    ['a critical finding, asked for', { 'compose.yaml': PRIVILEGED }, ['--fail-on', 'critical'], 1],
    ['a critical finding, never', { 'compose.yaml': PRIVILEGED }, ['--fail-on', 'never'], 0],
    ['a high finding', { '.seaworthy.yaml': only('high'), 'compose.yaml': PRIVILEGED }, [], 1],
    [
      'a high finding, worse asked for',
      { '.seaworthy.yaml': only('high'), 'compose.yaml': PRIVILEGED },
      ['--fail-on', 'critical'],
      0,
    ],
    ['a medium finding', { '.seaworthy.yaml': only('medium'), 'compose.yaml': PRIVILEGED }, [], 0],
    ['a low finding, asked for', { '.seaworthy.yaml': only('low'), 'compose.yaml': PRIVILEGED }, ['--fail-on', 'low'], 1],
    ['a low finding, milder asked for', { '.seaworthy.yaml': only('low'), 'compose.yaml': PRIVILEGED }, ['--fail-on', 'info'], 1],
    [
      'a low finding, worse asked for',
      { '.seaworthy.yaml': only('low'), 'compose.yaml': PRIVILEGED },
      ['--fail-on', 'medium'],
      0,
    ],
    ['an ignored finding', { 'compose.yaml': PRIVILEGED.replace('true\n', 'true # seaworthy-ignore\n') }, [], 0],
    ['broken YAML', { 'compose.yaml': 'services: {\n' }, [], 0],
  ])('%s', async (_, files, args, code) => {
    const ignoring = files['compose.yaml']?.includes('# seaworthy-ignore') ? ['--config', 'only.yaml'] : [];
    const folder = folderWith({ ...files, 'only.yaml': only('critical') });
    expect((await seaworthy(['scan', ...args, ...ignoring], { cwd: folder })).code).toBe(code);
  });

  it.each(['text', 'json', 'sarif', 'github', 'junit', 'markdown'])('does not depend on the format (%s)', async (format) => {
    const folder = folderWith({ 'compose.yaml': PRIVILEGED });
    expect((await seaworthy(['scan', '--format', format], { cwd: folder })).code).toBe(1);
  });
});

describe('what a scan judges', () => {
  it.each<[string, string[], string[]]>([
    [
      'the current folder',
      [],
      ['a/compose.yaml:5 compose/privileged-container', 'b/pod.yaml:10 kubernetes/privileged-container'],
    ],
    ['a folder', ['a'], ['a/compose.yaml:5 compose/privileged-container']],
    ['a file', ['b/pod.yaml'], ['b/pod.yaml:10 kubernetes/privileged-container']],
    [
      'several, each once',
      ['a', '.', 'a/compose.yaml'],
      ['a/compose.yaml:5 compose/privileged-container', 'b/pod.yaml:10 kubernetes/privileged-container'],
    ],
    ['a file that is none of ours', ['readme.md'], []],
  ])('%s', async (_, paths, expected) => {
    const critical = (await scan(MANY, ...paths)).filter((f) => f.endsWith('privileged-container'));
    expect(critical).toEqual(expected);
  });

  it('names a file outside of the current folder by its whole path', async () => {
    const other = folderWith({ 'x.txt': '' });
    expect(await scan(other, join(MANY, 'a'))).toEqual([`${MANY}/a/compose.yaml:5 compose/privileged-container`]);
  });

  it('reads names with blanks and odd characters, each once', async () => {
    const path = 'ö (1) #2 %41&b/docker compose.yaml';
    const folder = folderWith({ [path]: PRIVILEGED, '.seaworthy.yaml': 'rules: {}\n' });
    expect(await scan(folder, '.', path)).toEqual([`${path}:5 compose/privileged-container`]);
  });

  it('honours .gitignore files', async () => {
    const folder = folderWith({
      '.gitignore': 'build/\n*.local.yaml\n!keep.local.yaml\n',
      'build/compose.yaml': PRIVILEGED,
      'compose.local.yaml': PRIVILEGED,
      'keep/compose.yaml': PRIVILEGED,
      'nested/.gitignore': '/compose.yaml\n',
      'nested/compose.yaml': PRIVILEGED,
      'nested/deep/compose.yaml': PRIVILEGED,
      'node_modules/x/compose.yaml': PRIVILEGED,
      '.git/compose.yaml': PRIVILEGED,
    });
    expect(await scan(folder)).toEqual([
      'keep/compose.yaml:5 compose/privileged-container',
      'nested/deep/compose.yaml:5 compose/privileged-container',
    ]);
    expect(await scan(folder, 'build/compose.yaml'), 'a file that is named is judged').toHaveLength(1);
  });

  it('honours exclude of the config, from wherever it is started', async () => {
    const folder = folderWith({
      '.seaworthy.yaml': 'exclude: ["vendor/**", "**/old.compose.yaml"]\n',
      'vendor/a/compose.yaml': PRIVILEGED,
      'sub/vendor/compose.yaml': PRIVILEGED,
      'sub/old.compose.yaml': PRIVILEGED,
      'compose.yaml': PRIVILEGED,
    });
    expect(await scan(folder)).toEqual([
      'compose.yaml:5 compose/privileged-container',
      'sub/vendor/compose.yaml:5 compose/privileged-container',
    ]);
    expect(await scan(join(folder, 'sub'))).toEqual(['vendor/compose.yaml:5 compose/privileged-container']);
    expect(await scan(folder, 'vendor')).toEqual([]);
    expect(await scan(folder, '--no-config')).toHaveLength(4);
  });
});

describe('standard input', () => {
  it.each<[string, string, string, string[]]>([
    ['Compose', 'compose.yaml', PRIVILEGED, ['compose.yaml:5 compose/privileged-container']],
    ['Kubernetes, in a folder', 'k8s/pod.yaml', PRIVILEGED_POD, ['k8s/pod.yaml:10 kubernetes/privileged-container']],
    ['with a byte order mark', 'compose.yaml', `\uFEFF${PRIVILEGED}`, ['compose.yaml:5 compose/privileged-container']],
    ['nothing', 'compose.yaml', '', []],
    ['a file that is none of ours', 'a.txt', PRIVILEGED, []],
  ])('%s', async (_, name, input, expected) => {
    const { out } = await seaworthy(['scan', '-', '--stdin-filename', name, '--format', 'json'], { cwd: MANY, input });
    expect(found(out).filter((f) => f.endsWith('privileged-container'))).toEqual(expected);
  });

  it('is judged by the config of its name', async () => {
    const folder = folderWith({ 'a/.seaworthy.yaml': 'rules: {compose/privileged-container: low}\n' });
    const run = (name: string) => seaworthy(['scan', '-', '--stdin-filename', name], { cwd: folder, input: PRIVILEGED });
    expect((await run('a/compose.yaml')).code).toBe(0);
    expect((await run('compose.yaml')).code).toBe(1);
  });

  it('that is binary is a clear line', async () => {
    const run = await seaworthy(['scan', '-', '--stdin-filename', 'compose.yaml'], { input: Buffer.from([0, 1, 2]) });
    expect(run).toEqual({ code: 2, out: '', err: "seaworthy: Standard input can't be judged: binary: it contains NUL bytes.\n" });
  });
});

describe('configs', () => {
  const OFF = 'rules:\n  compose/privileged-container: off\n';

  it('the nearest one counts', async () => {
    const folder = folderWith({
      '.seaworthy.yaml': OFF,
      'compose.yaml': PRIVILEGED,
      'a/.seaworthy.yml': 'profile: recommended\n',
      'a/b/compose.yaml': PRIVILEGED,
    });
    expect(await scan(folder)).toEqual(['a/b/compose.yaml:5 compose/privileged-container']);
    expect(await scan(join(folder, 'a/b'))).toEqual(['compose.yaml:5 compose/privileged-container']);
  });

  it('--config takes one instead of all others, its patterns relative to its folder', async () => {
    const folder = folderWith({
      '.seaworthy.yaml': OFF,
      'compose.yaml': PRIVILEGED,
      'dev/compose.yaml': PRIVILEGED,
      'other.yaml': `overrides:\n  - files: [dev/**]\n    ${OFF.replace(/\n +/, '\n      ')}`,
    });
    expect(await scan(folder, '--config', 'other.yaml')).toEqual(['compose.yaml:5 compose/privileged-container']);
  });

  it('--no-config takes none', async () => {
    const folder = folderWith({ '.seaworthy.yaml': OFF, 'compose.yaml': PRIVILEGED });
    expect(await scan(folder)).toEqual([]);
    expect(await scan(folder, '--no-config')).toHaveLength(1);
  });

  it('--profile wins over the config', async () => {
    const folder = folderWith({ '.seaworthy.yaml': 'profile: all\n', 'compose.yaml': PRIVILEGED });
    const count = async (...args: string[]) =>
      found((await seaworthy(['scan', '--format', 'json', ...args], { cwd: folder })).out).length;
    const [all, strict, recommended] = [
      await count(),
      await count('--profile', 'strict'),
      await count('--profile', 'recommended'),
    ];
    expect(await count('--profile', 'all')).toBe(all);
    expect(recommended).toBe(await count('--no-config'));
    expect(recommended).toBeLessThanOrEqual(strict ?? 0);
    expect(strict).toBeLessThanOrEqual(all ?? 0);
  });

  it.each<[string, string, string]>([
    ['an unknown rule', 'rules:\n  compose/nope: off\n', '.seaworthy.yaml:2:3: There is no rule `compose/nope`.'],
    [
      'an unknown key',
      'rule: {}\nprofile: strct\n',
      '.seaworthy.yaml:2:1: `profile` must be one of recommended, strict, all. (and 1 more)',
    ],
    ['broken YAML', 'rules: {\n', '.seaworthy.yaml:'],
  ])('%s ends the scan with its place', async (_, config, line) => {
    const folder = folderWith({ '.seaworthy.yaml': config, 'compose.yaml': PRIVILEGED });
    const { code, out, err } = await seaworthy(['scan'], { cwd: folder });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`seaworthy: The config has a mistake at ${line}`);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    const given = await seaworthy(['scan', '--config', '.seaworthy.yaml'], { cwd: folder });
    expect([given.code, given.err]).toEqual([2, err]);
  });

  it('--no-suppressions reports what comments silence', async () => {
    const folder = folderWith({
      'compose.yaml': PRIVILEGED.replace('    privileged', '    # seaworthy-ignore compose/* -- why\n    privileged'),
    });
    expect(await scan(folder)).toEqual([]);
    expect(await scan(folder, '--no-suppressions')).toEqual(['compose.yaml:6 compose/privileged-container']);
  });

  it.each<[string, string[], boolean]>([
    ['the config counts', [], true],
    ['--kubernetes-version wins over the config', ['--kubernetes-version', '1.35'], false],
    ['with a v and a patch', ['--kubernetes-version', 'v1.35.1'], false],
    ['an older version', ['--kubernetes-version', '1.25'], true],
    ['without a config, the newest', ['--no-config'], false],
  ])('kubernetes.version: %s', async (_, args, isFound) => {
    // Since 1.35 Pod Security lets pods with a user namespace of their own run as root.
    const pod = PRIVILEGED_POD.replace('spec:\n', 'spec:\n  hostUsers: false\n');
    const folder = folderWith({ '.seaworthy.yaml': 'kubernetes: {version: 1.34}\n', 'pod.yaml': pod });
    const { out } = await seaworthy(['scan', '--format', 'json', ...args], { cwd: folder });
    expect(found(out).some((line) => line.endsWith('kubernetes/run-as-non-root'))).toBe(isFound);
  });

  it('the .env beside a Compose file gives its variables', async () => {
    const text = PRIVILEGED.replace('privileged: true', 'privileged: ${P:-false}');
    const folder = folderWith({ 'compose.yaml': text, 'on/compose.yaml': text, 'on/.env': 'P=true\n' });
    expect(await scan(folder)).toEqual(['on/compose.yaml:5 compose/privileged-container']);
  });
});

describe('--output', () => {
  it('writes the report to a file and nothing to the terminal', async () => {
    const folder = folderWith({ 'compose.yaml': PRIVILEGED });
    const { out } = await seaworthy(['scan', '--format', 'json'], { cwd: folder });
    const written = await seaworthy(['scan', '--format', 'json', '--output', 'report.json'], { cwd: folder });
    expect(written).toEqual({ code: 1, out: '', err: '' });
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe(out);
  });

  it('has no colours in it', async () => {
    const folder = folderWith({ 'compose.yaml': PRIVILEGED });
    await seaworthy(['scan', '--output', 'report.txt'], { cwd: folder, env: { NO_COLOR: '', FORCE_COLOR: '1' } });
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).not.toContain('\u001b');
  });
});
