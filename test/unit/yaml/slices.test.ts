import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitDocuments } from '../../../server/src/yaml/slices.ts';

const texts = (text: string): string[] => splitDocuments(text).map((slice) => slice.text);

test.each([
  ['', ['']],
  ['a: 1\n', ['a: 1\n']],
  ['---\na: 1\n---\nb: 2\n', ['---\na: 1\n', '---\nb: 2\n']],
  ['a: 1\n--- # second\nb: 2', ['a: 1\n', '--- # second\nb: 2']],
  ['# licence\n---\na: 1\n', ['# licence\n---\na: 1\n']],
  ['%YAML 1.2\n---\na: 1\n...\n# next\n---\nb: 2\n', ['%YAML 1.2\n---\na: 1\n...\n', '# next\n---\nb: 2\n']],
  ['---\n# empty\n---\na: 1\n', ['---\n# empty\n', '---\na: 1\n']],
  ['a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '---\r\nb: 2\r\n']],
  ['a: ----\n----\n --- x\n---x\n', ['a: ----\n----\n --- x\n---x\n']],
  ['a: |\n  ---\n---\nb', ['a: |\n  ---\n', '---\nb']],
  ['{\n  "a": "---"\n}\n', ['{\n  "a": "---"\n}\n']],
  ['a\n---', ['a\n', '---']],
])('splits %j', (text, expected) => {
  expect(texts(text)).toEqual(expected);
});

test('slices joined give the text, each at its base', () => {
  const piece = fc.constantFrom('---', '...', '\n', '\r\n', '# c', 'a: 1', ' ', '"', '%X');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const slices = splitDocuments(text);
      expect(slices.map((s) => s.text).join('')).toBe(text);
      for (const { base, text: slice } of slices) expect(text.startsWith(slice, base)).toBe(true);
    }),
  );
});
