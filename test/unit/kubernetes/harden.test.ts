import { describe, expect, test } from 'vitest';
import { isMap, isSeq, type Node, type Pair, parseAllDocuments, type Scalar } from 'yaml';
import { hardenPods, podSecurityOf } from '../../../server/src/analysis/index.ts';
import { engine, settingsOf } from '../../support/engine.ts';
import { readPages } from '../../support/pages.ts';

const settings = settingsOf();
const examples = readPages()
  .filter(({ id }) => id.startsWith('kubernetes/') || id.startsWith('project/'))
  .flatMap(({ id, examples }) => examples.map(({ name, text, line }) => ({ id, line, uri: `file:///case/${name}`, text })))
  .filter((file) => podSecurityOf(file, settings).some(({ toRestricted }) => toRestricted > 0));

/** Keys of every mapping by its path, in their order. */
function keysOf(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const walk = (node: unknown, path: string) => {
    if (isMap(node)) {
      const pairs = node.items as Pair<Scalar, Node>[];
      found.set(
        path,
        pairs.map(({ key }) => String(key.value)),
      );
      for (const { key, value } of pairs) walk(value, `${path}/${String(key.value)}`);
    } else if (isSeq(node)) for (const [i, item] of node.items.entries()) walk(item, `${path}/${i}`);
  };
  for (const [i, { contents }] of [...parseAllDocuments(text, { uniqueKeys: false })].entries()) walk(contents, `${i}`);
  return found;
}

const commentsOf = (text: string) => text.split('\n').flatMap((line) => /(?:^|\s)#.*$/.exec(line)?.[0].trim() ?? []);
const errorsIn = (text: string) => parseAllDocuments(text, { uniqueKeys: false }).flatMap(({ errors }) => errors).length;

describe('hardening to restricted', () => {
  test('has examples of many kinds', () => {
    expect(examples.length).toBeGreaterThan(200);
  });

  test.each(examples)('$id, line $line', ({ uri, text }) => {
    let current = text;
    podSecurityOf({ uri, text }, settings).forEach(({ toRestricted }, i) => {
      if (toRestricted === 0) return;
      const before = podSecurityOf({ uri, text: current }, settings)[i]!;
      const done = hardenPods(engine, { uri, text: current }, settings, before.span);
      if ('refused' in done) {
        expect(done.refused).toMatch(/\w.*\(\w.*\)$/s);
        return;
      }
      // What data a program needs is not for us to say: volumes are all that is left to do by hand.
      for (const left of done.remaining) expect(left).toMatch(/^volume `[^`]+` must not be of the type `\w+`$/);
      const after = podSecurityOf({ uri, text: done.text }, settings)[i]!;
      expect(after.level === 'restricted').toBe(done.remaining.length === 0);
      expect(after.toRestricted).toBe(done.toRestricted);
      expect(after.toRestricted).toBeLessThan(before.toRestricted);
      expect(errorsIn(done.text)).toBeLessThanOrEqual(errorsIn(current));
      expect(hardenPods(engine, { uri, text: done.text }, settings, after.span)).toHaveProperty('refused');
      current = done.text;
    });
    expect(commentsOf(current)).toEqual(commentsOf(text));
    const keys = keysOf(current);
    for (const [path, old] of keysOf(text)) {
      const now = keys.get(path)?.filter((key) => old.includes(key)) ?? [];
      expect(now).toEqual(old.filter((key) => now.includes(key)));
    }
  });
});
