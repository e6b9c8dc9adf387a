import { PACKAGE_CACHES } from '../../knowledge/package-caches.ts';
import { cleanAfter, keptCaches } from '../files/kept-caches.ts';
import { dockerfileRule } from '../rule.ts';

const NOTE = 'not in stages that are not shipped; updates, too';

export default dockerfileRule({
  id: 'dockerfile/rpm-cache-not-cleaned',
  title: 'yum, dnf or zypper leaves its cache in the image',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [
      { id: 'DL3032', relation: 'narrower', note: NOTE },
      { id: 'DL3040', relation: 'narrower', note: NOTE },
      { id: 'DL3036', relation: 'narrower', note: NOTE },
    ],
    trivy: [
      {
        id: 'DS-0015',
        relation: 'narrower',
        note: NOTE,
        aliases: ['AVD-DS-0015', 'DS015', 'purge-yum-package-cache', 'docker-purge-yum-package-cache'],
      },
      {
        id: 'DS-0019',
        relation: 'narrower',
        note: NOTE,
        aliases: ['AVD-DS-0019', 'DS019', 'purge-dnf-package-cache', 'docker-purge-dnf-package-cache'],
      },
      {
        id: 'DS-0027',
        relation: 'narrower',
        note: NOTE,
        aliases: ['AVD-DS-0027', 'DS027', 'purge-microdnf-package-cache', 'docker-purge-microdnf-package-cache'],
      },
      {
        id: 'DS-0020',
        relation: 'narrower',
        note: NOTE,
        aliases: ['AVD-DS-0020', 'DS020', 'purge-zipper-cache', 'docker-purge-zipper-cache'],
      },
    ],
    kics: [
      {
        id: 'Yum Clean All Missing',
        relation: 'wider',
        note: 'updates, too; `yum install \\` with `yum clean all` on the next line installs packages of these names',
        aliases: ['00481784-25aa-4a55-8633-3136dfcf4f37', 'yum_clean_all_missing'],
      },
      {
        id: 'Missing Dnf Clean All',
        relation: 'wider',
        note: 'updates, too',
        aliases: ['295acb63-9246-4b21-b441-7c1f1fb62dc0', 'missing_dnf_clean_all'],
      },
      {
        id: 'Missing Zypper Clean',
        relation: 'wider',
        note: 'updates and removals, too',
        aliases: ['38300d1a-feb2-4a48-936a-d1ef1cd24313', 'missing_zypper_clean'],
      },
    ],
    semgrep: [
      { id: 'missing-dnf-clean-all', relation: 'narrower', note: NOTE },
      { id: 'missing-yum-clean-all', relation: 'narrower', note: NOTE },
      { id: 'missing-zypper-clean', relation: 'narrower', note: NOTE },
    ],
  },
  references: [
    { title: 'dnf(8), clean', url: 'https://dnf.readthedocs.io/en/latest/command_ref.html#clean-command' },
    { title: 'Docker: Optimize cache usage', url: 'https://docs.docker.com/build/cache/optimize/#use-cache-mounts' },
  ],
  messages: {
    kept: '`{command}` leaves its cache in the layer: no `{clean}` follows in this RUN.',
  },
  visit: {
    instruction: {
      RUN(context, run, file) {
        for (const cache of [PACKAGE_CACHES.rpm, PACKAGE_CACHES.zypper]) {
          const last = keptCaches(run, cache).at(-1);
          if (!last) continue;
          const { name = '' } = last.command;
          const clean = name === 'zypper' ? 'zypper clean --all' : `${name} clean all`;
          context.report({
            at: { span: last.word.span, route: run.at.route },
            message: 'kept',
            data: { command: `${name} ${last.word.text}`, clean },
            fixes: () => [cleanAfter(file, run, last, clean, { safety: 'safe' })],
          });
        }
      },
    },
  },
});
