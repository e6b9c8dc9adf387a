/** The findings tree as data. No editor in here or in what builds it, so that all of it can be tested without one. */
import type { WireFinding, WireSuppressed, WireSuppression } from '../../../server/src/lsp/protocol.ts';

export type Severity = WireFinding['severity'];

/** From worst to mildest. */
export const SEVERITY_ORDER = ['critical', 'high', 'medium', 'low', 'info'] as const satisfies readonly Severity[];

/** The ways the tree can be grouped. */
export const GROUPINGS = ['severity', 'file', 'resource', 'rule', 'vector'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the tree leaves out. */
export interface Filters {
  readonly hiddenSeverities: readonly Severity[];
  readonly fixableOnly: boolean;
  readonly currentFileOnly: boolean;
  /** Only files that Git calls changed or new. */
  readonly changedFilesOnly: boolean;
  /** Only findings that have all these words somewhere in what is shown of them; '' for no wish. */
  readonly text: string;
  /** Also what comments, the config or the baseline silence. */
  readonly showSilenced: boolean;
}

/** Nothing left out. */
export const NO_FILTERS: Filters = {
  hiddenSeverities: [],
  fixableOnly: false,
  currentFileOnly: false,
  changedFilesOnly: false,
  text: '',
  showSilenced: false,
};

/** The findings of one file; `path` is how the file is named to the user. */
export interface FileFindings {
  readonly uri: string;
  readonly path: string;
  readonly findings: readonly WireFinding[];
}

/** What is silenced in one file. */
export interface FileSilenced extends FileFindings {
  readonly findings: readonly WireSuppressed[];
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
  /** `silenced` and `skipped` stand below all others, and are in no count. */
  readonly role: Grouping | 'silenced' | 'skipped';
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
  /** How many have one that needs nobody to complete it. */
  readonly fixable: number;
  /** The file all findings below it are in, for file and resource nodes. */
  readonly uri?: string;
  /** The rule all findings below it are of, for rule nodes. */
  readonly rule?: string;
  /** All findings below it, those behind a `MoreNode` too. */
  readonly findings: readonly LocatedFinding[];
  readonly children: readonly TreeNode[];
}

export interface FindingNode extends LocatedFinding {
  readonly type: 'finding';
  readonly id: string;
}

/** A finding that is silenced, and by what. */
export interface SilencedNode extends LocatedFinding {
  readonly type: 'silenced';
  readonly id: string;
  readonly suppression: WireSuppression;
}

/** A file that a scan left out, and why. */
export interface SkippedNode {
  readonly type: 'skipped';
  readonly id: string;
  readonly uri: string;
  readonly path: string;
  readonly reason: string;
}

/** Stands for the children of `group` (undefined: of the root) that are not shown yet. */
export interface MoreNode {
  readonly type: 'more';
  readonly id: string;
  readonly group: string;
  readonly remaining: number;
}

export type TreeNode = GroupNode | FindingNode | SilencedNode | SkippedNode | MoreNode;

export interface TreeOptions {
  readonly grouping: Grouping;
  readonly filters: Filters;
  /** URI of the file in the active editor, for `currentFileOnly`. */
  readonly currentFile?: string | undefined;
  /** URIs of the files that Git calls changed, for `changedFilesOnly`; none where that is not known. */
  readonly changedFiles?: ReadonlySet<string> | undefined;
  readonly silenced?: readonly FileSilenced[];
  readonly skipped?: readonly Omit<SkippedNode, 'type' | 'id'>[];
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
  const { fixableOnly, currentFileOnly, changedFilesOnly, text, hiddenSeverities } = filters;
  return fixableOnly || currentFileOnly || changedFilesOnly || text !== '' || hiddenSeverities.length > 0;
}

/** How many of `findings` there are of each severity. */
export function countBySeverity(findings: readonly { readonly finding: WireFinding }[]): Counts {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { finding } of findings) counts[finding.severity] += 1;
  return counts;
}
