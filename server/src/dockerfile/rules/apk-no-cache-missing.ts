import type { Fix } from '../../core/finding.ts';
import { isRefusal } from '../../core/finding.ts';
import { PACKAGE_CACHES } from '../../knowledge/package-caches.ts';
import { hasFlag, operands } from '../../shell/query.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { mayHoldOptions } from '../commands/option-variables.ts';
import { dropCommand, insertShellWord } from '../edit.ts';
import { keptCaches } from '../files/kept-caches.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/apk-no-cache-missing',
  title: 'apk leaves its index in the image',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [
      {
        id: 'DL3019',
        relation: 'narrower',
        note: 'not in stages that are not shipped, nor with an `rm` of the cache; `apk update`, too',
      },
    ],
    trivy: [
      {
        id: 'DS-0025',
        relation: 'narrower',
        note: 'not in stages that are not shipped, nor with an `rm` of the cache; `apk update`, too',
        aliases: ['AVD-DS-0025', 'DS025', 'purge-apk-package-cache', 'docker-purge-apk-package-cache'],
      },
    ],
    kics: [
      {
        id: 'Apk Add Using Local Cache Path',
        relation: 'wider',
        note: '`apk update` and `apk upgrade`, too',
        aliases: ['ae9c56a6-3ed1-4ac0-9b54-31267f51151d', 'apk_add_using_local_cache_path'],
      },
    ],
    semgrep: [
      { id: 'missing-apk-no-cache', relation: 'narrower', note: 'not in stages that are not shipped; `apk update`, too' },
    ],
    dockle: [{ id: 'DKL-DI-0004', relation: 'narrower', note: 'the Dockerfile is read, not the history of the image' }],
  },
  references: [
    { title: 'Alpine wiki: Alpine Package Keeper', url: 'https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper' },
    { title: 'Docker: Optimize cache usage', url: 'https://docs.docker.com/build/cache/optimize/#use-cache-mounts' },
  ],
  messages: {
    kept: '`apk {subcommand}` without `--no-cache` leaves the index of packages in the image.',
  },
  visit: {
    instruction: {
      RUN(context, run, file) {
        for (const { command, word } of keptCaches(run, PACKAGE_CACHES.apk)) {
          if (hasFlag(command, ['--no-cache'], PACKAGE_CACHES.apk.valueFlags) || mayHoldOptions(command)) continue;
          context.report({
            at: { span: word.span, route: run.at.route },
            message: 'kept',
            data: { subcommand: word.text },
            fixes: () => [
              ...withoutUpdate(file, run, command),
              offer({ title: 'Add `--no-cache`', safety: 'safe' }, [insertShellWord(run, word, '--no-cache')], [run]),
            ],
          });
        }
      },
    },
  },
});

const ADDS = /^(?:add|upgrade)$/;

/**
 * Drops an `apk update` in front of an `apk add`, which with `--no-cache` fetches the index itself (apk(8), `--no-cache`); nothing
 * when it is not the plain command, or can't be dropped.
 */
function withoutUpdate(file: Dockerfile, run: RunInstruction, command: ShellCommand): readonly Fix[] {
  const { commands } = run.script;
  const next = commands[commands.indexOf(command) + 1];
  const { valueFlags } = PACKAGE_CACHES.apk;
  const [subcommand] = next?.name === 'apk' ? operands(next, valueFlags) : [];
  const isPlain = command.name === 'apk' && command.args.length === 1 && command.args[0]?.value === 'update';
  if (!isPlain || !next || !subcommand || !ADDS.test(subcommand.text) || next.joinedBy === '||' || mayHoldOptions(next))
    return [];
  const isBare = !hasFlag(next, ['--no-cache'], valueFlags);
  const made = offer(
    { title: `Drop \`apk update\`, which \`apk ${subcommand.text} --no-cache\` does itself`, safety: 'safe' },
    [dropCommand(file.syntax, run, command), ...(isBare ? [insertShellWord(run, subcommand, '--no-cache')] : [])],
    [run],
  );
  return isRefusal(made) ? [] : [made];
}
