/**
 * The findings tree as data: which findings are shown, how they are grouped, in which order, with which counts. No editor in
 * here, so that all of it can be tested without one.
 */
import type { WireFinding } from '../../../server/src/lsp/protocol.ts';

export type Severity = WireFinding['severity'];

/** From worst to mildest. */
export const SEVERITY_ORDER = ['critical', 'high', 'medium', 'low', 'info'] as const satisfies readonly Severity[];

/** The ways the tree can be grouped. */
export const GROUPINGS = ['severity', 'file', 'resource', 'rule'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the tree leaves out. */
export interface Filters {
  readonly hiddenSeverities: readonly Severity[];
  readonly fixableOnly: boolean;
  readonly currentFileOnly: boolean;
}

/** Nothing left out. */
export const NO_FILTERS: Filters = { hiddenSeverities: [], fixableOnly: false, currentFileOnly: false };

/** The findings of one file; `path` is how the file is named to the user. */
export interface FileFindings {
  readonly uri: string;
  readonly path: string;
  readonly findings: readonly WireFinding[];
}

/** A finding and the file it is in. */
export interface LocatedFinding {
  readonly uri: string;
  readonly path: string;
  readonly finding: WireFinding;
}

export type Counts = Readonly<Record<Severity, number>>;

export interface GroupNode {
  readonly type: 'group';
  readonly role: Grouping;
  readonly id: string;
  readonly label: string;
  /** What tells two equal labels apart: the folder of a file, the id of a rule, the kind of a resource. */
  readonly detail: string;
  /** The worst severity below it. */
  readonly severity: Severity;
  readonly counts: Counts;
  readonly count: number;
  /** How many findings below it have a fix of safety *safe*. */
  readonly safelyFixable: number;
  /** The file all findings below it are in, for file and resource nodes. */
  readonly uri?: string;
  /** The rule all findings below it are of, for rule nodes. */
  readonly rule?: string;
  readonly children: readonly TreeNode[];
}

export interface FindingNode extends LocatedFinding {
  readonly type: 'finding';
  readonly id: string;
}

/** Stands for the children of `group` (undefined: of the root) that are not shown yet. */
export interface MoreNode {
  readonly type: 'more';
  readonly id: string;
  readonly group: string;
  readonly remaining: number;
}

export type TreeNode = GroupNode | FindingNode | MoreNode;

export interface TreeOptions {
  readonly grouping: Grouping;
  readonly filters: Filters;
  /** URI of the file in the active editor, for `currentFileOnly`. */
  readonly currentFile?: string | undefined;
  /** Children to show of a group, by its id, where the user asked for more than `PAGE_SIZE`. */
  readonly limits?: ReadonlyMap<string, number>;
}

export interface Tree {
  readonly roots: readonly TreeNode[];
  /** Every node by id. */
  readonly nodes: ReadonlyMap<string, TreeNode>;
  /** The group a node is in, by the node's id; roots are not in here. */
  readonly parents: ReadonlyMap<string, GroupNode>;
  /** All findings that pass the filters, top to bottom, those behind a `MoreNode` too. */
  readonly order: readonly LocatedFinding[];
  /** How many findings there are before the filters. */
  readonly total: number;
}

/** So many children of one group are shown at first, and so many more each time the user asks. */
export const PAGE_SIZE = 200;

/** The id under which `TreeOptions.limits` holds the limit of the roots. */
export const ROOT = 'root';

/** Whether any filter leaves something out. */
export function isFiltering(filters: Filters): boolean {
  return filters.fixableOnly || filters.currentFileOnly || filters.hiddenSeverities.length > 0;
}

/** How many of `findings` there are of each severity. */
export function countBySeverity(findings: readonly { readonly finding: WireFinding }[]): Counts {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { finding } of findings) counts[finding.severity] += 1;
  return counts;
}

/** The tree of `files` as grouped and filtered by `options`. The order of `files` does not matter. */
export function buildTree(files: readonly FileFindings[], options: TreeOptions): Tree {
  const all = files.flatMap((file) => file.findings.map((finding) => ({ uri: file.uri, path: file.path, finding })));
  const shown = all.filter((located) => passes(located, options)).sort(byPlace);
  const builder = new TreeBuilder(options.limits ?? new Map());
  const roots = builder.grow(shown, LEVELS[options.grouping], undefined);
  return { roots, nodes: builder.nodes, parents: builder.parents, order: builder.order, total: all.length };
}

function passes(located: LocatedFinding, { filters, currentFile }: TreeOptions): boolean {
  if (filters.hiddenSeverities.includes(located.finding.severity)) return false;
  if (filters.fixableOnly && located.finding.fix === undefined) return false;
  return !filters.currentFileOnly || located.uri === currentFile;
}

/** One level of groups: by what they are told apart, and how they are named and ordered. */
interface Level {
  readonly role: Grouping;
  key(located: LocatedFinding): string;
  label(located: LocatedFinding): string;
  detail(located: LocatedFinding): string;
  compare(a: Bucket, b: Bucket): number;
  /** Whether a group of one finding is replaced by that finding. */
  readonly unwrapSingle?: boolean;
}

interface Bucket {
  readonly key: string;
  readonly first: LocatedFinding;
  readonly items: LocatedFinding[];
  worst: number;
}

const bySeverity: Level = {
  role: 'severity',
  key: ({ finding }) => finding.severity,
  label: ({ finding }) => finding.severity,
  detail: () => '',
  compare: (a, b) => a.worst - b.worst,
};

const byFile: Level = {
  role: 'file',
  key: ({ uri }) => uri,
  label: ({ path }) => path.slice(path.lastIndexOf('/') + 1),
  detail: ({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/'))),
  compare: (a, b) => compareText(a.first.path, b.first.path) || compareText(a.key, b.key),
};

const byResource: Level = {
  role: 'resource',
  key: ({ finding }) => `${finding.resourceKind}:${finding.resource}`,
  label: ({ finding }) => finding.resource,
  detail: ({ finding }) => finding.resourceKind,
  compare: (a, b) => byPlace(a.first, b.first),
};

const byRule: Level = {
  role: 'rule',
  key: ({ finding }) => finding.rule,
  label: ({ finding }) => finding.ruleTitle,
  detail: ({ finding }) => finding.rule,
  compare: (a, b) => a.worst - b.worst || b.items.length - a.items.length || compareText(a.key, b.key),
};

const LEVELS: Readonly<Record<Grouping, readonly Level[]>> = {
  severity: [bySeverity, { ...byRule, unwrapSingle: true }],
  file: [byFile],
  resource: [byFile, byResource],
  rule: [byRule],
};

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
      safelyFixable: bucket.items.filter(({ finding }) => finding.fix?.safety === 'safe').length,
      ...(level.role === 'file' || level.role === 'resource' ? { uri: bucket.first.uri } : {}),
      ...(level.role === 'rule' ? { rule: bucket.first.finding.rule } : {}),
      children,
    };
    this.nodes.set(id, node);
    for (const child of children) this.parents.set(child.id, node);
    return node;
  }

  private leaf(located: LocatedFinding): FindingNode {
    this.order.push(located);
    const base = `${located.uri}#${located.finding.id}`;
    let id = base;
    // VS Code drops the whole tree when two items share an id.
    for (let copy = 2; this.nodes.has(id); copy += 1) id = `${base}~${copy}`;
    const node: FindingNode = { type: 'finding', id, ...located };
    this.nodes.set(id, node);
    return node;
  }

  private page(nodes: TreeNode[], group: string): TreeNode[] {
    const limit = this.limits.get(group) ?? PAGE_SIZE;
    if (nodes.length <= limit) return nodes;
    const more: MoreNode = { type: 'more', id: `${group}/more`, group, remaining: nodes.length - limit };
    this.nodes.set(more.id, more);
    return [...nodes.slice(0, limit), more];
  }
}

function bucketsOf(items: readonly LocatedFinding[], level: Level): Bucket[] {
  const buckets = new Map<string, Bucket>();
  for (const located of items) {
    const key = level.key(located);
    const rank = SEVERITY_ORDER.indexOf(located.finding.severity);
    const bucket = buckets.get(key);
    if (bucket === undefined) {
      buckets.set(key, { key, first: located, items: [located], worst: rank });
    } else {
      bucket.items.push(located);
      bucket.worst = Math.min(bucket.worst, rank);
    }
  }
  return [...buckets.values()].sort(level.compare);
}

function byPlace(a: LocatedFinding, b: LocatedFinding): number {
  const start = a.finding.range.start;
  const other = b.finding.range.start;
  return (
    compareText(a.path, b.path) ||
    compareText(a.uri, b.uri) ||
    start.line - other.line ||
    start.character - other.character ||
    compareText(a.finding.rule, b.finding.rule) ||
    compareText(a.finding.id, b.finding.id)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
