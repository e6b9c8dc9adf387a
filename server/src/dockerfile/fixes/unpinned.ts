import type { FixOffer } from '../../core/finding.ts';
import type { RuleContext } from '../../core/rule.ts';
import { type PackageManager, unpinnedPackages } from '../../knowledge/package-managers.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import { type EditResult, replaceShellWord } from '../edit.ts';
import type { RunInstruction } from '../model/model.ts';
import { offer } from './words.ts';

/** What rules on unversioned packages say. */
export const UNPINNED_MESSAGES = {
  one: '`{package}` is installed in whatever version there is on the day of the build.',
  more: '`{package}` and {others} more are installed in whatever version there is on the day of the build.',
};

/** A version and a commit by their form, so that the command stays one; no package has them. */
const VERSION = '0.0.0';
const COMMIT = '0'.repeat(40);

/** Judges the commands of the managers: one finding a command, at the first package without a version. */
export function reportUnpinned(...managers: readonly PackageManager[]) {
  return (context: RuleContext<keyof typeof UNPINNED_MESSAGES>, command: ShellCommand, run: RunInstruction): void => {
    for (const manager of managers) {
      const found = unpinnedPackages(command, manager);
      const [first] = found;
      if (!first) continue;
      const shown = withoutUser(first.text);
      context.report({
        at: { span: first.span, route: run.at.route },
        message: found.length > 1 ? 'more' : 'one',
        data: { package: shown, others: found.length - 1 },
        identity: shown,
        fixes: () => [pin(run, found, manager)],
      });
    }
  };
}

/** An address may have a token in it. */
function withoutUser(text: string): string {
  return text.replace(/:\/\/[^/@\s]*@/, '://');
}

function pin(run: RunInstruction, words: readonly ShellWord[], manager: PackageManager): FixOffer {
  const first = words[0]?.text ?? '';
  const title = words.length > 1 ? `Pin ${words.length} packages to versions` : `Pin \`${withoutUser(first)}\` to a version`;
  const caution = 'Put in the version that the program was tested with; the build fails until then.';
  const select = manager.withVersion(first, VERSION, COMMIT).includes(COMMIT) ? COMMIT : VERSION;
  const edits = words.map((word) => pinned(word, manager));
  return offer({ title, safety: 'placeholder', caution, select }, edits, [run]);
}

function pinned(word: ShellWord, manager: PackageManager): EditResult {
  const text = word.value ?? '';
  const quote = /^["']/.exec(word.raw)?.[0] ?? '';
  if (word.raw !== `${quote}${text}${quote}`) return `\`${withoutUser(word.text)}\` is written with escapes`;
  return replaceShellWord(word, `${quote}${manager.withVersion(text, VERSION, COMMIT)}${quote}`);
}
