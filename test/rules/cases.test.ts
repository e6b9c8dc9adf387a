import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../server/src/core/line-index.ts';
import { readCarets } from '../support/carets.ts';
import { analyze } from '../support/engine.ts';
import { ROOT } from '../support/pages.ts';

const FOLDER = join(ROOT, 'test/rules');

function cases() {
  return ['dockerfile', 'compose', 'kubernetes', 'project', 'seaworthy'].flatMap((family) => {
    const folder = join(FOLDER, family);
    if (!existsSync(folder)) return [];
    return readdirSync(folder).flatMap((name) =>
      readdirSync(join(folder, name)).map((file) => ({ rule: `${family}/${name}`, file, path: join(folder, name, file) })),
    );
  });
}

/** Case files may be called anything that ends like what they are: the name that counts is the family's. */
function nameOf(rule: string, file: string): string {
  if (rule.startsWith('dockerfile/')) return file.endsWith('ockerfile') ? `x.${file}` : file;
  return rule.startsWith('compose/') ? `compose.${file}` : file;
}

describe.each(cases())('$rule: $file', ({ rule, file, path }) => {
  it('reports what its markers say, and nothing else', () => {
    const { text, marks } = readCarets(readFileSync(path, 'utf8'));
    const lines = new LineIndex(text);
    const named = new Set([rule, ...marks.map((m) => m.rule)]);
    const found = analyze(nameOf(rule, file), text).findings.filter((f) => named.has(f.rule));
    const actual = found.map((f) => {
      const start = lines.positionAt(f.at.span.start);
      const end = lines.positionAt(f.at.span.end);
      return `${start.line + 1}:${start.character}-${end.line === start.line ? end.character : `line ${end.line + 1}`} ${f.rule}`;
    });
    const expected = marks.map((m) => `${m.line + 1}:${m.start}-${m.end} ${m.rule}`);
    expect(actual.sort()).toEqual(expected.sort());
    for (const mark of marks.filter((m) => m.message)) {
      expect(found.map((f) => f.message).join('\n')).toContain(mark.message);
    }
  });
});
