import { writeFile } from 'node:fs/promises';
import { allRules } from '../analysis/index.ts';
import { pageOf } from '../analysis/pages.ts';
import type { Severity } from '../core/severity.ts';
import { isAtLeast, SEVERITIES } from '../core/severity.ts';
import { colouredTextReport, reporters } from '../report/index.ts';
import { updateBaseline } from './baseline.ts';
import { EXIT, UsageError } from './exit.ts';
import { judge } from './judge.ts';
import { JUDGING, judgingOptions, oneOf, readArgs, text } from './options.ts';
import { VERSION } from './version.ts';

/** Formats that have no room for fixes. */
const WITHOUT_FIXES: ReadonlySet<string> = new Set(['compact', 'github', 'gitlab', 'junit']);

/** `seaworthy scan [path…]`: judges, reports, and says by its exit code whether something is at or above `--fail-on`. */
export async function scanCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {
    ...JUDGING,
    format: { type: 'string' },
    output: { type: 'string' },
    'fail-on': { type: 'string' },
    'update-baseline': { type: 'boolean' },
  });
  const format = oneOf('format', text(values.format), Object.keys(reporters)) ?? 'text';
  const failOn = oneOf<Severity | 'never'>('fail-on', text(values['fail-on']), [...SEVERITIES, 'never']) ?? 'high';
  const paths = positionals.length > 0 ? positionals : ['.'];
  const options = judgingOptions(values);
  const judged = await judge(paths, options, { printsFixes: !WITHOUT_FIXES.has(format) });
  const { skipped } = judged;
  const files = options.updatesBaseline ? await updateBaseline(judged, paths, options) : judged.files;
  const output = text(values.output);
  const toTerminal = output === undefined && process.stdout.isTTY === true && !process.env.NO_COLOR;
  const reporter = format === 'text' && toTerminal ? colouredTextReport : reporters[format];
  const report = reporter?.({ version: VERSION, files, skipped, rules: allRules, pageOf }) ?? '';
  if (output === undefined) process.stdout.write(report);
  else
    await writeFile(output, report).catch((error: Error) => {
      throw new UsageError(
        `The report can't be written to \`${output}\` (${error.message}): give a file in a folder that exists.`,
      );
    });
  if (format !== 'text' || output !== undefined)
    for (const { path, reason } of skipped) console.error(`skipped ${path}: ${reason}`);
  const worst =
    failOn !== 'never' && files.some((f) => f.analysis.findings.some((finding) => isAtLeast(finding.severity, failOn)));
  return worst ? EXIT.findings : EXIT.fine;
}
