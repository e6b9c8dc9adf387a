import { describe, expect, it } from 'vitest';
import {
  FindingEditRequest,
  type FindingEditResult,
  FixAllRequest,
  type FixAllResult,
  ScanRequest,
  StatusNotification,
  type StatusParams,
} from '../../server/src/lsp/protocol.ts';
import { Harness } from './support/harness.ts';
import { MemoryFiles } from './support/memory-files.ts';

const URI = 'file:///w/compose.yaml';
const HARDENED = '    read_only: true\n    cap_drop: ALL\n';
const TEXT = `services:\n  web:\n    image: nginx:latest\n    privileged: true\n    user: root\n${HARDENED}`;
const OWN = { initializationOptions: { commands: true } };

async function opened() {
  const harness = await Harness.start(OWN);
  const document = await harness.open(URI, TEXT);
  await document.diagnostics();
  harness.clock.advance(100);
  const findings = await harness.until(() => harness.tree.get(URI));
  const edit = (rule: string, kind: string) =>
    harness.client.sendRequest<FindingEditResult | null>(FindingEditRequest, {
      uri: URI,
      id: findings.find((f) => f.rule === rule)?.id ?? '',
      kind,
    });
  return { harness, document, findings, edit };
}

describe('findings of a file', () => {
  it('keep their ids while lines move, and go when the file has none', async () => {
    const { harness, document, findings } = await opened();
    await document.insertBefore('services', '# a\n# b\n');
    await document.diagnostics();
    harness.clock.advance(100);
    const moved = await harness.until(() => (harness.tree.get(URI) === findings ? undefined : harness.tree.get(URI)));
    expect(moved.map((f) => f.id)).toEqual(findings.map((f) => f.id));
    expect(moved.map((f) => f.range.start.line)).toEqual(findings.map((f) => f.range.start.line + 2));
    await document.replace(document.rangeOf(document.text), '');
    await document.diagnostics();
    harness.clock.advance(6_000);
    await harness.until(() => (harness.tree.get(URI)?.length === 0 ? true : undefined));
    await harness.dispose();
  });

  it('say what their fix may break, or why there is none', async () => {
    const { harness, findings } = await opened();
    const of = (rule: string) => findings.find((f) => f.rule === rule);
    expect(of('compose/root-user')).toMatchObject({ noFix: 'The value comes from an anchor.' });
    expect(of('compose/root-user')).not.toHaveProperty('fix');
    expect(of('compose/privileged')?.fix).toEqual({ title: 'Remove `privileged`', safety: 'safe' });
    await harness.dispose();
  });

  it('are not sent to clients that are not ours', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, TEXT);
    await document.diagnostics();
    harness.clock.advance(1_000);
    await harness.settle();
    expect(harness.tree.size).toBe(0);
    await harness.dispose();
  });
});

describe('finding edit', () => {
  it('makes the best fix for the current version', async () => {
    const { harness, document, edit } = await opened();
    await document.insertBefore('services', '# later\n');
    const result = await edit('compose/privileged', 'fix');
    expect(document.after(result?.edit as never)).toBe(`# later\n${TEXT.replace('\n    privileged: true', '')}`);
    await harness.dispose();
  });

  it('says where the placeholder is, why there is no fix, and null for what is gone', async () => {
    const { harness, document, edit } = await opened();
    const pinned = await edit('compose/latest-tag', 'fix');
    const line = document.after(pinned?.edit as never).split('\n')[pinned!.select!.start.line];
    expect(line?.slice(pinned!.select!.start.character, pinned!.select!.end.character)).toBe('DIGEST');
    expect(await edit('compose/root-user', 'fix')).toMatchObject({ edit: null, refused: 'The value comes from an anchor.' });
    await document.replace(document.rangeOf('    privileged: true\n'), '');
    expect(await edit('compose/privileged', 'fix')).toBeNull();
    await harness.dispose();
  });

  it('ignores in three scopes', async () => {
    const { harness, document, edit } = await opened();
    const places = await Promise.all(
      ['ignore-line', 'ignore-resource', 'ignore-file'].map((kind) => edit('compose/privileged', kind)),
    );
    const lines = places.map((place) =>
      document
        .after(place?.edit as never)
        .split('\n')
        .findIndex((l) => l.includes('seaworthy-ignore')),
    );
    expect(lines[2]).toBe(0);
    expect(lines[1]).toBeGreaterThan(0);
    expect(lines[0]).toBeGreaterThan(lines[1] ?? 0);
    await harness.dispose();
  });

  it('works for a scanned file that is not open', async () => {
    const harness = await Harness.start({ ...OWN, files: new MemoryFiles({ [URI]: TEXT }) });
    await harness.client.sendRequest(ScanRequest, { token: 't' });
    const id = harness.tree.get(URI)?.find((f) => f.rule === 'compose/privileged')?.id;
    const result = await harness.client.sendRequest<FindingEditResult>(FindingEditRequest, { uri: URI, id, kind: 'fix' });
    expect(result.edit).toMatchObject({ documentChanges: [{ textDocument: { uri: URI, version: null } }] });
    await harness.dispose();
  });
});

describe('fix all', () => {
  it('makes all safe fixes as one edit and tells what was left', async () => {
    const { harness, document } = await opened();
    const result = await harness.client.sendRequest<FixAllResult>(FixAllRequest, { uri: URI, safety: 'safe' });
    expect(document.after(result.edit as never)).toBe(TEXT.replace('\n    privileged: true', ''));
    expect(result.fixed).toBe(1);
    expect(result.skipped.map((s) => s.reason)).toEqual(
      expect.arrayContaining(['The value comes from an anchor.', 'its fix has to be completed by hand']),
    );
    const none = await harness.client.sendRequest<FixAllResult>(FixAllRequest, {
      uri: URI,
      safety: 'safe',
      rules: ['compose/latest-tag'],
    });
    expect(none).toMatchObject({ edit: null, fixed: 0 });
    expect(await harness.client.sendRequest(FixAllRequest, { uri: 'file:///w/none.yaml', safety: 'safe' })).toBeNull();
    await harness.dispose();
  });
});

describe('status', () => {
  it('counts by severity and names the kind', async () => {
    const harness = await Harness.start(OWN);
    const told: StatusParams[] = [];
    harness.client.onNotification(StatusNotification, (params: StatusParams) => void told.push(params));
    await (await harness.open(URI, TEXT)).diagnostics();
    await (await harness.open('file:///w/other.yaml', 'a: 1\n')).diagnostics();
    await harness.settle();
    expect(told).toMatchObject([
      { uri: URI, kind: 'compose', counts: { critical: 1, high: 1, medium: 1, low: 0, info: 0 } },
      { uri: 'file:///w/other.yaml', kind: null, counts: { critical: 0 } },
    ]);
    await harness.dispose();
  });
});
