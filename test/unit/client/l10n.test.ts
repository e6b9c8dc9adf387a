import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/pages.ts';

const read = (path: string): Readonly<Record<string, string>> => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const bundles = readdirSync(join(ROOT, 'client/l10n')).filter((name) => /^bundle\.l10n\.[\w-]+\.json$/.test(name));
const manifests = readdirSync(ROOT).filter((name) => /^package\.nls\.[\w-]+\.json$/.test(name));
const pairs: [string, string][] = [
  ...bundles.map((name): [string, string] => [`client/l10n/${name}`, 'client/l10n/bundle.l10n.json']),
  ...manifests.map((name): [string, string] => [name, 'package.nls.json']),
];

describe('localisation', () => {
  it('has every text of the client and the server in the bundle, and every text of bundle and manifest in each translation', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/l10n.mjs', '--check'], { cwd: ROOT, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(pairs.length).toBeGreaterThanOrEqual(2);
    expect(bundles.map((name) => name.split('.')[2])).toEqual(manifests.map((name) => name.split('.')[2]));
  });

  it('has a text for each key that the manifest uses, and uses each', () => {
    const used = [...readFileSync(join(ROOT, 'package.json'), 'utf8').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    expect(new Set(used)).toEqual(new Set(Object.keys(read('package.nls.json'))));
  });

  it('leaves no text of the manifest to English alone', () => {
    const { contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const plain: string[] = [];
    const look = (value: unknown, key = ''): void => {
      if (Array.isArray(value)) for (const one of value) look(one, key);
      else if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) look(one, name);
      else if (SHOWN.has(key) && !/^seaworthy$/i.test(String(value)) && !/^%[\w.]+%$/.test(String(value)))
        plain.push(`${key}: ${String(value)}`);
    };
    look(contributes);
    expect(plain).toEqual([]);
  });

  it.each(pairs)('%s puts the same things in, keeps commands, and is no copy of the English', (translation, original) => {
    const [translated, english] = [read(translation), read(original)];
    for (const [key, text] of Object.entries(english)) {
      const other = translated[key] ?? '';
      const parts = (value: string) => [...value.matchAll(/\{\d\}|\(command:[^)]*\)|`[^`]+`/g)].map(([part]) => part).sort();
      expect(parts(other), key).toEqual(parts(text));
      expect(other.trim(), key).not.toBe('');
    }
    const same = Object.entries(english).filter(([key, text]) => translated[key] === text && /[a-z]{3}/i.test(text));
    expect(same.length, same.map(([key]) => key).join('\n')).toBeLessThan(8);
  });
});

/** Keys of a manifest whose values people read. */
const SHOWN = new Set([
  'title',
  'category',
  'name',
  'contextualTitle',
  'accessibilityHelpContent',
  'contents',
  'description',
  'markdownDescription',
  'patternErrorMessage',
  'markdownEnumDescriptions',
  'enumDescriptions',
  'label',
]);
