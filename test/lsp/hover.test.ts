import { describe, expect, it } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { FULL_CAPABILITIES, Harness } from './support/harness.ts';
import { toyDoors } from './support/toy-engine.ts';

const URI = 'file:///w/compose.yaml';
const TEXT = 'services:\n  web:\n    privileged: true\n    image: a:1\n';

const OWN = { initializationOptions: { commands: true, pageBase: 'file:///p' } };

async function hover(harness: Harness, position: { line: number; character: number }): Promise<Hover | null> {
  return harness.client.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri: URI }, position });
}

describe('hover', () => {
  it('tells message, why, fix with its safety and references, on the flagged token', async () => {
    const harness = await Harness.start({ initializationOptions: { pageBase: 'file:///p' } });
    const document = await harness.open(URI, TEXT);
    const result = await hover(harness, document.rangeOf('true').start);
    expect(document.at(result!.range!)).toBe('true');
    const { value } = result!.contents as MarkupContent;
    for (const part of [
      'critical',
      '[compose/privileged](file:///p/compose/privileged.md)',
      'An attacker owns the host.',
      'Fix: Remove `privileged`. The program behaves as before.',
      'CWE-250',
    ]) {
      expect(value).toContain(part);
    }
    expect(value).not.toContain('More.');
    await harness.dispose();
  });

  it('lists what a service lacks on its name', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, TEXT);
    const { value } = (await hover(harness, document.rangeOf('web').start))!.contents as MarkupContent;
    expect(value).toContain('`web` lacks 2 hardening options');
    expect(value).toContain('`compose/cap-drop`');
    expect(value).toContain('Fix: Add `cap_drop: ALL`. May need it.');
    await harness.dispose();
  });

  it('repeats nothing of the diagnostic that our own client shows above it', async () => {
    const harness = await Harness.start(OWN);
    const document = await harness.open(URI, TEXT);
    const { value } = (await hover(harness, document.rangeOf('true').start))!.contents as MarkupContent;
    expect(value).toBe(
      [
        'An attacker owns the host.',
        'Fix: Remove `privileged`. The program behaves as before.',
        '[CWE-250](https://cwe.mitre.org/data/definitions/250.html)',
      ].join('\n\n'),
    );
    await harness.dispose();
  });

  it('tells our own client what to do about each thing that is lacking, not what is lacking', async () => {
    const harness = await Harness.start(OWN);
    const document = await harness.open(URI, TEXT);
    const { value } = (await hover(harness, document.rangeOf('web').start))!.contents as MarkupContent;
    expect(value.split('\n')).toEqual([
      '- Fix: [Add `read_only: true`](file:///p/compose/read-only.md). May need it.',
      '- Fix: [Add `cap_drop: ALL`](file:///p/compose/cap-drop.md). May need it.',
    ]);
    await harness.dispose();
  });

  it.each([OWN, {}])('says why a fix can not be made, alone and among others', async (options) => {
    const doors = toyDoors();
    const { engine } = doors;
    const refused = [{ title: 'Harden it', refused: 'it comes from an anchor' }];
    const refusing = {
      ...engine,
      analyze: (...of: Parameters<typeof engine.analyze>) => {
        const analysis = engine.analyze(...of);
        const findings = analysis.findings.map((f) => {
          if (f.rule === 'compose/cap-drop') return { ...f, fixes: () => refused };
          return f.rule === 'compose/privileged' ? { ...f, fixes: () => [...f.fixes(), ...refused] } : f;
        });
        return { ...analysis, findings };
      },
    };
    const harness = await Harness.start({ ...options, doors: { ...doors, engine: refusing } });
    const document = await harness.open(URI, TEXT);
    const group = (await hover(harness, document.rangeOf('web').start))!.contents as MarkupContent;
    expect(group.value).toContain('No automatic fix: it comes from an anchor.');
    const single = (await hover(harness, document.rangeOf('true').start))!.contents as MarkupContent;
    expect(single.value).toContain('Not offered here: Harden it, because it comes from an anchor.');
    await harness.dispose();
  });

  it('is silent everywhere else', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, TEXT);
    expect(await hover(harness, document.rangeOf('privileged').start)).toBeNull();
    expect(await hover(harness, document.rangeOf('image').start)).toBeNull();
    await harness.dispose();
  });

  it('is plain text for clients that show no Markdown', async () => {
    const harness = await Harness.start({
      capabilities: { ...FULL_CAPABILITIES, textDocument: {} },
      initializationOptions: { pageBase: 'file:///p' },
    });
    const document = await harness.open(URI, TEXT);
    const { kind, value } = (await hover(harness, document.rangeOf('true').start))!.contents as MarkupContent;
    expect(kind).toBe('plaintext');
    expect(value).not.toMatch(/[*`]|\]\(/);
    await harness.dispose();
  });
});
