import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './support/pages.ts';

/** Rooms from the ground up: a file may import its own room and those below. Families never import each other. */
const LAYERS: readonly (readonly string[])[] = [
  ['core'],
  ['yaml', 'shell', 'knowledge'],
  ['dockerfile', 'compose', 'kubernetes'],
  ['project'],
  ['analysis'],
  ['report', 'workspace'],
  ['host', 'lsp', 'cli'],
  ['main'],
];
const FAMILIES = ['dockerfile', 'compose', 'kubernetes'];
const PURE = ['core', 'yaml', 'shell', 'knowledge', ...FAMILIES, 'project', 'analysis', 'report'];

let inputs: Metafile['inputs'];

beforeAll(async () => {
  const [node, browser] = await Promise.all([
    graphOf('node', ['server/src/main.node.ts', 'server/src/main.cli.ts', 'client/src/extension.ts']),
    graphOf('browser', ['server/src/main.browser.ts', 'client/src/browser.ts']),
  ]);
  inputs = { ...browser, ...node };
});

/** Who imports whom, as esbuild sees it; fails when a browser bundle needs something of Node's. */
async function graphOf(platform: 'node' | 'browser', entryPoints: string[]): Promise<Metafile['inputs']> {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'out',
    platform,
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    logLevel: 'silent',
  });
  return result.metafile.inputs;
}

function roomOf(path: string): string | undefined {
  const match = /^server\/src\/(?:([a-z]+)\/|(main)\.)/.exec(path);
  return match?.[1] ?? match?.[2];
}

function layerOf(room: string): number {
  return LAYERS.findIndex((rooms) => rooms.includes(room));
}

/** Imports of our own files: [importer, imported]. */
function imports(): [string, string][] {
  return Object.entries(inputs).flatMap(([from, { imports: list }]) => list.map((i) => [from, i.path] as [string, string]));
}

describe('layers', () => {
  it('sees the code it judges', () => {
    const ours = Object.keys(inputs).filter((path) => path.startsWith('server/src/'));
    expect(ours.length).toBeGreaterThan(150);
    for (const path of ours) expect(layerOf(roomOf(path) ?? ''), `${path} belongs to no layer`).toBeGreaterThanOrEqual(0);
  });

  it('point downwards only', () => {
    const wrong = imports().filter(([from, to]) => {
      const [a, b] = [roomOf(from), roomOf(to)];
      if (!a || !b || a === b) return false;
      if (FAMILIES.includes(a) && FAMILIES.includes(b)) return true;
      return layerOf(b) > layerOf(a);
    });
    expect(wrong).toEqual([]);
  });

  it('are pure up to the reports: no Node, no VS Code', () => {
    const wrong = imports().filter(([from, to]) => {
      const room = roomOf(from);
      return (
        room !== undefined &&
        PURE.includes(room) &&
        /^node:|^(?:fs|path|os|child_process|crypto)$|^vscode|node_modules\/vscode-(?!uri)/.test(to)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('let the client import the protocol only', () => {
    const wrong = imports().filter(
      ([from, to]) => from.startsWith('client/') && to.startsWith('server/') && to !== 'server/src/lsp/protocol.ts',
    );
    expect(wrong).toEqual([]);
  });

  it('let rules read models, knowledge, edits and the vocabulary only', () => {
    const wrong = imports().filter(([from, to]) => {
      if (!/^server\/src\/[a-z]+\/rules\//.test(from) || !to.startsWith('server/'))
        return to.includes('node_modules') && /\/rules\//.test(from);
      return /\/(?:syntax|yaml|analysis)\//.test(to);
    });
    expect(wrong.filter(([from]) => !from.startsWith('server/src/analysis/'))).toEqual([]);
  });
});
