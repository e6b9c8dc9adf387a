import type { ImageReference } from '../core/image-reference.ts';
import { nameOfProduct, newestSupported, type ReleaseCycle } from './end-of-life.ts';
import { endOfLife, type ImageRelease, productOf, releasesOf, wordsOfTag } from './end-of-life-images.ts';

/**
 * Official images whose tags are `<cycle>[-variant]`, so that the tag of another release can be said without asking a registry.
 * (The images' lists of supported tags, read 2026-11-21; the others publish full versions only, or have been given up.)
 */
const REGULAR: ReadonlySet<string> = new Set(
  `
  debian ubuntu alpine fedora almalinux oraclelinux amazonlinux opensuse/leap node python ruby php golang rust perl elixir erlang
  eclipse-temurin amazoncorretto dotnet gradle maven composer julia nginx httpd haproxy tomcat postgres mysql mariadb mongo redis
  memcached cassandra couchdb rabbitmq wordpress drupal joomla nextcloud redmine solr traefik
`
    .trim()
    .split(/\s+/),
);

/** The tag of a supported release with the same variant, or in one sentence why none can be said. */
export type NewerTag = { readonly tag: string } | { readonly refused: string };

function isOfficial(ref: ImageReference, product: string): boolean {
  return ref.familiarName === product || (product === 'dotnet' && ref.canonicalName.startsWith('mcr.microsoft.com/dotnet/'));
}

/** A release as its tags write it. */
function written(release: ReleaseCycle, old: string): string {
  const [, prefix = ''] = /^([a-z]*)[\d.]*$/.exec(old) ?? [];
  if (release.codename !== undefined && !/\d/.test(old)) return release.codename;
  if (prefix === old) return release.cycle;
  return release.product === 'dotnet' ? `${release.cycle}.0` : `${prefix}${release.cycle}`;
}

function noneKnown(product: string): string {
  return `no supported release of ${nameOfProduct(product)} is known`;
}

/**
 * The tag to go to from one of an outdated release: the newest supported release of the product and of what it is built on, the rest
 * of the tag as it was. `python:3.8-slim-buster` to `3.14-slim-trixie`.
 */
export function newerTag(ref: ImageReference, today: string): NewerTag {
  const product = productOf(ref);
  const { tag, spans } = ref;
  if (tag === undefined || !spans.tag) return { refused: 'the release is part of the name of the image' };
  if (product !== undefined && !newestSupported(product, today)) return { refused: noneKnown(product) };
  if (product === undefined || !REGULAR.has(product) || !isOfficial(ref, product))
    return { refused: `only the publisher of \`${ref.familiarName}\` knows which tags there are` };
  const releases = releasesOf(ref);
  const isOutdated = new Set(endOfLife(ref, today).map(({ span }) => span.start));
  const own = releases.find(({ part }) => part === 'product');
  if (!own) return { refused: `the tag does not say which release of \`${ref.familiarName}\` it is` };
  const moves = isOutdated.has(own.span.start);
  let result = '';
  let at = spans.tag.start;
  for (const found of releases) {
    const next = replacement(found, moves || isOutdated.has(found.span.start), today);
    if (next === undefined) return { refused: noneKnown(found.release.product) };
    const old = ref.text.slice(found.span.start, found.span.end);
    result += ref.text.slice(at, found.span.start) + written(next, old);
    at = found.span.end;
  }
  const others = wordsOfTag(ref).filter(
    ({ span }) => !releases.some((r) => r.span.start <= span.start && r.span.end >= span.end),
  );
  const other = others.find(({ text }) => /\d/.test(text));
  if (other && moves) return { refused: `\`${other.text}\` in the tag is a version of its own` };
  return { tag: result + ref.text.slice(at, spans.tag.end) };
}

function replacement(found: ImageRelease, moves: boolean, today: string): ReleaseCycle | undefined {
  return moves ? newestSupported(found.release.product, today) : found.release;
}
