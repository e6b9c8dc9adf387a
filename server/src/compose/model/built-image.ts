import type { Value } from '../../core/value.ts';
import type { ImageFacts } from '../../knowledge/official-images.ts';
import type { Build } from './image-build.ts';
import { isRelativePath, joinPath } from './paths.ts';

/** What a rule asks of an image that a service builds: facts of the stage that is built. */
export interface BuiltImage {
  /** Who its containers run as: shown in Markdown, with what says so; `isRoot` undefined where only the build or the base image knows. */
  readonly user: { readonly name: string; readonly from: string; readonly isRoot: boolean | undefined };
  /** The user that its entrypoint changes to, where that is known of the base image; null: to none. Undefined: not known. */
  readonly dropsTo: string | null | undefined;
  /** *set*: it has a health check; *off*: it switches off that of its base; *none*: neither; *unknown*: the base image decides. */
  readonly healthcheck: 'set' | 'off' | 'none' | 'unknown';
  /** The ports that it says its program listens on. */
  readonly exposed: readonly { readonly first: number; readonly last: number; readonly protocol: string }[];
  /** Whether it says itself what runs: an ENTRYPOINT of its own Dockerfile. */
  readonly ownEntrypoint: boolean;
  /** What is known of the image that it is based on in the end. */
  readonly base: ImageFacts | undefined;
}

/** Where the Dockerfile of a build is, or its text. */
export type DockerfileOf =
  /** `path` is relative to the folder of the judged file. */
  { readonly path: string; readonly target: string | undefined } | { readonly text: string; readonly target: string | undefined };

/** Reads the Dockerfile of a build, which is another family's to do; undefined when it is not known, or there is none. */
export type ImageOf = (dockerfile: DockerfileOf) => BuiltImage | undefined;

function textOf(value: Value<string>, otherwise: string): string | undefined {
  return value.kind === 'known' ? value.value : value.kind === 'absent' ? otherwise : undefined;
}

/**
 * The Dockerfile that a build reads (Compose Build specification, "context", "dockerfile", "dockerfile_inline", "target"); undefined when it
 * is fetched from elsewhere, or only run time knows which one it is.
 */
export function dockerfileOf({ context, dockerfile, dockerfileInline, target }: Build): DockerfileOf | undefined {
  if (target.kind === 'dynamic' || target.kind === 'invalid') return undefined;
  const stage = target.kind === 'known' && target.value !== '' ? target.value : undefined;
  if (dockerfileInline.kind === 'known') return { text: dockerfileInline.value, target: stage };
  if (dockerfileInline.kind !== 'absent') return undefined;
  const folder = textOf(context, '.');
  const file = textOf(dockerfile, 'Dockerfile');
  if (folder === undefined || file === undefined || !isRelativePath(folder) || !isRelativePath(file)) return undefined;
  return { path: joinPath(folder, file), target: stage };
}
