// Bundles the extension, the server and the command line.
//   node scripts/build.mjs [--watch] [--production]
// Writes dist/ and dist/meta.json, esbuild's metafile over all bundles, from which a test reads who imports whom.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

const NODE = { platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
const BROWSER = { platform: 'browser', target: 'es2022', define: { global: 'globalThis' } };

/** The packages export their browser half only to browser bundles; what is shipped holds both halves. */
export const BOTH_HALVES = {
  name: 'both-halves',
  setup({ onResolve }) {
    onResolve({ filter: /^vscode-(?:languageclient|languageserver|languageserver-protocol|jsonrpc)\/browser$/ }, ({ path }) => ({
      path: `${root}node_modules/${path.slice(0, -'/browser'.length)}/lib/browser/main.js`,
    }));
    // Its other build is the same but for a look at the process's environment, at every token.
    onResolve({ filter: /^yaml$/ }, () => ({ path: `${root}node_modules/yaml/browser/index.js` }));
  },
};

/** VS Code loads CommonJS, in its web host too. */
const BUNDLES = [
  { in: 'client/src/main.ts', out: 'dist/client.js', ...NODE, external: ['vscode'], plugins: [BOTH_HALVES] },
  { in: 'server/src/main.server.ts', out: 'dist/server.js', ...NODE, plugins: [BOTH_HALVES] },
  { in: 'server/src/main.cli.ts', out: 'dist/cli.js', ...NODE, plugins: [BOTH_HALVES], banner: { js: '#!/usr/bin/env node' } },
  // Not shipped: these show that each half stands on its own.
  { in: 'client/src/browser.ts', out: 'dist/check/client.browser.js', ...BROWSER, format: 'cjs', external: ['vscode'] },
  { in: 'server/src/main.node.ts', out: 'dist/check/server.node.js', ...NODE },
  { in: 'server/src/main.browser.ts', out: 'dist/check/server.browser.js', ...BROWSER, format: 'iife' },
];

/** Builds once, or for ever with `watch`; gives the entry points that do not exist. */
export async function build({ watch = false, production = false } = {}) {
  const missing = BUNDLES.filter((bundle) => !existsSync(`${root}/${bundle.in}`)).map((bundle) => bundle.in);
  await rm(`${root}/dist`, { recursive: true, force: true });
  await mkdir(`${root}/dist`, { recursive: true });
  const contexts = await Promise.all(
    BUNDLES.filter((bundle) => !missing.includes(bundle.in)).map(({ in: entry, out, ...options }) =>
      esbuild.context({
        ...options,
        absWorkingDir: root,
        entryPoints: [entry],
        outfile: out,
        bundle: true,
        metafile: true,
        minify: production,
        sourcemap: !production,
        legalComments: 'none',
        logLevel: 'info',
      }),
    ),
  );
  if (watch) {
    await Promise.all(contexts.map((context) => context.watch()));
    return missing;
  }
  // All are built before the first failure is reported, so that one run shows every error.
  const settled = await Promise.allSettled(contexts.map((context) => context.rebuild()));
  await Promise.all(contexts.map((context) => context.dispose()));
  const failed = settled.filter(({ status }) => status === 'rejected').length;
  if (failed > 0) throw new Error(`${failed} of ${contexts.length} bundles failed`);
  const meta = { inputs: {}, outputs: {} };
  for (const { value } of settled) {
    Object.assign(meta.inputs, value.metafile.inputs);
    Object.assign(meta.outputs, value.metafile.outputs);
  }
  await writeFile(`${root}/dist/meta.json`, JSON.stringify(meta));
  await writeFile(`${root}/dist/pages.json`, JSON.stringify(await rulePages()));
  return missing;
}

/** The frame of a page follows from its rule's data, which the server has, as it has the reason: only the rest is shipped. */
const HEAD = /^# .*\n\n`.*\n\n/;
const REASON = /^(## Why it matters\n)\n\S[\s\S]*?\n(?=\n)/m;
const TAIL = /\n## (?:Options|References|The same check elsewhere)\n[\s\S]*$/;

/** The written part of every rule's page by its id, in one file for the extension. */
async function rulePages() {
  const folder = `${root}docs/rules`;
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md') && name.includes('/')).sort();
  const pages = names.map(async (name) => {
    const page = await readFile(`${folder}/${name}`, 'utf8');
    return [name.slice(0, -'.md'.length), `${page.replace(HEAD, '').replace(TAIL, '')}\n\n`.replace(REASON, '$1').trimEnd()];
  });
  return Object.fromEntries(await Promise.all(pages));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const missing = await build({ watch: process.argv.includes('--watch'), production: process.argv.includes('--production') });
    if (missing.length > 0) {
      console.error(`Entry points that do not exist: ${missing.join(', ')}`);
      if (!process.argv.includes('--watch')) process.exitCode = 1;
    }
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
