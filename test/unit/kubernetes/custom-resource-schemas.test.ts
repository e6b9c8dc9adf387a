import { describe, expect, it } from 'vitest';
import { withoutSchemas } from '../../../server/src/kubernetes/custom-resource-schemas.ts';
import { parseYamlSlice } from '../../../server/src/yaml/parse.ts';

const definition = (schema: string, rest = '') => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: engines.example.com}
spec:
  group: example.com
  versions:
    - name: v1
      schema:
        openAPIV3Schema:
${schema}
      served: true
${rest}`;

const SCHEMA = `          type: object
          # what an engine is
          properties:
            spec:
              description: |
                Not: a key

                - nor this
              type: object`;

describe('withoutSchemas', () => {
  it('blanks the schemas and keeps all else where it is', () => {
    const text = definition(
      SCHEMA,
      '    - name: v2\n      schema:\n        openAPIV3Schema:\n          type: object\nstatus: {}\n',
    );
    const blanked = withoutSchemas(text);
    expect(blanked).toHaveLength(text.length);
    expect(blanked).not.toContain('properties');
    expect(blanked).not.toContain('type: object');
    for (const kept of ['served: true', '- name: v2', 'status: {}']) expect(blanked.indexOf(kept)).toBe(text.indexOf(kept));
    const document = parseYamlSlice(blanked);
    expect(document.problems).toEqual([]);
    expect(document.root?.kind === 'map' && document.root.pairs.map((pair) => pair.key)).toEqual([
      'apiVersion',
      'kind',
      'metadata',
      'spec',
      'status',
    ]);
  });

  it('keeps comments behind a schema, and does with Windows line endings', () => {
    const text = definition(SCHEMA, '# the end\n').replace('      served', '      # next\n      served').replaceAll('\n', '\r\n');
    const blanked = withoutSchemas(text);
    expect(blanked).toHaveLength(text.length);
    expect(parseYamlSlice(blanked)).toMatchObject({ problems: [], comments: [{ text: ' next' }, { text: ' the end' }] });
  });

  it.each([
    ['another kind', definition(SCHEMA).replace('CustomResourceDefinition', 'Engine')],
    ['a suppression comment', definition(`${SCHEMA} # seaworthy-ignore kubernetes/x`)],
    ['a template', definition(SCHEMA).replace('v1\nkind', '{{ .Values.v }}\nkind')],
    ['a flow mapping', definition('').replace('openAPIV3Schema:\n', 'openAPIV3Schema: {type: object}')],
    ['text that ends a schema too early', definition(`${SCHEMA}\nstray words`)],
    ['no schema', 'kind: CustomResourceDefinition\n'],
  ])('leaves %s as it is', (_, text) => {
    expect(withoutSchemas(text)).toBe(text);
  });
});
