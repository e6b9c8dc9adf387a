import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';
import { freeStageName, renameStage } from '../stages/stage-references.ts';

export default dockerfileRule({
  id: 'dockerfile/duplicate-stage-name',
  title: 'Two stages of the same name',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3024', relation: 'wider', note: 'names in another case too' }],
    buildkit: [{ id: 'DuplicateStageName', relation: 'equal' }],
    trivy: [
      { id: 'DS-0012', relation: 'equal', aliases: ['AVD-DS-0012', 'DS012', 'no-duplicate-alias', 'docker-no-duplicate-alias'] },
    ],
    checkov: [{ id: 'CKV_DOCKER_11', relation: 'wider', note: 'also behind an upper-case `AS`', aliases: ['AliasIsUnique'] }],
    kics: [
      {
        id: 'Same Alias In Different Froms',
        relation: 'equal',
        aliases: ['f2daed12-c802-49cd-afed-fe41d0b82fed', 'same_alias_in_different_froms'],
      },
    ],
    semgrep: [{ id: 'alias-must-be-unique', relation: 'equal' }],
  },
  references: [
    { title: 'BuildKit: DuplicateStageName', url: 'https://docs.docker.com/reference/build-checks/duplicate-stage-name/' },
    { title: 'Docker: Multi-stage builds', url: 'https://docs.docker.com/build/building/multi-stage/' },
  ],
  messages: {
    twice: 'An earlier stage is named `{name}` too: which of them a reference means depends on where it stands.',
  },
  visit: {
    stage(context, stage, file) {
      const { name } = stage;
      const first = name && file.stages.find((one) => one.index < stage.index && one.name?.key === name.key);
      if (!name || !first?.name) return;
      context.report({
        at: { ...stage.from.at, span: name.span },
        message: 'twice',
        data: { name: name.key },
        related: [{ at: { ...first.from.at, span: first.name.span }, message: 'The first one.' }],
        fixes: () => {
          const free = freeStageName(file, name.key);
          const { results, touched } = renameStage(file, stage, free);
          const caution = `Builds that name it as their target have to say \`${free}\`.`;
          return [offer({ title: `Rename it to \`${free}\``, safety: 'hardening', caution }, results, touched)];
        },
      });
    },
  },
});
