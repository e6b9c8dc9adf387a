/** By what findings are grouped in the tree, and in which order groups and findings stand. */
import { VECTORS } from '../../../server/src/lsp/protocol.ts';
import { type Grouping, type LocatedFinding, SEVERITY_ORDER } from './model.ts';

/** One level of groups: by what they are told apart, and how they are named and ordered. */
export interface Level {
  readonly role: Grouping;
  key(located: LocatedFinding): string;
  label(located: LocatedFinding): string;
  detail(located: LocatedFinding): string;
  compare(a: Bucket, b: Bucket): number;
  /** Whether a group of one finding is replaced by that finding. */
  readonly unwrapSingle?: boolean;
}

export interface Bucket {
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

const byVector: Level = {
  role: 'vector',
  key: ({ finding }) => finding.vector,
  label: ({ finding }) => finding.vector,
  detail: () => '',
  compare: (a, b) => vectorRank(a) - vectorRank(b),
};

function vectorRank({ first }: Bucket): number {
  return VECTORS.indexOf(first.finding.vector);
}

/** The levels of each grouping, outermost first. */
export const LEVELS: Readonly<Record<Grouping, readonly Level[]>> = {
  severity: [bySeverity, { ...byRule, unwrapSingle: true }],
  file: [byFile],
  resource: [byFile, byResource],
  rule: [byRule],
  vector: [byVector, { ...byRule, unwrapSingle: true }],
};

/** The findings of each group of a level, in the order in which the groups are shown. */
export function bucketsOf(items: readonly LocatedFinding[], level: Level): Bucket[] {
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

/** By file, then in the order of the text. */
export function byPlace(a: LocatedFinding, b: LocatedFinding): number {
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
