import type { CopyAddInstruction } from '../model/model.ts';

/**
 * Whether a COPY or ADD was taken from `docker history`, which shows a digest in place of the files: `ADD file:1f4e… in /`. Its
 * arguments are no paths.
 */
export function isFromHistory({ sources }: CopyAddInstruction): boolean {
  return sources.some(({ text }) => /^(?:file|multi|dir):[0-9a-f]{64}$/.test(text.text));
}
