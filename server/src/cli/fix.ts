import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FixAllOutcome } from '../analysis/index.ts';
import { allRules } from '../analysis/index.ts';
import { unifiedDiff } from '../core/diff.ts';
import { LineIndex } from '../core/line-index.ts';
import { EXIT, UsageError } from './exit.ts';
import type { JudgedFile } from './judge.ts';
import { doors, judge } from './judge.ts';
import { JUDGING, judgingOptions, readArgs } from './options.ts';

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
  const { files, skipped } = await judge(positionals.length > 0 ? positionals : ['.'], judgingOptions(values));
  const selection = {
    safety: values.hardening ? ('hardening' as const) : ('safe' as const),
    ...(values.rule && { rules: values.rule }),
  };
  let failed = false;
  const outcomes: { file: JudgedFile; outcome: FixAllOutcome }[] = [];
  for (const file of files) {
    const outcome = doors.fixAll(doors.engine, file.analysis.file, file.settings, selection);
    const mark = file.bom ? '\uFEFF' : '';
    const before = mark + file.analysis.file.text;
    const after = mark + outcome.text;
    if (values['dry-run']) process.stdout.write(unifiedDiff(file.path, before, after));
    else if (positionals.includes('-')) process.stdout.write(after);
    else if (after !== before) {
      const problem = await write(file.uri, after);
      if (problem !== undefined) {
        failed = true;
        console.error(`${file.path}: ${problem}`);
        continue;
      }
    }
    outcomes.push({ file, outcome });
  }
  process.stderr.write(summary(outcomes, values['dry-run'] === true));
  for (const { path, reason } of skipped) console.error(`skipped ${path}: ${reason}`);
  return failed ? EXIT.usage : EXIT.fine;
}

/** Writes beside the file and renames over it, so that it holds the old text or the new one, whatever happens between. */
async function write(uri: string, text: string): Promise<string | undefined> {
  try {
    const path = await realpath(fileURLToPath(uri));
    const temporary = join(dirname(path), `.${basename(path)}.seaworthy-${process.pid}`);
    const { mode, uid, gid } = await stat(path);
    const handle = await open(temporary, 'wx', mode & 0o7777);
    try {
      await handle.writeFile(text);
      await handle.chmod(mode & 0o7777);
      if (process.getuid?.() === 0) await handle.chown(uid, gid);
      await handle.sync();
      await handle.close();
      await rename(temporary, path);
    } catch (error) {
      await handle.close().catch(() => undefined);
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
    return undefined;
  } catch (error) {
    return `can't be written, and is as it was (${error instanceof Error ? error.message : String(error)})`;
  }
}

function summary(outcomes: readonly { file: JudgedFile; outcome: FixAllOutcome }[], dryRun: boolean): string {
  const fixed = outcomes.reduce((n, { outcome }) => n + outcome.fixed.length, 0);
  const changed = outcomes.filter(({ outcome }) => outcome.fixed.length > 0).length;
  const left = outcomes.flatMap(({ file, outcome }) => {
    const lines = new LineIndex(outcome.text);
    return outcome.skipped.map(({ finding, reason }) => {
      const at = lines.positionAt(finding.at.span.start);
      return `left ${file.path}:${at.line + 1}:${at.character + 1} ${finding.rule}: ${reason}\n`;
    });
  });
  const verb = dryRun ? 'would fix' : 'fixed';
  return `${left.join('')}${verb} ${fixed} ${fixed === 1 ? 'finding' : 'findings'} in ${changed} ${changed === 1 ? 'file' : 'files'}, left ${left.length}\n`;
}
