import type { Dockerfile } from '../model/model.ts';

/**
 * The `# syntax=` that fixes a frontend older than version 1.`minor`; undefined when there is none, or a newer one. A name of
 * the channel `labs` has experimental features, and counts as new. (https://docs.docker.com/build/buildkit/frontend/)
 */
export function olderFrontend(file: Dockerfile, minor: number): string | undefined {
  const value = file.syntax.directives.find((directive) => directive.name === 'syntax')?.value ?? '';
  const [, fixed, labs] = /^docker\/dockerfile:1\.(\d+)[\d.]*(-labs)?/.exec(value) ?? [];
  return fixed !== undefined && labs === undefined && Number(fixed) < minor ? value : undefined;
}
