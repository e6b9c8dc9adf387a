import type { Span } from '../../core/span.ts';
import type { YamlMap, YamlPair, YamlScalar } from '../../yaml/node.ts';
import type { Directive } from './directive.ts';
import { listWords } from './directive.ts';

/** What goes with an object wherever its YAML is written anew, where a comment would be lost. */
export const OWN_ANNOTATION = 'seaworthy.dev/ignore';

/**
 * `seaworthy.dev/ignore: "<rule>[, <rule>…] [-- reason]"` among an object's annotations, for that object. One that an alias or a merge
 * key brings in does not count: it would hold for objects that do not name it.
 * @param annotations the pair `annotations` of the object's `metadata`
 * @param object where the object stands
 * @param text of the document, to which all spans are relative
 */
export function ownAnnotation(annotations: YamlPair, object: Span, text: string): Directive[] {
  if (annotations.via || annotations.value.via || annotations.value.kind !== 'map') return [];
  const pair = annotations.value.get(OWN_ANNOTATION);
  if (!pair || pair.via || pair.value.via || pair.value.kind !== 'scalar' || pair.value.template !== undefined) return [];
  const words = wordsOf(pair.value, text);
  const said = words ? text.slice(words.start, words.end) : pair.value.text;
  const dash = /(?:^|\s)--(?:\s|$)/.exec(said);
  const reason = dash ? said.slice(dash.index + dash[0].length).trim() : '';
  const targets = listWords(dash ? said.slice(0, dash.index) : said, words?.start ?? 0).map(({ word, span }) => ({
    id: word,
    span: words ? span : pair.span,
  }));
  return [
    {
      source: 'seaworthy',
      span: pair.span,
      scope: object,
      targets: targets.length > 0 ? targets : [{ id: '*', span: pair.span }],
      ...(reason && { reason }),
      annotation: { removal: removalOf(pair, annotations, annotations.value, text), ...(words && { words }) },
    },
  ];
}

/** Where the text of a value stands, when it is written on one line as it is. */
function wordsOf({ span, style, text: value }: YamlScalar, text: string): Span | undefined {
  const quotes = style === 'double' || style === 'single' ? 1 : 0;
  const words = { start: span.start + quotes, end: span.end - quotes };
  return text.slice(words.start, words.end) === value ? words : undefined;
}

function removalOf(pair: YamlPair, annotations: YamlPair, map: YamlMap, text: string): Span {
  const index = map.pairs.indexOf(pair);
  if (!map.flow) return wholeLines(map.pairs.length === 1 ? annotations.span : pair.span, text) ?? pair.span;
  const [before, after] = [map.pairs[index - 1], map.pairs[index + 1]];
  if (after) return { start: pair.span.start, end: after.span.start };
  return { start: before?.span.end ?? pair.span.start, end: pair.span.end };
}

/** The lines of a span, when nothing else stands on them. */
function wholeLines({ start, end }: Span, text: string): Span | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end));
  return to && text.slice(from, start).trim() === '' ? { start: from, end: end + to[0].length } : undefined;
}
