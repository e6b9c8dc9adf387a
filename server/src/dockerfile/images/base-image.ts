import type { ImageReference } from '../../core/image-reference.ts';
import type { Value } from '../../core/value.ts';
import { type Distribution, distributionOf } from '../../knowledge/distributions.ts';
import { type ImageFacts, lookupImage } from '../../knowledge/official-images.ts';
import type { Stage } from '../model/model.ts';

/** What a stage is built on in the end, through all the stages it is built `FROM`. */
export interface BaseImage {
  readonly scratch: boolean;
  /** Absent for `scratch`, and for a FROM without an image. */
  readonly image: Value<ImageReference>;
  /** As a message shows it, the version left out: `node`, `scratch`, `$BASE`. */
  readonly shown: string;
  readonly facts: ImageFacts | undefined;
  readonly distribution: Distribution | undefined;
}

/** The image that is at the bottom of a stage. */
export function baseImageOf(stage: Stage): BaseImage {
  let bottom = stage;
  while (bottom.parent) bottom = bottom.parent;
  const { image, scratch, imageText, reference } = bottom.from;
  const known = image.kind === 'known' ? image.value : undefined;
  return {
    scratch,
    image,
    shown: known?.familiarName ?? (reference.kind === 'known' ? reference.value : (imageText?.text ?? '')),
    facts: known && lookupImage(known),
    distribution: known && distributionOf(known),
  };
}

/** A stage and those that it is built `FROM`, the nearest first. */
export function lineage(stage: Stage): readonly Stage[] {
  const result = [stage];
  for (let parent = stage.parent; parent; parent = parent.parent) result.push(parent);
  return result;
}
