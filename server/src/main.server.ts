/**
 * The server that the extension ships, one bundle for both worlds: nearly all of it is the engine, which is the same in a
 * Node process and in a worker. Only the half that fits is ever loaded.
 */
const inWorker = typeof (globalThis as { importScripts?: unknown }).importScripts === 'function';

if (inWorker) void import('./lsp/run-browser.ts').then(({ runServer }) => runServer());
else void import('./lsp/run-node.ts').then(({ runServer }) => runServer());
