import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../../package.json';
import { ROOT } from '../../support/pages.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(read('docs/config.schema.json')));

describe('the schema of .seaworthy.yaml', () => {
  it('takes the examples of the documentation', () => {
    const pages = ['README.md', 'client/media/walkthrough/profile.md'];
    const examples = pages.flatMap((page) =>
      [...read(page).matchAll(/```yaml\n(profile:[\s\S]*?)```/g)].map(([, text = '']) => text),
    );
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const text of examples) expect(validate(parse(text)), `${text}\n${JSON.stringify(validate.errors)}`).toBe(true);
  });

  it.each(['profile: strictest', 'rules: { compose/privileged-container: lowest }', 'exclude: 3'])('refuses %s', (text) => {
    expect(validate(parse(text))).toBe(false);
  });

  it('is what editors are told to use for the file, and the baseline has one too', () => {
    const { yamlValidation, jsonValidation } = manifest.contributes;
    expect(yamlValidation.some(({ url }) => url === './docs/config.schema.json')).toBe(true);
    expect(jsonValidation.map(({ url }) => url)).toEqual(['./docs/baseline.schema.json']);
    for (const { url } of [...yamlValidation, ...jsonValidation]) expect(JSON.parse(read(url)).type).toBe('object');
  });
});
