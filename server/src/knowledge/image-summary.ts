/** What is known of an image, in the words of hovers. */
import type { ImageReference } from '../core/image-reference.ts';
import { distributionOf } from './distributions.ts';
import { nameOfCycle, type ReleaseCycle, supportOn } from './end-of-life.ts';
import { releasesOf } from './end-of-life-images.ts';
import type { ImageFamily } from './official-images.ts';

const FAMILY: Readonly<Record<ImageFamily, string>> = {
  alpine: 'Alpine',
  debian: 'Debian or Ubuntu',
  rhel: 'Red Hat family',
  suse: 'SUSE family',
  arch: 'Arch Linux',
  busybox: 'BusyBox',
  distroless: 'distroless',
  scratch: 'empty',
  windows: 'Windows',
};

/** `Alpine, packages by apk`; undefined when neither name nor tag says what an image is made of. */
export function distributionInWords(reference: ImageReference): string | undefined {
  const distribution = distributionOf(reference);
  if (!distribution) return undefined;
  const { family, packageManager, shell } = distribution;
  const packages = packageManager === null ? 'no package manager' : `packages by \`${packageManager}\``;
  return `${FAMILY[family]}, ${family === 'windows' ? '' : `${packages}, `}${shell ? 'a shell' : 'no shell'}`;
}

/** Each release that an image speaks of with its support on a day (`YYYY-MM-DD`): `Python 3.8: support ended on 2024-10-07`. */
export function supportInWords(reference: ImageReference, today: string): readonly string[] {
  return releasesOf(reference).map(({ release }) => `${nameOfCycle(release)}: ${supportOf(release, today)}`);
}

function supportOf(release: ReleaseCycle, today: string): string {
  switch (supportOn(release, today)) {
    case 'ended':
      return `**no support** since ${release.extendedEnd ?? release.end ?? 'an unknown day'}`;
    case 'extended':
      return `regular support ended on ${release.end}, long-term or paid support ends on ${release.extendedEnd}`;
    case 'ending':
      return `support **ends soon**, on ${release.end}`;
    case 'supported':
      return release.end === undefined ? 'supported' : `supported until ${release.end}`;
  }
}
