import { describe, expect, it } from 'vitest';
import type { CodeAction, Hover, InlayHint, MarkupContent } from 'vscode-languageserver/node';
import german from '../../client/l10n/bundle.l10n.de.json';
import { localiseLines, localiser } from '../../server/src/lsp/localise.ts';
import { UI_WORDS } from '../../server/src/lsp/ui-words.ts';
import { engineDoors } from '../../server/src/workspace/engine-doors.ts';
import { FULL_CAPABILITIES, Harness } from './support/harness.ts';

const doors = engineDoors();
const translations: Readonly<Record<string, string>> = german;
const COMPOSE = `services:
  web:
    image: registry.example.com/web:1.27
    privileged: true
    volumes: [/var/run/docker.sock:/var/run/docker.sock]
  api:
    image: registry.example.com/api:1.27
    privileged: true
`;
const DOCKERFILE = 'FROM debian:13\nADD app.js /app.js\nADD b.js /b.js\nENV PASSWORD=hunter2hunter2\nCMD ["/app.js"]\n';

/** Every word that the user is shown, by a server that was given a bundle. */
async function shown(l10n: unknown): Promise<string[]> {
  const settings = { profile: 'all', inlayHints: true, codeLens: true };
  const harness = await Harness.start({
    doors,
    initializationOptions: { l10n, settings, commands: true, pageBase: 'file:///p' },
  });
  const words: string[] = [];
  for (const [uri, text] of [
    ['file:///w/compose.yaml', COMPOSE],
    ['file:///w/Dockerfile', DOCKERFILE],
  ] as const) {
    const document = await harness.open(uri, text, uri.endsWith('Dockerfile') ? 'dockerfile' : 'yaml');
    words.push(...(await document.diagnostics()).map(({ message }) => String(message)));
    for (let line = 0; line < text.split('\n').length; line++) {
      const range = { start: { line, character: 0 }, end: { line, character: 60 } };
      const actions: CodeAction[] = await harness.actions(uri, range);
      words.push(...actions.map(({ title }) => title));
      const position = { line, character: 7 };
      const hover = await harness.client.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
      words.push(...((hover?.contents as MarkupContent | undefined)?.value ?? '').split('\n'));
    }
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await harness.client.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
    words.push(...hints.flatMap(({ label }) => String(label).split(' · ')));
  }
  await harness.dispose();
  return words.map((word) => word.replace(/^\s*- /, ''));
}

/** The templates that a text could have been made from. */
function templatesOf(text: string): string[] {
  return UI_WORDS.filter((template) => {
    const parts = template.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return template !== 'in {0}' && new RegExp(`^${parts.join('.+')}$`).test(text);
  });
}

describe('the words of the server', () => {
  it('are English unless the client brings others', async () => {
    const words = await shown(undefined);
    expect(words).toContain('Ignore compose/privileged-container here…');
    const used = new Set(words.flatMap(templatesOf));
    expect(used.size).toBeGreaterThan(15);
    expect(FULL_CAPABILITIES).toBeDefined();
  });

  it('are all in the language that the client brings', async () => {
    const words = await shown(translations);
    expect(words).toContain('compose/privileged-container hier ignorieren…');
    expect(words).toContain('compose/privileged-container erklären');
    expect(words.filter((word) => templatesOf(word).some((template) => translations[template] !== template))).toEqual([]);
  });

  it('stay as they are where a bundle has no translation, or is none', () => {
    for (const bundle of [undefined, null, 7, 'x', {}, { 'Explain {0}': 3 }])
      expect(localiser(bundle)('Explain compose/x')).toBe('Explain compose/x');
  });

  it('are translated within each other, and with what is put in turned around', () => {
    const localise = localiser(translations);
    expect(localise('Harden the final stage: apply all 3 (may change behaviour)')).toBe(
      'die letzte Stufe härten: alle 3 anwenden (kann das Verhalten ändern)',
    );
    expect(localise('Fix: Drop `sudo`. The program behaves as before.')).toBe(
      'Behebung: Drop `sudo`. Das Programm verhält sich wie zuvor.',
    );
    expect(localiser({ 'Not offered here: {0}, because {1}': '{1}: kein {0}' })('Not offered here: A, because B')).toBe(
      'B: kein A',
    );
    expect(localise('Something else')).toBe('Something else');
  });

  it('keep the marks of lists', () => {
    expect(localiseLines(localiser(translations), 'Why it is so.\n\n- Fix: A. You have to complete it.\n  - x')).toBe(
      'Why it is so.\n\n- Behebung: A. Sie müssen es vervollständigen.\n  - x',
    );
  });

  it('have each a translation into German', () => {
    expect(UI_WORDS.filter((word) => !translations[word])).toEqual([]);
  });
});
