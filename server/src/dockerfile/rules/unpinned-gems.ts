import { PACKAGE_MANAGERS } from '../../knowledge/package-managers.ts';
import { reportUnpinned, UNPINNED_MESSAGES } from '../fixes/unpinned.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/unpinned-gems',
  title: 'Ruby gems without a version',
  severity: 'info',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3028', relation: 'equal' }],
    kics: [
      {
        id: 'Gem Install Without Version',
        relation: 'equal',
      },
    ],
  },
  references: [
    { title: 'RubyGems: gem install', url: 'https://guides.rubygems.org/command-reference/#gem-install' },
    {
      title: 'OpenSSF Scorecard: Pinned-Dependencies',
      url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
    },
    { title: 'CWE-1357', url: 'https://cwe.mitre.org/data/definitions/1357.html' },
  ],
  messages: UNPINNED_MESSAGES,
  visit: { command: reportUnpinned(PACKAGE_MANAGERS.gem) },
});
