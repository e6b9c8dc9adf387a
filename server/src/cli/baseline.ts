import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { BASELINE_NAME, type BaselineEntry, writeBaseline } from '../analysis/baseline.ts';
import type { SuppressedFinding } from '../analysis/types.ts';
import { childOf, parentOf, relativePath } from '../workspace/uris.ts';
import { UsageError } from './exit.ts';
import { type JudgedFile, type Judgement, uriOf } from './judge.ts';
import type { JudgingOptions } from './options.ts';

/**
 * Writes all that was found, and what the baseline knew of it, to the baseline: the named one, else the one that governs the
 * current folder, else a new one beside the config or here. What it knows of files that were not judged stays, for the paths that were
 * not asked about. Gives the files as the next scan will report them.
 */
export async function updateBaseline(
  { projects, files }: Judgement,
  paths: readonly string[],
  options: JudgingOptions,
): Promise<readonly JudgedFile[]> {
  const here = uriOf('.');
  const config = await projects.configFor(here);
  const governing = await projects.baselines.governing(here, config);
  const named = config?.config.baseline;
  const folderOfConfig = config?.folder ?? here;
  const uri = governing?.uri ?? childOf(folderOfConfig, named ?? BASELINE_NAME);
  if (options.baseline === null || paths.includes('-'))
    throw new UsageError('`--update-baseline` needs files to write a baseline for: leave `--no-baseline` and `-` out.');
  const folder = parentOf(uri) ?? here;
  const roots = paths.map(uriOf);
  const kept = (governing?.baseline.entries ?? []).filter(
    ({ path }) => !roots.some((root) => relativePath(root, childOf(folder, path)) !== undefined),
  );
  const found = files.flatMap((file) => entriesOf(file, folder));
  await writeFile(fileURLToPath(uri), writeBaseline([...kept, ...found])).catch((error: Error) => {
    throw new UsageError(`The baseline can't be written (${error.message}): give a file in a folder that exists.`);
  });
  console.error(`${found.length} ${found.length === 1 ? 'finding' : 'findings'} in the baseline ${fileURLToPath(uri)}`);
  return files.map((file) => (relativePath(folder, file.uri) === undefined ? file : accepted(file)));
}

/** The file as if the new baseline had been there. */
function accepted(file: JudgedFile): JudgedFile {
  const { findings, suppressed } = file.analysis;
  const known = findings.map((finding): SuppressedFinding => {
    return { finding, by: { kind: 'baseline', source: 'baseline', span: finding.at.span } };
  });
  return { ...file, analysis: { ...file.analysis, findings: [], suppressed: [...suppressed, ...known] } };
}

function entriesOf({ uri, analysis }: JudgedFile, folder: string): BaselineEntry[] {
  const path = relativePath(folder, uri);
  if (path === undefined) return [];
  const known = analysis.suppressed.filter(({ by }) => by.kind === 'baseline');
  return [
    ...known.map(({ finding, by }) => ({ path, ...idOf(finding), ...(by.reason !== undefined && { reason: by.reason }) })),
    ...analysis.findings.map((finding) => ({ path, ...idOf(finding) })),
  ];
}

function idOf({ rule, fingerprint }: { readonly rule: string; readonly fingerprint: string }) {
  return { rule, fingerprint };
}
