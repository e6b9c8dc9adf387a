import type { ImageReference } from '../../core/image-reference.ts';
import { parseImageReference } from '../../core/image-reference.ts';
import type { Span } from '../../core/span.ts';
import type { At } from '../../core/value.ts';
import type { EffectiveService } from '../model/service.ts';
import { splitAt } from '../model/split.ts';

/** The image that a service pulls, variables filled in, and where it is written. */
export interface ServiceImage {
  readonly reference: ImageReference;
  /** The whole reference. */
  readonly at: At;
  /** The tag as written, its variable included; the whole reference when there is none. */
  readonly tagAt: At;
  /** The place of a part of the reference, or of all of it where variables move the characters. */
  part(span: Span): At;
}

/** Tags that publishers move to each new build or release. */
const MOVING = /^(?:latest|edge|nightly|main|master|dev|devel|develop|test|testing|beta|canary|snapshot)$/i;
/** Moved from one release to the next, and not with every build. */
const CHANNEL = /^(?:stable|lts)$/i;

/** Whether a tag is moved from image to image; `release`: only when a new release is out. Undefined for all others. */
export function isMovingTag(tag: string): 'build' | 'release' | undefined {
  return MOVING.test(tag) ? 'build' : CHANNEL.test(tag) ? 'release' : undefined;
}

/** Name and tag of a reference that may hold variables: the last colon behind the last slash, before any digest. */
function nameAndTag(text: string, opaque: readonly Span[]): readonly Span[] {
  const end = splitAt(text, '@', opaque)[0]?.end ?? text.length;
  const parts = splitAt(text.slice(0, end), ':', opaque);
  const tag = parts.at(-1);
  const isTag = tag !== undefined && parts.length > 1 && splitAt(text.slice(tag.start, tag.end), '/', []).length === 1;
  return isTag ? [{ start: 0, end: tag.start - 1 }, tag] : [{ start: 0, end }];
}

/** The image of a service that does not build it; undefined when a variable decides, or it is no valid reference. */
export function serviceImage(service: EffectiveService): ServiceImage | undefined {
  const { image } = service;
  if (service.build || image.kind !== 'known') return undefined;
  const reference = parseImageReference(image.value);
  if (!reference) return undefined;
  const text = service.field('image').scalar();
  const { at } = image;
  const tagAt = text?.parts(nameAndTag)[1]?.at ?? at;
  return {
    reference,
    at,
    tagAt: reference.tag === undefined ? at : tagAt,
    part: (span) => (text?.raw === reference.text ? text.at(span) : tagAt),
  };
}
