import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import {
  appendItem,
  insertAbove,
  isRefused,
  removeItem,
  removePair,
  renameKey,
  replaceItem,
  setKey,
  setScalar,
  type YamlData,
  type YamlEdit,
} from '../../../server/src/yaml/edit.ts';
import type { YamlDocument, YamlNode } from '../../../server/src/yaml/node.ts';
import { parseYamlSlice } from '../../../server/src/yaml/parse.ts';
import { asPlain, changed, nodesOf, type Plain, plain, yamlText } from './support.ts';

interface Outcome {
  readonly edit: YamlEdit;
  readonly expected: Plain | undefined;
  /** Comments may only go with what is removed. */
  readonly keepsComments: boolean;
}

const DATA: readonly YamlData[] = [
  true,
  8080,
  'yes',
  '8080:80',
  'a: b',
  '#x',
  'it\'s "q"',
  '${X:-a}',
  ['ALL'],
  { drop: ['ALL'], n: { m: 1 } },
  [],
  {},
  [{ a: 'b', c: ['d'] }],
];
let refusals = 0;
let edits = 0;

/** Runs an operation on any node of any text; gives nothing when it does not apply to that node. */
function law(
  name: string,
  run: (document: YamlDocument, node: YamlNode, pick: number, data: Plain) => Outcome | undefined,
): void {
  test(name, () => {
    refusals = 0;
    edits = 0;
    fc.assert(
      fc.property(yamlText, fc.nat(1000), fc.nat(1000), (text, which, pick) => {
        const document = parseYamlSlice(text);
        expect(document.problems).toEqual([]);
        const nodes = nodesOf(document.root);
        const node = nodes[which % nodes.length];
        if (!node) return;
        const data = plain(document.root);
        const outcome = run(document, node, pick, data);
        if (!outcome) return;
        if (isRefused(outcome.edit)) {
          refusals++;
          expect(outcome.edit.refused).toMatch(/\.$/);
          return;
        }
        edits++;
        const result = applyEdits(text, outcome.edit);
        const again = parseYamlSlice(result);
        expect(again.problems, result).toEqual([]);
        expect(plain(again.root), result).toEqual(outcome.expected);
        if (text.includes('\r\n')) expect(result.replaceAll('\r\n', '')).not.toContain('\n');
        expect(result).not.toContain('\t');
        expect(/\n$/.test(result) || result === '', result).toBe(/\n$/.test(text) || result === '');
        const comments = document.comments.map((c) => c.text);
        const left = again.comments.map((c) => c.text);
        if (outcome.keepsComments) expect(left).toEqual(comments);
        else expect(comments).toEqual(expect.arrayContaining(left));
      }),
      { numRuns: 1500 },
    );
    expect(edits).toBeGreaterThan(100);
    expect(refusals).toBeLessThan(edits / 5);
  });
}

const pickFrom = <T>(list: readonly T[], pick: number): T => list[pick % list.length] as T;
const isScalarData = (data: YamlData): data is string | number | boolean => typeof data !== 'object';

law('setScalar changes one value', (document, node, pick, data) => {
  const value = pickFrom(DATA.filter(isScalarData), pick);
  if (node.kind !== 'scalar') return undefined;
  return {
    edit: setScalar(document, node, value),
    expected: changed(data, node.route, () => String(value)),
    keepsComments: true,
  };
});

law('setKey adds one key', (document, node, pick, data) => {
  if (node.kind === 'seq' || (node.kind === 'scalar' && !node.isNull)) return undefined;
  const value = pickFrom(DATA, pick);
  const options = { first: pick % 5 === 0, flowLists: pick % 2 === 0, ...(pick % 3 === 0 ? { after: 'a' } : {}) };
  const edit = setKey(document, node, 'new', value, options);
  const add = (old: Plain): Plain => ({ ...(old as { [key: string]: Plain } | null), new: asPlain(value) });
  return { edit, expected: changed(data, node.route, add), keepsComments: true };
});

law('appendItem adds one item', (document, node, pick, data) => {
  if (node.kind === 'map' || (node.kind === 'scalar' && !node.isNull)) return undefined;
  const value = pickFrom(DATA, pick);
  const add = (old: Plain): Plain => [...((old as Plain[] | null) ?? []), asPlain(value)];
  return { edit: appendItem(document, node, value), expected: changed(data, node.route, add), keepsComments: true };
});

law('removePair removes one key', (document, node, pick, data) => {
  if (node.kind !== 'map' || node.pairs.length === 0) return undefined;
  const { key } = pickFrom(node.pairs, pick);
  return {
    edit: removePair(document, node, key),
    expected: changed(data, [...node.route, key], () => undefined),
    keepsComments: false,
  };
});

law('removeItem removes one item', (document, node, pick, data) => {
  if (node.kind !== 'seq' || node.items.length === 0) return undefined;
  const index = pick % node.items.length;
  return {
    edit: removeItem(document, node, index),
    expected: changed(data, [...node.route, index], () => undefined),
    keepsComments: false,
  };
});

law('replaceItem changes one item', (document, node, pick, data) => {
  if (node.kind !== 'seq' || node.items.length === 0) return undefined;
  const index = pick % node.items.length;
  const value = pickFrom(DATA, pick >> 3);
  return {
    edit: replaceItem(document, node, index, value),
    expected: changed(data, [...node.route, index], () => asPlain(value)),
    keepsComments: true,
  };
});

law('renameKey changes one key', (document, node, pick, data) => {
  if (node.kind !== 'map' || node.pairs.length === 0) return undefined;
  const { key } = pickFrom(node.pairs, pick);
  const rename = (old: Plain): Plain =>
    Object.fromEntries(Object.entries(old as { [key: string]: Plain }).map(([k, v]) => [k === key ? 'new: name' : k, v]));
  return { edit: renameKey(document, node, key, 'new: name'), expected: changed(data, node.route, rename), keepsComments: true };
});

test('insertAbove adds one comment and nothing else', () => {
  fc.assert(
    fc.property(yamlText, fc.nat(1000), (text, which) => {
      const document = parseYamlSlice(text);
      const nodes = nodesOf(document.root);
      const node = nodes[which % nodes.length];
      if (!node) return;
      const edit = insertAbove(document, node, '# here');
      if (isRefused(edit)) throw new Error(edit.refused);
      const result = applyEdits(text, edit);
      const again = parseYamlSlice(result);
      expect(again.problems).toEqual([]);
      expect(plain(again.root)).toEqual(plain(document.root));
      const added = again.comments.filter((c) => c.text === ' here');
      expect(added.map((c) => c.ownLine)).toEqual([true]);
      expect(again.comments.length).toBe(document.comments.length + 1);
    }),
    { numRuns: 1000 },
  );
});
