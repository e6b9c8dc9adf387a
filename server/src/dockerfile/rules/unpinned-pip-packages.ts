import { PACKAGE_MANAGERS } from '../../knowledge/package-managers.ts';
import { reportUnpinned, UNPINNED_MESSAGES } from '../fixes/unpinned.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/unpinned-pip-packages',
  title: 'Python packages without a version',
  severity: 'info',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3013', relation: 'wider', note: 'packages beside `-r requirements.txt`, and `uv`, too' }],
    kics: [
      {
        id: 'Unpinned Package Version in Pip Install',
        relation: 'equal',
        aliases: ['02d9c71f-3ee8-4986-9c27-1a20d0d19bfc', 'unpinned_package_version_in_pip_install'],
      },
    ],
  },
  references: [
    { title: 'pip: Repeatable installs', url: 'https://pip.pypa.io/en/stable/topics/repeatable-installs/' },
    {
      title: 'OpenSSF Scorecard: Pinned-Dependencies',
      url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
    },
    { title: 'CWE-1357', url: 'https://cwe.mitre.org/data/definitions/1357.html' },
  ],
  messages: UNPINNED_MESSAGES,
  visit: { command: reportUnpinned(PACKAGE_MANAGERS.pip) },
});
