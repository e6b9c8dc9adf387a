import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTree } from '../../../client/src/tree/build.ts';
import {
  type FileFindings,
  GROUPINGS,
  isFiltering,
  NO_FILTERS,
  PAGE_SIZE,
  ROOT,
  SEVERITY_ORDER,
  type TreeNode,
  type TreeOptions,
} from '../../../client/src/tree/model.ts';
import { file, finding } from './samples.ts';

const safe = { title: 'Remove it', safety: 'safe' } as const;
const hardening = { title: 'Drop all capabilities', safety: 'hardening' } as const;

const FILES: readonly FileFindings[] = [
  file(
    'deploy/web.yaml',
    finding('k2', 30, {
      rule: 'kubernetes/host-network',
      ruleTitle: 'Host network',
      severity: 'medium',
      resource: 'Deployment/web',
    }),
    finding('k1', 10, {
      rule: 'kubernetes/privileged',
      ruleTitle: 'Privileged container',
      severity: 'critical',
      resource: 'Deployment/web',
      fix: safe,
    }),
  ),
  file(
    'compose.yaml',
    finding('c1', 3, { resource: 'db', fix: hardening }),
    finding('c2', 8, { resource: 'web', fix: safe }),
    finding('c3', 9, { rule: 'compose/socket', ruleTitle: 'Docker socket', severity: 'critical', resource: 'web' }),
  ),
];

function tree(options: Partial<TreeOptions> = {}, files = FILES) {
  return buildTree(files, { grouping: 'severity', filters: NO_FILTERS, ...options });
}

/** The tree as indented lines: what a user would see, without words that need an editor. */
function outline(nodes: readonly TreeNode[], indent = ''): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'finding') return [`${indent}- ${node.finding.id}`];
    if (node.type === 'more') return [`${indent}… ${node.remaining}`];
    if (node.type === 'silenced') return [`${indent}- ${node.finding.id} ${node.suppression.kind}`];
    if (node.type === 'skipped') return [`${indent}- ${node.path} ${node.reason}`];
    return [`${indent}${node.role} ${node.label} (${node.detail}) ${node.count}`, ...outline(node.children, `${indent}  `)];
  });
}

describe('grouping', () => {
  it('by severity: worst first, then rules, a rule with one finding being that finding', () => {
    expect(outline(tree().roots)).toEqual([
      'severity critical () 2',
      '  - c3',
      '  - k1',
      'severity high () 2',
      '  rule Privileged service (compose/privileged-service) 2',
      '    - c1',
      '    - c2',
      'severity medium () 1',
      '  - k2',
    ]);
  });

  it('by file: files by path, findings by position', () => {
    expect(outline(tree({ grouping: 'file' }).roots)).toEqual([
      'file compose.yaml () 3',
      '  - c1',
      '  - c2',
      '  - c3',
      'file web.yaml (deploy) 2',
      '  - k1',
      '  - k2',
    ]);
  });

  it('by resource: within its file, in the order of the text', () => {
    expect(outline(tree({ grouping: 'resource' }).roots)).toEqual([
      'file compose.yaml () 3',
      '  resource db (service) 1',
      '    - c1',
      '  resource web (service) 2',
      '    - c2',
      '    - c3',
      'file web.yaml (deploy) 2',
      '  resource Deployment/web (service) 2',
      '    - k1',
      '    - k2',
    ]);
  });

  it('by rule: the worst first, then the most frequent', () => {
    expect(outline(tree({ grouping: 'rule' }).roots)).toEqual([
      'rule Docker socket (compose/socket) 1',
      '  - c3',
      'rule Privileged container (kubernetes/privileged) 1',
      '  - k1',
      'rule Privileged service (compose/privileged-service) 2',
      '  - c1',
      '  - c2',
      'rule Host network (kubernetes/host-network) 1',
      '  - k2',
    ]);
  });

  it('keeps services of one name in two files apart', () => {
    const files = [file('a/compose.yaml', finding('1', 1)), file('b/compose.yaml', finding('1', 1))];
    expect(outline(tree({ grouping: 'resource' }, files).roots)).toEqual([
      'file compose.yaml (a) 1',
      '  resource web (service) 1',
      '    - 1',
      'file compose.yaml (b) 1',
      '  resource web (service) 1',
      '    - 1',
    ]);
  });
});

describe('groups', () => {
  it('carry counts by severity, the worst severity and how many are safely fixable', () => {
    const [compose] = tree({ grouping: 'file' }).roots;
    expect(compose).toMatchObject({
      counts: { critical: 1, high: 2, medium: 0, low: 0, info: 0 },
      severity: 'critical',
      safelyFixable: 1,
      uri: 'file:///ws/compose.yaml',
    });
  });

  it('know their parents', () => {
    const built = tree();
    const rule = [...built.nodes.values()].find((node) => node.type === 'group' && node.role === 'rule');
    const high = built.roots.find((node) => node.type === 'group' && node.severity === 'high');
    expect(built.parents.get(rule?.id ?? '')).toBe(high);
    expect(built.parents.get(high?.id ?? '')).toBeUndefined();
  });
});

describe('filters', () => {
  it('leave out severities', () => {
    const built = tree({ filters: { ...NO_FILTERS, hiddenSeverities: ['high', 'medium'] } });
    expect(built.order.map(({ finding: { id } }) => id)).toEqual(['c3', 'k1']);
    expect(built.total).toBe(5);
  });

  it('leave out what has no fix', () => {
    const built = tree({ grouping: 'file', filters: { ...NO_FILTERS, fixableOnly: true } });
    expect(built.order.map(({ finding: { id } }) => id)).toEqual(['c1', 'c2', 'k1']);
  });

  it('leave out other files, and everything when no file is active', () => {
    const filters = { ...NO_FILTERS, currentFileOnly: true };
    expect(tree({ filters, currentFile: 'file:///ws/deploy/web.yaml' }).order.map(({ uri }) => uri)).toEqual([
      'file:///ws/deploy/web.yaml',
      'file:///ws/deploy/web.yaml',
    ]);
    expect(tree({ filters }).roots).toEqual([]);
  });

  it('leave out files that Git does not call changed, and everything where that is not known', () => {
    const filters = { ...NO_FILTERS, changedFilesOnly: true };
    const changedFiles = new Set(['file:///ws/deploy/web.yaml', 'file:///ws/gone.yaml']);
    expect(new Set(tree({ filters, changedFiles }).order.map(({ uri }) => uri))).toEqual(new Set(['file:///ws/deploy/web.yaml']));
    expect(tree({ filters }).roots).toEqual([]);
    expect(isFiltering(filters)).toBe(true);
  });

  it('are told apart from no filters', () => {
    expect(isFiltering(NO_FILTERS)).toBe(false);
    expect(isFiltering({ ...NO_FILTERS, hiddenSeverities: ['info'] })).toBe(true);
    expect(isFiltering({ ...NO_FILTERS, currentFileOnly: true })).toBe(true);
  });
});

describe('long groups', () => {
  const many = [file('compose.yaml', ...Array.from({ length: PAGE_SIZE + 30 }, (_, line) => finding(`f${line}`, line)))];

  it('are paged, and count what is behind the page', () => {
    const built = tree({ grouping: 'file' }, many);
    const [group] = built.roots;
    expect(group).toMatchObject({ count: PAGE_SIZE + 30 });
    expect(outline(built.roots).at(-1)).toBe('  … 30');
    expect(built.order).toHaveLength(PAGE_SIZE + 30);
  });

  it('show more when asked', () => {
    const [group] = tree({ grouping: 'file' }, many).roots;
    const limits = new Map([[group?.id ?? '', PAGE_SIZE * 2]]);
    expect(outline(tree({ grouping: 'file', limits }, many).roots)).toHaveLength(PAGE_SIZE + 31);
  });

  it('page the roots too', () => {
    const files = Array.from({ length: PAGE_SIZE + 1 }, (_, i) => file(`${String(i).padStart(4, '0')}.yaml`, finding('x', 0)));
    expect(tree({ grouping: 'file' }, files).roots.at(-1)).toMatchObject({ type: 'more', group: ROOT, remaining: 1 });
  });
});

describe('any findings', () => {
  const files = fc.array(
    fc.record({
      name: fc.constantFrom('a.yaml', 'b/a.yaml', 'Dockerfile', 'ä b/#x.yml'),
      findings: fc.array(
        fc.record({
          id: fc.constantFrom('1', '2', '3'),
          line: fc.nat(9),
          severity: fc.constantFrom(...SEVERITY_ORDER),
          rule: fc.constantFrom('compose/a', 'compose/b', 'kubernetes/a'),
          resource: fc.constantFrom('web', '', 'Deployment/web'),
        }),
        { maxLength: 12 },
      ),
    }),
    { maxLength: 6 },
  );

  it.each(GROUPINGS)('appear once each, under unique ids, with counts that add up, grouped by %s', (grouping) => {
    fc.assert(
      fc.property(files, (drafts) => {
        const input = drafts.map(({ name, findings }) =>
          file(name, ...findings.map(({ id, line, ...more }) => finding(id, line, more))),
        );
        const built = tree({ grouping }, input);
        const leaves = [...built.nodes.values()].filter((node) => node.type === 'finding');
        const total = input.reduce((sum, { findings }) => sum + findings.length, 0);
        expect(leaves).toHaveLength(total);
        expect(built.order).toHaveLength(total);
        expect(built.roots.reduce((sum, node) => sum + (node.type === 'group' ? node.count : 1), 0)).toBe(total);
        for (const node of built.nodes.values()) {
          if (node.type !== 'group') continue;
          expect(SEVERITY_ORDER.reduce((sum, severity) => sum + node.counts[severity], 0)).toBe(node.count);
          expect(node.counts[node.severity]).toBeGreaterThan(0);
        }
      }),
    );
  });

  it.each(GROUPINGS)('give the same tree whatever the order of the files, grouped by %s', (grouping) => {
    const reversed = [...FILES].reverse();
    expect(outline(tree({ grouping }, reversed).roots)).toEqual(outline(tree({ grouping }).roots));
  });
});
