import { mayBeTarName } from '../../knowledge/archives.ts';
import { replaceKeyword } from '../edit.ts';
import { isFromHistory } from '../files/history-sources.ts';
import { offer } from '../fixes/words.ts';
import type { CopyAddInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** Flags that only ADD has. (https://docs.docker.com/reference/dockerfile/#add) */
const ADD_ONLY: ReadonlySet<string> = new Set(['checksum', 'keep-git-dir', 'unpack']);

/** Whether all sources are files of the build context, or of the Dockerfile, that ADD does not unpack. */
function copiesOnly({ sources }: CopyAddInstruction): boolean {
  return (
    sources.length > 0 &&
    sources.every(
      ({ kind, value }) =>
        kind === 'heredoc' || (kind === 'path' && value.kind === 'known' && !mayBeTarName(value.value.replace(/[*?]+$/, ''))),
    )
  );
}

export default dockerfileRule({
  id: 'dockerfile/add-instead-of-copy',
  title: 'ADD of local files',
  severity: 'low',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3020', relation: 'equal' }],
    trivy: [
      {
        id: 'DS-0005',
        relation: 'narrower',
        note: 'not archives named `.tgz`, `.tbz2`, `.txz`, which only ADD unpacks',
        aliases: ['AVD-DS-0005', 'DS005', 'use-copy-over-add', 'docker-use-copy-over-add'],
      },
    ],
    checkov: [
      {
        id: 'CKV_DOCKER_4',
        relation: 'narrower',
        note: 'not URLs and archives, which COPY cannot take',
        aliases: ['AddExists'],
      },
    ],
    kics: [
      {
        id: 'Add Instead of Copy',
        relation: 'narrower',
        note: 'not sources that only the build knows',
        aliases: ['9513a694-aa0d-41d8-be61-3271e056f36b', 'add_instead_of_copy'],
      },
    ],
    dockle: [{ id: 'CIS-DI-0009', relation: 'narrower', note: 'not URLs and archives' }],
  },
  references: [
    {
      title: 'Docker: Building best practices, ADD or COPY',
      url: 'https://docs.docker.com/build/building/best-practices/#add-or-copy',
    },
    { title: 'CIS Docker 4.9', url: 'https://www.cisecurity.org/benchmark/docker' },
  ],
  messages: {
    add: 'ADD copies local files here, which is what COPY is for.',
  },
  visit: {
    instruction: {
      ADD(context, add, file) {
        if (add.keyword !== 'ADD' || !copiesOnly(add) || isFromHistory(add)) return;
        const special = add.syntax.flags.find(({ name }) => ADD_ONLY.has(name));
        context.report({
          at: add.at,
          message: 'add',
          fixes: () => {
            const title = 'Use COPY';
            if (special) return [{ title, refused: `COPY has no \`--${special.name}\`` }];
            return [offer({ title, safety: 'safe' }, [replaceKeyword(file.syntax, add.syntax, 'COPY')], [add])];
          },
        });
      },
    },
  },
});
