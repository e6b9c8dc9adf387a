import { type ImageReference, parseImageReference } from '../../core/image-reference.ts';
import type { At, Value } from '../../core/value.ts';
import type { EditResult } from '../edit.ts';
import type { Dockerfile, Stage } from '../model/model.ts';

/** What is wrong with a tag: there is none, or it is `latest`, which moves. */
export type MovingTag = 'untagged' | 'latest';

/** Whether a reference has no version of its own; undefined when it has a tag or a digest. */
export function movingTagOf(image: ImageReference): MovingTag | undefined {
  if (image.digest !== undefined) return undefined;
  if (image.tag === undefined) return 'untagged';
  return image.tag === 'latest' ? 'latest' : undefined;
}

/**
 * The same for a reference with variables that only the build knows, where its end says enough: `$REGISTRY/ubuntu` has no tag,
 * `$IMAGE:latest` has that one; nothing is known of `$IMAGE`, `app:$TAG` and `app-$NAME`.
 */
export function movingTagOfText(text: string): MovingTag | undefined {
  if (text.includes('@') || /["'\\]/.test(text)) return undefined;
  if (/:latest$/.test(text)) return 'latest';
  const slash = text.lastIndexOf('/');
  const last = text.slice(slash + 1);
  return slash > text.lastIndexOf('}') && /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/.test(last) ? 'untagged' : undefined;
}

/** Where the version of an image comes from: its own text, or the default of the ARG that holds it. */
export interface TagSource {
  readonly at: At;
  /** The text of that place. */
  readonly text: string;
}

/**
 * The one place to change when a reference is to get another tag: where it is written, the ARG whose default it or its tag is, or
 * the default in `${X:-…}`. Undefined when it is put together from more.
 */
export function tagSourceOf(file: Dockerfile, reference: Value<string>, stage: Stage | undefined): TagSource | undefined {
  const written = unquoted(file, reference.at);
  if (reference.kind === 'known' && written.text === reference.value) return written;
  if (movingTagOfText(written.text)) return written;
  const [, name, fallback] = /\$\{?(\w+)(?::?-([^{}$]*)\})?\}?$/.exec(written.text) ?? [];
  const declared = name === undefined ? undefined : stage?.from.scope.lookup(name)?.declared;
  if (declared?.value.kind === 'known') {
    const source = unquoted(file, declared.value.at);
    return source.text === declared.value.value ? source : undefined;
  }
  if (fallback === undefined) return undefined;
  const end = written.at.span.end - 1;
  return { at: { ...written.at, span: { start: end - fallback.length, end } }, text: fallback };
}

/** A place and its text, without the quotes around it. */
function unquoted(file: Dockerfile, at: At): TagSource {
  const { start, end } = at.span;
  const text = file.syntax.text.slice(start, end);
  if (!/^(["']).*\1$/s.test(text) || text.length < 2) return { at, text };
  return { at: { ...at, span: { start: start + 1, end: end - 1 } }, text: text.slice(1, -1) };
}

/** Puts a tag in the place of `latest`, or behind a reference without one. The text is a reference, its end, or a tag alone. */
export function setTag({ at, text }: TagSource, tag: string): EditResult {
  const { end } = at.span;
  if (/(?:^|:)latest$/.test(text)) return [{ span: { start: end - 'latest'.length, end }, text: tag }];
  const hasTag = parseImageReference(text)?.tag !== undefined;
  return hasTag ? `\`${text}\` has a tag that is not \`latest\`` : [{ span: { start: end, end }, text: `:${tag}` }];
}
