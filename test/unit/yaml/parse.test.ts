import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { YamlNode } from '../../../server/src/yaml/node.ts';
import { parseYamlSlice } from '../../../server/src/yaml/parse.ts';
import { at, mapAt, nodesOf, plain, scalarAt } from './support.ts';

const source = (text: string, node: YamlNode): string => text.slice(node.span.start, node.span.end);

test('scalars keep their text and are never coerced', () => {
  const text = 'a: 0440\nb: yes\nc: 22:22\nd: "x\\ty"\ne: \'it\'\'s\'\nf: |\n  one\n  two\n\ng: ~\nh:\ni: ""\nj: !!str\n';
  const document = parseYamlSlice(text);
  expect(plain(document.root)).toEqual({
    a: '0440',
    b: 'yes',
    c: '22:22',
    d: 'x\ty',
    e: "it's",
    f: 'one\ntwo\n',
    g: null,
    h: null,
    i: '',
    j: '',
  });
  expect(source(text, at(document, 'f'))).toBe('|\n  one\n  two');
  expect(scalarAt(document, 'f').style).toBe('literal');
  expect(scalarAt(document, 'h').span).toEqual({ start: text.indexOf('h:') + 2, end: text.indexOf('h:') + 2 });
});

test('spans are trimmed and routes lead from the root', () => {
  const text = '---\nweb:  # c\n  ports:\n    - "80"   # d\n\n# e\nlast: 1\n';
  const document = parseYamlSlice(text);
  expect(source(text, at(document, 'web'))).toBe('ports:\n    - "80"');
  expect(at(document, 'web.ports.0').route).toEqual(['web', 'ports', 0]);
  expect(mapAt(document, '').get('web')?.keyNode.route).toEqual(['web']);
  expect(document.comments).toEqual([
    { span: { start: 10, end: 13 }, text: ' c', ownLine: false },
    { span: { start: 36, end: 39 }, text: ' d', ownLine: false },
    { span: { start: 41, end: 44 }, text: ' e', ownLine: true },
  ]);
});

test('what only looks like a comment is none', () => {
  const text = 'a: "x # y"\nb: |\n  # z\nc: x#y\nd: >-\n  q # r\n';
  expect(parseYamlSlice(text).comments).toEqual([]);
});

test('tags are kept without a problem', () => {
  const document = parseYamlSlice('a: !reset null\nb: !override [x]\nc: !x!y {z: 1}\nd: !!int "3"\n');
  expect(document.problems).toEqual([]);
  expect([at(document, 'a').tag, at(document, 'b').tag, at(document, 'd').tag]).toEqual(['!reset', '!override', '!!int']);
});

test('the last of a duplicate key counts and all are listed', () => {
  const map = mapAt(parseYamlSlice('a: 1\nb: 2\na: 3\n'), '');
  expect(plain(map)).toEqual({ b: '2', a: '3' });
  expect(map.duplicates.map((pair) => plain(pair.value))).toEqual(['1', '3']);
});

test('aliases and merges are followed with their way in', () => {
  const text = 'base: &b\n  x: 1\n  y: {z: 2}\nother: &o {x: 9, w: 8}\none: *b\ntwo:\n  <<: [*b, *o]\n  x: 5\n';
  const document = parseYamlSlice(text);
  expect(document.problems).toEqual([]);
  expect(plain(at(document, 'two'))).toEqual({ x: '5', y: { z: '2' }, w: '8' });
  const alias = at(document, 'one.y.z');
  expect(alias.via).toMatchObject({ kind: 'alias', name: 'b', at: { route: ['one'] } });
  expect(alias.route).toEqual(['base', 'y', 'z']);
  const two = mapAt(document, 'two');
  expect(two.get('x')?.via).toBeUndefined();
  expect(two.get('w')?.via).toMatchObject({ kind: 'merge', name: 'o' });
  expect(at(document, 'two.y.z').via).toMatchObject({ kind: 'merge', name: 'b' });
  const merge = two.get('w')?.via?.at;
  expect(merge && text.slice(merge.span.start, merge.span.end)).toBe('*o');
  expect(two.merges.map((pair) => pair.key)).toEqual(['<<']);
  expect(mapAt(document, 'base').via).toBeUndefined();
});

test.each([
  ['a: *x\n', 'unknown-anchor'],
  ['a: &x [*x]\n', 'alias-cycle'],
  ['<<: 3\n', 'bad-merge'],
  ['a: [1, 2\nb: 3\n', 'open-bracket'],
  ['a:\n\tb: 1\n', 'tab-as-indent'],
  ['a: "x\n', 'open-quote'],
  ['[', 'open-bracket'],
  ['['.repeat(10_000), 'too-deep'],
  ['- '.repeat(10_000), 'too-deep'],
  ['a\n---\nb\n', 'multiple-docs'],
])('%# has the problem %s', (text: string, code: string) => {
  const document = parseYamlSlice(text);
  expect(document.problems.map((p) => p.code)).toContain(code);
  expect(document.problems.every((p) => p.message.endsWith('.') || p.message.endsWith('?'))).toBe(true);
});

test('an alias bomb is cut, reported once, and can be walked', () => {
  const names = 'abcdefghij';
  const text = [...names]
    .map(
      (n, i) =>
        `${n}: &${n} [${Array(10)
          .fill(i === 0 ? '1' : `*${names[i - 1]}`)
          .join(', ')}]\n`,
    )
    .join('');
  const document = parseYamlSlice(text);
  expect(document.problems.map((p) => p.code)).toEqual(['alias-too-large']);
  expect(nodesOf(document.root).length).toBeLessThan(1_000_000);
});

test.each([
  [
    'services:\n  web:\n    image: x\n    priv\n    ports:\n      - 80\n',
    'priv',
    { services: { web: { image: 'x', ports: ['80'] } } },
    'services.web',
  ],
  ['a:\n  image: "ngi\n  ports: [80]\nb: 1\n', 'image: "ngi', { a: { ports: ['80'] }, b: '1' }, 'a'],
  ['a:\n  - b: "x\n    c: 1\n  - d: 1\n', 'b: "x', { a: [{ c: '1' }, { d: '1' }] }, 'a.0'],
  ['a: 1\nb', 'b', { a: '1' }, ''],
  ['a:\r\n  b: c: d\r\n  e: f\r\n', 'b: c: d', { a: { e: 'f' } }, 'a'],
])('the half-typed line in %j is hidden', (text, line, data, open) => {
  const document = parseYamlSlice(text);
  expect(plain(document.root)).toEqual(data);
  expect(document.masked.map((s) => text.slice(s.start, s.end))).toEqual([line]);
  expect(document.problems.map((p) => p.span)).toEqual(document.masked);
  expect(document.comments).toEqual([]);
  const node = at(document, open);
  expect(node.kind !== 'scalar' && node.open).toBe(true);
});

const pieces = fc.constantFrom(
  'a',
  'b: ',
  ': ',
  '- ',
  '\n',
  '\r\n',
  '  ',
  '\t',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '#',
  ' #c',
  '&x ',
  '*x',
  '<<: ',
  '!t ',
  '|',
  '>',
  '|+\n',
  '---',
  '...',
  '%',
  '\0',
  '\ud800',
  '\u{1f600}',
  '\ufeff',
  '{{',
  '}}',
  '{{ .x }}',
  '{{- if .y }}',
  '{{ end }}',
  '{{/* ',
  '`',
  '\\',
  '? ',
  '~',
  '\ue000',
);

test('no text throws, and every span lies in it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { maxLength: 40 }).map((p) => p.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const document = parseYamlSlice(text);
        const spans = [
          ...nodesOf(document.root).map((n) => n.span),
          ...document.comments.map((c) => c.span),
          ...document.problems.map((p) => p.span),
          ...document.masked,
        ];
        for (const { start, end } of spans) expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        for (const c of document.comments) expect(text.slice(c.span.start + 1, c.span.end)).toBe(c.text);
        for (const node of nodesOf(document.root)) expect(Array.isArray(node.route)).toBe(true);
      },
    ),
    { numRuns: 3000 },
  );
});
