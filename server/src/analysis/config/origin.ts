import picomatch from 'picomatch/posix';
import type { AnyRule } from '../../core/rule.ts';
import type { Span } from '../../core/span.ts';
import type { YamlDocument, YamlNode, YamlPair } from '../../yaml/node.ts';
import { parseYamlSlice } from '../../yaml/parse.ts';
import { matchesRule } from './read.ts';

/** Where a config switches a rule off, and why: the comment behind the entry, or the one right above it. */
export interface ConfigOrigin {
  readonly span: Span;
  readonly reason?: string;
}

/** The last entry of a config's text that switches a rule off for a path (relative to the config); undefined when none does. */
export function configOrigin(text: string, path: string, rule: AnyRule): ConfigOrigin | undefined {
  const document = parseYamlSlice(text, { templates: false });
  const { root } = document;
  if (root?.kind !== 'map') return undefined;
  const overrides = root.get('overrides')?.value;
  const items = overrides?.kind === 'seq' ? overrides.items.filter((item) => appliesTo(item, path)) : [];
  for (const holder of [root, ...items].reverse()) {
    const rules = holder.kind === 'map' ? holder.get('rules')?.value : undefined;
    const entry =
      rules?.kind === 'map' ? rules.pairs.findLast((pair) => matchesRule(pair.key, rule) && isOff(pair.value)) : undefined;
    if (!entry) continue;
    const reason = commentAt(document, entry);
    return { span: entry.keyNode.span, ...(reason !== undefined && { reason }) };
  }
  return undefined;
}

function appliesTo(override: YamlNode, path: string): boolean {
  const files = override.kind === 'map' ? override.get('files')?.value : undefined;
  if (files?.kind !== 'seq') return false;
  const globs = files.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
  return globs.length > 0 && picomatch.isMatch(path, globs, { dot: true });
}

function isOff(value: YamlNode): boolean {
  const said = value.kind === 'map' ? value.get('severity')?.value : value;
  return said?.kind === 'scalar' && said.text === 'off';
}

function commentAt({ comments, text }: YamlDocument, { span }: YamlPair): string | undefined {
  const lineBreaks = (from: number, to: number) => text.slice(from, to).split('\n').length - 1;
  const behind = comments.find((c) => c.span.start >= span.start && lineBreaks(span.end, c.span.start) === 0);
  const above = comments.find((c) => c.ownLine && c.span.end <= span.start && lineBreaks(c.span.end, span.start) === 1);
  const reason = (behind ?? above)?.text.trim();
  return reason === '' ? undefined : reason;
}
