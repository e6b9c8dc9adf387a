import { describe, expect, it } from 'vitest';
import { bindFamily, Collector } from '../../server/src/analysis/collector.ts';
import { allRules, detectKind } from '../../server/src/analysis/index.ts';
import { buildComposeFile } from '../../server/src/compose/model/build.ts';
import { walkCompose } from '../../server/src/compose/rule.ts';
import { buildDockerfile } from '../../server/src/dockerfile/model/build.ts';
import { walkDockerfile } from '../../server/src/dockerfile/rule.ts';
import { parseDockerfile } from '../../server/src/dockerfile/syntax/parse.ts';
import { buildObjects } from '../../server/src/kubernetes/model/build.ts';
import { walkKubernetes } from '../../server/src/kubernetes/rule.ts';
import { parseYamlSlice } from '../../server/src/yaml/parse.ts';
import { splitDocuments } from '../../server/src/yaml/slices.ts';
import { settingsOf } from '../support/engine.ts';
import { allTexts } from '../support/texts.ts';

/** Freezes what can be reached over plain fields: lists and records that rules could write into. */
function freeze(value: unknown, seen = new Set<unknown>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(value))) {
    if ('value' in descriptor) freeze(descriptor.value, seen);
  }
  if (isPlain) Object.freeze(value);
}

const settings = settingsOf();

/** Crashes of all rules on frozen models of a text: a rule that writes into a model throws a TypeError. */
function crashesOn(name: string, text: string): unknown[] {
  const collector = new Collector(settings.environment);
  const kind = detectKind(`file:///${name}`, text);
  if (kind === 'dockerfile') {
    const file = buildDockerfile(parseDockerfile(text));
    freeze(file);
    walkDockerfile(file, bindFamily(collector, settings.rules, 'dockerfile'));
  } else if (kind === 'compose' || kind === 'kubernetes') {
    for (const slice of splitDocuments(text)) {
      const document = parseYamlSlice(slice.text);
      if (kind === 'compose') {
        const file = buildComposeFile(document, new Map());
        freeze(file);
        walkCompose(file, bindFamily(collector, settings.rules, 'compose'));
      } else {
        const objects = buildObjects(document);
        freeze(objects);
        walkKubernetes(objects, bindFamily(collector, settings.rules, 'kubernetes'));
      }
    }
  }
  return collector.crashes;
}

/** L9: models are never mutated. */
describe('models', () => {
  it('can be frozen before the rules read them', () => {
    expect(allRules.length).toBeGreaterThan(100);
    for (const { from, name, text } of allTexts()) expect(crashesOn(name, text), from).toEqual([]);
  });
});
