import type { Document, Node } from 'yaml';
import { isCollection, isMap, isPair, isScalar, parseAllDocuments, visit } from 'yaml';

/** Changes a parsed document in place. */
type Shaper = (document: Document.Parsed) => void;

/** A YAML text in another shape that means the same; undefined where it does not parse. */
function reshaped(text: string, shape: Shaper): string | undefined {
  const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
  try {
    for (const document of documents) shape(document);
    return documents.map((document) => document.toString({ lineWidth: 0 })).join('---\n');
  } catch {
    // What can't be written in a shape (a comment in a key, an alias before its anchor) is not tried in it.
    return undefined;
  }
}

/** `[a, b]` and `{k: v}` where nothing but scalars stand in a collection, or everywhere below the second level. */
function flow(everywhere: boolean): Shaper {
  return (document) =>
    visit(document, {
      Collection(_, node, path) {
        const isLeaf = node.items.every((item) => !isCollection(isPair(item) ? item.value : item));
        const depth = path.filter(isCollection).length;
        if (node.items.length === 0 || !(everywhere ? depth >= 2 : isLeaf)) return;
        node.flow = true;
        visit(node, {
          Node: (__, inner) => {
            inner.comment = null;
            inner.commentBefore = null;
            inner.spaceBefore = false;
          },
        });
      },
    });
}

/** The second of two equal values is an alias of the first. */
const aliases: Shaper = (document) => {
  const first = new Map<string, Node>();
  visit(document, {
    Pair(_, pair) {
      const { value } = pair;
      if ((!isCollection(value) && !isScalar(value)) || (isScalar(value) && String(value.value).length < 6)) return undefined;
      const key = JSON.stringify(value.toJSON());
      const known = first.get(key);
      if (!known) first.set(key, value);
      else pair.value = document.createAlias(known as Parameters<Document['createAlias']>[0], `same${first.size}`);
      return known ? visit.SKIP : undefined;
    },
  });
};

/** The body of each service stands at an anchor at the top and is merged in. */
const merges: Shaper = (document) => {
  const { contents } = document;
  const services: unknown = document.get('services');
  if (!isMap(contents) || !isMap(services)) return;
  for (const [i, pair] of services.items.entries()) {
    const body = pair.value;
    if (!isMap(body) || body.anchor || body.has('<<')) continue;
    const merged = document.createNode({});
    merged.items.push(document.createPair('<<', null));
    const [only] = merged.items;
    if (isPair(only)) (only as { value: unknown }).value = document.createAlias(body, `base${i}`);
    (pair as { value: unknown }).value = merged;
    contents.items.unshift(document.createPair(`x-base${i}`, null) as (typeof contents.items)[number]);
    const [top] = contents.items;
    if (isPair(top)) (top as { value: unknown }).value = body;
  }
};

/** Ways to write a YAML text so that each fix has to find another way to make its change. */
export const SHAPES: Readonly<Record<string, (text: string) => string | undefined>> = {
  'flow style at the leaves': (text) => reshaped(text, flow(false)),
  'flow style': (text) => reshaped(text, flow(true)),
  aliases: (text) => reshaped(text, aliases),
  'merge keys': (text) => reshaped(text, merges),
};
