import { code, firstOf } from '../../core/description.ts';
import { parseImageReference } from '../../core/image-reference.ts';
import { type Value, valueOf } from '../../core/value.ts';
import { distributionInWords, supportInWords } from '../../knowledge/image-summary.ts';
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

/** The user that the service's containers run as: its own `user`, else its Dockerfile's, else what is known of the image. */
export function userLine(service: EffectiveService): string {
  const { user, build } = service;
  if (user.kind === 'known' && user.value.trim() !== '') {
    const root = parseUser(user.value).isRoot;
    const file = user.at.uri === undefined ? '' : ` of ${code(user.at.uri)}`;
    return `User: ${root ? `**root** (${code(user.value)})` : code(user.value)}, by \`user\`${file}.`;
  }
  if (user.kind === 'dynamic')
    return `User: ${user.text === '' ? 'what another file may set' : `${code(user.text)}, which only the environment knows`}.`;
  if (!build) return userOfImage(service);
  const built = service.builtImage?.user;
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
  const isRoot = service.build ? service.builtImage?.user.isRoot : service.imageFacts?.defaultUserIsRoot;
  return service.user.kind === 'absent' && isRoot === false;
}

/** The keys that other files give the service. */
function fromFiles({ root }: EffectiveService): readonly string[] {
  const files = new Map<string, Set<string>>();
  for (const { node, scope } of root.written) {
    if (node.kind !== 'map' || scope?.file === undefined) continue;
    const keys = files.get(scope.file) ?? new Set();
    files.set(scope.file, keys);
    for (const { key } of node.pairs) if (key !== 'extends') keys.add(code(key));
  }
  return [...files].filter(([, keys]) => keys.size > 0).map(([file, keys]) => `${firstOf([...keys], 3)} from ${code(file)}`);
}

/** What is not written at the service itself, and where it comes from. */
export function inheritedLine(service: EffectiveService): string | undefined {
  const { extends: base, node, open } = service;
  const parts: string[] = [];
  if (base) {
    const isRead = service.root.written.some(({ via }) => via?.kind === 'extends' && via.file !== undefined);
    const file = base.file.kind === 'absent' ? '' : ` of ${shown(base.file, '')}${isRead ? '' : ', which is not known'}`;
    parts.push(`\`extends\` ${shown(base.service, '')}${file}`);
  }
  parts.push(...fromFiles(service));
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
