import { type ImageReference, parseImageReference } from '../../core/image-reference.ts';
import type { Span } from '../../core/span.ts';
import type { At, Value } from '../../core/value.ts';
import { lookupImage } from '../../knowledge/official-images.ts';
import type { CopyAddInstruction, Dockerfile, FromInstruction, Instruction, RunInstruction } from '../model/model.ts';

/** An image that a build takes from outside: the base of a stage, or one that files are copied or mounted from. */
export interface ImageSource {
  readonly instruction: FromInstruction | CopyAddInstruction | RunInstruction;
  readonly image: ImageReference;
  /** The reference as written, variables put in. */
  readonly value: Value<string> & { readonly kind: 'known' };
  readonly use: 'base' | 'copy' | 'mount';
}

const NONE: readonly never[] = [];

/** A name that is no stage may be a build context of that name; one with `/`, `:` or `@`, or of a known image, is none. */
function imageNamed(from: Value<string>): ImageReference | undefined {
  if (from.kind !== 'known' || /^\d+$/.test(from.value) || from.value === 'scratch') return undefined;
  const image = parseImageReference(from.value);
  return image && (/[/:@]/.test(from.value) || lookupImage(image)) ? image : undefined;
}

/**
 * The images that an instruction takes from outside the file: `FROM image`, `COPY --from=image`, `RUN --mount=…,from=image`. Stages,
 * build contexts, `scratch`, and what only the build knows, are none.
 */
export function imageSourcesOf(instruction: Instruction): readonly ImageSource[] {
  if (instruction.keyword === 'FROM') {
    const { image, reference } = instruction;
    if (instruction.parent || image.kind !== 'known' || reference.kind !== 'known') return [];
    return [{ instruction, image: image.value, value: reference, use: 'base' }];
  }
  // The others name an image in an option only.
  if (instruction.syntax.flags.length === 0) return NONE;
  if (instruction.keyword === 'RUN') {
    if (!instruction.syntax.flags.some(({ value }) => value !== undefined && /from/i.test(value))) return NONE;
    return instruction.mounts.flatMap(({ from, fromStage }) => {
      const image = fromStage ? undefined : imageNamed(from);
      return image && from.kind === 'known' ? [{ instruction, image, value: from, use: 'mount' as const }] : [];
    });
  }
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return [];
  const { from } = instruction;
  const image = from && !from.stage ? imageNamed(from.value) : undefined;
  return image && from?.value.kind === 'known' ? [{ instruction, image, value: from.value, use: 'copy' }] : [];
}

/** A part of the reference (offsets in its text) in the file; the whole reference where variables or quotes hide the part. */
export function partOfImage(file: Dockerfile, { value }: ImageSource, part: Span): At {
  const { start, end } = value.at.span;
  if (file.syntax.text.slice(start, end) !== value.value) return value.at;
  return { ...value.at, span: { start: start + part.start, end: start + part.end } };
}
