import { PACKAGE_MANAGERS } from '../../knowledge/package-managers.ts';
import { reportUnpinned, UNPINNED_MESSAGES } from '../fixes/unpinned.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/unpinned-apt-packages',
  title: 'Debian packages without a version',
  severity: 'info',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3008', relation: 'wider', note: '`apt` and `aptitude` too' }],
    kics: [
      {
        id: 'Apt Get Install Pin Version Not Defined',
        relation: 'equal',
        aliases: ['965a08d7-ef86-4f14-8792-4a3b2098937e', 'apt_get_install_pin_version_not_defined'],
      },
    ],
  },
  references: [
    { title: 'Docker: Building best practices, apt-get', url: 'https://docs.docker.com/build/building/best-practices/#apt-get' },
    {
      title: 'OpenSSF Scorecard: Pinned-Dependencies',
      url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
    },
    { title: 'CWE-1357', url: 'https://cwe.mitre.org/data/definitions/1357.html' },
  ],
  messages: UNPINNED_MESSAGES,
  visit: { command: reportUnpinned(PACKAGE_MANAGERS.apt) },
});
