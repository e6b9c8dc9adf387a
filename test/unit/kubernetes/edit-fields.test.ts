import { describe, expect, it } from 'vitest';
import type { FixOffer } from '../../../server/src/core/finding.ts';
import { isRefusal } from '../../../server/src/core/finding.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import {
  combined,
  putIntoSecurity,
  removeField,
  removeListed,
  setPodFieldAbove,
} from '../../../server/src/kubernetes/edit-fields.ts';
import type { Container } from '../../../server/src/kubernetes/model/model.ts';
import { workloadOf } from './read.ts';

const OFFER = { title: 'Do it', safety: 'hardening' } as const;
const HEAD = 'apiVersion: v1\nkind: Pod\nspec:\n';

function first(text: string): Container {
  const [container] = workloadOf(text).containers;
  if (!container) throw new Error('no container');
  return container;
}

function fixed(text: string, offer: FixOffer): string {
  return isRefusal(offer) ? `refused: ${offer.refused}` : applyEdits(text, offer.edits);
}

describe('edits of single fields', () => {
  it('puts a field of the pod above the containers, first or behind what stands there', () => {
    const bare = `${HEAD}  containers:\n  - {name: a, image: b}\n`;
    expect(fixed(bare, setPodFieldAbove(workloadOf(bare), 'hostUsers', false, OFFER))).toBe(
      `${HEAD}  hostUsers: false\n  containers:\n  - {name: a, image: b}\n`,
    );
    const with_ = `${HEAD}  os: {name: linux}\n  containers: [{name: a, image: b}]\n`;
    expect(fixed(with_, setPodFieldAbove(workloadOf(with_), 'hostUsers', false, OFFER))).toBe(
      `${HEAD}  os: {name: linux}\n  hostUsers: false\n  containers: [{name: a, image: b}]\n`,
    );
  });

  it('removes a field together with the mappings that it leaves empty', () => {
    const text = `${HEAD}  containers:\n  - name: a\n    image: b\n    securityContext:\n      seLinuxOptions:\n        user: u\n`;
    const container = first(text);
    expect(fixed(text, removeField(container, container.securityContext.seLinuxOptions.fields, 'user', OFFER))).toBe(
      `${HEAD}  containers:\n  - name: a\n    image: b\n`,
    );
  });

  it('tells why a field that is merged in, or not there, can not be removed', () => {
    const text = `${HEAD}  containers:\n  - name: a\n    image: b\n    securityContext:\n      <<: {procMount: X}\n`;
    const container = first(text);
    expect(fixed(text, removeField(container, container.securityContext.fields, 'procMount', OFFER))).toMatch(
      /^refused: .*merge key/,
    );
    expect(fixed(text, removeField(container, container.securityContext.fields, 'privileged', OFFER))).toMatch(/^refused: /);
  });

  it('removes the very mapping of a list, whatever else is in it', () => {
    const text = `${HEAD}  containers:\n  - name: a\n    image: b\n    env: [odd, {name: A, value: x}, {name: B, value: y}]\n`;
    const container = first(text);
    const own = container.env.items[0]?.node;
    if (!own) throw new Error('no variable');
    expect(fixed(text, removeListed(container, container.env, own, OFFER))).toMatch(/env: \[odd, \{name: B, value: y\}\]/);
  });

  it('makes a securityContext where the misplaced field stood', () => {
    const text = `${HEAD}  containers:\n  - name: a\n    runAsNonRoot: true\n`;
    const container = first(text);
    const move = combined(OFFER, [
      removeField(container, container.fields, 'runAsNonRoot', OFFER),
      putIntoSecurity(container, container.fields, 'runAsNonRoot', true, OFFER),
    ]);
    expect(fixed(text, move)).toBe(`${HEAD}  containers:\n  - name: a\n    securityContext:\n      runAsNonRoot: true\n`);
  });

  it('combines nothing with a part that is refused', () => {
    expect(combined(OFFER, [{ title: 'a', refused: 'No.' }])).toEqual({ title: 'Do it', refused: 'No.' });
  });
});
