import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allRules } from '../analysis/index.ts';
import { pageOf } from '../analysis/pages.ts';
import { EXIT, UsageError } from './exit.ts';
import { readArgs } from './options.ts';

/** `seaworthy explain RULE`: the rule's page. Names without a family are found when only one rule has them. */
export async function explainCommand(args: readonly string[]): Promise<number> {
  const { positionals } = readArgs(args, {});
  const [asked] = positionals;
  if (asked === undefined) throw new UsageError('Name a rule to explain: `seaworthy explain compose/privileged-container`.');
  const matching = allRules.filter(
    (rule) => rule.id === asked || rule.formerly?.includes(asked) || rule.id.endsWith(`/${asked}`),
  );
  const [rule] = matching;
  if (!rule) throw new UsageError(`There is no rule \`${asked}\`: see \`seaworthy rules\`.`);
  if (matching.length > 1)
    throw new UsageError(`\`${asked}\` is the name of ${matching.map((r) => r.id).join(' and ')}: give one of them.`);
  process.stdout.write(await pageText(rule.id));
  return EXIT.fine;
}

/** The whole page where the package has its docs beside the bundle, else its main parts. */
async function pageText(id: string): Promise<string> {
  const whole = await readFile(join(__dirname, '..', 'docs/rules', `${id}.md`), 'utf8').catch(() => undefined);
  if (whole !== undefined) return whole;
  const page = pageOf(id);
  return page ? `# ${id}\n\n${page.finds}\n\n${page.why}\n\n${page.fix}\n` : `# ${id}\n`;
}
