import type { FixOffer } from '../../core/finding.ts';
import { addFlag } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { CopyAddInstruction, CopySource } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/**
 * A full commit id behind `#`, SHA-1 or SHA-256; a directory may follow it.
 * (https://docs.docker.com/build/concepts/context/#url-fragments)
 */
const COMMIT = /#(?:[0-9a-f]{40}|[0-9a-f]{64})(?::|$)/i;

function pin(add: CopyAddInstruction, source: CopySource): FixOffer {
  const git = source.kind === 'git';
  const title = git ? 'Add `--checksum=` with the commit' : 'Add `--checksum=sha256:` with the digest';
  if (add.sources.length > 1) return { title, refused: '`--checksum` is for an ADD of one source: give each its own' };
  const select = git ? 'COMMIT' : 'DIGEST';
  const caution = git
    ? 'Put in the full id of the commit; older Dockerfile syntax knows the flag for files only.'
    : 'Put in the digest that the publisher names; needs Dockerfile syntax 1.6 or later.';
  const flag = `--checksum=${git ? '' : 'sha256:'}${select}`;
  return offer({ title, safety: 'placeholder', caution, select }, [addFlag(add.syntax, flag)], [add]);
}

export default dockerfileRule({
  id: 'dockerfile/add-remote-url',
  title: 'ADD of a URL without a checksum',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kics: [
      {
        id: 'Curl or Wget Instead of Add',
        relation: 'narrower',
        note: 'an ADD with a checksum is fine',
        aliases: ['4b410d24-1cbe-4430-a632-62c9a931cf1c', 'curl_or_wget_instead_of_add'],
      },
    ],
    semgrep: [{ id: 'prefer-copy-over-add', relation: 'narrower', note: 'only URLs, and those only without a checksum' }],
  },
  references: [
    { title: 'CWE-494', url: 'https://cwe.mitre.org/data/definitions/494.html' },
    { title: 'Dockerfile reference: ADD --checksum', url: 'https://docs.docker.com/reference/dockerfile/#add---checksum' },
    { title: 'CIS Docker 4.9', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    url: '`{url}` is added without a checksum: whatever it serves on the day of the build gets in.',
    git: '`{url}` is added without a commit: whatever its branch or tag is on the day of the build gets in.',
  },
  visit: {
    instruction: {
      ADD(context, add) {
        if (add.keyword !== 'ADD' || add.checksum.kind !== 'absent') return;
        for (const source of add.sources) {
          const { kind, value, text } = source;
          if (kind !== 'url' && kind !== 'git') continue;
          const url = value.kind === 'known' ? value.value : text.text;
          const shown = url.replace(/\/\/[^/@]*@/, '//…@');
          if (kind === 'git' && (COMMIT.test(url) || /#\$\{?\w/.test(text.text))) continue;
          context.report({ at: value.at, message: kind, data: { url: shown }, fixes: () => [pin(add, source)] });
        }
      },
    },
  },
});
