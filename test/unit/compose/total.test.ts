import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComposeFile } from '../../../server/src/compose/model/model.ts';
import { compose } from './read.ts';

const PIECES = [
  'services:',
  '\n',
  '  ',
  '    ',
  'web:',
  'image: x',
  'ports:',
  '- ',
  '"80:80"',
  'privileged: ',
  '${A',
  ':-',
  '}',
  '$',
  '&a ',
  '*a',
  '<<: ',
  '*b',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '!reset ',
  '!override ',
  'extends: ',
  'web',
  'file: ',
  'environment:',
  'A=b',
  'volumes:',
  '/a:/b:ro',
  'secrets:',
  'deploy:',
  'null',
  '~',
  '"',
  "'",
  '|',
  '>',
  '#',
  '\t',
  '\r\n',
  '👩‍🚀',
  '\u0000',
  '- - -',
  '---',
  'build: ',
  'security_opt: ',
  '{{ .X }}',
];

/** Reads every property of a file and of its services, as any rule might. */
function readAll(file: ComposeFile): number {
  let spans = 0;
  const seen = new Set<unknown>();
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 8 || seen.has(value)) return;
    seen.add(value);
    if ('span' in value) {
      const { start, end } = value.span as { start: number; end: number };
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(file.document.text.length);
      spans++;
    }
    if (value instanceof Map) for (const item of value.values()) visit(item, depth + 1);
    else
      for (const key of propertiesOf(value))
        if (key !== 'document' && key !== 'node' && key !== 'root') visit((value as Record<string, unknown>)[key], depth + 1);
  };
  visit(file, 0);
  return spans;
}

function propertiesOf(value: object): string[] {
  const names = Object.keys(value);
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (!prototype || prototype === Object.prototype || Array.isArray(value)) return names;
  const getters = Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, d]) => (d.get ? [name] : []));
  return [...names, ...getters];
}

describe('the model of a Compose file', () => {
  it('reads everything of a plain file', () => {
    expect(readAll(compose('services:\n  web:\n    image: x\n    ports: ["80:80"]\n'))).toBeGreaterThanOrEqual(8);
  });

  it('never throws, and every place lies in the text', () => {
    const text = fc
      .array(fc.constantFrom(...PIECES), { maxLength: 60 })
      .map((parts) => `services:\n  web:\n    ${parts.join('')}`);
    fc.assert(
      fc.property(text, (source) => void readAll(compose(source, { A: 'x' }))),
      { numRuns: 400 },
    );
  });

  it.each([
    '',
    '\n',
    '[]',
    'services',
    'services: []',
    'services: {a: 1}',
    'services: {a: }',
    '- a',
    '"',
    'services: *x',
    '\uFEFFservices: {a: {image: x}}',
    'services:\n  a: &a\n    <<: *a\n    image: x\n',
  ])('takes %j', (text) => {
    expect(readAll(compose(text))).toBeGreaterThanOrEqual(0);
  });

  it('gives the same objects when asked again', () => {
    const file = compose('services:\n  web:\n    image: x\n    ports: ["80:80"]\n');
    expect(file.services[0]?.ports).toBe(file.services[0]?.ports);
    expect(file.volumes).toBe(file.volumes);
  });
});
