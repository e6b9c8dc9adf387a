// Loads the rules and the config schema from the TypeScript sources.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Bundles the sources in memory's neighbourhood and imports them: `{ rules, configSchema, pageFrame }`. */
export async function loadEngine(root) {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-gen-'));
  const outfile = join(folder, 'engine.mjs');
  try {
    await build({
      stdin: {
        contents: `export { allRules as rules } from './server/src/analysis/rules.generated.ts';
export { configSchema } from './server/src/analysis/config/schema.ts';
export { pageFrame } from './server/src/analysis/page-frame.ts';`,
        resolveDir: root,
      },
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      outfile,
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
