import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeTogether } from '../../server/src/cli/write-files.ts';
import { CLEAN, folderWith, only, PRIVILEGED, seaworthy, system } from './support/cli.ts';

/** Its fix is safe: the comment ignores nothing. */
const UNUSED = `${PRIVILEGED}    # seaworthy-ignore compose/docker-socket-mount\n    restart: always\n`;
const UNUSED_FIXED = `${PRIVILEGED}    restart: always\n`;
const BOTH_FIXED = UNUSED_FIXED.replace('    privileged: true\n', '');

const CONFIG =
  'rules:\n  "*/*": off\n  compose/privileged-container: critical\n  seaworthy/unused-suppression: low\n  compose/docker-socket-mount: high\n';

function project(files: Readonly<Record<string, string>>) {
  const folder = folderWith({ '.seaworthy.yaml': CONFIG, ...files });
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return { folder, read, fix: (...args: string[]) => seaworthy(['fix', ...args], { cwd: folder }) };
}

describe('seaworthy fix', () => {
  it('makes the safe fixes and says what it left', async () => {
    const { read, fix } = project({ 'compose.yaml': UNUSED, 'other/compose.yaml': CLEAN });
    const { code, out, err } = await fix();
    expect([code, out, read('compose.yaml'), read('other/compose.yaml')]).toEqual([0, '', UNUSED_FIXED, CLEAN]);
    expect(err).toMatch(
      /^left compose\.yaml:5:17 compose\/privileged-container: its fix may change how the program runs: .+\nfixed 1 finding in 1 file, left 1\n$/,
    );
  });

  it('--hardening makes those that may change how a program runs', async () => {
    const { read, fix } = project({ 'compose.yaml': UNUSED });
    expect(await fix('--hardening')).toEqual({ code: 0, out: '', err: 'fixed 2 findings in 1 file, left 0\n' });
    expect(read('compose.yaml')).toBe(BOTH_FIXED);
  });

  it('--rule makes those of a rule only', async () => {
    const { read, fix } = project({ 'compose.yaml': UNUSED });
    expect(await fix('--hardening', '--rule', 'compose/privileged-container')).toMatchObject({
      err: 'fixed 1 finding in 1 file, left 0\n',
    });
    expect(read('compose.yaml')).toBe(UNUSED.replace('    privileged: true\n', ''));
  });

  it('changes nothing a second time', async () => {
    const { folder, read, fix } = project({ 'compose.yaml': UNUSED });
    await fix();
    const { mtimeMs } = statSync(join(folder, 'compose.yaml'));
    expect((await fix()).err).toContain('fixed 0 findings in 0 files, left 1\n');
    expect([read('compose.yaml'), statSync(join(folder, 'compose.yaml')).mtimeMs]).toEqual([UNUSED_FIXED, mtimeMs]);
  });

  it('fixes standard input', async () => {
    const folder = folderWith({ '.seaworthy.yaml': CONFIG });
    for (const input of [UNUSED, `\uFEFF${UNUSED}`, CLEAN, 'nothing of ours']) {
      const { code, out } = await seaworthy(['fix', '-', '--stdin-filename', 'compose.yaml'], { cwd: folder, input });
      expect([code, out]).toEqual([0, input.replace(UNUSED, UNUSED_FIXED)]);
    }
  });
});

describe('--dry-run', () => {
  it.each<[string, Record<string, string>]>([
    ['one file', { 'compose.yaml': UNUSED }],
    ['several files, with folders', { 'a b/compose.yaml': UNUSED, 'c/compose.yaml': UNUSED, 'd/compose.yaml': CLEAN }],
    ['without a newline at the end', { 'compose.yaml': UNUSED.trimEnd() }],
    ['with CRLF', { 'compose.yaml': UNUSED.replaceAll('\n', '\r\n') }],
    ['with a byte order mark', { 'compose.yaml': `\uFEFF${UNUSED}` }],
    [
      'far apart',
      {
        'compose.yaml': `${UNUSED}    labels:\n${'      - x\n'.repeat(40)}    # seaworthy-ignore compose/docker-socket-mount\n    init: true\n`,
      },
    ],
  ])('prints a diff that patch applies, and changes nothing: %s', async (_, files) => {
    const { folder, read, fix } = project(files);
    const { code, out, err } = await fix('--hardening', '--dry-run');
    expect([code, err]).toEqual([0, expect.stringContaining('would fix ')]);
    for (const [path, text] of Object.entries(files)) expect(read(path)).toBe(text);
    const patched = folderWith(files);
    const { code: status, out: stdout } = system('patch', ['-p1', '--binary'], { cwd: patched, input: out });
    expect([status, stdout], stdout).toEqual([0, expect.not.stringMatching(/fuzz|offset|reject/)]);
    await fix('--hardening');
    for (const path of Object.keys(files))
      expect(readFileSync(join(patched, path), 'utf8')).toBe(readFileSync(join(folder, path), 'utf8'));
  });

  it('of standard input prints a diff', async () => {
    const run = await seaworthy(['fix', '-', '--dry-run', '--stdin-filename', 'compose.yaml', '--no-config'], { input: UNUSED });
    expect(run.out).toContain('--- a/compose.yaml\n+++ b/compose.yaml\n@@');
  });
});

describe('writing a file', () => {
  it('keeps its mode', async () => {
    const { folder, fix } = project({ 'compose.yaml': UNUSED });
    for (const mode of [0o600, 0o755, 0o444]) {
      writeFileSync(join(folder, 'compose.yaml'), UNUSED);
      chmodSync(join(folder, 'compose.yaml'), mode);
      await fix();
      expect(statSync(join(folder, 'compose.yaml')).mode & 0o777).toBe(mode);
      chmodSync(join(folder, 'compose.yaml'), 0o644);
    }
  });

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['both', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['a last line without an end', (text: string) => text.trimEnd()],
    ['characters beyond the first plane', (text: string) => text.replace('nginx', 'nginx # 🚢 ö\n    #')],
  ])('keeps %s', async (_, changed) => {
    const { read, fix } = project({ 'compose.yaml': changed(UNUSED) });
    await fix();
    expect(read('compose.yaml')).toBe(changed(UNUSED_FIXED));
  });

  it('writes through a symbolic link', async () => {
    const { folder, read, fix } = project({ 'real/file.txt': UNUSED });
    symlinkSync('real/file.txt', join(folder, 'compose.yaml'));
    await fix('compose.yaml');
    expect(lstatSync(join(folder, 'compose.yaml')).isSymbolicLink()).toBe(true);
    expect(read('real/file.txt')).toBe(UNUSED_FIXED);
  });

  it('leaves nothing beside it', async () => {
    const { folder, fix } = project({ 'compose.yaml': UNUSED });
    await fix();
    expect(readdirSync(folder).sort()).toEqual(['.seaworthy.yaml', 'compose.yaml']);
  });

  it('that can not be written leaves it as it was, says so, and fixes the others', async (context) => {
    const { folder, read, fix } = project({ 'full/compose.yaml': UNUSED, 'compose.yaml': UNUSED });
    const full = join(folder, 'full');
    if (!mountFull(full, UNUSED)) return context.skip('needs the right to mount a tmpfs');
    try {
      const { code, err } = await fix();
      expect(code).toBe(2);
      expect(err).toMatch(/^full\/compose\.yaml: can't be written, and is as it was \(.+\)$/m);
      expect([read('full/compose.yaml'), read('compose.yaml')]).toEqual([UNUSED, UNUSED_FIXED]);
      expect(readdirSync(full).filter((name) => name.includes('seaworthy'))).toEqual([]);
    } finally {
      system('umount', [full]);
    }
  });

  it('whose folder is gone or closed leaves it as it was and says so', async (context) => {
    const { folder, read, fix } = project({ 'kernel/compose.yaml': UNUSED });
    if (!remountReadOnly(join(folder, 'kernel'))) return context.skip('needs the right to mount');
    try {
      const { code, err } = await fix();
      expect([code, err]).toEqual([
        2,
        expect.stringMatching(/^kernel\/compose\.yaml: can't be written, and is as it was \(EROFS: .+\)$/m),
      ]);
      expect(read('kernel/compose.yaml')).toBe(UNUSED);
    } finally {
      system('umount', [join(folder, 'kernel')]);
    }
  });

  it('is done by renaming: a reader sees the old text or the new one', async () => {
    const { folder, fix } = project({ 'compose.yaml': UNUSED });
    const before = statSync(join(folder, 'compose.yaml')).ino;
    await fix();
    expect(statSync(join(folder, 'compose.yaml')).ino).not.toBe(before);
  });
});

const CHART = {
  'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'chart/values.yaml': 'privileged: true # for now\n',
  'chart/templates/a.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      image: registry.example.com/a:1\n      securityContext:\n        privileged: {{ .Values.privileged }}\n',
  'chart/templates/b.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: { name: b }\nspec:\n  containers:\n    - name: b\n      image: registry.example.com/b:1\n      securityContext:\n        privileged: {{ .Values.privileged }}\n',
  '.seaworthy.yaml': 'rules:\n  "*/*": off\n  kubernetes/privileged-container: critical\n',
};
const VALUES_FIXED = 'privileged: false # for now\n';

describe('a fix that reaches into another file', () => {
  it('is made there, and counts for all that it fixes', async () => {
    const { read, fix } = project(CHART);
    const { code, err } = await fix('--hardening');
    expect([code, err]).toEqual([0, 'fixed 1 finding in 1 file, left 0\n']);
    expect(read('chart/values.yaml')).toBe(VALUES_FIXED);
    for (const path of ['chart/templates/a.yaml', 'chart/templates/b.yaml'] as const) expect(read(path)).toBe(CHART[path]);
    expect((await fix('--hardening')).err).toBe('fixed 0 findings in 0 files, left 0\n');
  });

  it('is shown by --dry-run', async () => {
    const { folder, read, fix } = project(CHART);
    const { out } = await fix('--hardening', '--dry-run');
    expect(out).toContain('--- a/chart/values.yaml\n+++ b/chart/values.yaml\n');
    expect(read('chart/values.yaml')).toBe(CHART['chart/values.yaml']);
    expect(system('patch', ['-p1', '--binary'], { cwd: folder, input: out }).code).toBe(0);
    expect(read('chart/values.yaml')).toBe(VALUES_FIXED);
  });

  it('is not made when that file was not asked about', async () => {
    const { read, fix } = project(CHART);
    const { err } = await fix('--hardening', 'chart/templates');
    expect(err).toContain('kubernetes/privileged-container: its fix changes a file that is not to be fixed: values.yaml\n');
    expect(err).toContain('fixed 0 findings in 0 files, left 2\n');
    expect(read('chart/values.yaml')).toBe(CHART['chart/values.yaml']);
  });

  it('keeps the byte order mark of that file', async () => {
    const { read, fix } = project({ ...CHART, 'chart/values.yaml': `\uFEFF${CHART['chart/values.yaml']}` });
    await fix('--hardening');
    expect(read('chart/values.yaml')).toBe(`\uFEFF${VALUES_FIXED}`);
  });
});

describe('files that are written together', () => {
  const files = (folder: string, after: string) =>
    ['a', 'b'].map((name) => ({ uri: pathToFileURL(join(folder, name)).href, before: 'old', after }));

  it('are all written', async () => {
    const folder = folderWith({ a: 'old', b: '\uFEFFold' });
    expect(await writeTogether(files(folder, 'new'))).toBeUndefined();
    expect([readFileSync(join(folder, 'a'), 'utf8'), readFileSync(join(folder, 'b'), 'utf8')]).toEqual(['new', '\uFEFFnew']);
  });

  it('are all left when one has changed since it was read, or is gone', async () => {
    const folder = folderWith({ a: 'old', b: 'newer' });
    expect(await writeTogether(files(folder, 'new'))).toMatch(/changed since it was read/);
    expect([readFileSync(join(folder, 'a'), 'utf8'), readFileSync(join(folder, 'b'), 'utf8')]).toEqual(['old', 'newer']);
    rmSync(join(folder, 'b'));
    expect(await writeTogether(files(folder, 'new'))).toMatch(/can't be written, and is as it was \(ENOENT/);
    expect([readFileSync(join(folder, 'a'), 'utf8'), readdirSync(folder)]).toEqual(['old', ['a']]);
  });

  it('are all as they were when the last one can not take its new text', async (context) => {
    const folder = folderWith({ a: 'old', 'b/compose.yaml': 'old' });
    if (!remountReadOnly(join(folder, 'b'))) return context.skip('needs the right to mount');
    try {
      const pair = ['a', 'b/compose.yaml'].map((name) => ({
        uri: pathToFileURL(join(folder, name)).href,
        before: 'old',
        after: 'new',
      }));
      expect(await writeTogether(pair)).toMatch(/EROFS/);
      expect([readFileSync(join(folder, 'a'), 'utf8'), readdirSync(folder).sort()]).toEqual(['old', ['a', 'b']]);
    } finally {
      system('umount', [join(folder, 'b')]);
    }
  });
});

describe('fixing many files', () => {
  it('takes them all', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}/compose.yaml`, UNUSED]));
    const { read, fix } = project({ ...files, '.seaworthy.yaml': `${only('off')}  seaworthy/unused-suppression: low\n` });
    // A comment for a rule that is off is not counted: the rule has to run.
    expect((await fix()).err).toBe('fixed 0 findings in 0 files, left 0\n');
    expect((await fix('--no-config', '--rule', 'seaworthy/unused-suppression')).err).toBe(
      'fixed 40 findings in 40 files, left 0\n',
    );
    expect(read('39/compose.yaml')).toBe(UNUSED_FIXED);
  });
});

/** Puts a file system without a free byte over the folder, the file in it. */
function mountFull(folder: string, text: string): boolean {
  if (system('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder]).code !== 0) return false;
  writeFileSync(join(folder, 'compose.yaml'), text);
  try {
    for (let i = 0; i < 20; i++) writeFileSync(join(folder, `filler-${i}`), 'x'.repeat(4096));
  } catch {
    // Full: what the test needs.
  }
  return true;
}

function remountReadOnly(folder: string): boolean {
  mkdirSync(dirname(folder), { recursive: true });
  if (system('mount', ['--bind', folder, folder]).code !== 0) return false;
  if (system('mount', ['-o', 'remount,ro,bind', folder]).code === 0) return true;
  system('umount', [folder]);
  return false;
}
