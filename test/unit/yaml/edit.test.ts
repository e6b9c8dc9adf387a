import { expect, test } from 'vitest';
import {
  appendItem,
  detectIndent,
  insertAbove,
  removeItem,
  removePair,
  renameKey,
  replaceItem,
  setKey,
  setScalar,
  type YamlEdit,
} from '../../../server/src/yaml/edit.ts';
import type { YamlDocument, YamlMap } from '../../../server/src/yaml/node.ts';
import { parseYamlSlice } from '../../../server/src/yaml/parse.ts';
import { after, at, mapAt, scalarAt, seqAt } from './support.ts';

type Case = [name: string, before: string, operation: (d: YamlDocument) => YamlEdit, result: string | RegExp];
const node = (d: YamlDocument, route: string) => at(d, route) as never;

const CASES: Case[] = [
  ['a plain value', 'a: true # c\n', (d) => setScalar(d, scalarAt(d, 'a'), false), 'a: false # c\n'],
  ['a single-quoted value', "a: 'x'\n", (d) => setScalar(d, scalarAt(d, 'a'), "it's"), "a: 'it''s'\n"],
  ['quotes when needed', 'a: !t &x v\nb: *x\n', (d) => setScalar(d, scalarAt(d, 'a'), '80:80'), 'a: !t &x "80:80"\nb: *x\n'],
  ['a flow value', 'a: [b, c]\n', (d) => setScalar(d, scalarAt(d, 'a.0'), '${X:?m}'), 'a: ["${X:?m}", c]\n'],
  ['a block value', 'a: | # c\n  x\n  y\nb: 1\n', (d) => setScalar(d, scalarAt(d, 'a'), 'z'), 'a: z # c\nb: 1\n'],
  ['an aliased value', 'a: &x {k: v}\nb: *x\n', (d) => setScalar(d, scalarAt(d, 'b.k'), 'z'), /^refused: .*\*x/],
  ['a templated value', 'a: "{{ .x }}"\n', (d) => setScalar(d, scalarAt(d, 'a'), 'z'), /^refused: /],

  [
    'a key at the end',
    'w:\n  i: n # c\n\n# t\nz: 1\n',
    (d) => setKey(d, node(d, 'w'), 'r', true),
    'w:\n  i: n # c\n  r: true\n\n# t\nz: 1\n',
  ],
  [
    'a key before a template that writes the value above',
    'w:\n  i:\n    {{- toYaml .x | nindent 4 }}\n',
    (d) => setKey(d, node(d, 'w'), 'r', true),
    'refused: A template stands behind it.',
  ],
  [
    'a key before the end of a condition',
    'w:\n  {{- if .x }}\n  i: n\n  {{- end }}\n',
    (d) => setKey(d, node(d, 'w'), 'r', true),
    /^refused: /,
  ],
  ['a key without final newline', 'w:\n  i: n', (d) => setKey(d, node(d, 'w'), 'r', true), 'w:\n  i: n\n  r: true'],
  ['a key with CRLF', 'w:\r\n  i: n\r\n', (d) => setKey(d, node(d, 'w'), 'r', { x: 1 }), 'w:\r\n  i: n\r\n  r:\r\n    x: 1\r\n'],
  [
    'a key behind a kept block scalar',
    'w:\n  i: |+\n    x\n\nz: 1\n',
    (d) => setKey(d, node(d, 'w'), 'r', 1),
    'w:\n  i: |+\n    x\n\n  r: 1\nz: 1\n',
  ],
  [
    'nested data',
    'w:\n    i: n\n',
    (d) => setKey(d, node(d, 'w'), 's', { drop: ['ALL'], u: '0' }),
    'w:\n    i: n\n    s:\n        drop:\n            - ALL\n        u: "0"\n',
  ],
  [
    'nested data with flow lists',
    'w:\n  i: n\n',
    (d) => setKey(d, node(d, 'w'), 's', { drop: ['ALL'] }, { flowLists: true }),
    'w:\n  i: n\n  s:\n    drop: [ALL]\n',
  ],
  ['flush lists', 'p:\n- a\nw:\n  i: n\n', (d) => setKey(d, node(d, 'w'), 's', ['x']), 'p:\n- a\nw:\n  i: n\n  s:\n  - x\n'],
  [
    'a key behind another',
    '- n: a\n  z: 1\n',
    (d) => setKey(d, node(d, '0'), 's', 1, { after: 'n' }),
    '- n: a\n  s: 1\n  z: 1\n',
  ],
  [
    'a first key above the comments on the one that was',
    'o: # o\n  # about\n  # n\n  n: a\n',
    (d) => setKey(d, node(d, 'o'), 's', 1, { first: true }),
    'o: # o\n  s: 1\n  # about\n  # n\n  n: a\n',
  ],
  [
    'a first key below a comment that stands apart',
    'o:\n  # all of it\n\n  n: a\n',
    (d) => setKey(d, node(d, 'o'), 's', 1, { first: true }),
    'o:\n  # all of it\n\n  s: 1\n  n: a\n',
  ],
  [
    'a first key below the head of a document',
    '# licence\nn: a\n',
    (d) => setKey(d, d.root as YamlMap, 's', 1, { first: true }),
    '# licence\ns: 1\nn: a\n',
  ],
  ['a first key', '- n: a\n', (d) => setKey(d, node(d, '0'), 's', 1, { first: true }), '- s: 1\n  n: a\n'],
  ['a flow map', 'a: {b: 1} # c\n', (d) => setKey(d, node(d, 'a'), 'x', ['v']), 'a: {b: 1, x: [v]} # c\n'],
  ['a long flow map', 'a: {\n  b: 1 # c\n}\n', (d) => setKey(d, node(d, 'a'), 'x', 1), 'a: {\n  b: 1, # c\n  x: 1\n}\n'],
  ['JSON', '{\n  "a": 1\n}\n', (d) => setKey(d, node(d, ''), 'x', 'y'), '{\n  "a": 1,\n  "x": "y"\n}\n'],
  ['an empty map', 'a: {} # c\n', (d) => setKey(d, node(d, 'a'), 'x', 1), 'a: {x: 1} # c\n'],
  ['a key without value', 'a: # c\nb: 1\n', (d) => setKey(d, node(d, 'a'), 'x', 1), 'a: # c\n  x: 1\nb: 1\n'],
  ['a null', 'a: null # c\n', (d) => setKey(d, node(d, 'a'), 'x', 1), 'a: # c\n  x: 1\n'],
  ['an empty item', 'a:\n  -\n', (d) => setKey(d, node(d, 'a.0'), 'x', 1), 'a:\n  - x: 1\n'],
  [
    'only a merge',
    'b: &b {i: 1}\na:\n  <<: *b\n',
    (d) => setKey(d, node(d, 'a'), 'i', 2),
    'b: &b {i: 1}\na:\n  <<: *b\n  i: 2\n',
  ],
  ['an aliased map', 'b: &b {i: 1}\na: *b\n', (d) => setKey(d, node(d, 'a'), 'x', 2), /^refused: .*&b/],
  ['an existing value', 'a:\n  x: 1\n', (d) => setKey(d, node(d, 'a'), 'x', 2), 'a:\n  x: 2\n'],
  ['an existing collection', 'a:\n  x: [1]\n', (d) => setKey(d, node(d, 'a'), 'x', 2), /^refused: /],

  ['a pair', 'a:\n  # keep\n  b: 1 # go\n  c: 2\n', (d) => removePair(d, mapAt(d, 'a'), 'b'), 'a:\n  # keep\n  c: 2\n'],
  ['the last pair of a file', 'a: 1\nb: 2', (d) => removePair(d, mapAt(d, ''), 'b'), 'a: 1'],
  ['a pair behind a dash', '- n: a # x\n  # y\n  p: 1\n', (d) => removePair(d, mapAt(d, '0'), 'n'), '- # y\n  p: 1\n'],
  ['the only pair', 'a: # c\n  b: 1\nz: 1\n', (d) => removePair(d, mapAt(d, 'a'), 'b'), 'a: {} # c\nz: 1\n'],
  [
    'the only pair and its parent',
    'a:\n  b:\n    c: 1\nz: 1\n',
    (d) => removePair(d, mapAt(d, 'a.b'), 'c', { whenEmpty: 'parent' }),
    'z: 1\n',
  ],
  ['a flow pair', 'a: {b: 1, c: 2}\n', (d) => removePair(d, mapAt(d, 'a'), 'b'), 'a: {c: 2}\n'],
  ['the last flow pair', 'a: {b: 1, c: 2}\n', (d) => removePair(d, mapAt(d, 'a'), 'c'), 'a: {b: 1}\n'],
  ['an anchor in use', 'a:\n  b: &x 1\n  c: 2\nd: *x\n', (d) => removePair(d, mapAt(d, 'a'), 'b'), /^refused: .*&x/],
  ['a merged pair', 'b: &b {i: 1}\na:\n  <<: *b\n', (d) => removePair(d, mapAt(d, 'a'), 'i'), /^refused: .*merge/],
  [
    'a pair over a merged one',
    'b: &b {i: 1}\na:\n  <<: *b\n  i: 2\n',
    (d) => removePair(d, mapAt(d, 'a'), 'i'),
    /^refused: .*merge/,
  ],
  ['a template inside', 'a:\n  b:\n    {{ toYaml .x }}\n  c: 1\n', (d) => removePair(d, mapAt(d, 'a'), 'b'), /^refused: /],

  ['an item', 'a:\n- x # c\n# t\nb: 1\n', (d) => appendItem(d, node(d, 'a'), 'ALL'), 'a:\n- x # c\n- ALL\n# t\nb: 1\n'],
  ['an item in quotes', 'a:\n  - "x"\n', (d) => appendItem(d, node(d, 'a'), 'y'), 'a:\n  - "x"\n  - "y"\n'],
  [
    'a map item',
    'a:\n  - x: 1\n',
    (d) => appendItem(d, node(d, 'a'), { k: 2, z: [3] }),
    'a:\n  - x: 1\n  - k: 2\n    z:\n      - 3\n',
  ],
  ['a flow item', 'a: [x]\n', (d) => appendItem(d, node(d, 'a'), 'n:t'), 'a: [x, n:t]\n'],
  ['an empty list', 'a: [] # c\n', (d) => appendItem(d, node(d, 'a'), 'v'), 'a: [v] # c\n'],
  ['a list that is not there', 'w:\n  a:\n  b: 1\n', (d) => appendItem(d, node(d, 'w.a'), 'v'), 'w:\n  a:\n    - v\n  b: 1\n'],

  ['an item goes', 'a:\n  - x\n  # k\n  - y # c\n  - z\n', (d) => removeItem(d, seqAt(d, 'a'), 1), 'a:\n  - x\n  # k\n  - z\n'],
  ['an alias goes', 'o: &o x\na:\n  - *o\n  - y\n', (d) => removeItem(d, seqAt(d, 'a'), 0), 'o: &o x\na:\n  - y\n'],
  ['the last item goes', 'a:\n  - x\nb: 1\n', (d) => removeItem(d, seqAt(d, 'a'), 0), 'a: []\nb: 1\n'],
  [
    'the last item and its key go',
    'w:\n  i: 1\n  a:\n    - x\nb: 1\n',
    (d) => removeItem(d, seqAt(d, 'w.a'), 0, { whenEmpty: 'parent' }),
    'w:\n  i: 1\nb: 1\n',
  ],
  ['a long item goes', 'a:\n  - x: 1\n    y: 2\n  - z\n', (d) => removeItem(d, seqAt(d, 'a'), 0), 'a:\n  - z\n'],

  ['a key is renamed', 'a:\n  "b": 1 # c\n', (d) => renameKey(d, mapAt(d, 'a'), 'b', 'x'), 'a:\n  "x": 1 # c\n'],
  ['a name that is there', 'a: 1\nb: 2\n', (d) => renameKey(d, mapAt(d, ''), 'a', 'b'), /^refused: /],
  [
    'an item is replaced',
    'a:\n  - "8080:80" # c\n',
    (d) => replaceItem(d, seqAt(d, 'a'), 0, '127.0.0.1:8080:80'),
    'a:\n  - "127.0.0.1:8080:80" # c\n',
  ],
  [
    'a plain port is quoted',
    'a:\n  - 8080:80\n',
    (d) => replaceItem(d, seqAt(d, 'a'), 0, '127.0.0.1:8080:80'),
    'a:\n  - "127.0.0.1:8080:80"\n',
  ],
  [
    'an item becomes a map',
    'a:\n  - 80\n',
    (d) => replaceItem(d, seqAt(d, 'a'), 0, { t: 80, p: '1' }),
    'a:\n  - t: 80\n    p: "1"\n',
  ],

  ['a comment above a value', 'a:\n  b: 1\n', (d) => insertAbove(d, at(d, 'a.b'), '# x'), 'a:\n  # x\n  b: 1\n'],
  [
    'a comment above a flow collection',
    'a:\n  - b: {\n      c: [1] }\n',
    (d) => insertAbove(d, at(d, 'a.0.b.c.0'), '# x'),
    'a:\n  # x\n  - b: {\n      c: [1] }\n',
  ],
  [
    'a comment above a block scalar',
    'a:\n  b: |\n    x\n',
    (d) => insertAbove(d, at(d, 'a.b'), '# x'),
    'a:\n  # x\n  b: |\n    x\n',
  ],
];

test.each(CASES)('%s', (_, before, operation, result) => {
  const text = after(before, operation);
  if (typeof result === 'string') expect(text).toBe(result);
  else expect(text).toMatch(result);
  if (!text.startsWith('refused')) expect(parseYamlSlice(text).problems).toEqual([]);
});

test('layout is read from the document', () => {
  expect(detectIndent(parseYamlSlice('a:\r\n    b: 1\r\nc:\r\n- d\r\n'))).toEqual({
    width: 4,
    sequenceIndent: 0,
    lineEnding: '\r\n',
  });
  expect(detectIndent(parseYamlSlice('a: 1'))).toEqual({ width: 2, sequenceIndent: 2, lineEnding: '\n' });
});
