import { describe, expect, it } from 'vitest';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { BulkFixParams, BulkFixResult } from '../../server/src/lsp/protocol.ts';
import { FULL_CAPABILITIES, Harness } from './support/harness.ts';
import { MemoryFiles } from './support/memory-files.ts';

const CAPABILITIES = {
  ...FULL_CAPABILITIES,
  workspace: { ...FULL_CAPABILITIES.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};
const A = 'file:///w/a-compose.yaml';
const B = 'file:///w/b-compose.yaml';
const BAD = 'services:\n  web:\n    privileged: true\n    image: nginx:latest\n';

async function start(capabilities = CAPABILITIES) {
  const files = new MemoryFiles({ [A]: BAD, [B]: BAD });
  const harness = await Harness.start({ files, capabilities, initializationOptions: { commands: true } });
  const document = await harness.open(A, BAD);
  await harness.client.sendRequest('seaworthy/scan', { token: 't' });
  const fix = (params: BulkFixParams) => harness.client.sendRequest<BulkFixResult>('seaworthy/bulkFix', params);
  return { harness, document, fix };
}

const changes = (edit: unknown) => ((edit as WorkspaceEdit).documentChanges ?? []) as TextDocumentEdit[];

describe('fixing many', () => {
  it('makes the safe fixes of all files as one edit that asks first, and tells why the rest is left', async () => {
    const { harness, document, fix } = await start();
    const result = await fix({ safety: 'safe' });
    expect([result.fixed, result.files]).toEqual([2, 2]);
    expect(changes(result.edit).map(({ textDocument }) => [textDocument.uri, textDocument.version])).toEqual([
      [A, 1],
      [B, null],
    ]);
    expect(document.after(result.edit as WorkspaceEdit)).toBe(BAD.replace('    privileged: true\n', ''));
    // Only an empty change asks: VS Code leaves the boxes empty of those that do.
    expect((result.edit as WorkspaceEdit).changeAnnotations).toEqual({
      privileged: { label: 'privileged', needsConfirmation: false },
      review: { label: expect.any(String), needsConfirmation: true },
    });
    const labels = changes(result.edit).flatMap(({ edits }) => edits.map((edit) => 'annotationId' in edit && edit.annotationId));
    expect(labels).toEqual(['review', 'privileged', 'privileged']);
    const reasons = new Set(result.skipped.map(({ uri, reason }) => `${uri} ${reason}`));
    expect(reasons).toContain(`${A} its fix has to be completed by hand`);
    expect(reasons).toContain(`${B} its fix may change how the program runs: May need it.`);
    await harness.dispose();
  });

  it('keeps to a rule, to files, and to findings', async () => {
    const { harness, document, fix } = await start();
    const hardened = await fix({ safety: 'hardening', rules: ['compose/read-only'], files: [{ uri: A }] });
    expect([hardened.fixed, hardened.files, hardened.skipped]).toEqual([1, 1, []]);
    expect(document.after(hardened.edit as WorkspaceEdit)).toBe(BAD.replace('  web:\n', '  web:\n    read_only: true\n'));
    const [id] = harness.shown(A).flatMap(({ code, data }) => (code === 'compose/privileged' ? [data.id as string] : []));
    const one = await fix({ safety: 'hardening', files: [{ uri: A, ids: [id!] }] });
    expect([one.fixed, one.skipped]).toEqual([1, []]);
    expect(await fix({ safety: 'safe', files: [{ uri: A, ids: ['gone'] }] })).toMatchObject({
      edit: null,
      fixed: 0,
      skipped: [],
    });
    await harness.dispose();
  });

  it('is computed from the text as it is now', async () => {
    const { harness, document, fix } = await start();
    await document.replace(document.rangeOf('    privileged: true\n'), '');
    const result = await fix({ safety: 'safe' });
    expect(changes(result.edit).map(({ textDocument }) => textDocument.uri)).toEqual([B]);
    await harness.dispose();
  });

  it('is a plain edit for a client that can not ask', async () => {
    const { harness, fix } = await start(FULL_CAPABILITIES as typeof CAPABILITIES);
    const { edit } = await fix({ safety: 'safe' });
    expect(edit).not.toHaveProperty('changeAnnotations');
    for (const { edits } of changes(edit)) for (const one of edits) expect(one).not.toHaveProperty('annotationId');
    await harness.dispose();
  });
});
