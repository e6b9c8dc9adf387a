import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
import { ROOT } from '../../support/pages.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('what the marketplace shows', () => {
  it('has an icon of 256 pixels, a banner, a price, categories and at most 30 keywords', () => {
    const icon = readFileSync(join(ROOT, manifest.icon));
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([256, 256]);
    expect(manifest.galleryBanner.color).toMatch(/^#[0-9A-F]{6}$/i);
    expect(manifest.pricing).toBe('Free');
    expect(manifest.categories).toContain('Linters');
    expect(manifest.categories).not.toContain('Programming Languages');
    expect(manifest.keywords.length).toBeGreaterThan(10);
    expect(manifest.keywords.length).toBeLessThanOrEqual(30);
    expect(new Set(manifest.keywords).size).toBe(manifest.keywords.length);
  });

  it('ships what is named, and nothing by default', () => {
    const [first, ...named] = read('.vscodeignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(first).toBe('**');
    for (const line of named) expect(line).toMatch(/^!/);
    for (const line of named.filter((l) => !l.includes('*') && !l.startsWith('!dist/')))
      expect(existsSync(join(ROOT, line.slice(1))), line).toBe(true);
  });

  it('says in the README what leaves the machine, and shows pictures that are there', () => {
    const readme = read('README.md');
    expect(readme).toMatch(/^## Privacy$/m);
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path);
    expect(pictures.length).toBeGreaterThan(2);
    for (const path of pictures) expect(existsSync(join(ROOT, path)), path).toBe(true);
  });

  it.each(['CHANGELOG.md', 'LICENSE', 'SECURITY.md', 'SUPPORT.md'])('has a %s', (name) => {
    expect(read(name).length).toBeGreaterThan(300);
  });
});

describe.each(['docs/comparison.md', 'docs/editors.md', 'docs/ci.md', 'SUPPORT.md', 'SECURITY.md', 'README.md'])('%s', (page) => {
  it('links only to files that are there', () => {
    const folder = join(ROOT, page, '..');
    const links = [...read(page).matchAll(/\]\((?!https?:|#|command:)([^)#]+)/g)].map(([, path = '']) => path);
    for (const path of links) expect(existsSync(join(folder, path)), path).toBe(true);
  });
});

describe('docs/comparison.md', () => {
  const page = read('docs/comparison.md');

  it('names a test for each yes of ours, which is a file of tests', () => {
    const rows = [...page.matchAll(/^\| ([^|]+) \| \[✔\]\(\.\.\/([^)]+)\) \|(.+)\|$/gm)];
    expect(rows.length).toBeGreaterThan(50);
    for (const [, feature, path = '', others = ''] of rows) {
      expect(path, feature).toMatch(/^test\//);
      expect(
        others.split('|').map((cell) => cell.trim()),
        feature,
      ).toHaveLength(15);
      expect(read(path), path).toMatch(/\btest\(|\bit(?:\.each)?\(|Suite|laws?/);
    }
  });
});
