import type { FixOffer } from '../../core/finding.ts';
import { cleanPath, isWithin } from '../../knowledge/paths.ts';
import { addItems, offer } from '../edit.ts';
import { mountedPaths } from '../facts/mounted-paths.ts';
import type { EffectiveService } from '../model/service.ts';
import { setPath } from './paths.ts';

const CAUTION = 'A program that writes elsewhere fails: give it a tmpfs or a volume there, and test before use.';

/** Makes the root file system read-only and what the image is known to write to a tmpfs; refused where a tmpfs would hide files. */
export function makeRootReadOnly(service: EffectiveService): FixOffer {
  const facts = service.imageFacts;
  const mounted = mountedPaths(service);
  const isMounted = (path: string): boolean => mounted.some((target) => isWithin(cleanPath(path), target));
  const open = (facts?.writablePaths ?? ['/tmp']).filter((path) => !isMounted(path));
  const title = 'Make the root file system read-only';
  const kept = [...(facts?.writablePathsWithContent ?? []), ...(facts?.dataPaths ?? [])].find((path) => !isMounted(path));
  if (kept !== undefined) return { title, refused: `\`${kept}\` has to be writable and keeps files: give it a volume first` };
  const tmpfs = open.filter((path) => !open.some((other) => other !== path && isWithin(path, other)));
  return offer(
    {
      title: tmpfs.length > 0 ? `${title}, with a tmpfs for ${tmpfs.map((path) => `\`${path}\``).join(', ')}` : title,
      safety: 'hardening',
      caution: CAUTION,
    },
    setPath(service, ['read_only'], true),
    ...(tmpfs.length > 0 ? [addItems(service, 'tmpfs', tmpfs)] : []),
  );
}
