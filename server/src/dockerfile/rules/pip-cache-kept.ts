import { PACKAGE_CACHES } from '../../knowledge/package-caches.ts';
import { hasFlag } from '../../shell/query.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { clientCommand } from '../commands/client-command.ts';
import { mayHoldOptions } from '../commands/option-variables.ts';
import { insertShellWord } from '../edit.ts';
import { keptCaches } from '../files/kept-caches.ts';
import { offer } from '../fixes/words.ts';
import type { RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { runsUpTo } from '../stages/runs-so-far.ts';

const OFF = 'PIP_NO_CACHE_DIR';
/** pip takes every unambiguous beginning of a long option. */
const FLAGS = ['--no-cache-dir', '--no-cache-di', '--no-cache-d', '--no-cache-', '--no-cache', '--no-index'];

/** Whether a command that runs before has switched the cache off: `export PIP_NO_CACHE_DIR=1`, `pip config set …no-cache-dir …`. */
function switchesOff(command: ShellCommand): boolean {
  const { name, args } = clientCommand(command);
  if (name === 'export') return args.some(({ text }) => text.startsWith(`${OFF}=`) && text.length > OFF.length + 1);
  return name === 'pip' && args[0]?.value === 'config' && args.some(({ text }) => text.includes('no-cache-dir'));
}

/** Any value counts, `no` and `0` alike: pip's option has no opposite (pip, `_handle_no_cache_dir`); an empty one is ignored. */
function isOff(run: RunInstruction, command: ShellCommand): boolean {
  const inherited = run.scope.lookup(OFF)?.value;
  if (inherited?.kind === 'dynamic' || (inherited?.kind === 'known' && inherited.value !== '')) return true;
  if (command.assignments.some(({ name, value }) => name === OFF && value.value !== '')) return true;
  return runsUpTo(run).some((before) =>
    before.script.commands.some(
      (one) => switchesOff(one) && (before === run ? one.span.start < command.span.start : one.name !== 'export'),
    ),
  );
}

export default dockerfileRule({
  id: 'dockerfile/pip-cache-kept',
  title: 'pip leaves its cache in the image',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [
      {
        id: 'DL3042',
        relation: 'narrower',
        note: 'not in stages that are not shipped, nor with `PIP_NO_CACHE_DIR=no`, which is *off*, too',
      },
    ],
    kics: [
      {
        id: 'Pip install Keeping Cached Packages',
        relation: 'narrower',
        note: 'not in stages that are not shipped, nor where the cache is mounted or switched off by a variable',
        aliases: ['f2f903fb-b977-461e-98d7-b3e2185c6118', 'pip_install_keeping_cached_packages'],
      },
    ],
    semgrep: [
      { id: 'missing-pip-no-cache-dir', relation: 'narrower', note: 'not in stages that are not shipped; local projects, too' },
    ],
  },
  references: [
    { title: 'pip: Caching', url: 'https://pip.pypa.io/en/stable/topics/caching/' },
    { title: 'Docker: Optimize cache usage', url: 'https://docs.docker.com/build/cache/optimize/#use-cache-mounts' },
  ],
  messages: {
    kept: '`pip install` without `--no-cache-dir` leaves every downloaded package in the image a second time.',
  },
  visit: {
    instruction: {
      RUN(context, run) {
        for (const { command, word } of keptCaches(run, PACKAGE_CACHES.pip)) {
          if (
            hasFlag(clientCommand(command), FLAGS, PACKAGE_CACHES.pip.valueFlags) ||
            mayHoldOptions(command) ||
            isOff(run, command)
          )
            continue;
          context.report({
            at: { span: word.span, route: run.at.route },
            message: 'kept',
            fixes: () => [
              offer({ title: 'Add `--no-cache-dir`', safety: 'safe' }, [insertShellWord(run, word, '--no-cache-dir')], [run]),
            ],
          });
        }
      },
    },
  },
});
