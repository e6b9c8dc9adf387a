import type { FixOffer } from '../../core/finding.ts';
import { PACKAGE_MANAGERS } from '../../knowledge/package-managers.ts';
import { operands } from '../../shell/query.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import { insertShellWord, replaceShellWord } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** Sub-commands that both have, and those of apt-cache(8). */
const OF_APT_GET =
  /^(?:install|reinstall|update|upgrade|full-upgrade|dist-upgrade|remove|purge|autoremove|autopurge|clean|autoclean|source|build-dep|download|changelog|satisfy)$/;
const OF_APT_CACHE = /^(?:search|show|showsrc|policy|depends|rdepends)$/;

function fix(run: RunInstruction, command: ShellCommand, word: ShellWord): FixOffer {
  const [subcommand] = operands(command, PACKAGE_MANAGERS.apt.valueFlags);
  const of = subcommand?.value ?? '';
  const program = OF_APT_CACHE.test(of) ? 'apt-cache' : 'apt-get';
  const title = `Write \`${program}\``;
  if (!subcommand || (program === 'apt-get' && !OF_APT_GET.test(of)))
    return { title, refused: 'neither `apt-get` nor `apt-cache` has the same' };
  const renamed = replaceShellWord(word, word.text.replace(/apt$/, program));
  // apt(8): its `upgrade` installs new dependencies, which that of apt-get does not.
  if (of === 'upgrade')
    return offer({ title, safety: 'safe' }, [renamed, insertShellWord(run, subcommand, '--with-new-pkgs')], [run]);
  if (of === 'full-upgrade')
    return offer({ title, safety: 'safe' }, [renamed, replaceShellWord(subcommand, 'dist-upgrade')], [run]);
  return offer({ title, safety: 'safe' }, [renamed], [run]);
}

export default dockerfileRule({
  id: 'dockerfile/apt-instead-of-apt-get',
  title: '`apt` in a script',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3027', relation: 'equal' }],
    checkov: [{ id: 'CKV_DOCKER_9', relation: 'equal', aliases: ['RunUsingAPT'] }],
    kics: [{ id: 'Run Using apt', relation: 'equal', aliases: ['run_using_apt'] }],
    semgrep: [{ id: 'prefer-apt-get', relation: 'equal' }],
  },
  references: [
    {
      title: 'apt(8), Script usage',
      url: 'https://manpages.debian.org/stable/apt/apt.8.en.html#SCRIPT_USAGE_AND_DIFFERENCES_FROM_OTHER_APT_TOOLS',
    },
  ],
  messages: {
    apt: '`apt` is for people: what it takes and does may change between versions, other than with `apt-get` and `apt-cache`.',
  },
  visit: {
    command(context, command, run) {
      const { name, word } = command;
      if (name !== 'apt' || !word) return;
      context.report({ at: { span: word.span, route: run.at.route }, message: 'apt', fixes: () => [fix(run, command, word)] });
    },
  },
});
