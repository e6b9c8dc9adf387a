import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MappedText } from '../../../server/src/core/mapped-text.ts';

const whole = (text: string) => MappedText.of(text, { start: 0, end: text.length });

describe('a text in pieces', () => {
  it('gives what has no source a place without a width', () => {
    const text = new MappedText('ab\nEOF', [{ start: 0, source: 10, length: 2 }]);
    expect(text.spanToSource({ start: 1, end: 2 })).toEqual({ start: 11, end: 12 });
    expect(text.spanToSource({ start: 3, end: 6 })).toEqual({ start: 12, end: 12 });
    expect(text.spanToSource({ start: 1, end: 6 })).toEqual({ start: 11, end: 12 });
  });
});

describe('without', () => {
  it('takes matches out and keeps the places of the rest', () => {
    const source = 'a\r\nb\r\n\r\nc\r';
    const text = whole(source).without(/\r+(?=\n|$)/g);
    expect(text.text).toBe('a\nb\n\nc');
    expect([...text.text].map((_, i) => text.toSource(i))).toEqual([0, 2, 3, 5, 7, 8]);
    expect(text.spanToSource({ start: 0, end: 3 })).toEqual({ start: 0, end: 4 });
  });

  it('is empty when nothing is left, and the same when nothing matches', () => {
    expect(whole('xx').without(/x/g).text).toBe('');
    const same = whole('abc');
    expect(same.without(/x/g)).toBe(same);
  });

  it('maps every character that is left to itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[axy\n]*$/), (source) => {
        const text = whole(source).without(/x+/g);
        expect(text.text).toBe(source.replace(/x+/g, ''));
        expect([...text.text].map((_, i) => source[text.toSource(i)]).join('')).toBe(text.text);
      }),
    );
  });
});
