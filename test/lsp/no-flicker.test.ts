import { describe, expect, it } from 'vitest';
import { HOLD_AT_MOST, HOLD_WHILE_BROKEN, HOLD_WHILE_TYPING } from '../../server/src/workspace/held-findings.ts';
import { type Document, Harness } from './support/harness.ts';

const URI = 'file:///w/compose.yaml';
const HARDENED = '    read_only: true\n    cap_drop: ALL\n';
const TEXT = `services:\n  web:\n    image: a:1\n${HARDENED}  db:\n    privileged: true\n${HARDENED}`;

async function opened(): Promise<{ harness: Harness; document: Document }> {
  const harness = await Harness.start({ initializationOptions: { commands: true } });
  const document = await harness.open(URI, TEXT);
  expect((await document.diagnostics()).map((d) => d.code)).toEqual(['compose/privileged']);
  return { harness, document };
}

describe('a file that is unparsable for a moment', () => {
  it('keeps the findings below the half-typed line, at the place where their token now stands', async () => {
    const { harness, document } = await opened();
    for (const key of ['    ', 't', 't', 'y', '\n']) {
      await document.insertBefore('  db:', key);
      const [diagnostic, ...others] = await document.diagnostics();
      expect(others).toEqual([]);
      expect(diagnostic?.code).toBe('compose/privileged');
      expect(document.at(diagnostic!.range)).toBe('true');
    }
    await harness.dispose();
  });

  it('never published a moment without them while a whole line was typed', async () => {
    const { harness, document } = await opened();
    for (const key of '    tty: true\n') {
      await document.insertBefore('  db:', key);
      await document.diagnostics();
    }
    expect(harness.published.filter((p) => p.uri === URI).map((p) => p.diagnostics.length)).toEqual(Array(15).fill(1));
    await harness.dispose();
  });

  it('lets go of a finding whose own token is edited', async () => {
    const { harness, document } = await opened();
    await document.insertBefore('  db:', '    tty\n');
    expect(await document.diagnostics()).toHaveLength(1);
    await document.replace(document.rangeOf('privileged: true'), 'privileged: false');
    expect(await document.diagnostics()).toEqual([]);
    await harness.dispose();
  });

  it('lets go of all once the file parses again', async () => {
    const { harness, document } = await opened();
    await document.insertBefore('  db:', '    tty\n');
    await document.diagnostics();
    await document.replace(document.rangeOf('    tty\n'), '    tty: true\n');
    await document.diagnostics();
    await document.replace(document.rangeOf('    privileged: true\n'), '');
    expect(await document.diagnostics()).toEqual([]);
    await harness.dispose();
  });

  it('takes the file as it is when nothing was typed for five seconds', async () => {
    const { harness, document } = await opened();
    await document.insertBefore('  db:', '    tty\n');
    expect(await document.diagnostics()).toHaveLength(1);
    harness.clock.advance(HOLD_WHILE_BROKEN - 1);
    await harness.settle();
    expect(harness.shown(URI)).toHaveLength(1);
    harness.clock.advance(1);
    await harness.until(() => (harness.shown(URI).length === 0 ? true : undefined));
    await harness.dispose();
  });

  it('holds nothing for longer than thirty seconds of constant typing', async () => {
    const { harness, document } = await opened();
    await document.insertBefore('  db:', '    t');
    await document.diagnostics();
    for (let passed = 0; passed < HOLD_AT_MOST; passed += 4_000) {
      harness.clock.advance(4_000);
      await document.insertBefore('  db:', 't');
      await document.diagnostics();
    }
    expect(harness.shown(URI)).toEqual([]);
    await harness.dispose();
  });

  it('keeps everything while the file is not even recognised', async () => {
    const { harness, document } = await opened();
    await document.insertBefore('services:', 'jobs:\n');
    expect((await document.diagnostics()).map((d) => d.code)).toEqual(['compose/privileged']);
    await harness.dispose();
  });

  it('offers no edit for a finding that is only held', async () => {
    const { harness, document } = await opened();
    harness.clock.advance(200);
    const [finding] = await harness.until(() => harness.tree.get(URI));
    await document.insertBefore('  db:', '    tty\n');
    const [diagnostic] = await document.diagnostics();
    expect(await harness.actions(URI, diagnostic!.range)).toEqual([]);
    const result = await harness.client.sendRequest('seaworthy/findingEdit', { uri: URI, id: finding!.id, kind: 'fix' });
    expect(result).toMatchObject({ edit: null, refused: expect.stringContaining('complete what is being typed') });
    await harness.dispose();
  });
});

describe('a line that is typed in a text that parses', () => {
  const LACKS = 'services:\n  web:\n    cap_drop: ALL\n    read_only: tru\n    tty: x\n';

  async function typed(): Promise<{ harness: Harness; document: Document }> {
    const harness = await Harness.start();
    const document = await harness.open(URI, LACKS);
    expect((await document.diagnostics()).map((d) => d.code)).toEqual(['compose/read-only']);
    await document.insertBefore('\n    tty', 'e');
    expect((await document.diagnostics()).map((d) => d.code)).toEqual(['compose/read-only']);
    return { harness, document };
  }

  it('takes a finding away only once the typing rests', async () => {
    const { harness } = await typed();
    harness.clock.advance(HOLD_WHILE_TYPING - 1);
    await harness.settle();
    expect(harness.shown(URI)).toHaveLength(1);
    harness.clock.advance(1);
    await harness.until(() => (harness.shown(URI).length === 0 ? true : undefined));
    await harness.dispose();
  });

  it('or goes on in another line, or with the next line', async () => {
    const elsewhere = await typed();
    await elsewhere.document.insertBefore('x\n', 'x');
    expect(await elsewhere.document.diagnostics()).toEqual([]);
    await elsewhere.harness.dispose();
    const below = await typed();
    await below.document.insertBefore('\n    tty', '\n    ');
    expect(await below.document.diagnostics()).toEqual([]);
    await below.harness.dispose();
  });

  it('shows the effect of a paste or a fix at once', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, LACKS);
    await document.replace(document.rangeOf('tru\n'), 'true\n');
    expect(await document.diagnostics()).toEqual([]);
    await harness.dispose();
  });

  it('does not hold what the typing itself changed', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, TEXT);
    const { end } = document.rangeOf('privileged: true');
    await document.replace({ start: { ...end, character: end.character - 1 }, end }, '');
    expect(await document.diagnostics()).toEqual([]);
    await harness.dispose();
  });
});
