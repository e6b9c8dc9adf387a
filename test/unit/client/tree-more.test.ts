import { describe, expect, it } from 'vitest';
import { buildTree } from '../../../client/src/tree/build.ts';
import { NO_FILTERS, type TreeOptions } from '../../../client/src/tree/model.ts';
import { vectorOf } from '../../../server/src/core/attack-vector.ts';
import type { WireSuppressed } from '../../../server/src/lsp/protocol.ts';
import { file, finding } from './samples.ts';

const FILES = [
  file('compose.yaml', finding('c1', 3, { resource: 'db' }), finding('c2', 8, { vector: 'host-access', severity: 'low' })),
  file('k8s/web.yaml', finding('k1', 1, { rule: 'kubernetes/host-pid', ruleTitle: 'Host processes', message: 'Sees `all`.' })),
];
const SILENCED: WireSuppressed = {
  ...finding('s1', 5),
  suppression: {
    kind: 'config',
    source: 'config',
    reason: 'known',
    uri: 'file:///ws/.seaworthy.yaml',
    range: { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } },
  },
};

function tree(options: Partial<TreeOptions> = {}) {
  return buildTree(FILES, { grouping: 'file', filters: NO_FILTERS, ...options });
}

const ids = ({ order }: ReturnType<typeof tree>) => order.map(({ finding: { id } }) => id);

describe('attack vectors', () => {
  it('group from the worst on', () => {
    const groups = tree({ grouping: 'vector' }).roots.map((node) =>
      node.type === 'group' ? [node.role, node.label, node.count] : node,
    );
    expect(groups).toEqual([
      ['vector', 'container-escape', 2],
      ['vector', 'host-access', 1],
    ]);
  });

  it.each([
    ['compose/privileged-container', 'privilege', 'container-escape'],
    ['compose/docker-socket-mount', 'host-access', 'container-escape'],
    ['kubernetes/host-path-volume', 'host-access', 'host-access'],
    ['kubernetes/rbac-wildcard', 'access-control', 'privilege-escalation'],
    ['dockerfile/secret-in-env', 'secrets', 'secret-exposure'],
    ['dockerfile/maintainer', 'best-practice', 'other'],
  ] as const)('%s of %s is %s', (id, category, vector) => expect(vectorOf({ id, category })).toBe(vector));
});

describe('the search', () => {
  it.each([
    ['db', ['c1']],
    ['WEB.yaml', ['k1']],
    ['host processes', ['k1']],
    ['sees privileged', []],
    ['privileged compose', ['c1', 'c2']],
    ['', ['c1', 'c2', 'k1']],
  ])('%j', (text, expected) => expect(ids(tree({ filters: { ...NO_FILTERS, text } }))).toEqual(expected));
});

describe('what is no finding', () => {
  const silenced = [{ uri: 'file:///ws/compose.yaml', path: 'compose.yaml', findings: [SILENCED] }];

  it('stands behind the findings, in no count and no walk', () => {
    const skipped = [{ uri: 'file:///ws/big.yaml', path: 'big.yaml', reason: 'too large' }];
    const shown = tree({ filters: { ...NO_FILTERS, showSilenced: true }, silenced, skipped });
    expect(shown.roots.map((node) => node.type === 'group' && [node.role, node.count])).toEqual([
      ['file', 2],
      ['file', 1],
      ['silenced', 1],
      ['skipped', 1],
    ]);
    expect([shown.total, shown.order.length]).toEqual([3, 3]);
    const row = shown.nodes.get('silenced:file:///ws/compose.yaml#s1');
    expect(row).toMatchObject({ type: 'silenced', suppression: { reason: 'known' } });
    expect(shown.parents.get(row!.id)?.role).toBe('silenced');
  });

  it('is left out until it is asked for, and by the other filters', () => {
    expect(tree({ silenced }).roots).toHaveLength(2);
    const filters = { ...NO_FILTERS, showSilenced: true, text: 'nothing like it' };
    expect(tree({ filters, silenced }).roots).toEqual([]);
  });

  it('groups know all findings below them, those on later pages too', () => {
    const many = file('many.yaml', ...Array.from({ length: 250 }, (_, i) => finding(`f${i}`, i)));
    const [group] = buildTree([many], { grouping: 'file', filters: NO_FILTERS }).roots;
    expect(group?.type === 'group' && [group.children.length, group.findings.length]).toEqual([201, 250]);
  });
});
