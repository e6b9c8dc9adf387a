import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import { MOST_DIAGNOSTICS } from '../../server/src/lsp/features/diagnostics.ts';
import { FULL_CAPABILITIES, Harness } from './support/harness.ts';
import { MemoryFiles } from './support/memory-files.ts';

const URI = 'file:///w/compose.yaml';
const HARDENED = '    read_only: true\n    cap_drop: ALL\n';
const PRIVILEGED = `services:\n  web:\n    image: nginx:1\n    privileged: true\n${HARDENED}`;

describe('diagnostics', () => {
  it('points at the token, with code, link, source, severity, related place and version', async () => {
    const harness = await Harness.start({ initializationOptions: { pageBase: 'file:///pages' } });
    const document = await harness.open(URI, PRIVILEGED, 'yaml', 7);
    const [diagnostic, ...others] = await document.diagnostics();
    expect(others).toEqual([]);
    expect(document.at(diagnostic!.range)).toBe('true');
    expect(diagnostic).toMatchObject({
      code: 'compose/privileged',
      codeDescription: { href: 'file:///pages/compose/privileged.md' },
      source: 'seaworthy',
      severity: DiagnosticSeverity.Error,
    });
    const [related] = diagnostic!.relatedInformation ?? [];
    expect(related?.location.uri).toBe(URI);
    expect(document.at(related!.location.range)).toBe('web');
    await harness.dispose();
  });

  it('leaves out what the client can not show', async () => {
    const { workspace } = FULL_CAPABILITIES;
    const harness = await Harness.start({
      capabilities: { ...(workspace && { workspace }) },
      initializationOptions: { pageBase: 'file:///pages' },
    });
    const document = await harness.open(URI, `services:\n  web:\n    privileged: true\n    links: x\n  db:\n    image: a:1\n`);
    const diagnostics = await document.diagnostics();
    for (const diagnostic of diagnostics) {
      expect(diagnostic.codeDescription).toBeUndefined();
      expect(diagnostic.relatedInformation).toBeUndefined();
      expect(diagnostic.tags).toBeUndefined();
    }
    const group = diagnostics.find((d) => d.code === 'missing-hardening');
    expect(group?.message).toContain('compose/read-only');
    await harness.dispose();
  });

  it('tags what the rule tags', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, `services:\n  web:\n    links: x\n${HARDENED}`);
    const [diagnostic] = await document.diagnostics();
    expect(diagnostic).toMatchObject({
      code: 'compose/old-key',
      severity: DiagnosticSeverity.Hint,
      tags: [DiagnosticTag.Deprecated],
    });
    await harness.dispose();
  });

  it('shows what one resource lacks as one diagnostic on its name, and a single absence by itself', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, 'services:\n  web:\n    image: a:1\n  db:\n    image: a:1\n    read_only: true\n');
    const diagnostics = await document.diagnostics();
    expect(diagnostics.map((d) => [d.code, document.at(d.range)])).toEqual([
      ['missing-hardening', 'web'],
      ['compose/cap-drop', 'db'],
    ]);
    expect(diagnostics[0]).toMatchObject({
      message: 'web lacks 2 hardening options',
      severity: DiagnosticSeverity.Information,
    });
    expect(diagnostics[0]?.relatedInformation?.map((r) => r.message)).toEqual([
      expect.stringContaining('compose/read-only'),
      expect.stringContaining('compose/cap-drop'),
    ]);
    await harness.dispose();
  });

  it('shows texts without the marks of their values, everywhere', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, 'services:\n  web:\n    image: a:latest\n    privileged: true\n');
    const diagnostics = await document.diagnostics();
    const texts = diagnostics.flatMap((d) => [d.message, ...(d.relatedInformation ?? []).map((r) => r.message)]);
    expect(texts).toContain('compose/latest-tag at a:latest of web.');
    expect(texts.filter((text) => String(text).includes('`'))).toEqual([]);
    await harness.dispose();
  });

  it.each([
    [{ commands: true }, 'see the Seaworthy view'],
    [{}, '“seaworthy scan” lists all'],
  ])('shows the worst of too many, and says how many are left', async (initializationOptions, where) => {
    const harness = await Harness.start({ initializationOptions });
    const mild = `  old:\n${HARDENED}${'    links: x\n'.repeat(MOST_DIAGNOSTICS)}`;
    const bare = Array.from({ length: 5 }, (_, i) => `  s${i}:\n    image: a:1\n`).join('');
    const document = await harness.open(URI, `services:\n${mild}${bare}  web:\n    privileged: true\n${HARDENED}`);
    const diagnostics = await document.diagnostics();
    expect(diagnostics).toHaveLength(MOST_DIAGNOSTICS);
    expect(diagnostics.filter((d) => d.code === 'missing-hardening')).toHaveLength(5);
    expect(diagnostics.at(-2)?.code).toBe('compose/privileged');
    // 199 places: the service that is privileged, five that lack something, and 193 of the 200 old keys.
    expect(diagnostics.at(-1)).toMatchObject({
      severity: DiagnosticSeverity.Information,
      message: `7 more findings: ${where}`,
    });
    await harness.dispose();
  });

  it('follows incremental changes, several in one message, in UTF-16', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, `services:\n  web:\n    image: nginx:1 # 😀\n${HARDENED}`);
    expect(await document.diagnostics()).toEqual([]);
    await document.insertBefore('    read_only', '    privileged: true\n');
    const [diagnostic] = await document.diagnostics();
    expect(document.at(diagnostic!.range)).toBe('true');
    await document.replace(document.rangeOf('privileged: true'), 'tty: true');
    expect(await document.diagnostics()).toEqual([]);
    await harness.dispose();
  });

  it('never publishes for a version that is not the newest', async () => {
    const files = new MemoryFiles();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    files.contents.set('file:///w/.seaworthy.yaml', async () => {
      await held;
      return 'profile: recommended\n';
    });
    const harness = await Harness.start({ files });
    const document = await harness.open(URI, PRIVILEGED);
    await harness.until(() => (files.reads.includes('file:///w/.seaworthy.yaml') ? true : undefined));
    await document.replace(document.rangeOf('    privileged: true\n'), '');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(harness.published).toEqual([]);
    release();
    expect(await document.diagnostics()).toEqual([]);
    await harness.settle();
    expect(harness.published.filter((p) => p.uri === URI).map((p) => p.version)).toEqual([2]);
    await harness.dispose();
  });

  it('takes the findings of a closed document away', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, PRIVILEGED);
    expect(await document.diagnostics()).toHaveLength(1);
    await harness.client.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    await harness.until(() => (harness.shown(URI).length === 0 ? true : undefined));
    await harness.dispose();
  });

  it('works without a folder, with untitled documents, and with other schemes', async () => {
    const harness = await Harness.start({ folders: null, capabilities: { textDocument: {} } });
    const untitled = await harness.open('untitled:Untitled-1', PRIVILEGED, 'dockercompose');
    expect((await untitled.diagnostics()).map((d) => d.code)).toEqual(['compose/privileged']);
    const remote = await harness.open('vscode-vfs://github/o/r/compose.yaml', PRIVILEGED);
    expect((await remote.diagnostics()).map((d) => d.code)).toEqual(['compose/privileged']);
    await harness.dispose();
  });

  it('tells a rule that crashes once, in the log', async () => {
    const { toyDoors } = await import('./support/toy-engine.ts');
    const doors = toyDoors();
    const { engine } = doors;
    const crashing = {
      ...engine,
      analyze: (...of: Parameters<typeof engine.analyze>) => ({
        ...engine.analyze(...of),
        crashes: [{ rule: 'a/b', error: new Error('boom') }],
      }),
    };
    const harness = await Harness.start({ doors: { ...doors, engine: crashing } });
    const document = await harness.open(URI, PRIVILEGED);
    expect(await document.diagnostics()).toHaveLength(1);
    await document.insertBefore('services', '# x\n');
    await document.diagnostics();
    expect(harness.log.filter((line) => line.includes('boom'))).toHaveLength(1);
    await harness.dispose();
  });
});
