import type { FixOffer } from '../../core/finding.ts';
import { PACKAGE_CACHES } from '../../knowledge/package-caches.ts';
import { shareIndex, systemUpdate, usesIndex } from '../../knowledge/system-updates.ts';
import { type CacheFiller, cleanAfter, keptCaches } from '../files/kept-caches.ts';
import type { Dockerfile, RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { runsUpTo } from '../stages/runs-so-far.ts';

/** Whether a later RUN of the stage installs with the lists that this one leaves. */
function isNeededLater(run: RunInstruction): boolean {
  const later = (run.stage?.all('RUN') ?? []).filter(({ syntax }) => syntax.index > run.syntax.index);
  const [first] = later
    .flatMap(({ script }) => script.commands)
    .filter((one) => shareIndex(one.name ?? '', 'apt-get') && (usesIndex(one) || systemUpdate(one)));
  return first !== undefined && systemUpdate(first)?.does !== 'index';
}

function removeLists(file: Dockerfile, run: RunInstruction, last: CacheFiller): FixOffer {
  const clean = 'rm -rf /var/lib/apt/lists/*';
  if (isNeededLater(run)) return { title: `Add \`${clean}\``, refused: 'a later RUN installs with these lists' };
  const caution = 'Whoever installs something in an image built on this one has to run `apt-get update` first.';
  return cleanAfter(file, run, last, clean, { safety: 'hardening', caution });
}

/** Debian's and Ubuntu's images delete downloaded packages themselves, until this file is removed. */
function keepsArchives(run: RunInstruction): boolean {
  return runsUpTo(run).some(({ script }) =>
    script.commands.some(({ name, args }) => name === 'rm' && args.some(({ text }) => text.endsWith('/docker-clean'))),
  );
}

export default dockerfileRule({
  id: 'dockerfile/apt-lists-not-removed',
  title: 'apt leaves its lists in the image',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3009', relation: 'equal' }],
    kics: [
      {
        id: 'Apt Get Install Lists Were Not Deleted',
        relation: 'wider',
        note: '`apt-get clean` does not remove lists',
        aliases: ['df746b39-6564-4fed-bf85-e9c44382303c', 'apt_get_install_lists_were_not_deleted'],
      },
    ],
    semgrep: [
      { id: 'remove-package-lists', relation: 'narrower', note: 'not in stages that are not shipped' },
      {
        id: 'remove-package-cache',
        relation: 'narrower',
        note: 'only where the hook of the base image that cleans by itself was removed',
      },
    ],
    dockle: [{ id: 'DKL-DI-0005', relation: 'narrower', note: 'the Dockerfile is read, not the history of the image' }],
  },
  references: [
    { title: 'Docker: Building best practices, apt-get', url: 'https://docs.docker.com/build/building/best-practices/#apt-get' },
    { title: 'Docker: Optimize cache usage', url: 'https://docs.docker.com/build/cache/optimize/#use-cache-mounts' },
  ],
  messages: {
    lists: '`{command} update` leaves its lists in the layer: no `rm -rf /var/lib/apt/lists/*` follows in this RUN.',
    archives: '`{command} {subcommand}` leaves the downloaded packages in the layer, as `docker-clean` was removed.',
  },
  visit: {
    instruction: {
      RUN(context, run, file) {
        const { route } = run.at;
        const lists = keptCaches(run, PACKAGE_CACHES.aptLists).at(-1);
        if (lists) {
          const { word, command } = lists;
          context.report({
            at: { span: word.span, route },
            message: 'lists',
            data: { command: command.name ?? '' },
            fixes: () => [removeLists(file, run, lists)],
          });
        }
        const archives = keptCaches(run, PACKAGE_CACHES.aptArchives).at(-1);
        if (!archives || !keepsArchives(run)) return;
        const { word, command } = archives;
        context.report({
          at: { span: word.span, route },
          message: 'archives',
          data: { command: command.name ?? '', subcommand: word.text },
          fixes: () => [cleanAfter(file, run, archives, 'apt-get clean', { safety: 'safe' })],
        });
      },
    },
  },
});
