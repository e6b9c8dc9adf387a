import type { FixOffer } from '../../core/finding.ts';
import { contains } from '../../core/span.ts';
import type { At } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import { removePair, setKey } from '../../yaml/edit.ts';
import type { YamlNode } from '../../yaml/node.ts';
import type { FixText } from '../edit.ts';
import { change, offer, refusalOf, refusedChange, setServiceItem } from '../edit.ts';
import type { EffectiveService } from '../model/service.ts';
import type { ServiceVolume } from '../model/volumes.ts';
import { nodeBelow, pathTo } from './alternatives.ts';

/** The node of an entry of one of the service's own lists. */
function ownNode(service: EffectiveService, key: string, at: At): YamlNode | undefined {
  const list = service.node.get(key)?.value;
  return list?.kind === 'seq' ? list.items.find((item) => contains(item.span, at.span)) : undefined;
}

/** The text of a short syntax with other options; undefined when they, or the rest, come from a variable. */
function withOptions(raw: string, volume: ServiceVolume, options: readonly string[]): string | undefined {
  const written = volume.options.map((option) => valueOf(option) ?? '\0').join(',');
  if (volume.options.length > 0) {
    const rest = raw.slice(0, -written.length);
    if (!raw.endsWith(`:${written}`)) return undefined;
    return options.length > 0 ? rest + options.join(',') : rest.slice(0, -1);
  }
  const { start, end } = volume.target.at.span;
  const whole = start === volume.at.span.start && end === volume.at.span.end;
  return raw.includes('$') && (whole || /\$\{[^}]*$/.test(raw)) ? undefined : `${raw}:${options.join(',')}`;
}

function setOptions(service: EffectiveService, volume: ServiceVolume, options: readonly string[], text: FixText): FixOffer {
  const inherited = refusalOf(volume.at.via, 'the mount');
  const path = inherited === undefined ? undefined : pathTo(service, volume.at.span);
  const node = path ? nodeBelow(service, path) : ownNode(service, 'volumes', volume.at);
  const replaced = node?.kind === 'scalar' ? withOptions(node.text, volume, options) : undefined;
  if (replaced === undefined) return { title: text.title, refused: inherited ?? 'its options come from elsewhere' };
  if (inherited !== undefined) return offer(text, refusedChange(service, inherited, path, { kind: 'set', value: replaced }));
  return setServiceItem(service, volume.at, replaced, text);
}

/** Makes a mount read-only in its own syntax: `/etc:/x` → `/etc:/x:ro`, `:rw,z` → `:ro,z`; a mapping gets `read_only: true`. */
export function makeReadOnly(service: EffectiveService, volume: ServiceVolume, text: FixText): FixOffer {
  if (volume.syntax === 'short') {
    const options = volume.options.map((option) => valueOf(option) ?? '');
    const changed = options.includes('rw') ? options.map((o) => (o === 'rw' ? 'ro' : o)) : [...options, 'ro'];
    return setOptions(service, volume, changed, text);
  }
  const node = ownNode(service, 'volumes', volume.at);
  const pair = node?.kind === 'map' ? node.get('read_only') : undefined;
  const inherited = refusalOf(volume.at.via, 'the mount');
  const path = inherited === undefined ? undefined : pathTo(service, volume.at.span);
  if (inherited !== undefined && path)
    return offer(text, refusedChange(service, inherited, [...path, 'read_only'], { kind: 'set', value: true }));
  const refused = inherited ?? refusalOf(pair?.via ?? pair?.value.via, '`read_only`');
  if (node?.kind !== 'map' || refused !== undefined)
    return { title: text.title, refused: refused ?? 'the mount is not written in this service' };
  return offer(text, change(service.document, setKey(service.document, node, 'read_only', true), [...node.route, 'read_only']));
}

/** Takes an option out: `:ro,z` → `:ro`; in a mapping, `bind.<key>`. */
export function removeMountOption(
  service: EffectiveService,
  volume: ServiceVolume,
  option: string,
  key: 'selinux' | 'propagation',
  text: FixText,
): FixOffer {
  if (volume.syntax === 'short') {
    const options = volume.options.map((o) => valueOf(o) ?? '').filter((o) => o !== option);
    return setOptions(service, volume, options, text);
  }
  const node = ownNode(service, 'volumes', volume.at);
  const pair = node?.kind === 'map' ? node.get('bind') : undefined;
  const inner = pair?.value.kind === 'map' ? pair.value.get(key) : undefined;
  const refused =
    refusalOf(volume.at.via ?? pair?.via ?? pair?.value.via ?? inner?.via ?? inner?.value.via, `\`${key}\``) ??
    (pair?.value.kind === 'map' && inner ? undefined : `\`${key}\` is not written in this mount`);
  if (node?.kind !== 'map' || pair?.value.kind !== 'map' || refused !== undefined)
    return { title: text.title, refused: refused ?? 'the mount is not written in this service' };
  return offer(
    text,
    change(service.document, removePair(service.document, pair.value, key, { whenEmpty: 'parent' }), [...node.route, 'bind']),
  );
}
