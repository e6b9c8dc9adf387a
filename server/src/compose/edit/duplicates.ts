import type { FixOffer } from '../../core/finding.ts';
import type { YamlPair } from '../../yaml/node.ts';
import type { FixText } from '../edit.ts';
import { offer, refusalOf } from '../edit.ts';
import type { EffectiveService } from '../model/service.ts';
import type { Step } from './sequence.ts';
import { add, inSequence } from './sequence.ts';

/** Items that only take something away from the container, by key: they may be added where another reader would drop them. */
const HARDENS: Readonly<Record<string, RegExp>> = {
  cap_drop: /^(?:ALL|(?:CAP_)?[A-Z_]+)$/i,
  security_opt: /^(?:no-new-privileges(?:[=:]true)?|(?:seccomp|apparmor)[=:](?!unconfined$)[\w./-]+)$/,
};

/** Texts of a list of single values; undefined for anything else. */
function texts({ value }: YamlPair): readonly string[] | undefined {
  if (value.kind !== 'seq' || value.via) return undefined;
  const found = value.items.flatMap((item) =>
    item.kind === 'scalar' && !item.via && item.template === undefined ? [item.text] : [],
  );
  return found.length === value.items.length ? found : undefined;
}

/**
 * A key that is written twice → once: the earlier one goes, and what only its list has is added to the later, which counts for readers
 * that allow both (YAML 1.2.2, 3.2.1.3). Refused where the earlier one does not stand on lines of its own.
 */
export function mergeDuplicate({ document, node, name }: EffectiveService, earlier: YamlPair, text: FixText): FixOffer {
  const { key } = earlier;
  const later = node.get(key);
  const source = document.text;
  const start = source.lastIndexOf('\n', earlier.keyNode.span.start) + 1;
  const next = source.indexOf('\n', earlier.value.span.end);
  const isWhole =
    source.slice(start, earlier.keyNode.span.start).trim() === '' &&
    next >= 0 &&
    /^[ \t\r]*(?:#.*)?$/.test(source.slice(earlier.value.span.end, next));
  const refused =
    refusalOf(earlier.via ?? later?.via ?? node.via, `\`${key}\``) ??
    (isWhole && later && later.value.anchor === undefined && earlier.value.anchor === undefined
      ? undefined
      : 'it does not stand on lines of its own');
  if (refused !== undefined || !later) return { title: text.title, refused: refused ?? '' };
  const lost = texts(earlier);
  const kept = texts(later);
  const isScalar = earlier.value.kind === 'scalar' && later.value.kind === 'scalar';
  if (!isScalar && (!lost || !kept)) return { title: text.title, refused: 'the two are not lists of single values' };
  const remove: Step = () => [{ span: { start, end: next + 1 }, text: '' }];
  const missing = (lost ?? []).filter((item) => !kept?.includes(item));
  const unclear = missing.find((item) => !HARDENS[key]?.test(item));
  if (unclear !== undefined)
    return { title: text.title, refused: `\`${unclear}\` is not known to protect: see whether it is to stay` };
  const route = ['services', name, key];
  return offer(text, inSequence(document, [remove, ...missing.map((item) => add(route, item))], [...node.route, key]));
}
