import type { YamlMap, YamlNode } from '../../yaml/node.ts';
import { addServiceItems } from '../edit.ts';
import { composeRule } from '../rule.ts';

/** Lists of a service that protect, and the items of them that take protection away instead. */
const LISTS: readonly (readonly [key: string, weakens: RegExp])[] = [
  ['cap_drop', /^(?!)/],
  ['security_opt', /unconfined|[:=]false$|[:=]disable$|^writable-cgroups/],
];

function textsOf(node: YamlNode | undefined): readonly string[] {
  return node?.kind === 'seq' ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) : [];
}

/** The mappings that a map takes in with `<<`, the first of which wins. */
function mergedInto(map: YamlMap): readonly YamlMap[] {
  const parts = map.merges.flatMap(({ value }): readonly YamlNode[] => (value.kind === 'seq' ? value.items : [value]));
  return parts.filter((part): part is YamlMap => part.kind === 'map');
}

export default composeRule({
  id: 'compose/merge-key-list-shadowing',
  title: 'Protection lost in a merge',
  severity: 'medium',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Compose: fragments', url: 'https://docs.docker.com/reference/compose-file/fragments/' },
    { title: 'YAML merge key', url: 'https://yaml.org/type/merge.html' },
  ],
  messages: {
    lost: '`{key}` of service `{service}` replaces the list of the anchor `{anchor}`: {items} is lost.',
  },
  visit: {
    service(context, service) {
      for (const [key, weakens] of LISTS) {
        const own = service.node.get(key);
        const base = mergedInto(service.node).find((map) => map.get(key));
        if (!own || own.via || own.value.via || own.value.tag !== undefined || own.value.kind !== 'seq' || !base) continue;
        const kept = textsOf(own.value);
        const lost = textsOf(base.get(key)?.value).filter((item) => !kept.includes(item) && !weakens.test(item));
        // What is said anew, be it otherwise, is a choice.
        const missing = lost.filter((item) => !kept.some((other) => other.split(/[:=]/)[0] === item.split(/[:=]/)[0]));
        if (missing.length === 0 || (key === 'cap_drop' && kept.some((item) => /^all$/i.test(item)))) continue;
        context.report({
          at: { span: own.keyNode.span, route: own.value.route, key: own.keyNode.span },
          message: 'lost',
          data: {
            service: service.name,
            key,
            anchor: base.via?.name ?? base.anchor ?? '<<',
            items: missing.map((item) => `\`${item}\``).join(', '),
          },
          fixes: () => [
            addServiceItems(
              service,
              { [key]: missing },
              {
                title: `Add ${missing.map((item) => `\`${item}\``).join(', ')}`,
                safety: 'hardening',
                caution: 'The protection takes effect now: a program that needs what it takes away fails.',
              },
            ),
          ],
        });
      }
    },
  },
});
