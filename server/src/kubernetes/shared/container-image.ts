import type { FixOffer } from '../../core/finding.ts';
import type { ImageReference } from '../../core/image-reference.ts';
import type { Span } from '../../core/span.ts';
import type { At } from '../../core/value.ts';
import { type Offer, replaceField } from '../edit.ts';
import type { Container } from '../model/model.ts';

/** A reference that says everything, where it stands. */
export interface KnownImage {
  readonly reference: ImageReference;
  readonly at: At;
}

/** The image of a container when it is written out; undefined for templates, for invalid and for missing ones. */
export function knownImage(container: Container): KnownImage | undefined {
  const { image } = container;
  return image.kind === 'known' ? { reference: image.value, at: image.at } : undefined;
}

/** The place of a part of an image's text; the whole where quotes or escapes stand in between. */
export function placeInImage(container: Container, { reference, at }: KnownImage, part: Span): At {
  const { text } = container.workload.object.document;
  for (const shift of [0, 1]) {
    const start = at.span.start + shift;
    if (text.slice(start, start + reference.text.length) === reference.text)
      return { ...at, span: { start: start + part.start, end: start + part.end } };
  }
  return at;
}

/** Gives a container another image. Before: `image: a:1`; after `setImage(container, 'a:2', …)`: `image: a:2`. */
export function setImage(container: Container, image: string, offer: Offer): FixOffer {
  return replaceField(container, container.fields, 'image', image, offer);
}
