import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { NodeFiles } from '../../../server/src/host/node-files.ts';

const top = mkdtempSync(join(tmpdir(), 'seaworthy-read-now-'));
const inside = join(top, 'inside');
mkdirSync(join(inside, 'folder'), { recursive: true });
writeFileSync(join(inside, 'a.yaml'), '\uFEFFa: 1\n');
writeFileSync(join(top, 'secret'), 'x\n');
symlinkSync(join(top, 'secret'), join(inside, 'link'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const uriOf = (path: string) => pathToFileURL(path).href;

describe('NodeFiles.readTextNow', () => {
  const options = { maxBytes: 100, within: [uriOf(inside)] };

  it('gives what readText gives', async () => {
    const files = new NodeFiles();
    const uri = uriOf(join(inside, 'a.yaml'));
    expect(files.readTextNow(uri, options)).toEqual({ text: 'a: 1\n', bom: true });
    expect(files.readTextNow(uri, options)).toEqual(await files.readText(uri, options));
  });

  it.each(['none.yaml', 'folder', 'link', '../secret'])('does not read %s', async (path) => {
    const files = new NodeFiles();
    const uri = uriOf(join(inside, path));
    expect(files.readTextNow(uri, options)).toHaveProperty('problem');
    expect(await files.readText(uri, options)).toHaveProperty('problem');
  });

  it('does not read what is too large', () => {
    expect(new NodeFiles().readTextNow(uriOf(join(inside, 'a.yaml')), { maxBytes: 2 })).toHaveProperty('problem');
  });
});
