import type { RuleContext } from '../core/rule.ts';
import { type PackageManager, unpinnedPackages } from '../knowledge/package-managers.ts';
import type { ShellCommand } from '../shell/script.ts';
import type { RunInstruction } from './model/model.ts';

/** What rules on unversioned packages say. */
export const UNPINNED_MESSAGES = {
  one: '`{package}` is installed in whatever version there is on the day of the build.',
  more: '`{package}` and {others} more are installed in whatever version there is on the day of the build.',
};

/** Judges the commands of the managers: one finding a command, at the first package without a version. */
export function reportUnpinned(...managers: readonly PackageManager[]) {
  return (context: RuleContext<keyof typeof UNPINNED_MESSAGES>, command: ShellCommand, run: RunInstruction): void => {
    for (const manager of managers) {
      const found = unpinnedPackages(command, manager);
      const [first] = found;
      if (!first) continue;
      // An address may have a token in it.
      const shown = first.text.replace(/:\/\/[^/@\s]*@/, '://');
      context.report({
        at: { span: first.span, route: run.at.route },
        message: found.length > 1 ? 'more' : 'one',
        data: { package: shown, others: found.length - 1 },
        identity: shown,
      });
    }
  };
}
