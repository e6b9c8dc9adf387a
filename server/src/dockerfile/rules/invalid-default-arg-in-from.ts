import type { FixOffer } from '../../core/finding.ts';
import { parseImageReference } from '../../core/image-reference.ts';
import { newestSupported } from '../../knowledge/end-of-life.ts';
import { productOf } from '../../knowledge/end-of-life-images.ts';
import { offer } from '../fixes/words.ts';
import { imageWithDefaults, isPlatformArg, variablesIn } from '../images/from-arguments.ts';
import type { Dockerfile, FromInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** The ARG without default that holds the tag gets the newest release of the image as its default. */
function fix(file: Dockerfile, from: FromInstruction, today: string): FixOffer {
  const text = from.imageText?.text ?? '';
  const [, name = '', variable = ''] = /^([^$"'@]+):\$\{?(\w+)\}?(?:-[\w.-]*)?$/.exec(text) ?? [];
  const image = parseImageReference(name);
  const product = image && productOf(image);
  const newest = product === undefined ? undefined : newestSupported(product, today)?.cycle;
  const declared = from.scope.lookup(variable)?.declared;
  const title = 'Give the ARG a default';
  if (newest === undefined || declared?.value.kind !== 'absent') return { title, refused: 'which default is meant is not known' };
  const arg = file.globalArgs.find(({ pairs }) => pairs.includes(declared));
  const caution = 'Put in the version that the build is made for.';
  const edit = { span: { start: declared.span.end, end: declared.span.end }, text: `=${newest}` };
  return offer(
    { title: `Set the default of \`${variable}\` to ${newest}`, safety: 'placeholder', caution, select: newest },
    [[edit]],
    arg ? [arg] : [],
  );
}

export default dockerfileRule({
  id: 'dockerfile/invalid-default-arg-in-from',
  title: 'No image without a build argument',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    buildkit: [{ id: 'InvalidDefaultArgInFrom', relation: 'equal' }],
  },
  references: [
    {
      title: 'BuildKit: InvalidDefaultArgInFrom',
      url: 'https://docs.docker.com/reference/build-checks/invalid-default-arg-in-from/',
    },
    {
      title: 'Dockerfile reference: ARG and FROM',
      url: 'https://docs.docker.com/reference/dockerfile/#understand-how-arg-and-from-interact',
    },
  ],
  messages: {
    empty: 'Without build arguments this FROM names no image.',
    invalid: 'Without build arguments the image is `{image}`, which is no reference.',
  },
  visit: {
    instruction: {
      FROM(context, from, file) {
        const written = from.imageText?.text ?? '';
        const used = variablesIn(written);
        if (used.length === 0 || used.some(({ name }) => isPlatformArg(name))) return;
        const image = imageWithDefaults(from, file.syntax.escape);
        if (image === undefined || image === 'scratch' || file.findStage(image, from.stage) || parseImageReference(image)) return;
        context.report({
          at: from.reference.at,
          message: image === '' ? 'empty' : 'invalid',
          data: { image },
          fixes: () => [fix(file, from, context.environment.today)],
        });
      },
    },
  },
});
