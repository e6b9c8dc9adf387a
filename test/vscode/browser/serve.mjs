// Serves VS Code for the web, where the extension runs in a web worker from its `browser` entry, over a workspace in memory.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureServer } from '../../../scripts/vscode-host/install.mjs';
import { QUIET_SETTINGS } from '../../../scripts/vscode-host/server.mjs';

const MEMFS_EXTENSION = join(dirname(fileURLToPath(import.meta.url)), 'memfs-extension');
const WORKSPACE = '/ws';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown',
  '.mjs': 'text/javascript',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * Starts the web host.
 * @param {object} options
 * @param {string} options.extensionPath the extension's folder; its package.json must have `browser`
 * @param {Record<string, string>} options.fixtures the workspace: path relative to its root → text
 * @param {number} [options.port] TCP port on 127.0.0.1; a free one when left out
 * @param {Record<string, unknown>} [options.settings] settings, over QUIET_SETTINGS
 * @returns {Promise<{ url: string, requests: string[], stop: () => Promise<void> }>} `requests`: every path asked for, in order
 */
export async function serveBrowserHost({ extensionPath, fixtures, port = 0, settings = {} }) {
  const { web } = await ensureServer();
  const manifest = JSON.parse(readFileSync(join(extensionPath, 'package.json'), 'utf8'));
  if (!manifest.browser) throw new Error(`${join(extensionPath, 'package.json')} has no "browser" entry.`);
  const requests = [];

  const server = createServer((request, response) => {
    // The workbench asks for some files with a doubled slash, which a URL parser would take for a host name.
    const pathname = (request.url ?? '/').split('?', 1)[0].replace(/^\/+/, '/');
    requests.push(pathname);
    const origin = `http://${request.headers.host}`;
    const json = (value) => send(response, 'application/json', JSON.stringify(value));
    if (pathname === '/') return send(response, 'text/html', workbenchPage(web, origin));
    if (pathname === '/product.json') return json(productConfiguration(request.headers.host, settings));
    if (pathname === '/memfs/fixtures.json') return json({ root: WORKSPACE, files: fixtures });
    if (pathname.startsWith('/memfs/')) return sendFile(response, MEMFS_EXTENSION, pathname.slice('/memfs'.length));
    if (pathname.startsWith('/ext/')) return sendFile(response, resolve(extensionPath), pathname.slice('/ext'.length));
    return sendFile(response, web, pathname);
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const stop = () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${server.address().port}/`, requests, stop };
}

function workbenchPage(web, origin) {
  const template = readFileSync(join(web, 'out', 'vs', 'code', 'browser', 'workbench', 'workbench.html'), 'utf8');
  return template.replaceAll('{{WORKBENCH_WEB_BASE_URL}}', origin);
}

function productConfiguration(authority, settings) {
  const at = (path) => ({ scheme: 'http', authority, path });
  return {
    productConfiguration: {
      nameShort: 'Code for the Web',
      nameLong: 'Code for the Web',
      applicationName: 'code-web',
      dataFolderName: '.vscode-web',
      version: '1.91.1',
      enableTelemetry: false,
      // Lets the workspace in memory answer quick open and `findFiles`, as the web's real file systems do.
      extensionEnabledApiProposals: { 'seaworthy-test.memfs': ['fileSearchProvider'] },
    },
    folderUri: { scheme: 'memfs', path: WORKSPACE },
    additionalBuiltinExtensions: [at('/memfs'), at('/ext')],
    configurationDefaults: { ...QUIET_SETTINGS, 'security.workspace.trust.enabled': false, ...settings },
  };
}

function send(response, type, body) {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

function sendFile(response, root, pathname) {
  const file = normalize(join(root, decodeURIComponent(pathname)));
  if (file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile()) {
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
    return;
  }
  // The workbench asks every extension for this one, and takes a missing file for a broken extension.
  if (pathname === '/package.nls.json') return send(response, 'application/json', '{}');
  response.writeHead(404).end();
}
