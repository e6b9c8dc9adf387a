import { valueOf } from '../../core/value.ts';
import { cleanPath } from '../../knowledge/paths.ts';
import type { EffectiveService } from '../model/service.ts';

/** Where in the container something is mounted: volumes, binds and tmpfs. Clean paths. */
export function mountedPaths({ volumes, tmpfs }: EffectiveService): readonly string[] {
  const targets = volumes.items.map(({ target }) => valueOf(target));
  const temporary = tmpfs.items.map((item) => valueOf(item)?.split(':')[0]);
  return [...targets, ...temporary].flatMap((path) => (path === undefined || path === '' ? [] : [cleanPath(path)]));
}
