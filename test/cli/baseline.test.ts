import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, found, PRIVILEGED, seaworthy } from './support/cli.ts';

const NAME = '.seaworthy-baseline.json';

async function scan(cwd: string, ...args: string[]) {
  const { out, code } = await seaworthy(['scan', '--format', 'json', '--fail-on', 'info', ...args], { cwd });
  return { code, found: found(out) };
}

describe('a baseline', () => {
  it('is written of all that is found, and from then on only what is new is reported, wherever the lines go', async () => {
    const folder = folderWith({ 'a/compose.yaml': PRIVILEGED, 'b/compose.yaml': PRIVILEGED });
    const before = await scan(folder);
    expect(before.code).toBe(1);
    const update = await seaworthy(['scan', '--update-baseline'], { cwd: folder });
    expect(update.code).toBe(0);
    const lines = readFileSync(join(folder, NAME), 'utf8')
      .split('\n')
      .filter((line) => line.includes('fingerprint'));
    expect(lines).toHaveLength(before.found.length);
    expect(await scan(folder)).toEqual({ code: 0, found: [] });
    writeFileSync(join(folder, 'a/compose.yaml'), `# moved\n\n${PRIVILEGED}    network_mode: host\n`);
    const after = await scan(folder);
    expect(after.code).toBe(1);
    expect(after.found.every((line) => line.endsWith('compose/host-namespace'))).toBe(true);
    expect((await scan(folder, '--no-baseline')).found.length).toBeGreaterThan(before.found.length);
    expect((await scan(join(folder, 'b'))).found).toEqual([]);
  });

  it('keeps what it knows of paths that were not asked about, and loses what is gone', async () => {
    const folder = folderWith({ 'a/compose.yaml': PRIVILEGED, 'b/compose.yaml': PRIVILEGED });
    await seaworthy(['scan', '--update-baseline'], { cwd: folder });
    writeFileSync(join(folder, 'a/compose.yaml'), 'services: {}\n');
    await seaworthy(['scan', 'a', '--update-baseline'], { cwd: folder });
    const text = readFileSync(join(folder, NAME), 'utf8');
    expect([text.includes('"a/compose.yaml"'), text.includes('"b/compose.yaml"')]).toEqual([false, true]);
  });

  it('can have another name, on the command line or in the config', async () => {
    const folder = folderWith({ 'compose.yaml': PRIVILEGED });
    expect((await seaworthy(['scan', '--baseline', 'old.json', '--update-baseline'], { cwd: folder })).code).toBe(0);
    expect((await scan(folder)).code).toBe(1);
    expect(await scan(folder, '--baseline', 'old.json')).toEqual({ code: 0, found: [] });
    writeFileSync(join(folder, '.seaworthy.yaml'), 'baseline: old.json\n');
    expect(await scan(folder)).toEqual({ code: 0, found: [] });
  });

  it('that is none is a mistake to tell', async () => {
    const folder = folderWith({ 'compose.yaml': PRIVILEGED, 'bad.json': '[]' });
    for (const args of [
      ['--baseline', 'bad.json'],
      ['--baseline', 'gone.json'],
      ['--baseline', 'a', '--no-baseline'],
    ]) {
      const { code, err } = await seaworthy(['scan', ...args], { cwd: folder });
      expect([code, err.split('\n').length]).toEqual([2, 2]);
    }
    writeFileSync(join(folder, NAME), 'nonsense');
    const { code, err } = await seaworthy(['scan'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain('no baseline');
  });
});

describe('allowInlineIgnore', () => {
  const IGNORED = PRIVILEGED.replace('privileged: true\n', 'privileged: true # seaworthy-ignore compose/privileged-container\n');

  it.each<[string, string, boolean]>([
    ['always', IGNORED, false],
    ['with-reason', IGNORED, true],
    ['with-reason', IGNORED.replace('container\n', 'container -- needed\n'), false],
    ['never', IGNORED.replace('container\n', 'container -- needed\n'), true],
  ])('%s is honoured by the command line', async (policy, text, reported) => {
    const folder = folderWith({ '.seaworthy.yaml': `allowInlineIgnore: ${policy}\n`, 'compose.yaml': text });
    const { found: lines } = await scan(folder);
    expect(lines.some((line) => line.endsWith('compose/privileged-container'))).toBe(reported);
  });
});
