// npm run bench: how long the work takes, as ratios to the least that any tool would have to do, measured in turns in one run.
//   node test/bench/bench.mjs [keystroke] [scan] [large] [peer] [start] [activation] [memory] [size]
// Prints; fails only when it can't measure. Numbers from a busy machine mean little: compare the ratios.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BOTH_HALVES } from '../../scripts/build.mjs';
import { median, ms, outputOf, percentile, table, timedProgram, times, worked } from './measure.mjs';
import { compose, definitions, deployment, dockerfile, manifests, TYPING, tree } from './texts.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LINES = [100, 1_000, 10_000];
const FILES = 1_000;
/** Keystrokes that are not counted: the engine's code gets warm. */
const WARM_UP = 20;
const EDITS = 60;
const TARGETS = { keystroke: 3, scan: 2, definitions: 1, start: 3, activation: 50, megabytes: 200 };

const verdict = (value, target) => (value <= target ? 'ok' : 'OVER');
const asked = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const wanted = (part) => asked.length === 0 || asked.includes(part);

const folder = mkdtempSync(join(tmpdir(), 'seaworthy-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

async function bundle(entry, name, minify, external = []) {
  const outfile = join(folder, 'dist', name);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    minify,
    external,
    plugins: [BOTH_HALVES],
    // A profile (`node --cpu-prof test/bench/bench.mjs keystroke`) should show names.
    logLevel: 'error',
  });
  return outfile;
}

const parts = createRequire(import.meta.url)(await bundle('test/bench/parts.ts', 'parts.cjs', false));

/** The least there is to do with a text: parse it once. What a Dockerfile runs is in its scripts, so that they belong to it. */
function parseOnly(kind, text) {
  if (kind === 'dockerfile') {
    const { instructions } = parts.buildDockerfile(parts.parseDockerfile(text));
    for (const instruction of instructions) if (instruction.keyword === 'RUN') void instruction.script;
  } else parts.parseAllDocuments(text, { keepSourceTokens: true, uniqueKeys: false, logLevel: 'silent' });
}

/** A server in this process and a client, talking over two streams. The wait after a keystroke is taken out: it is no work. */
async function connected() {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const quiet = () => undefined;
  const host = parts.nodeHost({ error: console.error, warn: quiet, info: quiet });
  const clock = { ...host.clock, after: (_, callback) => parts.nodeClock.after(0, callback) };
  const server = parts.createConnection(new parts.StreamMessageReader(toServer), new parts.StreamMessageWriter(toClient));
  parts.createServer(server, { ...host, clock }, parts.engineDoors());
  server.listen();
  const client = parts.createProtocolConnection(new parts.StreamMessageReader(toClient), new parts.StreamMessageWriter(toServer));
  client.onRequest('client/registerCapability', () => null);
  client.listen();
  const publishDiagnostics = { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true };
  const capabilities = { textDocument: { publishDiagnostics } };
  await client.sendRequest('initialize', { processId: null, rootUri: null, workspaceFolders: null, capabilities });
  await client.sendNotification('initialized', {});
  return client;
}

/** Types into the middle of a text; gives the milliseconds of processor time of each keystroke to its diagnostics, and of each bare parse. */
async function typeInto(kind, start) {
  const { name, languageId, behind, text: typed } = TYPING[kind];
  const client = await connected();
  const uri = `${pathToFileURL(folder).href}/typing/${name}`;
  const waiting = new Map();
  client.onNotification('textDocument/publishDiagnostics', ({ version }) => waiting.get(version)?.());
  const published = (version) => new Promise((resolve) => waiting.set(version, resolve));

  let text = start;
  const middle = text.length >> 1;
  const found = behind.exec(text.slice(middle)) ?? behind.exec(text);
  let offset = (found.input.length === text.length ? 0 : middle) + found.index + found[0].length;
  const opened = published(1);
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  await opened;
  const keystrokes = [];
  const parses = [];
  for (const [i, character] of [...typed.repeat(2)].slice(0, WARM_UP + EDITS).entries()) {
    const before = text.slice(0, offset);
    const position = { line: before.split('\n').length - 1, character: offset - before.lastIndexOf('\n') - 1 };
    text = before + character + text.slice(offset);
    offset += character.length;
    const version = i + 2;
    const keystroke = await worked(async () => {
      const done = published(version);
      const contentChanges = [{ range: { start: position, end: position }, text: character }];
      await client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      await done;
    });
    const parse = await worked(() => parseOnly(kind, text));
    if (i < WARM_UP) continue;
    keystrokes.push(keystroke);
    parses.push(parse);
  }
  client.dispose();
  return { keystrokes, parses };
}

async function keystroke() {
  console.log(
    `\nKeystroke to published diagnostics, processor time against parsing the text once (target at 1000 lines: p95 ≤ ${TARGETS.keystroke}×).\nOf a Dockerfile, parsing is its syntax, its stages and variables, and the script of every RUN.`,
  );
  const make = { dockerfile, compose, kubernetes: manifests };
  const rows = [];
  for (const kind of Object.keys(TYPING)) {
    for (const lines of LINES) {
      const { keystrokes, parses } = await typeInto(kind, make[kind](lines));
      const bare = median(parses);
      const [p50, p95] = [percentile(keystrokes, 0.5), percentile(keystrokes, 0.95)];
      rows.push([
        kind,
        lines,
        keystrokes.length,
        ms(p50),
        ms(p95),
        ms(bare),
        times(p50 / bare),
        times(p95 / bare),
        lines === 1_000 ? verdict(p95 / bare, TARGETS.keystroke) : '',
      ]);
    }
  }
  table(['kind', 'lines', 'edits', 'p50', 'p95', 'parse p50', 'ratio p50', 'ratio p95', ''], rows);
}

let project;
function projectFolder() {
  if (project) return project;
  project = join(folder, 'project');
  for (const [path, text] of tree(FILES)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  return project;
}

async function scan() {
  const root = projectFolder();
  const files = [...tree(FILES).keys()].map((path) => join(root, path));
  const options = {
    profile: undefined,
    configFile: undefined,
    useConfig: true,
    suppressions: true,
    kubernetesVersion: undefined,
    stdinName: undefined,
  };
  const scans = [];
  const reports = [];
  const bare = [];
  for (let i = 0; i < 6; i++) {
    let result;
    const scanTime = await worked(async () => {
      result = await parts.judge([root], options);
    });
    if (result.files.length !== FILES) throw new Error(`judged ${result.files.length} of ${FILES} files`);
    const reportTime = await worked(async () => {
      const withFixes = await parts.judge([root], options, { printsFixes: true });
      parts.reporters.sarif({ version: '0', rules: [], ...withFixes });
    });
    const bareTime = await worked(async () => {
      for (let at = 0; at < files.length; at += 16) {
        const texts = await Promise.all(files.slice(at, at + 16).map((path) => readFile(path, 'utf8')));
        for (const [j, text] of texts.entries()) parseOnly(files[at + j].endsWith('Dockerfile') ? 'dockerfile' : 'yaml', text);
      }
    });
    if (i === 0) continue;
    scans.push(scanTime);
    reports.push(reportTime);
    bare.push(bareTime);
  }
  const ratio = median(scans) / median(bare);
  console.log(
    `\nScan of ${FILES} files, processor time against reading and parsing them, scripts in Dockerfiles too (target ≤ ${TARGETS.scan}×)`,
  );
  table(
    ['scan', 'read and parse', 'ratio', '', 'scan with a report in SARIF'],
    [[ms(median(scans)), ms(median(bare)), times(ratio), verdict(ratio, TARGETS.scan), ms(median(reports))]],
  );
}

/** Files that are larger than anyone writes by hand. */
async function large() {
  const { engine, settingsOf } = judging();
  const texts = [
    ['crds.yaml', 'definitions of 10 MB', definitions(10_000_000)],
    ['big.yaml', 'Deployment of 10,000 lines', deployment(10_000)],
    ['compose.yaml', 'Compose of 100,000 lines', compose(100_000)],
  ];
  const rows = [];
  for (const [name, title, text] of texts) {
    const own = [];
    const bare = [];
    for (let i = 0; i < 3; i++) {
      const fresh = `${text}# ${i}\n`;
      own.push(await worked(() => engine.analyze({ uri: `file:///large/${name}`, text: fresh }, settingsOf(name))));
      bare.push(await worked(() => parseOnly('yaml', fresh)));
    }
    const ratio = median(own) / median(bare);
    rows.push([
      title,
      ms(median(own)),
      ms(median(bare)),
      times(ratio),
      name === 'crds.yaml' ? verdict(ratio, TARGETS.definitions) : '',
    ]);
  }
  console.log(
    `\nJudging large files, processor time against parsing them (target for definitions ≤ ${TARGETS.definitions}×: their schemas are left out)`,
  );
  table(['file', 'judge', 'parse', 'ratio', ''], rows);
}

/** The engine with all rules, and the settings of a file without a config. */
function judging() {
  const { engine, resolveSettings, newestKubernetes } = parts.engineDoors();
  const environment = { today: '2026-11-21', kubernetesVersion: newestKubernetes };
  const config = { rules: {}, exclude: [], overrides: [] };
  return { engine, settingsOf: (path) => resolveSettings(config, path, engine.rules, environment, {}) };
}

async function start() {
  const cli = await bundle('server/src/main.cli.ts', 'cli.js', true);
  const programs = { 'node -e 0': ['-e', '0'], 'seaworthy --version': [cli, '--version'], 'seaworthy rules': [cli, 'rules'] };
  const runs = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let i = 0; i < 16; i++) for (const [name, args] of Object.entries(programs)) runs[name].push(timedProgram(args));
  const bare = median(runs['node -e 0']);
  console.log(`\nCold start, against \`node -e 0\` (target ≤ ${TARGETS.start}×)`);
  table(
    ['program', 'median', 'ratio', ''],
    Object.entries(runs).map(([name, list]) => [
      name,
      ms(median(list)),
      times(median(list) / bare),
      verdict(median(list) / bare, TARGETS.start),
    ]),
  );
}

/** Runs in a program of its own: loads the extension's bundle with an editor that does nothing, and prints the processor time. */
const LOADING = `
const Module = require('node:module');
const nothing = new Proxy(function () {}, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => '' : nothing),
  apply: () => nothing,
  construct: () => nothing,
});
const load = Module._load;
const vscode = Object.create(nothing);
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
const before = process.cpuUsage();
require(process.argv[1]);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);
`;

/** What it costs the editor's extension host to load the extension; what happens then is asynchronous. */
async function activation() {
  const client = await bundle('client/src/extension.ts', 'client.js', true, ['vscode']);
  const runs = Array.from({ length: 11 }, () => Number(outputOf(['-e', LOADING, client])));
  console.log(`\nLoading the extension, processor time (target < ${TARGETS.activation} ms)`);
  table(['median', ''], [[ms(median(runs)), verdict(median(runs), TARGETS.activation)]]);
}

async function memory() {
  const server = await bundle('server/src/main.node.ts', 'server.js', true);
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = parts.createProtocolConnection(
    new parts.StreamMessageReader(child.stdout),
    new parts.StreamMessageWriter(child.stdin),
  );
  client.onRequest('client/registerCapability', () => null);
  client.listen();
  const uri = pathToFileURL(projectFolder()).href;
  const capabilities = { workspace: { workspaceFolders: true }, textDocument: { publishDiagnostics: { versionSupport: true } } };
  const params = {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'project' }],
    capabilities,
    initializationOptions: { commands: true },
  };
  await client.sendRequest('initialize', params);
  await client.sendNotification('initialized', {});
  const idle = residentMegabytes(child.pid);
  const result = await client.sendRequest('seaworthy/scan', { token: 'bench' });
  const after = residentMegabytes(child.pid);
  child.kill();
  console.log(
    `\nMemory of the server after a scan of ${result.scanned} files with ${result.findings} findings (target < ${TARGETS.megabytes} MB)`,
  );
  if (after === undefined) console.log('  not measured: there is no /proc here');
  else table(['started', 'after the scan', ''], [[`${idle} MB`, `${after} MB`, verdict(after, TARGETS.megabytes)]]);
}

function residentMegabytes(pid) {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return undefined;
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(path, 'utf8'))?.[1]) / 1024);
}

/** Real Dockerfiles where the environment names a folder of them, else generated ones. */
function dockerfiles() {
  const corpus = process.env.SEAWORTHY_CORPUS;
  if (!corpus) return Array.from({ length: 200 }, (_, i) => dockerfile(15 + (i % 40)));
  const names = readdirSync(corpus, { recursive: true }).filter((name) => /(?:^|\/)Dockerfile[^/]*$|\.dockerfile$/i.test(name));
  return names.filter((name) => statSync(join(corpus, name)).isFile()).map((name) => readFileSync(join(corpus, name), 'utf8'));
}

/** Rounds over the Dockerfiles: the first ones warm both up, since both are programs that stay. */
const PEER_ROUNDS = { warmUp: 10, counted: 20 };

/** The whole judgement of Dockerfiles against `validate` of dockerfile-utils, which checks syntax and a few practices. */
async function peer() {
  const { validate } = (await import('dockerfile-utils')).default;
  const { engine, settingsOf } = judging();
  const settings = settingsOf('Dockerfile');
  const texts = dockerfiles();
  const ours = [];
  const theirs = [];
  for (let i = 0; i < PEER_ROUNDS.warmUp + PEER_ROUNDS.counted; i++) {
    // Texts that neither has seen.
    const fresh = texts.map((text) => Buffer.from(`${text}\n# ${i}\n`).toString());
    const own = await worked(() => {
      for (const text of fresh) engine.analyze({ uri: 'file:///Dockerfile', text }, settings);
    });
    const other = await worked(() => {
      for (const text of fresh) validate(text);
    });
    if (i < PEER_ROUNDS.warmUp) continue;
    ours.push(own / texts.length);
    theirs.push(other / texts.length);
  }
  console.log(`\nJudging ${texts.length} Dockerfiles one after the other, processor time against dockerfile-utils (target ≤ 1×)`);
  const ratio = median(ours) / median(theirs);
  table(
    ['ours per file', 'theirs per file', 'ratio', ''],
    [[ms(median(ours)), ms(median(theirs)), times(ratio), verdict(ratio, 1)]],
  );
}

function size() {
  const rows = ['.', 'dist', 'dist/browser'].flatMap((where) => {
    const names = existsSync(join(ROOT, where)) ? readdirSync(join(ROOT, where)).sort() : [];
    const built = names.filter((name) => name.endsWith(where === '.' ? '.vsix' : '.js'));
    return built.map((name) => [join(where, name), `${Math.round(statSync(join(ROOT, where, name)).size / 1024)} KB`]);
  });
  console.log('\nSize of what is built');
  if (rows.length > 0) table(['file', 'size'], rows);
  else console.log('  nothing is built');
}

const PARTS = { keystroke, scan, large, peer, start, activation, memory, size };
for (const [name, part] of Object.entries(PARTS)) if (wanted(name)) await part();
