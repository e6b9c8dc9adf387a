import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { reasonOf } from '../../server/src/analysis/reasons.ts';
import { type ReportParams, ReportRequest, type ReportResult, ScanRequest } from '../../server/src/lsp/protocol.ts';
import { engineDoors } from '../../server/src/workspace/engine-doors.ts';
import { Harness, type HarnessOptions } from './support/harness.ts';
import { MemoryFiles } from './support/memory-files.ts';

const PRIVILEGED = 'services:\n  web:\n    image: registry.example.com/web:1.27\n    privileged: true\n';
const RULE = 'compose/privileged-container';
const doors = engineDoors();

function start(options: HarnessOptions = {}): Promise<Harness> {
  return Harness.start({ doors, ...options });
}

function report(harness: Harness, params: Partial<ReportParams> = {}): Promise<ReportResult | null> {
  return harness.client.sendRequest(ReportRequest, { format: 'compact', version: '9.9.9', ...params });
}

describe('the report of a session', () => {
  it('tells what scanned files and the unsaved text of open ones have', async () => {
    const harness = await start({ files: new MemoryFiles({ 'file:///w/a/compose.yaml': PRIVILEGED }) });
    expect(await report(harness)).toMatchObject({ text: '', files: 0, findings: 0, worst: null });
    await harness.client.sendRequest(ScanRequest, { token: 't' });
    await harness.open('untitled:Untitled-1', PRIVILEGED, 'dockercompose');
    const result = await report(harness);
    expect(result).toMatchObject({ files: 2, worst: 'critical' });
    expect(result?.text).toMatch(/^a\/compose\.yaml:4:17: error: .* \[compose\/privileged-container, critical\]$/m);
    expect(result?.text).toMatch(/^Untitled-1:4:17: error: /m);
    await harness.dispose();
  });

  it('names the folder where there are several', async () => {
    const files = new MemoryFiles({ 'file:///x/app/compose.yaml': PRIVILEGED, 'file:///y/api/compose.yaml': PRIVILEGED });
    const harness = await start({ files, folders: ['file:///x/app', 'file:///y/api'] });
    await harness.client.sendRequest(ScanRequest, { token: 't' });
    const { text = '' } = (await report(harness)) ?? {};
    expect([...new Set(text.split('\n').map((line) => line.split(':')[0]))]).toEqual([
      'api/compose.yaml',
      'app/compose.yaml',
      '',
    ]);
    await harness.dispose();
  });

  it('is made in every format of the command line, with the version and the pages that it is given', async () => {
    const harness = await start({ files: new MemoryFiles({ 'file:///w/compose.yaml': PRIVILEGED }) });
    await harness.client.sendRequest(ScanRequest, { token: 't' });
    const pages = { [RULE]: { finds: 'FINDS', why: 'WHY', fix: 'FIX' } };
    for (const format of ['sarif', 'json', 'markdown', 'html']) {
      const { text = '' } = (await report(harness, { format, pages })) ?? {};
      expect(text, format).toContain('compose/privileged-container');
      if (format !== 'markdown') expect(text, format).toContain('9.9.9');
      if (format === 'sarif') expect(text, format).toContain('WHY');
      // The client's pages lack the first paragraph, which the server has.
      if (format === 'sarif' || format === 'html') expect(text, format).toContain(reasonOf(RULE)?.slice(0, 30));
    }
    expect(await report(harness, { format: 'constructor' })).toBeNull();
    await harness.dispose();
  });

  it('gives up when it is cancelled', async () => {
    const harness = await start({ files: new MemoryFiles({ 'file:///w/compose.yaml': PRIVILEGED }) });
    await harness.client.sendRequest(ScanRequest, { token: 't' });
    const source = new CancellationTokenSource();
    const asked = harness.client.sendRequest(ReportRequest, { format: 'json', version: '1' }, source.token);
    source.cancel();
    expect(await Promise.resolve(asked).catch(() => null)).toBeNull();
    await harness.dispose();
  });
});
