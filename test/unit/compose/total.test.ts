import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComposeFile } from '../../../server/src/compose/model/model.ts';
import { compose, project } from './read.ts';

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
function readAll(file: ComposeFile, others: Readonly<Record<string, string>> = {}): number {
  let spans = 0;
  const longest = Math.max(...[file.document.text, ...Object.values(others)].map((text) => text.length));
  const seen = new Set<unknown>();
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 8 || seen.has(value)) return;
    seen.add(value);
    if ('span' in value) {
      const { start, end } = value.span as { start: number; end: number };
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      const uri = 'uri' in value ? others[String(value.uri)] : undefined;
      expect(end).toBeLessThanOrEqual(uri?.length ?? longest);
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

  it('never throws, and every place lies in its text, whatever lies around the file', () => {
    const names = ['compose.yaml', 'compose.override.yaml', 'a/b.yaml', 'c.yaml', '.env'];
    const uses = [
      'include: [a/b.yaml]\n',
      'include: [{path: [c.yaml, ./compose.yaml], env_file: .env, project_directory: a}]\n',
      'services:\n  web: {extends: {file: ../c.yaml, service: web}, image: x}\n',
      'services:\n  web: {extends: {file: a/b.yaml, service: web}, env_file: .env, build: ./a}\n',
      'services:\n  web:\n    extends: {file: compose.yaml, service: web}\n    volumes: ["./x:/y", !reset null]\n    ports: !override ["80:80"]\n',
      'A="x',
      '[',
      'services: &s\n  web: *s\n',
    ];
    const part = fc.oneof(fc.constantFrom(...uses), fc.constantFrom(...PIECES));
    const text = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(''));
    const texts = fc
      .tuple(...names.map(() => text))
      .map((all) => Object.fromEntries(names.map((name, i) => [name, all[i] ?? ''])));
    fc.assert(
      fc.property(texts, fc.boolean(), (files, fromList) => {
        readAll(project(files, fromList ? { COMPOSE_FILE: 'c.yaml:compose.yaml:a/b.yaml' } : {}), files);
      }),
      { numRuns: 300 },
    );
  });

  it('ends where files include or extend each other in a circle', () => {
    const files = {
      'compose.yaml': 'include: [b.yaml]\nservices:\n  web: {extends: {file: b.yaml, service: web}}\n',
      'b.yaml': 'include: [compose.yaml, b.yaml]\nservices:\n  web: {extends: {file: compose.yaml, service: web}, user: root}\n',
    };
    const file = project(files);
    expect([file.service('web')?.user.kind, file.otherServices.map(({ name }) => name)]).toEqual(['known', []]);
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
