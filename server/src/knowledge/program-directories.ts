import { cleanPath, isWithin } from './paths.ts';

/**
 * Where Linux images keep programs and the libraries that they load (Filesystem Hierarchy Standard 3.0, sections 3 and 4;
 * https://refspecs.linuxfoundation.org/FHS_3.0/fhs/index.html), read 2026-11-22.
 */
const DIRECTORIES = [
  '/bin',
  '/sbin',
  '/lib',
  '/lib32',
  '/lib64',
  '/usr/bin',
  '/usr/sbin',
  '/usr/lib',
  '/usr/lib32',
  '/usr/lib64',
  '/usr/libexec',
  '/usr/local/bin',
  '/usr/local/sbin',
  '/usr/local/lib',
];
/** Parents of such; other things lie below them too. */
const PARENTS = ['/usr', '/usr/local'];

/** Whether programs or their libraries lie at an absolute path of a container, or below it. */
export function holdsPrograms(path: string): boolean {
  const clean = cleanPath(path);
  return PARENTS.includes(clean) || DIRECTORIES.some((directory) => isWithin(clean, directory));
}
