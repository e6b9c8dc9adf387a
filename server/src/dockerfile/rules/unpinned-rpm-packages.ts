import { PACKAGE_MANAGERS } from '../../knowledge/package-managers.ts';
import { reportUnpinned, UNPINNED_MESSAGES } from '../fixes/unpinned.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/unpinned-rpm-packages',
  title: 'RPM packages without a version',
  severity: 'info',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [
      { id: 'DL3033', relation: 'narrower', note: 'a version in a variable is taken for one, wherever that is set' },
      { id: 'DL3041', relation: 'narrower', note: 'a version in a variable is taken for one, wherever that is set' },
      { id: 'DL3037', relation: 'equal' },
    ],
    kics: [
      {
        id: 'Yum install Without Version',
        relation: 'equal',
        aliases: ['6452c424-1d92-4deb-bb18-a03e95d579c4', 'yum_install_without_version'],
      },
      {
        id: 'Missing Version Specification In dnf install',
        relation: 'equal',
        aliases: ['93d88cf7-f078-46a8-8ddc-178e03aeacf1', 'missing_version_specification_in_dnf_install'],
      },
      {
        id: 'Zypper Install Without Version',
        relation: 'equal',
        aliases: ['562952e4-0348-4dea-9826-44f3a2c6117b', 'zypper_install_without_version'],
      },
    ],
  },
  references: [
    { title: 'DNF: Specifying packages', url: 'https://dnf.readthedocs.io/en/latest/command_ref.html#specifying-packages' },
    {
      title: 'OpenSSF Scorecard: Pinned-Dependencies',
      url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
    },
    { title: 'CWE-1357', url: 'https://cwe.mitre.org/data/definitions/1357.html' },
  ],
  messages: UNPINNED_MESSAGES,
  visit: { command: reportUnpinned(PACKAGE_MANAGERS.yum, PACKAGE_MANAGERS.dnf, PACKAGE_MANAGERS.zypper) },
});
