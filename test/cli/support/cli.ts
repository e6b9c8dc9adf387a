import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll } from 'vitest';
import { ROOT } from '../../support/pages.ts';

/** Folders to remove after the tests of a file. */
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function temporaryFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `seaworthy-${name}-`)));
  folders.push(folder);
  return folder;
}

/** Bundles the command line as `scripts/build.mjs` does, docs beside it as in the package; gives the path of its program. */
async function bundled(): Promise<string> {
  const folder = temporaryFolder('cli');
  const outfile = join(folder, 'dist/cli.js');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['server/src/main.cli.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    banner: { js: '#!/usr/bin/env node' },
    minify: true,
    logLevel: 'error',
  });
  symlinkSync(join(ROOT, 'docs'), join(folder, 'docs'));
  return outfile;
}

/** The built program, for tests that talk to it themselves. */
export const PROGRAM = await bundled();

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  /** Milliseconds after which the program counts as hanging. */
  readonly timeout?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Closes its standard output after this many bytes, as `head` does. */
  readonly readOnly?: number;
}

/** Runs `seaworthy` with the arguments; a hang or a signal fails the test. */
export function seaworthy(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { cwd = ROOT, input, timeout = 30_000, env, readOnly } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, env: { ...process.env, NO_COLOR: '1', ...env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
    child.stdout.on('data', (chunk: Buffer) => {
      out.push(chunk);
      size += chunk.length;
      if (readOnly !== undefined && size >= readOnly) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal !== null) reject(new Error(`seaworthy ${args.join(' ')} ended by ${signal} (after ${timeout} ms it is killed)`));
      else resolve({ code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') });
    });
  });
}

/** A new folder with these files; removed after the tests. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = temporaryFolder('files');
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A Compose file whose line 5 is found by `compose/privileged-container`, critical, in recommended. */
export const PRIVILEGED =
  'services:\n  web:\n    image: registry.example.com/web:1.27\n    security_opt: [no-new-privileges:true]\n    privileged: true\n';
/** A Compose file in which there is nothing to find. */
export const CLEAN = 'services: {}\n';
/** A config with which nothing but `privileged: true` is found, as severe as said. */
export const only = (severity: string) => `rules:\n  "*/*": off\n  compose/privileged-container: ${severity}\n`;

/** The findings of a report in JSON, as `path:line rule`. */
export function found(json: string): string[] {
  const report = JSON.parse(json) as { files: { path: string; findings: { rule: string; startLine: number }[] }[] };
  return report.files.flatMap(({ path, findings }) => findings.map((f) => `${path}:${f.startLine} ${f.rule}`));
}

/** Runs a program of the system; gives its exit code (null when there is no such program) and what it printed. */
export function system(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string } = {},
) {
  const { status, stdout } = spawnSync(program, [...args], { ...options, encoding: 'utf8' });
  return { code: status, out: stdout };
}
