import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappedScalar } from '../../../server/src/yaml/mapped-scalar.ts';
import type { YamlNode } from '../../../server/src/yaml/node.ts';
import { parseYamlSlice } from '../../../server/src/yaml/parse.ts';

function scalarOf(text: string) {
  const document = parseYamlSlice(text);
  let node: YamlNode | undefined = document.root;
  while (node && node.kind !== 'scalar') node = node.kind === 'map' ? node.pairs[0]?.value : node.items[0];
  if (!node) throw new Error(`no scalar in ${text}`);
  return { node, map: mappedScalar(document, node) };
}

/** The decoded text with the characters that stand in the source where the map says; line breaks count as the blanks they become. */
function readBack(text: string): string | undefined {
  const { node, map } = scalarOf(text);
  return (
    map &&
    [...node.text].map((c, i) => (c === ' ' && /[\r\n]/.test(text[map.toSource(i)] ?? '') ? ' ' : text[map.toSource(i)])).join('')
  );
}

// Styles as in YAML 1.2.2, sections 7.3 (flow scalars) and 8.1 (block scalars).
describe('a scalar is mapped to its source', () => {
  it.each([
    ['plain', 'a: FROM x'],
    ['plain over lines', 'a: x\n  y\n\n  z\n'],
    ['single quotes', "a: 'x y'"],
    ['doubled quotes', "a: 'x''y\n  z'\n"],
    ['double quotes', 'a: "x y"'],
    ['literal', 'a: |\n  FROM x\n  RUN y\nb: 1\n'],
    ['literal, stripped', 'a: |-\n  x\n  y\nb: 1'],
    ['literal, kept', 'a: |+\n  x\n\n\nb: 1'],
    ['literal, indentation indicator', 'a: |2-\n    x\n\n   y\n\n\nb: 1\n'],
    ['literal, comment behind the indicator', 'a: | # c\n  x\n'],
    ['literal, anchor and tag', 'a: &x !!str |\n  x # no comment\n'],
    ['literal, blank line with blanks', 'a: |\n    x\n  \n    y\n'],
    ['literal, deeper lines', 'a: |\n  RUN x && \\\n      y\n\tz\n'.replace('\tz', '  \tz')],
    ['literal in a list', 'a:\n  - |\n    x\n    y\n'],
    ['literal with CRLF', 'a: |\r\n  x\r\n  y\r\nb: 1\r\n'],
    ['folded', 'a: >\n  x\n  y\n\n  z\n'],
    ['folded, deeper lines', 'a: >-\n  x\n\n  a &&\n    b\n\n\n  c\n'],
    ['folded, blanks inside', 'a: >\n  x  y\n  z\n'],
  ])('%s', (_, text) => {
    expect(readBack(text)).toBe(scalarOf(text).node.text);
  });

  it('escapes stand where they are written', () => {
    const text = 'a: "p\\n\\u0041\\"q\\\n   r"';
    const { node, map } = scalarOf(text);
    expect(node.text).toBe('p\nA"qr');
    const shown = [...node.text].map(
      (_, i) =>
        map && text.slice(map.spanToSource({ start: 0, end: i + 1 }).start, map.spanToSource({ start: i, end: i + 1 }).end),
    );
    expect(shown).toEqual(['p', 'p\\n', 'p\\n\\u0041', 'p\\n\\u0041\\"', 'p\\n\\u0041\\"q', 'p\\n\\u0041\\"q\\\n   r']);
  });

  it('the last break of a file need not be written', () => {
    const { node, map } = scalarOf('a: |\n  x');
    expect(node.text).toBe('x\n');
    expect(map?.toSource(1)).toBe('a: |\n  x'.length);
  });

  it('a value with templates too', () => {
    expect(readBack('a: |\n  RUN {{ .x }}\n  y\n')).toBe('RUN {{ .x }}\ny\n');
  });

  it('any lines in a literal block', () => {
    const line = fc.stringMatching(/^[!-~][ -~]{0,12}$/);
    const lines = fc.array(fc.oneof(line, fc.constant('')), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(line, lines, fc.integer({ min: 1, max: 6 }), fc.constantFrom('\n', '\r\n'), (first, rest, indent, eol) => {
        const body = [first, ...rest].map((l) => (l === '' ? '' : ' '.repeat(indent) + l)).join(eol);
        const text = `a: |${eol}${body}${eol}`;
        expect(readBack(text)).toBe(scalarOf(text).node.text);
      }),
      { numRuns: 200 },
    );
  });

  it('any text in double quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 30 }), (value) => {
        const text = `a: ${JSON.stringify(value)}`;
        const { node, map } = scalarOf(text);
        if (map) expect(map.text).toBe(node.text);
        expect(map).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });
});
