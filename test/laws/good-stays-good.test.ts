import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { parseDockerfile } from '../../server/src/dockerfile/syntax/parse.ts';
import { analyze, settingsOf } from '../support/engine.ts';
import { readPages } from '../support/pages.ts';

/** L10: a good example stays good under comments, blank lines and another indent. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  'comments between lines': (text) => text.replace(/^(?=[ \t]*\S)/gm, '# note\n'),
  'blank lines': (text) => text.replace(/\n/g, '\n\n'),
  'another indent': (text) => text.replace(/^ +/gm, (blanks) => blanks + blanks),
};

function data(text: string): string | undefined {
  const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' });
  if (!Array.isArray(documents) || documents.some((d) => d.errors.length > 0)) return undefined;
  return JSON.stringify(documents.map((d) => d.toJS({ maxAliasCount: -1 })));
}

/** The text in another shape, where that shape means the same; undefined where it does not. */
function reshaped(name: string, text: string, way: (text: string) => string): string | undefined {
  if (/dockerfile$/i.test(name)) {
    const { instructions } = parseDockerfile(text);
    const starts = new Set(instructions.map((i) => i.span.start));
    const parts = [...text].length === text.length ? [...text] : undefined;
    const changed = parts?.map((c, i) => (starts.has(i) && i > 0 ? `# note\n\n${c}` : c)).join('');
    return changed && parseDockerfile(changed).instructions.length === instructions.length ? changed : undefined;
  }
  const before = data(text);
  const changed = way(text);
  return before !== undefined && data(changed) === before ? changed : undefined;
}

const good = readPages().flatMap(({ id, examples }) =>
  examples.filter((e) => e.kind === 'good').map((example) => ({ id, example })),
);
let tried = 0;

describe.each(good)('good example of $id at line $example.line', ({ id, example }) => {
  it.each(Object.entries(WAYS))('stays good with %s', (_, way) => {
    const text = reshaped(example.name, example.text, way);
    if (text === undefined) return;
    tried++;
    const findings = analyze(example.name, text, settingsOf(id, example.options), undefined, example.files).findings.filter(
      (f) => f.rule === id,
    );
    expect(
      findings.map((f) => f.message),
      text,
    ).toEqual([]);
  });
});

it('tried most of them', () => {
  expect(tried).toBeGreaterThan(good.length);
});
