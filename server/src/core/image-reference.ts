import type { Span } from './span.ts';

/** A container image reference taken apart; all spans are UTF-16 offsets into `text`. */
export interface ImageReference {
  readonly text: string;
  /** The registry as written (`ghcr.io`, `registry:5000`, `docker.io`); absent when the reference leaves it out. */
  readonly registry?: string | undefined;
  /** The path as written, without the registry: `node`, `library/node`, `bitnami/redis`. */
  readonly repository: string;
  /** What Docker shows: `node` for `docker.io/library/node`, `bitnami/redis`, `ghcr.io/x/y`. No tag, no digest. */
  readonly familiarName: string;
  /** Registry and full path: `docker.io/library/node`. No tag, no digest. */
  readonly canonicalName: string;
  readonly tag?: string | undefined;
  /** With its algorithm: `sha256:…`. */
  readonly digest?: string | undefined;
  readonly spans: {
    /** Registry and repository. */
    readonly name: Span;
    /** Without the `:` before it. */
    readonly tag?: Span | undefined;
    /** Without the `@` before it. */
    readonly digest?: Span | undefined;
  };
}

const DEFAULT_REGISTRY = 'docker.io';
const OFFICIAL_PREFIX = 'library/';
const MAX_NAME_LENGTH = 255;

const DOMAIN_COMPONENT = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const REGISTRY = new RegExp(`^(?:${DOMAIN_COMPONENT}(?:\\.${DOMAIN_COMPONENT})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
const IDENTIFIER = /^[a-f0-9]{64}$/;

/**
 * Whether the part before the first `/` is a registry and not a user: it has a dot or a port, is `localhost`, or has
 * capitals.
 */
function namesRegistry(part: string): boolean {
  return part === 'localhost' || /[.:]/.test(part) || part !== part.toLowerCase();
}

/**
 * Takes an image reference apart as `docker pull` does (distribution/reference: `reference.ParseNormalizedNamed`; digest
 * algorithms: OCI image spec, "Digests"). Undefined for a text that is no valid reference: capitals in the repository, an
 * empty tag, a short digest, a bare 64-digit id, or variables in it.
 */
export function parseImageReference(text: string): ImageReference | undefined {
  const at = text.indexOf('@');
  const digest = at < 0 ? undefined : text.slice(at + 1);
  if (digest !== undefined && !DIGEST.test(digest)) return undefined;

  const named = at < 0 ? text : text.slice(0, at);
  const lastSlash = named.lastIndexOf('/');
  const colon = named.indexOf(':', lastSlash + 1);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  if (tag !== undefined && !TAG.test(tag)) return undefined;

  const name = colon < 0 ? named : named.slice(0, colon);
  const firstSlash = name.indexOf('/');
  const head = firstSlash < 0 ? '' : name.slice(0, firstSlash);
  const registry = firstSlash >= 0 && namesRegistry(head) ? head : undefined;
  if (registry !== undefined && !REGISTRY.test(registry)) return undefined;

  const repository = registry === undefined ? name : name.slice(firstSlash + 1);
  if (!repository.split('/').every((part) => PATH_COMPONENT.test(part))) return undefined;
  if (IDENTIFIER.test(named) || name.length > MAX_NAME_LENGTH) return undefined;

  const normalised = registry === undefined || registry === 'index.docker.io' ? DEFAULT_REGISTRY : registry;
  const onHub = normalised === DEFAULT_REGISTRY;
  const path = onHub && !repository.includes('/') ? OFFICIAL_PREFIX + repository : repository;
  const shortPath =
    path.startsWith(OFFICIAL_PREFIX) && !path.slice(OFFICIAL_PREFIX.length).includes('/')
      ? path.slice(OFFICIAL_PREFIX.length)
      : path;
  return {
    text,
    registry,
    repository,
    familiarName: onHub ? shortPath : `${normalised}/${path}`,
    canonicalName: `${normalised}/${path}`,
    tag,
    digest,
    spans: {
      name: { start: 0, end: name.length },
      tag: tag === undefined ? undefined : { start: colon + 1, end: named.length },
      digest: digest === undefined ? undefined : { start: at + 1, end: text.length },
    },
  };
}
