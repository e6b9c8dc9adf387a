import { parseImageReference } from '../../core/image-reference.ts';
import type { At } from '../../core/value.ts';
import { lookupImage } from '../../knowledge/official-images.ts';
import type { EditResult } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, Instruction, Stage } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { nearest } from '../spelling/almost-equal.ts';
import { fileSources } from '../stages/stage-references.ts';

/** What `--from` or `from=` means when it is no earlier stage; undefined where that is fine or not known. */
function problemOf(name: string, stage: Stage, file: Dockerfile): 'later' | 'number' | 'unknown' | undefined {
  if (/^\d+$/.test(name)) return 'number';
  if (stage.name?.key === name.toLowerCase()) return undefined;
  if (file.stages.some((one) => one.index > stage.index && one.name?.key === name.toLowerCase())) return 'later';
  if (/[/:@$]/.test(name) || name === '' || name === 'scratch' || name === 'context') return undefined;
  const image = parseImageReference(name);
  return image && lookupImage(image) ? undefined : 'unknown';
}

/** What BuildKit takes for a name (instructions/parse.go, `validStageName`, matched in lower case); half-typed ones are not suggested. */
const STAGE_NAME = /^[a-z][a-z0-9\-_.]*$/i;

export default dockerfileRule({
  id: 'dockerfile/copy-from-unknown-stage',
  title: 'Files from a stage that is not there',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3022', relation: 'narrower', note: 'not names of well-known images' }],
    kics: [
      {
        id: "COPY '--from' Without FROM Alias Defined Previously",
        relation: 'narrower',
        note: 'not names of images',
      },
    ],
  },
  references: [
    { title: 'Dockerfile reference: COPY --from', url: 'https://docs.docker.com/reference/dockerfile/#copy---from' },
    { title: 'Docker: Multi-stage builds', url: 'https://docs.docker.com/build/building/multi-stage/' },
  ],
  messages: {
    later: 'Stage `{name}` comes after this one: files can only be taken from earlier stages.',
    number: 'There is no stage `{name}` before this one.',
    unknown:
      'No earlier stage is named `{name}`: the build looks for a context, and then on Docker Hub for an image, of that name.',
  },
  visit: {
    stage(context, stage, file) {
      for (const instruction of stage.instructions) {
        for (const { value, stage: found } of fileSources(instruction)) {
          const message = found || value.kind !== 'known' ? undefined : problemOf(value.value, stage, file);
          if (value.kind !== 'known' || !message) continue;
          const names = file.stages
            .slice(0, stage.index)
            .flatMap(({ name }) => (name && STAGE_NAME.test(name.text) ? [name.text] : []));
          const meant = nearest(value.value, names);
          context.report({
            at: value.at,
            message,
            data: { name: value.value },
            ...(message === 'unknown' && { severity: 'low' as const, confidence: meant ? ('high' as const) : ('low' as const) }),
            fixes: () => [fix(file, instruction, value.value, value.at, meant)],
          });
        }
      }
    },
  },
});

function fix(file: Dockerfile, instruction: Instruction, name: string, at: At, meant: string | undefined) {
  const title = `Take the files from \`${meant ?? 'another stage'}\``;
  if (meant === undefined) return { title, refused: 'no earlier stage has a name like it' };
  const isWritten = file.syntax.text.slice(at.span.start, at.span.end) === name;
  const result: EditResult = isWritten ? [{ span: at.span, text: meant }] : 'the name is put together from variables';
  return offer({ title, safety: 'hardening', caution: 'Another source gives other files.' }, [result], [instruction]);
}
