// What other extensions and VS Code's own features get: tested inside the extension host, started by @vscode/test-electron's call.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInVscode } from '../run.mjs';
import { makeWorkspace } from '../window.mjs';

const TESTS = join(dirname(fileURLToPath(import.meta.url)), '..', 'in-host', 'index.cjs');
const SECONDS = 180;

/** Files of the workspace besides the shop. */
const FILES = {
  'ours/unused.Dockerfile': 'FROM alpine:3.20\n# seaworthy-ignore dockerfile/no-such-rule\nRUN true\n',
  'ours/unused-compose.yaml':
    '# seaworthy-ignore-file compose/no-such-rule -- was here\nservices:\n  web:\n    image: nginx:1.29\n    privileged: true\n',
  'ours/doubled.Dockerfile': 'FROM alpine:latest\nRUN true\nUSER 1000\n',
  'ours/plain-compose.yaml': 'services:\n  web:\n    image: nginx:1.29\n    privileged: true\n',
  // Binding a port to an address means nothing in a swarm, which `mode` says this file is for.
  'ours/swarm-stack.yml': 'services:\n  web:\n    image: nginx:1.29\n    ports: ["8080:80"]\n    deploy:\n      mode: global\n',
  'other/playbook.yaml': '- hosts: all\n  tasks:\n    - name: Install\n      apt: { name: nginx }\n',
  'other/ci.yml': 'on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n',
};

/** @type {import('../suite.mjs').Suite} */
export const hostSuite = {
  title: 'Extension host',
  seconds: SECONDS + 15,
  async run(report) {
    const scratch = mkdtempSync(join(tmpdir(), 'vscode-in-host-'));
    const results = join(scratch, 'results.json');
    const workspace = join(scratch, 'shop');
    try {
      makeWorkspace(workspace, FILES);
      // A failing test is told by the results; without any, by the error.
      const error = await runInVscode({
        tests: TESTS,
        workspace,
        env: { SEAWORTHY_HOST_RESULTS: results, SEAWORTHY_VSCODE_TIMEOUT: String(SECONDS) },
      }).catch((reason) => reason);
      for (const { name, milliseconds, failure } of read(results, error)) report(name, milliseconds, failure);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};

function read(file, error) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw error ?? new Error('The tests left no results.');
  }
}
