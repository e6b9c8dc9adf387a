/** Which findings are shown, how they are grouped, with which counts. */
import { type Bucket, bucketsOf, byPlace, LEVELS, type Level } from './levels.ts';
import {
  countBySeverity,
  type FileFindings,
  type FindingNode,
  type GroupNode,
  type LocatedFinding,
  type MoreNode,
  PAGE_SIZE,
  ROOT,
  SEVERITY_ORDER,
  type SilencedNode,
  type SkippedNode,
  type Tree,
  type TreeNode,
  type TreeOptions,
} from './model.ts';

/** The tree of `files` as grouped and filtered by `options`. The order of `files` does not matter. */
export function buildTree(files: readonly FileFindings[], options: TreeOptions): Tree {
  const all = files.flatMap((file) => file.findings.map((finding) => ({ uri: file.uri, path: file.path, finding })));
  const shown = all.filter((located) => passes(located, options)).sort(byPlace);
  const builder = new TreeBuilder(options.limits ?? new Map());
  const grown = builder.grow(shown, LEVELS[options.grouping], undefined);
  const roots = [
    ...grown,
    ...builder.besides(silencedRows(options), 'silenced'),
    ...builder.besides(skippedRows(options), 'skipped'),
  ];
  return { roots, nodes: builder.nodes, parents: builder.parents, order: builder.order, total: all.length };
}

function passes(located: LocatedFinding, { filters, currentFile, changedFiles }: TreeOptions): boolean {
  if (filters.text !== '' && !hasWords(located, filters.text)) return false;
  if (filters.hiddenSeverities.includes(located.finding.severity)) return false;
  if (filters.fixableOnly && located.finding.fix === undefined) return false;
  if (filters.changedFilesOnly && changedFiles?.has(located.uri) !== true) return false;
  return !filters.currentFileOnly || located.uri === currentFile;
}

/** Whether each word stands somewhere in what is shown of a finding; the case does not matter. */
function hasWords({ path, finding }: LocatedFinding, text: string): boolean {
  const shown = [path, finding.rule, finding.ruleTitle, finding.message, finding.resource, finding.category]
    .join('\n')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => shown.includes(word));
}

function silencedRows(options: TreeOptions): SilencedNode[] {
  const { silenced = [], filters } = options;
  if (!filters.showSilenced) return [];
  const anyFix = { ...options, filters: { ...filters, fixableOnly: false } };
  return silenced
    .flatMap(({ uri, path, findings }) => findings.map((finding) => ({ uri, path, finding })))
    .filter((located) => passes(located, anyFix))
    .sort(byPlace)
    .map(({ uri, path, finding }) => ({
      type: 'silenced',
      id: `silenced:${uri}#${finding.id}`,
      uri,
      path,
      finding,
      suppression: finding.suppression,
    }));
}

function skippedRows({ skipped = [] }: TreeOptions): SkippedNode[] {
  return skipped.map((file) => ({ type: 'skipped', id: `skipped:${file.uri}`, ...file }));
}

class TreeBuilder {
  readonly nodes = new Map<string, TreeNode>();
  readonly parents = new Map<string, GroupNode>();
  readonly order: LocatedFinding[] = [];
  private readonly limits: ReadonlyMap<string, number>;

  constructor(limits: ReadonlyMap<string, number>) {
    this.limits = limits;
  }

  grow(items: readonly LocatedFinding[], levels: readonly Level[], parent: string | undefined): TreeNode[] {
    const [level, ...rest] = levels;
    const nodes =
      level === undefined
        ? items.map((located) => this.leaf(located))
        : bucketsOf(items, level).map((bucket) => this.branch(bucket, level, rest, parent));
    return this.page(nodes, parent ?? ROOT);
  }

  private branch(bucket: Bucket, level: Level, rest: readonly Level[], parent: string | undefined): TreeNode {
    if (level.unwrapSingle === true && bucket.items.length === 1) return this.leaf(bucket.first);
    const id = `${parent ?? ''}/${level.role}:${bucket.key}`;
    const children = this.grow(bucket.items, rest, id);
    const node: GroupNode = {
      type: 'group',
      role: level.role,
      id,
      label: level.label(bucket.first),
      detail: level.detail(bucket.first),
      severity: SEVERITY_ORDER[bucket.worst] ?? 'info',
      counts: countBySeverity(bucket.items),
      count: bucket.items.length,
      fixable: bucket.items.filter(({ finding }) => finding.fix !== undefined && finding.fix.safety !== 'placeholder').length,
      safelyFixable: bucket.items.filter(({ finding }) => finding.fix?.safety === 'safe').length,
      ...(level.role === 'file' || level.role === 'resource' ? { uri: bucket.first.uri } : {}),
      ...(level.role === 'rule' ? { rule: bucket.first.finding.rule } : {}),
      findings: bucket.items,
      children,
    };
    this.nodes.set(id, node);
    for (const child of children) this.parents.set(child.id, node);
    return node;
  }

  private leaf(located: LocatedFinding): FindingNode {
    this.order.push(located);
    const id = this.freeId(`${located.uri}#${located.finding.id}`);
    const node: FindingNode = { type: 'finding', id, ...located };
    this.nodes.set(id, node);
    return node;
  }

  /** A group at the end for what is no finding; none when it would be empty. */
  besides(rows: readonly (SilencedNode | SkippedNode)[], role: 'silenced' | 'skipped'): GroupNode[] {
    if (rows.length === 0) return [];
    const placed = rows.map((row) => ({ ...row, id: this.freeId(row.id) }));
    for (const row of placed) this.nodes.set(row.id, row);
    const node: GroupNode = {
      type: 'group',
      role,
      id: `/${role}`,
      label: role,
      detail: '',
      severity: 'info',
      counts: countBySeverity([]),
      count: rows.length,
      safelyFixable: 0,
      fixable: 0,
      findings: [],
      children: this.page(placed, `/${role}`),
    };
    this.nodes.set(node.id, node);
    for (const child of node.children) this.parents.set(child.id, node);
    return [node];
  }

  /** VS Code drops the whole tree when two items share an id. */
  private freeId(base: string): string {
    let id = base;
    for (let copy = 2; this.nodes.has(id); copy += 1) id = `${base}~${copy}`;
    return id;
  }

  private page(nodes: TreeNode[], group: string): TreeNode[] {
    const limit = this.limits.get(group) ?? PAGE_SIZE;
    if (nodes.length <= limit) return nodes;
    const more: MoreNode = { type: 'more', id: `${group}/more`, group, remaining: nodes.length - limit };
    this.nodes.set(more.id, more);
    return [...nodes.slice(0, limit), more];
  }
}
