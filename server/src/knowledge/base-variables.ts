/**
 * Base images that set no variable but PATH, so that every other one a Dockerfile uses must be its own.
 * Source: the images' configurations as published on Docker Hub (`docker image inspect`, Config.Env) and the Dockerfiles in their
 * repositories. Read 2026-11-21. Images that set more (fedora: DISTTAG, archlinux: LANG, and all images of languages) are not
 * in it.
 */
import type { ImageReference } from '../core/image-reference.ts';

const PATH_ONLY: ReadonlySet<string> = new Set(
  ['alpine', 'busybox', 'debian', 'ubuntu', 'almalinux', 'amazonlinux', 'centos', 'oraclelinux', 'buildpack-deps'].map(
    (name) => `docker.io/library/${name}`,
  ),
);

/** Whether an image sets no variable but PATH. */
export function setsOnlyPath(image: ImageReference): boolean {
  return PATH_ONLY.has(image.canonicalName);
}
