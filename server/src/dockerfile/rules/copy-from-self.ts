import { dockerfileRule } from '../rule.ts';
import { fileSources } from '../stages/stage-references.ts';

export default dockerfileRule({
  id: 'dockerfile/copy-from-self',
  title: 'Stage that copies from itself',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    hadolint: [{ id: 'DL3023', relation: 'wider', note: 'mounts of RUN too, and names in another case' }],
    trivy: [
      {
        id: 'DS-0006',
        relation: 'wider',
        note: 'mounts of RUN too',
        aliases: ['AVD-DS-0006', 'DS006', 'no-self-referencing-copy-from', 'docker-no-self-referencing-copy-from'],
      },
    ],
    kics: [
      {
        id: "COPY '--from' References Current FROM Alias",
        relation: 'equal',
        aliases: ['cdddb86f-95f6-4fc4-b5a1-483d9afceb2b', 'copy_from_references_current_from_alias'],
      },
    ],
    semgrep: [{ id: 'copy-from-own-alias', relation: 'wider', note: 'mounts of RUN too' }],
  },
  references: [{ title: 'Dockerfile reference: COPY --from', url: 'https://docs.docker.com/reference/dockerfile/#copy---from' }],
  messages: {
    self: '`{name}` is this stage itself: files can only be taken from another.',
  },
  visit: {
    stage(context, stage) {
      const own = stage.name?.key;
      if (own === undefined) return;
      for (const instruction of stage.instructions) {
        for (const source of fileSources(instruction)) {
          if (source.value.kind !== 'known' || source.stage || source.value.value.toLowerCase() !== own) continue;
          context.report({ at: source.value.at, message: 'self', data: { name: source.value.value } });
        }
      }
    },
  },
});
