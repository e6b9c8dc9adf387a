import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineDockerfiles } from '../../../server/src/compose/facts/inline-dockerfile.ts';
import type { TextEdit } from '../../../server/src/core/text-edit.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import { compose } from './read.ts';

const inlineOf = (text: string, variables = {}) => {
  const [first] = inlineDockerfiles(compose(text, variables), new Map(Object.entries(variables)));
  if (!first) throw new Error('no Dockerfile');
  return first;
};

/** A Compose file with these lines as a Dockerfile; `$` is doubled, as Compose wants it. */
function withLines(lines: readonly string[], indent: number, eol: string): string {
  const block = lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line.replaceAll('$', '$$$$')));
  return ['services:', '  web:', '    build:', '      dockerfile_inline: |', ...block, '    init: true', ''].join(eol);
}

/** An open `{{` hides what follows it, as a template would. */
const word = fc.stringMatching(/^[!-~][ -~]{0,10}[!-~]$/).filter((text) => !text.includes('{{'));
const body = fc.array(fc.oneof({ weight: 4, arbitrary: word }, { weight: 1, arbitrary: fc.constant('') }), { maxLength: 6 });
const file = fc.record({
  lines: fc.tuple(word, body, word).map(([first, middle, last]) => [first, ...middle, last]),
  indent: fc.integer({ min: 7, max: 10 }),
  eol: fc.constantFrom('\n', '\r\n'),
});

describe('an edit of an inline Dockerfile', () => {
  it('of whole lines gives the file that has these lines', () => {
    fc.assert(
      fc.property(file, fc.nat(), fc.nat(2), fc.array(word, { maxLength: 2 }), ({ lines, indent, eol }, at, gone, added) => {
        const first = at % (lines.length + 1);
        const last = Math.min(lines.length, first + gone);
        const after = [...lines.slice(0, first), ...added, ...lines.slice(last)];
        // How many blank lines end a text, and that it begins with one, a block does not show.
        fc.pre(after.length > 0 && after[0] !== '' && after.at(-1) !== '');
        const offset = (n: number) => lines.slice(0, n).reduce((sum, line) => sum + line.length + 1, 0);
        const edit: TextEdit = {
          span: { start: offset(first), end: offset(last) },
          text: added.map((line) => `${line}\n`).join(''),
        };
        const text = withLines(lines, indent, eol);
        const edits = inlineOf(text).edits([edit]);
        expect('refused' in edits ? edits.refused : applyEdits(text, edits)).toBe(withLines(after, indent, eol));
      }),
      { numRuns: 300 },
    );
  });

  it('inside a line changes nothing else', () => {
    fc.assert(
      fc.property(file, fc.nat(), word, ({ lines, indent, eol }, n, replacement) => {
        const first = lines[0] ?? '';
        const start = n % first.length;
        const text = withLines(lines, indent, eol);
        const edits = inlineOf(text).edits([{ span: { start, end: first.length }, text: replacement }]);
        const after = [first.slice(0, start) + replacement, ...lines.slice(1)];
        expect('refused' in edits ? edits.refused : applyEdits(text, edits)).toBe(withLines(after, indent, eol));
      }),
      { numRuns: 300 },
    );
  });

  it('any other is exact, or refused', () => {
    const pieces = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '$', '"', "'", '\\', '#', ':'), maxLength: 6 });
    const styles = [
      '|\n        FROM a\n\n        B\n',
      '>-\n        FROM a\n\n        B\n',
      '"FROM a\\nB"\n',
      "'FROM a'\n",
      'FROM a\n',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...styles), fc.nat(9), fc.nat(9), pieces, (style, a, b, text) => {
        const source = `services:\n  web:\n    build:\n      dockerfile_inline: ${style}    init: true\n`;
        const inline = inlineOf(source);
        const [start = 0, end = 0] = [a, b].map((n) => Math.min(n, inline.text.length)).sort((x, y) => x - y);
        const edits = inline.edits([{ span: { start, end }, text }]);
        if ('refused' in edits || applyEdits(inline.text, [{ span: { start, end }, text }]).trim() === '') return;
        const after = inlineOf(applyEdits(source, edits)).text;
        expect(after.trimEnd()).toBe((inline.text.slice(0, start) + text + inline.text.slice(end)).trimEnd());
      }),
      { numRuns: 600 },
    );
  });
});

describe('the text of an inline Dockerfile', () => {
  const source = (line: string) => `services:\n  web:\n    build:\n      dockerfile_inline: |\n        FROM ${line}\n`;

  it.each([
    ['a:$${V}', {}, 'FROM a:${V}\n'],
    ['a:${V:-1}', {}, 'FROM a:1\n'],
    ['a:${V:-1}', { V: '2' }, 'FROM a:2\n'],
    ['a:$V', {}, 'FROM a:$V\n'],
    ['a:$V b', { V: '$X' }, 'FROM a:$X b\n'],
  ])('%s with %j', (line, variables, text) => {
    expect(inlineOf(source(line), variables).text).toBe(text);
  });

  it('places and finds what stands behind a variable', () => {
    const text = source('a:${V:-latest} AS $$b');
    const inline = inlineOf(text);
    const at = inline.text.indexOf('AS');
    const place = inline.place({ start: at, end: at + 2 });
    expect(text.slice(place.start, place.end)).toBe('AS');
    expect(inline.offsetAt(place.start)).toBe(at);
    expect(inline.offsetAt(0)).toBeUndefined();
  });
});
