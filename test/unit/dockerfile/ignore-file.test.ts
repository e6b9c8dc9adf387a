import { describe, expect, it } from 'vitest';
import { isIgnored, parseIgnoreFile } from '../../../server/src/dockerfile/files/ignore-file.ts';
import { buildDockerfile } from '../../../server/src/dockerfile/model/build.ts';
import { parseDockerfile } from '../../../server/src/dockerfile/syntax/parse.ts';

/** As documented for `.dockerignore`, and as Docker's matcher does. */
describe('an ignore file', () => {
  it.each<[pattern: string, ignored: string[], kept: string[]]>([
    ['.env', ['.env', './.env', '/.env'], ['a/.env', '.env.local']],
    ['*/temp*', ['a/temporary.txt', 'a/temp'], ['temp', 'a/b/temp']],
    ['*/*/temp*', ['a/b/temporary.txt'], ['a/temp']],
    ['temp?', ['tempa', 'tempb'], ['temp', 'tempab', 'temp/']],
    ['**/*.go', ['a.go', 'a/b/c.go'], ['a.gob']],
    ['**/.env', ['.env', 'a/.env'], ['x.env']],
    ['a/**', ['a/b', 'a/b/c'], ['a', 'b/a']],
    ['a/**/c', ['a/c', 'a/b/c', 'a/b/b/c'], ['ac']],
    ['node_modules', ['node_modules/a/b.js'], ['a/node_modules']],
    ['node_modules/', ['node_modules', 'node_modules/a'], []],
    ['/secrets', ['secrets', 'secrets/a'], ['a/secrets']],
    ['./a/../b//c', ['b/c'], ['a/b/c']],
    ['*', ['a', 'a/b', '.git'], []],
    ['[ab].txt', ['a.txt', 'b.txt'], ['c.txt']],
    ['[^a].txt', ['b.txt'], ['a.txt']],
    ['a\\*b', ['a*b'], ['axb']],
    ['a.b+c(d)$', ['a.b+c(d)$'], ['axb+c(d)$']],
    ['# no', [], ['# no', 'no']],
    ['   .env\t\r', ['.env'], []],
    ['[', [], ['[']],
    ['!', [], ['!']],
  ])('%j', (pattern, ignored, kept) => {
    const file = parseIgnoreFile(`${pattern}\n`);
    for (const path of ignored) expect(isIgnored(file, path), path).toBe(true);
    for (const path of kept) expect(isIgnored(file, path), path).toBe(false);
  });

  it('lets in again what a later line excepts', () => {
    const file = parseIgnoreFile('*.md\n!README*.md\nREADME-secret.md\n');
    expect(['a.md', 'README.md', 'README-secret.md'].map((path) => isIgnored(file, path))).toEqual([true, false, true]);
    const undone = parseIgnoreFile('*.md\nREADME-secret.md\n!README*.md\n');
    expect(isIgnored(undone, 'README-secret.md')).toBe(false);
    const folder = parseIgnoreFile('*\n! src \n');
    expect(['a', 'src', 'src/a'].map((path) => isIgnored(folder, path))).toEqual([true, false, false]);
  });

  it('may start with a byte order mark', () => {
    expect(isIgnored(parseIgnoreFile('\uFEFF.git\n'), '.git/config')).toBe(true);
  });
});

/** The ignore file of a Dockerfile, by what lies around it. */
function ignoreFileOf(text: string, files: Readonly<Record<string, string>> | undefined, name?: string) {
  const neighbours = { read: (path: string) => (files ? (files[path] ?? null) : undefined) };
  return buildDockerfile(parseDockerfile(text), { neighbours, ...(name !== undefined && { name }) }).ignoreFile;
}

describe('the ignore file of a Dockerfile', () => {
  const text = 'FROM a\nCOPY package.json src/index.js /app/\n';

  it('is the one of its own name, else that of the context', () => {
    const both = { 'Dockerfile.dockerignore': 'a', 'web.Dockerfile.dockerignore': 'b', '.dockerignore': 'c' };
    const patterns = (name?: string) => ignoreFileOf(text, both, name)?.patterns.map((p) => p.text);
    expect([patterns(), patterns('web.Dockerfile'), patterns('x')]).toEqual([['a'], ['b'], ['c']]);
  });

  it('is none when there is none', () => {
    expect(ignoreFileOf(text, { 'package.json': '', 'src/index.js': '' })).toBeNull();
  });

  it('is not known without a file system, or when the context is elsewhere', () => {
    expect(ignoreFileOf(text, undefined)).toBeUndefined();
    expect(ignoreFileOf(text, { 'package.json': '' })).toBeUndefined();
  });
});
