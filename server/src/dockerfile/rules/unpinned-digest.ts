import type { FixOffer } from '../../core/finding.ts';
import type { RuleContext } from '../../core/rule.ts';
import { offer } from '../fixes/words.ts';
import { type ImageSource, imageSourcesOf } from '../images/image-sources.ts';
import type { Dockerfile, Instruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** A digest by its form, so that the reference stays one; no image has it. */
const PLACEHOLDER = '0'.repeat(64);

function fix(file: Dockerfile, { value, image, instruction }: ImageSource): FixOffer {
  const { start, end } = value.at.span;
  const title = `Pin \`${image.text}\` by digest`;
  if (file.syntax.text.slice(start, end) !== value.value)
    return { title, refused: 'the reference is quoted or comes from variables' };
  const caution = `\`docker buildx imagetools inspect ${image.text}\` shows the digest; the build fails until it is put in.`;
  const edit = { span: { start: end, end }, text: `@sha256:${PLACEHOLDER}` };
  return offer({ title, safety: 'placeholder', caution, select: PLACEHOLDER }, [[edit]], [instruction]);
}

function visit(context: RuleContext<'unpinned'>, instruction: Instruction, file: Dockerfile): void {
  for (const source of imageSourcesOf(instruction)) {
    if (source.image.digest !== undefined) continue;
    const { at } = source.value;
    context.report({
      at,
      message: 'unpinned',
      data: { image: source.image.familiarName },
      related: at.via?.at ? [{ at: at.via.at, message: `\`${at.via.name}\` has its value here` }] : [],
      fixes: () => [fix(file, source)],
    });
  }
}

export default dockerfileRule({
  id: 'dockerfile/unpinned-digest',
  title: 'Image not pinned by digest',
  severity: 'info',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    semgrep: [
      {
        id: 'dockerfile-source-not-pinned',
        relation: 'wider',
        note: 'images of `COPY --from` and mounts too; but not names of stages and what only the build knows',
      },
    ],
  },
  references: [
    {
      title: 'Docker: Pin base image versions',
      url: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    },
    {
      title: 'OpenSSF Scorecard: Pinned-Dependencies',
      url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
    },
    { title: 'SLSA', url: 'https://slsa.dev/' },
    { title: 'CWE-494', url: 'https://cwe.mitre.org/data/definitions/494.html' },
  ],
  messages: {
    unpinned: 'Image `{image}` has no digest: what its tag stands for can change.',
  },
  visit: { instruction: { FROM: visit, COPY: visit, RUN: visit } },
});
