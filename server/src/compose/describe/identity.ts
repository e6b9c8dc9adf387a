import { code, firstOf } from '../../core/description.ts';
import { parseImageReference } from '../../core/image-reference.ts';
import { type Value, valueOf } from '../../core/value.ts';
import { distributionInWords, supportInWords } from '../../knowledge/image-summary.ts';
import type { Build } from '../model/image-build.ts';
import type { EffectiveService } from '../model/service.ts';
import { parseUser } from '../model/user.ts';

/** The image that a service runs, variables filled in, and what is known of it. */
export function imageLine(service: EffectiveService, today: string): string | undefined {
  const { build, image } = service;
  if (build) {
    const file =
      build.dockerfileInline.kind === 'absent' ? ` (${shown(build.dockerfile, 'Dockerfile')})` : ', by a Dockerfile written here';
    const target = build.target.kind === 'known' ? `, stage ${code(build.target.value)}` : '';
    return `Image: built from ${shown(build.context, '.')}${file}${target}.`;
  }
  if (image.kind === 'absent') return undefined;
  if (image.kind !== 'known') return `Image: ${shown(image, '')}, which only the environment knows.`;
  const { via } = image.at;
  const filled = via && (via.kind === 'interpolation' || via.kind === 'default');
  const how = filled ? `, with ${code(`\${${via.name}}`)} ${via.kind === 'default' ? 'at its default' : 'from `.env`'}` : '';
  const reference = parseImageReference(image.value);
  if (!reference) return `Image: ${code(image.value)}${how}.`;
  const made = distributionInWords(reference);
  return `Image: ${[code(image.value) + how + (made === undefined ? '' : `: ${made}`), ...supportInWords(reference, today)].join('; ')}.`;
}

/** Who the containers of an image run as that a service builds, and by what; undefined when its Dockerfile is not at hand. */
export type UserOfBuild = (
  build: Build,
) => { readonly name: string; readonly from: string; readonly isRoot: boolean | undefined } | undefined;

/** The user that the service's containers run as: its own `user`, else its Dockerfile's, else what is known of the image. */
export function userLine(service: EffectiveService, userOfBuild: UserOfBuild): string {
  const { user, build } = service;
  if (user.kind === 'known' && user.value.trim() !== '') {
    const root = parseUser(user.value).isRoot;
    return `User: ${root ? `**root** (${code(user.value)})` : code(user.value)}, by \`user\`.`;
  }
  if (user.kind === 'dynamic')
    return `User: ${user.text === '' ? 'what another file may set' : `${code(user.text)}, which only the environment knows`}.`;
  if (!build) return userOfImage(service);
  const built = userOfBuild(build);
  if (built) return `User: ${built.isRoot ? `**${built.name}**` : built.name}, by its Dockerfile: ${built.from}.`;
  return `User: the one that ${shown(build.dockerfile, 'Dockerfile')} sets.`;
}

function userOfImage({ imageFacts: facts }: EffectiveService): string {
  if (!facts || facts.defaultUserIsRoot === null) return 'User: the one that the image sets, which is not known.';
  if (!facts.defaultUserIsRoot) return `User: ${code(facts.defaultUser ?? 'not root')}, by the image.`;
  return facts.entrypointDropsTo === null
    ? 'User: **root**, by the image.'
    : `User: root, by the image; its entrypoint changes to ${code(facts.entrypointDropsTo)}.`;
}

/** Whether containers certainly run as somebody else than root. */
export function isNonRoot(service: EffectiveService): boolean {
  const user = valueOf(service.user);
  if (user !== undefined && user.trim() !== '') return !parseUser(user).isRoot;
  return service.user.kind === 'absent' && service.imageFacts?.defaultUserIsRoot === false;
}

/** What is not written at the service itself, and where it comes from. */
export function inheritedLine(service: EffectiveService): string | undefined {
  const { extends: base, node, open } = service;
  const parts: string[] = [];
  if (base) {
    const file = base.file.kind === 'absent' ? '' : ` of ${shown(base.file, '')}, which is not read here`;
    parts.push(`\`extends\` ${shown(base.service, '')}${file}`);
  }
  const ways = new Map<string, string[]>();
  for (const { key, via, value } of node.pairs) {
    const way = via ?? value.via;
    if (way) ways.set(way.name, [...(ways.get(way.name) ?? []), code(key)]);
  }
  for (const [anchor, keys] of ways) parts.push(`${firstOf(keys, 3)} from anchor ${code(`&${anchor}`)}`);
  if (parts.length > 0) return `Inherits: ${parts.join('; ')}.`;
  return open ? 'A part of a service: another file may add to it.' : undefined;
}

function shown(value: Value<string>, otherwise: string): string {
  if (value.kind === 'known') return code(value.value);
  return code(value.kind === 'dynamic' && value.text !== '' ? value.text : otherwise);
}
