import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll } from 'vitest';
import { PROGRAM } from '../../cli/support/cli.ts';
import { ROOT } from '../../support/pages.ts';

/** A finding as an editor tells it: line from 1, the rule, the tool it is said to come from. */
export interface Told {
  readonly line: number;
  readonly code: string;
  readonly source: string;
  readonly message: string;
}

/** The bad files that every editor opens, and what it must tell of each: `line code`. */
export const CASES = {
  Dockerfile: {
    text: 'FROM debian:12\nRUN curl -k https://example.com/app.tgz -o /app.tgz\nUSER root\nCMD ["/app"]\n',
    expected: '2 dockerfile/curl-insecure',
  },
  'compose.yaml': {
    text: 'services:\n  web:\n    image: registry.example.com/web:1.27\n    privileged: true\n',
    expected: '4 compose/privileged-container',
  },
  'pod.yaml': {
    text: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  hostNetwork: true\n  containers: []\n',
    expected: '5 kubernetes/host-namespace',
  },
} as const;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Installs the editor where it is missing; throws with one line that says why it can't be started. */
export function ensureEditor(name: 'neovim' | 'emacs'): void {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/editors.mjs'), name], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim());
}

/** The block of docs/editors.md whose fence names this file. */
export function documented(name: string): string {
  const page = readFileSync(join(ROOT, 'docs/editors.md'), 'utf8');
  const fence = new RegExp(`^\`\`\`\\w+ title=${name.replaceAll('.', '\\.')}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page);
  if (!fence?.[1]) throw new Error(`docs/editors.md has no block for ${name}.`);
  return fence[1];
}

/** A folder with the cases, and `bin/seaworthy`, the built command line, as an installed one is found on the PATH. */
export function workplace(): { readonly folder: string; readonly path: string } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-editor-')));
  folders.push(folder);
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/seaworthy'), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
  chmodSync(join(folder, 'bin/seaworthy'), 0o755);
  for (const [name, { text }] of Object.entries(CASES)) writeFileSync(join(folder, name), text);
  return { folder, path: `${join(folder, 'bin')}${delimiter}${process.env.PATH}` };
}

/** Runs an editor in a workplace until it ends; it has to leave its findings as JSON in the file `told.json`. */
export async function toldBy(
  program: string,
  args: readonly string[],
  { folder, path }: ReturnType<typeof workplace>,
): Promise<readonly Told[]> {
  const child = spawn(program, args, { cwd: folder, env: { ...process.env, PATH: path, HOME: folder, XDG_STATE_HOME: folder } });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const timer = setTimeout(() => child.kill('SIGKILL'), 90_000);
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  clearTimeout(timer);
  const file = join(folder, 'told.json');
  try {
    const told = JSON.parse(readFileSync(file, 'utf8'));
    rmSync(file);
    return told;
  } catch {
    throw new Error(`${program} left no findings. It printed:\n${output.slice(-4000)}`);
  }
}
