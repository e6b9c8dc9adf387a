import { describe, expect, it } from 'vitest';
import type { FixOffer } from '../../../server/src/core/finding.ts';
import { isRefusal } from '../../../server/src/core/finding.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import {
  claimInstead,
  combined,
  putIntoSecurity,
  removeField,
  removeListed,
  setPodFieldAbove,
} from '../../../server/src/kubernetes/edit/fields.ts';
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

  it.each([
    ['nfs: {server: s, path: /, readOnly: true}', 'persistentVolumeClaim: {claimName: CHANGE-ME, readOnly: true}'],
    ['nfs: {server: s, path: /, readOnly: false}', 'persistentVolumeClaim: {claimName: CHANGE-ME}'],
    ['nfs: {server: s, path: /, readOnly: "{{ .Values.ro }}"}', undefined],
  ])('puts a claim in the place of %s', (volume, claim) => {
    const around = (source: string) => `${HEAD}  containers: [{name: a, image: b}]\n  volumes: [{name: v, ${source}}]\n`;
    const text = around(volume);
    const workload = workloadOf(text);
    const [item] = workload.volumes.items;
    const made = item && fixed(text, claimInstead(workload, item, 'nfs', OFFER));
    expect(made).toBe(claim ? around(claim) : 'refused: Whether the volume is read-only is not known here.');
  });

  it('puts no claim into a volume that has nothing but its type', () => {
    const text = `${HEAD}  containers: [{name: a, image: b}]\n  volumes:\n    - xname: scratch\n`;
    const workload = workloadOf(text);
    const [item] = workload.volumes.items;
    expect(item && fixed(text, claimInstead(workload, item, 'xname', OFFER))).toBe('refused: The volume has no name.');
  });

  it('removes a field together with the mappings that it leaves empty', () => {
    const text = `${HEAD}  containers:\n  - name: a\n    image: b\n    securityContext:\n      seLinuxOptions:\n        user: u\n`;
    const container = first(text);
    expect(fixed(text, removeField(container, container.securityContext.seLinuxOptions.fields, 'user', OFFER))).toBe(
      `${HEAD}  containers:\n  - name: a\n    image: b\n`,
    );
  });

  it.each([
    [
      'block style',
      '    volumeMounts:\n    - name: x\n    - mountPath: /y # z\n',
      '    volumeMounts:\n    - name: x\n    - {} # z\n',
    ],
    ['flow style', '    volumeMounts: [{name: x}, {mountPath: /y}]\n', '    volumeMounts: [{name: x}, {}]\n'],
  ])('keeps an item that loses its last field, in %s', (_, before, after) => {
    const text = `${HEAD}  containers:\n  - name: a\n    image: b\n${before}`;
    const container = first(text);
    const fields = container.volumeMounts.items[1]?.fields;
    if (!fields) throw new Error('no mount');
    expect(fixed(text, removeField(container, fields, 'mountPath', OFFER))).toBe(
      `${HEAD}  containers:\n  - name: a\n    image: b\n${after}`,
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
