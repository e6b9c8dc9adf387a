import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';
import { renameStage } from '../stages/stage-references.ts';

/** Words that mean something else in FROM and `--from`. (https://docs.docker.com/reference/build-checks/reserved-stage-name/) */
const RESERVED: ReadonlySet<string> = new Set(['scratch', 'context']);

export default dockerfileRule({
  id: 'dockerfile/reserved-stage-name',
  title: 'Stage named `scratch` or `context`',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3063', relation: 'equal' }],
    buildkit: [{ id: 'ReservedStageName', relation: 'equal' }],
  },
  references: [
    { title: 'BuildKit: ReservedStageName', url: 'https://docs.docker.com/reference/build-checks/reserved-stage-name/' },
  ],
  messages: {
    reserved: '`{name}` is a word of Docker: a reference to it may not mean this stage.',
  },
  visit: {
    stage(context, stage, file) {
      const { name } = stage;
      if (!name || !RESERVED.has(name.key)) return;
      context.report({
        at: { ...stage.from.at, span: name.span },
        message: 'reserved',
        data: { name: name.key },
        fixes: () => {
          const free = `${name.key}-stage`;
          const words = { title: `Rename it to \`${free}\``, safety: 'hardening' as const };
          if (file.stages.some((one) => one.name?.key === free))
            return [{ title: words.title, refused: 'another stage has that name' }];
          const { results, touched } = renameStage(file, stage, free);
          if (touched.length > 1)
            return [{ title: words.title, refused: `what the references to \`${name.text}\` mean is not clear` }];
          return [offer({ ...words, caution: `Builds that name it as their target have to say \`${free}\`.` }, results, touched)];
        },
      });
    },
  },
});
