import type { Neighbours } from '../../core/neighbours.ts';
import { type IgnoreFile, parseIgnoreFile } from '../files/ignore-file.ts';
import type { Stage } from './model.ts';

/** So many named files are looked for, to see whether the context is the folder of the Dockerfile. */
const LOOKED_FOR = 4;

/**
 * The ignore file of a Dockerfile's build context: `<name>.dockerignore` beside it, else `.dockerignore` in the context, which is taken to be
 * the Dockerfile's own folder unless files that it copies are not there. Null when there is none, undefined when that is not known.
 * (https://docs.docker.com/build/concepts/context/#filename-and-location)
 */
export function readIgnoreFile(stages: readonly Stage[], neighbours: Neighbours, name: string): IgnoreFile | null | undefined {
  // Everything is asked for at once: whoever loads files does so in rounds.
  const [own, shared] = [`${name}.dockerignore`, '.dockerignore'].map((path) => neighbours.read(path));
  if (own === undefined) return undefined;
  const text = own ?? shared;
  if (typeof text === 'string') return parseIgnoreFile(text);
  const copied = namedFiles(stages)
    .slice(0, LOOKED_FOR)
    .map((path) => neighbours.read(path));
  return text === null && copied.every((one) => typeof one === 'string') ? null : undefined;
}

/** The files of the build context that the stages copy by name: with an ending of text files, without wildcards. */
function namedFiles(stages: readonly Stage[]): readonly string[] {
  const copies = stages.flatMap((stage) => [...stage.all('COPY'), ...stage.all('ADD')]).filter(({ from }) => from === undefined);
  return copies
    .flatMap(({ sources }) => sources)
    .flatMap(({ kind, value }) => (kind === 'path' && value.kind === 'known' ? [value.value.replace(/^(?:\.?\/)+/, '')] : []))
    .filter((path) => /^[^*?[\]]*[^*?[\]/]\.(?:json|ya?ml|toml|txt|sh|conf|lock|mod|sum|xml|js|ts|py|go|rb|php)$/.test(path));
}
