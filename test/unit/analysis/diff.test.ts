import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimalEdits, unifiedDiff } from '../../../server/src/core/diff.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';

const line = fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'dd', 'a b\n');
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join(''));

describe('differences', () => {
  it('turn one text into the other', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(applyEdits(a, minimalEdits(a, b))).toBe(b);
      }),
    );
  });

  it('leave equal lines alone', () => {
    const before = 'a\nb\nc\nd\ne\n';
    const after = 'a\nB\nc\nd\ne\nf\n';
    expect(minimalEdits(before, after)).toEqual([
      { span: { start: 2, end: 3 }, text: 'B' },
      { span: { start: 10, end: 10 }, text: 'f\n' },
    ]);
  });

  it('are nothing for equal texts', () => {
    expect(minimalEdits('a\n', 'a\n')).toEqual([]);
    expect(unifiedDiff('f', 'a\n', 'a\n')).toBe('');
  });

  it('are printed as patch reads them', () => {
    expect(unifiedDiff('x/f', '1\n2\n3\n4\n5\n6\n7\n8\n9\n', '1\n2\n3\n4\nfive\n6\n7\n8\n9')).toBe(
      `--- a/x/f
+++ b/x/f
@@ -2,8 +2,8 @@
 2
 3
 4
-5
+five
 6
 7
 8
-9
+9
\\ No newline at end of file
`,
    );
  });
});
