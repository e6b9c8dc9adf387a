import { PACKAGE_MANAGERS } from '../../knowledge/package-managers.ts';
import { reportUnpinned, UNPINNED_MESSAGES } from '../fixes/unpinned.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/unpinned-npm-packages',
  title: 'Node.js packages without a version',
  severity: 'info',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3016', relation: 'wider', note: '`@latest` too, and pnpm, yarn and bun' }],
    kics: [
      {
        id: 'NPM Install Command Without Pinned Version',
        relation: 'wider',
        note: '`@latest` too, and pnpm, yarn and bun',
        aliases: ['e36d8880-3f78-4546-b9a1-12f0745ca0d5', 'npm_install_without_pinned_version'],
      },
    ],
  },
  references: [
    { title: 'npm install', url: 'https://docs.npmjs.com/cli/commands/npm-install' },
    {
      title: 'OpenSSF Scorecard: Pinned-Dependencies',
      url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
    },
    { title: 'CWE-1357', url: 'https://cwe.mitre.org/data/definitions/1357.html' },
  ],
  messages: UNPINNED_MESSAGES,
  visit: { command: reportUnpinned(PACKAGE_MANAGERS.npm) },
});
