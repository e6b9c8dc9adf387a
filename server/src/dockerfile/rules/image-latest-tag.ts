import type { FixOffer } from '../../core/finding.ts';
import type { RuleContext } from '../../core/rule.ts';
import type { Value } from '../../core/value.ts';
import { offer } from '../fixes/words.ts';
import { type ImageSource, imageSourcesOf } from '../images/image-sources.ts';
import { type MovingTag, movingTagOf, movingTagOfText, setTag, tagSourceOf } from '../images/image-tags.ts';
import type { Dockerfile } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

const PLACEHOLDER = 'TAG';

function fix(file: Dockerfile, instruction: Source, reference: Value<string>, image: string): FixOffer {
  const title = `Give \`${image}\` a tag`;
  const source = tagSourceOf(file, reference, instruction.stage);
  if (!source) return { title, refused: 'the reference is put together from variables' };
  const owner = file.instructions.find(
    ({ syntax: { span } }) => source.at.span.start >= span.start && source.at.span.end <= span.end,
  );
  const caution = 'Put in the version that the build is made for; the build fails until then.';
  return offer(
    { title, safety: 'placeholder', caution, select: PLACEHOLDER },
    [setTag(source, PLACEHOLDER)],
    [owner ?? instruction],
  );
}

type Source = ImageSource['instruction'];
type Found = { readonly reference: Value<string>; readonly tag: MovingTag };

/** A reference that is put together from variables counts where its end says that it moves. */
function movingImagesOf(instruction: Source): readonly Found[] {
  if (instruction.keyword === 'FROM' && instruction.image.kind === 'dynamic') {
    const tag = movingTagOfText(instruction.image.text);
    return tag ? [{ reference: instruction.reference, tag }] : [];
  }
  return imageSourcesOf(instruction).flatMap(({ image, value }) => {
    const tag = movingTagOf(image);
    return tag ? [{ reference: value, tag }] : [];
  });
}

function visit(context: RuleContext<MovingTag>, instruction: Source, file: Dockerfile): void {
  for (const { reference, tag } of movingImagesOf(instruction)) {
    const image = reference.kind === 'known' ? reference.value : reference.kind === 'dynamic' ? reference.text : '';
    const via = reference.at.via;
    context.report({
      at: reference.at,
      message: tag,
      data: { image },
      confidence: via ? 'medium' : 'high',
      related: via?.at ? [{ at: via.at, message: `\`${via.name}\` has its value here` }] : [],
      fixes: () => [fix(file, instruction, reference, image)],
    });
  }
}

export default dockerfileRule({
  id: 'dockerfile/image-latest-tag',
  title: 'Image without a version',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [
      { id: 'DL3006', relation: 'wider', note: '`latest` too, images of `COPY --from` and mounts, and defaults of ARG' },
      { id: 'DL3007', relation: 'wider', note: 'no tag too, images of `COPY --from` and mounts, and defaults of ARG' },
    ],
    trivy: [
      { id: 'DS-0001', relation: 'equal', aliases: ['AVD-DS-0001', 'DS001', 'use-specific-tags', 'docker-use-specific-tags'] },
    ],
    checkov: [
      {
        id: 'CKV_DOCKER_7',
        relation: 'wider',
        note: 'the port of a registry is no tag; but a variable is judged by its default, and not refused',
        aliases: ['ReferenceLatestTag'],
      },
    ],
    kics: [
      {
        id: 'Image Version Not Explicit',
        relation: 'wider',
        note: '`latest` too, and images of `COPY --from` and mounts',
        aliases: ['9efb0b2d-89c9-41a3-91ca-dcc0aec911fd', 'image_version_not_explicit'],
      },
      {
        id: "Image Version Using 'latest'",
        relation: 'wider',
        note: 'no tag too, and images of `COPY --from` and mounts',
        aliases: ['f45ea400-6bbe-4501-9fc7-1c3d75c32067', 'image_version_using_latest'],
      },
    ],
    semgrep: [
      { id: 'missing-image-version', relation: 'wider', note: '`latest` too, and images of `COPY --from` and mounts' },
      { id: 'avoid-latest-version', relation: 'wider', note: 'no tag too, and images of `COPY --from` and mounts' },
    ],
    dockle: [{ id: 'DKL-DI-0006', relation: 'related' }],
  },
  references: [
    { title: 'CWE-1357', url: 'https://cwe.mitre.org/data/definitions/1357.html' },
    {
      title: 'Docker: Building best practices, pin base image versions',
      url: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    },
    { title: 'CIS Docker 4.2', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    untagged: 'Image `{image}` has no tag: it is whatever `latest` is on the day of the build.',
    latest: 'Image `{image}` is another one each time that its publisher moves `latest`.',
  },
  visit: {
    instruction: { FROM: visit, COPY: visit, ADD: visit, RUN: visit },
  },
});
