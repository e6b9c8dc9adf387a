import { spawn } from 'node:child_process';
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  type Message,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { ScanResult } from '../../server/src/lsp/protocol.ts';

const COMPOSE = 'services:\n  web:\n    image: nginx:1.27\n    privileged: true\n';
const ROOT = join(import.meta.dirname, '../..');
let folder = '';

beforeAll(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'seaworthy-bundle-'));
  const common = { bundle: true, absWorkingDir: ROOT, logLevel: 'silent' } as const;
  await build({
    ...common,
    entryPoints: ['server/src/main.node.ts'],
    outfile: join(folder, 'server.cjs'),
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
  });
  await build({
    ...common,
    entryPoints: ['server/src/main.browser.ts'],
    outfile: join(folder, 'worker.js'),
    platform: 'browser',
    define: { global: 'globalThis' },
  });
  await fs.mkdir(join(folder, 'w'));
  await fs.writeFile(join(folder, 'w/compose.yaml'), COMPOSE);
});

afterAll(() => fs.rm(folder, { recursive: true, force: true }));

describe('the server as a process', () => {
  it('speaks over --stdio: diagnostics, a scan of the disk, and an orderly end', async () => {
    const server = spawn(process.execPath, [join(folder, 'server.cjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
    const client = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    const published: PublishDiagnosticsParams[] = [];
    let opened = (): void => undefined;
    const shown = new Promise<void>((resolve) => (opened = resolve));
    client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      published.push(params);
      if (params.version === 1) opened();
    });
    client.listen();
    const uri = pathToFileURL(join(folder, 'w')).href;
    await client.sendRequest('initialize', { processId: process.pid, rootUri: uri, capabilities: {} });
    await client.sendNotification('initialized', {});
    const textDocument = { uri: 'untitled:compose.yaml', languageId: 'yaml', version: 1, text: COMPOSE };
    await client.sendNotification('textDocument/didOpen', { textDocument });
    await shown;
    expect(published[0]?.diagnostics.map((d) => d.code)).toContain('compose/privileged-container');
    const result = await client.sendRequest<ScanResult>('seaworthy/scan', { token: 't' });
    expect(result).toMatchObject({ scanned: 1, total: 1, cancelled: false, skipped: [] });
    expect(published.at(-1)?.uri).toBe(`${uri}/compose.yaml`);
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    expect(await ended).toBe(0);
    client.dispose();
  });
});

describe('the server as a web worker', () => {
  it('reads every file through the client', async () => {
    // The bundle sees what a browser's worker has: a port in its global scope, and nothing of Node.
    const shim = `
      const { parentPort, workerData } = require('node:worker_threads');
      const vm = require('node:vm');
      const scope = { console, setTimeout, clearTimeout, TextDecoder, TextEncoder, MessageChannel, performance, URL, AbortController, queueMicrotask, crypto: globalThis.crypto };
      scope.globalThis = scope; scope.self = scope;
      scope.postMessage = (message) => parentPort.postMessage(message);
      scope.addEventListener = () => undefined;
      parentPort.on('message', (data) => scope.onmessage({ data }));
      vm.runInNewContext(workerData, scope);`;
    const worker = new Worker(shim, { eval: true, workerData: await fs.readFile(join(folder, 'worker.js'), 'utf8') });
    const asked: string[] = [];
    const done = new Promise<PublishDiagnosticsParams>((resolve, reject) => {
      worker.on('error', reject);
      worker.on(
        'message',
        (message: Message & { id?: number; method?: string; params?: { uri?: string; diagnostics?: unknown } }) => {
          if (message.method === 'seaworthy/readFile') {
            asked.push(message.params?.uri ?? '');
            const text =
              message.params?.uri === 'vscode-vfs://h/w/.seaworthy.yaml' ? 'rules:\n  compose/privileged-container: low\n' : null;
            worker.postMessage({ jsonrpc: '2.0', id: message.id, result: { text } });
          }
          if (message.method === 'textDocument/publishDiagnostics') resolve(message.params as PublishDiagnosticsParams);
        },
      );
    });
    worker.postMessage({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    worker.postMessage({ jsonrpc: '2.0', method: 'initialized', params: {} });
    const textDocument = { uri: 'vscode-vfs://h/w/a/compose.yaml', languageId: 'yaml', version: 1, text: COMPOSE };
    worker.postMessage({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
    const { diagnostics } = await done;
    expect(diagnostics.find((d) => d.code === 'compose/privileged-container')).toMatchObject({ severity: 3 });
    expect(asked).toContain('vscode-vfs://h/w/a/.env');
    await worker.terminate();
  });
});
