import { describe, expect, it } from 'vitest';
import { documented } from './support/editors.ts';

const WORDS = ['seaworthy', 'lsp', '--stdio'];

describe('the configurations of docs/editors.md', () => {
  it.each(['settings.json', 'LSP.sublime-settings', 'template.json'])('%s is JSON that starts the server', (name) => {
    const text = JSON.stringify(JSON.parse(documented(name)));
    for (const word of WORDS) expect(text).toContain(word);
  });

  it.each(['init.lua', 'init.el', 'languages.toml'])('%s starts the server', (name) => {
    const text = documented(name);
    for (const word of WORDS) expect(text).toMatch(new RegExp(`["']${word}["']`));
  });
});
