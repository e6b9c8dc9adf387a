import { type AcrossOutcome, allRules, type FixedFile, fixAcross } from '../analysis/index.ts';
import { unifiedDiff } from '../core/diff.ts';
import { LineIndex } from '../core/line-index.ts';
import { relativePath } from '../workspace/uris.ts';
import { EXIT, UsageError } from './exit.ts';
import type { JudgedFile } from './judge.ts';
import { doors, judge, shownPath } from './judge.ts';
import { JUDGING, judgingOptions, readArgs } from './options.ts';
import { writeTogether } from './write-files.ts';

/** `seaworthy fix [path…]`: makes the safe fixes (and with `--hardening` those that may change behaviour), and says what it left. */
export async function fixCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {
    ...JUDGING,
    hardening: { type: 'boolean' },
    rule: { type: 'string', multiple: true },
    'dry-run': { type: 'boolean' },
  });
  for (const rule of values.rule ?? []) {
    if (!allRules.some(({ id }) => id === rule)) throw new UsageError(`There is no rule \`${rule}\`: see \`seaworthy rules\`.`);
  }
  const { files, skipped, roots } = await judge(positionals.length > 0 ? positionals : ['.'], judgingOptions(values));
  const selection = {
    safety: values.hardening ? ('hardening' as const) : ('safe' as const),
    ...(values.rule && { rules: values.rule }),
  };
  const isAsked = (uri: string) => roots.some((root) => relativePath(root, uri) !== undefined);
  const outcome = fixAcross(doors.engine, files, selection, isAsked);
  let failed: ReadonlySet<string> = new Set();
  if (values['dry-run']) process.stdout.write(diffs(files, outcome));
  else if (positionals.includes('-')) process.stdout.write(files.map((file) => textAfter(file, outcome)).join(''));
  else failed = await write(outcome);
  process.stderr.write(summary(files, outcome, failed, values['dry-run'] === true));
  for (const { path, reason } of skipped) console.error(`skipped ${path}: ${reason}`);
  return failed.size > 0 ? EXIT.usage : EXIT.fine;
}

function textAfter(file: JudgedFile, { files }: AcrossOutcome): string {
  return (file.bom ? '\uFEFF' : '') + (files.get(file.uri)?.text ?? file.analysis.file.text);
}

/** What would change, file by file, by path. */
function diffs(files: readonly JudgedFile[], { groups }: AcrossOutcome): string {
  const marks = new Map(files.map(({ uri, path, bom }) => [uri, { path, mark: bom ? '\uFEFF' : '' }]));
  return groups
    .flat()
    .map(({ uri, before, after }) => ({ before, after, ...(marks.get(uri) ?? { path: shownPath(uri), mark: '' }) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, mark, before, after }) => unifiedDiff(path, mark + before, mark + after))
    .join('');
}

/** Writes what has changed; gives the URIs of what could not be written. */
async function write({ groups }: AcrossOutcome): Promise<ReadonlySet<string>> {
  const failed = new Set<string>();
  for (const group of groups) {
    const problem = await writeTogether(group);
    if (problem === undefined) continue;
    for (const { uri } of group) {
      failed.add(uri);
      console.error(`${shownPath(uri)}: ${problem}`);
    }
  }
  return failed;
}

function summary(
  files: readonly JudgedFile[],
  { files: outcomes, groups }: AcrossOutcome,
  failed: ReadonlySet<string>,
  dryRun: boolean,
): string {
  const written = files.flatMap((file) => {
    const outcome = outcomes.get(file.uri);
    return outcome && !failed.has(file.uri) ? [{ file, outcome }] : [];
  });
  const fixed = written.reduce((n, { outcome }) => n + outcome.fixed.length, 0);
  const changed = groups.flat().filter(({ uri }) => !failed.has(uri)).length;
  const left = written.flatMap(({ file, outcome }) => linesOf(file, outcome));
  const verb = dryRun ? 'would fix' : 'fixed';
  return `${left.join('')}${verb} ${fixed} ${fixed === 1 ? 'finding' : 'findings'} in ${changed} ${changed === 1 ? 'file' : 'files'}, left ${left.length}\n`;
}

function linesOf(file: JudgedFile, { text, skipped }: FixedFile): string[] {
  const lines = new LineIndex(text);
  return skipped.map(({ finding, reason }) => {
    const at = lines.positionAt(finding.at.span.start);
    return `left ${file.path}:${at.line + 1}:${at.character + 1} ${finding.rule}: ${reason}\n`;
  });
}
