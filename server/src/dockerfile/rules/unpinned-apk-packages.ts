import { PACKAGE_MANAGERS } from '../../knowledge/package-managers.ts';
import { reportUnpinned, UNPINNED_MESSAGES } from '../fixes/unpinned.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/unpinned-apk-packages',
  title: 'Alpine packages without a version',
  severity: 'info',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3018', relation: 'equal' }],
    kics: [
      {
        id: 'Unpinned Package Version in Apk Add',
        relation: 'equal',
        aliases: ['d3499f6d-1651-41bb-a9a7-de925fea487b', 'unpinned_package_version_in_apk_add'],
      },
    ],
  },
  references: [
    { title: 'Alpine wiki: Alpine Package Keeper', url: 'https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper' },
    {
      title: 'OpenSSF Scorecard: Pinned-Dependencies',
      url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
    },
    { title: 'CWE-1357', url: 'https://cwe.mitre.org/data/definitions/1357.html' },
  ],
  messages: UNPINNED_MESSAGES,
  visit: { command: reportUnpinned(PACKAGE_MANAGERS.apk) },
});
