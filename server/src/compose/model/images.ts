import { parseImageReference } from '../../core/image-reference.ts';
import { valueOf } from '../../core/value.ts';
import type { ImageFacts } from '../../knowledge/official-images.ts';
import { lookupImage } from '../../knowledge/official-images.ts';
import type { EffectiveService } from './service.ts';

/** What is known of the image that a service runs; undefined when it builds its own, or the image is not in the table. */
export function readImageFacts(service: EffectiveService): ImageFacts | undefined {
  const image = service.build ? undefined : valueOf(service.image);
  const reference = image === undefined ? undefined : parseImageReference(image);
  return reference && lookupImage(reference);
}

/** Whether a service runs Windows containers, which have no capabilities and no `no_new_privs`: by platform, isolation or image. */
export function runsWindows(service: EffectiveService): boolean {
  return (
    /^windows(?:\/|$)/i.test(valueOf(service.platform) ?? '') ||
    /^(?:process|hyperv)$/i.test(valueOf(service.isolation)?.trim() ?? '') ||
    service.credentialSpecFile.kind === 'known' ||
    service.imageFacts?.family === 'windows' ||
    /^mcr\.microsoft\.com\/windows\//.test(valueOf(service.image) ?? '')
  );
}
