#!/usr/bin/env node
// The texts to translate: what client/src gives to `vscode.l10n.t`, and the server's own words (server/src/lsp/ui-words.ts), as
// client/l10n/bundle.l10n.json; package.json's are in package.nls.json. A translation is a file beside each, such as bundle.l10n.de.json.
// Usage: node scripts/l10n.mjs           writes the bundle, and prints what a translation lacks or has too much
//        node scripts/l10n.mjs --check   writes nothing, and ends with 1 when something is to be done
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure.mjs';

const BUNDLE = 'client/l10n/bundle.l10n.json';
const LITERAL = String.raw`'((?:[^'\\]|\\.)*)'`;

const wanted = [...new Set([...clientTexts(), ...serverTexts()])].sort();
const text = `${JSON.stringify(Object.fromEntries(wanted.map((key) => [key, key])), null, 1)}\n`;
const problems = [];
if (process.argv.includes('--check')) {
  if (!existsSync(join(root, BUNDLE)) || read(BUNDLE) !== text)
    problems.push(`${BUNDLE} is not up to date: run node scripts/l10n.mjs`);
} else writeFileSync(join(root, BUNDLE), text);

for (const name of readdirSync(join(root, 'client/l10n'))) {
  if (/^bundle\.l10n\.[\w-]+\.json$/.test(name)) compare(`client/l10n/${name}`, wanted);
}
const keys = Object.keys(JSON.parse(read('package.nls.json')));
for (const name of readdirSync(root)) if (/^package\.nls\.[\w-]+\.json$/.test(name)) compare(name, keys);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

function clientTexts() {
  const folder = join(root, 'client/src');
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) => {
    const source = readFileSync(join(folder, name), 'utf8');
    const calls = source.match(/l10n\.t\(/g)?.length ?? 0;
    const texts = [...source.matchAll(new RegExp(String.raw`l10n\.t\(\s*${LITERAL}`, 'g'))].map(([, raw]) => unescaped(raw));
    if (texts.length !== calls) problems.push(`client/src/${name}: each text of l10n.t has to be a literal in single quotes`);
    return texts;
  });
}

function serverTexts() {
  const [, list = ''] = /UI_WORDS[^=]*= \[([\s\S]*?)\n\];/.exec(read('server/src/lsp/ui-words.ts')) ?? [];
  return [...list.matchAll(new RegExp(`^ *${LITERAL},$`, 'gm'))].map(([, raw]) => unescaped(raw));
}

function unescaped(raw) {
  return raw.replace(/\\(.)/g, (_, character) => (character === 'n' ? '\n' : character));
}

function compare(path, expected) {
  const translated = JSON.parse(read(path));
  for (const key of expected) {
    if (!translated[key]) problems.push(`${path} has no translation of: ${key}`);
  }
  for (const key of Object.keys(translated))
    if (!expected.includes(key)) problems.push(`${path} translates what is not there: ${key}`);
}
