import type { FixOffer } from '../../core/finding.ts';
import type { ImageFacts } from '../../knowledge/official-images.ts';
import { removeServiceKey } from '../edit.ts';
import type { EffectiveService } from '../model/service.ts';
import { setServicePath } from './paths.ts';

const CAUTION = 'Files and volumes that it writes to have to belong to that user.';

/** What is known of the image that a service runs, or of the one that it builds upon. */
function knownImage({ imageFacts, builtImage }: EffectiveService): ImageFacts | undefined {
  return imageFacts ?? builtImage?.base;
}

/** The user that an image's own documentation runs it as, or one that no distribution gives to anything else. */
function unprivilegedUser(service: EffectiveService): string {
  const account = knownImage(service)?.nonRootUser;
  if (account && account.uid !== null) return `${account.uid}:${account.gid ?? account.uid}`;
  return account ? account.name : '1000:1000';
}

/** Has the service run as a user that is not root: the image's own where it has one, else by number. */
export function runAsUser(service: EffectiveService): FixOffer {
  const user = unprivilegedUser(service);
  const title = `Run as \`${user}\``;
  const facts = knownImage(service);
  if (facts?.startsAsNonRootOk === false) return { title, refused: `\`${facts.image}\` has to start as root` };
  return setServicePath(service, ['user'], user, { title, safety: 'hardening', caution: CAUTION });
}

/** Leaves the user to the image: offered where that one is not root. */
export function useImageUser(service: EffectiveService): FixOffer | undefined {
  const facts = service.imageFacts;
  const built = service.builtImage?.user;
  if (built?.isRoot === false) {
    const title = `Remove \`user\`: the Dockerfile sets ${built.name}`;
    return removeServiceKey(service, 'user', { title, safety: 'hardening', caution: CAUTION });
  }
  if (!facts || (facts.defaultUserIsRoot !== false && facts.entrypointDropsTo === null)) return undefined;
  const user = facts.entrypointDropsTo ?? facts.defaultUser;
  const title = `Remove \`user\`: the image runs as \`${user}\``;
  return removeServiceKey(service, 'user', { title, safety: 'hardening', caution: CAUTION });
}
