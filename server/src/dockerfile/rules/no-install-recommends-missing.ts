import { PACKAGE_MANAGERS } from '../../knowledge/package-managers.ts';
import { hasFlag, operands } from '../../shell/query.ts';
import { mayHoldOptions } from '../commands/option-variables.ts';
import { insertShellWord } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';
import { settingWritten } from '../stages/runs-so-far.ts';

const { programs, valueFlags } = PACKAGE_MANAGERS.apt;
/** The decision, either way; `-R` and `-r` are aptitude's. */
const DECIDED = ['--no-install-recommends', '--install-recommends', '--without-recommends', '--with-recommends'];
const SETTING = /APT::Install-Recommends\\?["']?[\s=]+\\?["']?(?:false|no|off|0)/i;

export default dockerfileRule({
  id: 'dockerfile/no-install-recommends-missing',
  title: 'apt installs recommended packages, too',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3015', relation: 'wider', note: '`apt` and `aptitude`, too' }],
    trivy: [
      {
        id: 'DS-0029',
        relation: 'wider',
        note: '`apt` and `aptitude`, too',
        aliases: ['AVD-DS-0029', 'DS029', 'use-apt-no-install-recommends', 'docker-use-apt-no-install-recommends'],
      },
    ],
    kics: [
      {
        id: 'APT-GET Not Avoiding Additional Packages',
        relation: 'wider',
        note: '`apt` and `aptitude`, too',
        aliases: ['7384dfb2-fcd1-4fbf-91cd-6c44c318c33c', 'apt_get_not_avoiding_additional_packages'],
      },
    ],
    semgrep: [{ id: 'missing-no-install-recommends', relation: 'wider', note: '`apt` and `aptitude`, too' }],
  },
  references: [
    { title: 'apt-get(8)', url: 'https://manpages.debian.org/stable/apt/apt-get.8.en.html' },
    { title: 'Docker: Building best practices, apt-get', url: 'https://docs.docker.com/build/building/best-practices/#apt-get' },
  ],
  messages: {
    recommended: '`{command}` also installs all packages that are only recommended.',
  },
  visit: {
    command(context, command, run) {
      const { name = '', args } = command;
      if (!programs.test(name)) return;
      const [subcommand] = operands(command, valueFlags);
      if (subcommand?.value !== 'install' || mayHoldOptions(command)) return;
      if (args.slice(0, args.indexOf(subcommand)).some(({ text }) => text === '--')) return;
      const decided = name === 'aptitude' ? [...DECIDED, '-R', '-r'] : DECIDED;
      if (hasFlag(command, decided, valueFlags) || args.some(({ text }) => SETTING.test(text))) return;
      if (settingWritten(run, SETTING)) return;
      const flag = name === 'aptitude' ? '--without-recommends' : '--no-install-recommends';
      const caution =
        'Packages that were only recommended are missing then, as `ca-certificates` for `curl`: name those that are needed.';
      context.report({
        at: { span: subcommand.span, route: run.at.route },
        message: 'recommended',
        data: { command: `${name} install` },
        fixes: () => [
          offer({ title: `Add \`${flag}\``, safety: 'hardening', caution }, [insertShellWord(run, subcommand, flag)], [run]),
        ],
      });
    },
  },
});
