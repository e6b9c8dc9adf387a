/**
 * Custom messages between client and server: names and types only, so that the client can import this file and nothing
 * else of the server.
 */
import type { FixSafety } from '../core/finding.ts';
import type { Severity } from '../core/severity.ts';

/** An LSP range: 0-based lines, UTF-16 characters. */
export interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What an attacker gains, from worst to mildest; `other` is for what harms without one. */
export const VECTORS = [
  'container-escape',
  'privilege-escalation',
  'host-access',
  'secret-exposure',
  'supply-chain',
  'network-exposure',
  'resource-abuse',
  'other',
] as const;
export type Vector = (typeof VECTORS)[number];

/** A finding as the tree shows it; texts mark values with backticks. `id` stays the same while the lines around it move. */
export interface WireFinding {
  readonly id: string;
  readonly rule: string;
  readonly ruleTitle: string;
  readonly severity: Severity;
  readonly category: string;
  readonly vector: Vector;
  readonly message: string;
  readonly range: WireRange;
  /** `web`, `Deployment/api`, `stage build`. */
  readonly resource: string;
  readonly resourceKind: string;
  readonly absence: boolean;
  /** The best fix that can be made, if any, and what it may break. */
  readonly fix?: { readonly title: string; readonly safety: FixSafety; readonly caution?: string };
  /** Why no fix can be made, where one would be wanted. */
  readonly noFix?: string;
}

/** Server → client: the findings of one file, whole; an empty list takes the file out of the tree. */
export const FindingsNotification = 'seaworthy/findings';
export interface FindingsParams {
  readonly files: readonly { readonly uri: string; readonly findings: readonly WireFinding[] }[];
}

/** What silences a finding, where it stands, and why. */
export interface WireSuppression {
  readonly kind: 'comment' | 'annotation' | 'config' | 'baseline';
  /** `seaworthy`, or the tool whose comment or annotation it is. */
  readonly source: string;
  readonly reason?: string;
  readonly uri: string;
  readonly range: WireRange;
}
export interface WireSuppressed extends WireFinding {
  readonly suppression: WireSuppression;
}

/** Client → server: what is silenced in some files, or in all that are open or were scanned. Computed when asked for. */
export const SuppressedRequest = 'seaworthy/suppressed';
export interface SuppressedParams {
  readonly uris?: readonly string[];
}
export interface SuppressedResult {
  readonly files: readonly { readonly uri: string; readonly findings: readonly WireSuppressed[] }[];
}

/** Client → server: scan folders (all workspace folders when empty). Partial results arrive as findings. Cancellable; the result says how far it came. */
export const ScanRequest = 'seaworthy/scan';
export interface ScanParams {
  readonly folders?: readonly string[];
  /** Reported back in `ScanProgressNotification`. */
  readonly token: string;
}
export interface ScanResult {
  readonly scanned: number;
  readonly total: number;
  readonly findings: number;
  readonly cancelled: boolean;
  readonly milliseconds: number;
  /** Files that could not be read, or were left out for size, with why. */
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
}

/** Client → server: forget what scans found in files that are not open; answered when the findings are taken back. */
export const ClearScanRequest = 'seaworthy/clearScan';

/** Server → client: how far a scan is. */
export const ScanProgressNotification = 'seaworthy/scanProgress';
export interface ScanProgressParams {
  readonly token: string;
  readonly done: number;
  readonly total: number;
  readonly current?: string;
}

/** Client → server: the edit that the best fix of a finding, or the ignore comment for it, makes; null when it is gone or can't be made. */
export const FindingEditRequest = 'seaworthy/findingEdit';
export interface FindingEditParams {
  readonly uri: string;
  readonly id: string;
  readonly kind: 'fix' | IgnoreKind;
  /** More findings of the file, for the baseline. */
  readonly ids?: readonly string[];
}
export interface FindingEditResult {
  readonly title: string;
  /** An LSP WorkspaceEdit with document versions. */
  readonly edit: unknown;
  /** Why nothing can be done; then `edit` is absent. */
  readonly refused?: string;
  /** The range to select after the edit: a placeholder or a reason; in `selectIn` when it is not in the finding's file. */
  readonly select?: WireRange;
  readonly selectIn?: string;
  /** A file that nobody edits by hand, to be saved at once. */
  readonly save?: string;
}

/** The ways to ignore a finding: comments of three reaches, entries of the config of three reaches, the baseline. */
export const IGNORE_KINDS = [
  'ignore-line',
  'ignore-resource',
  'ignore-file',
  'config-file',
  'config-folder',
  'config-project',
  'baseline',
] as const;
export type IgnoreKind = (typeof IGNORE_KINDS)[number];

/** Client → server: the ways in which a finding can be ignored now; null when it is gone. */
export const IgnoreScopesRequest = 'seaworthy/ignoreScopes';
export interface IgnoreScope {
  readonly kind: IgnoreKind;
  readonly title: string;
  readonly detail: string;
  /** Why it can not be done. */
  readonly refused?: string;
}

/** Client → server: all safe fixes of one file as one minimal edit, and what was left. */
export const FixAllRequest = 'seaworthy/fixAll';
export interface FixAllParams {
  readonly uri: string;
  /** Only these rules, when given. */
  readonly rules?: readonly string[];
  readonly safety: FixSafety;
}
export interface FixAllResult {
  readonly edit: unknown;
  readonly fixed: number;
  readonly skipped: readonly { readonly message: string; readonly reason: string }[];
}

/** Client → server: fixes of many files as one edit for the user to look at first, computed from their current texts. */
export const BulkFixRequest = 'seaworthy/bulkFix';
export interface BulkFixParams {
  readonly safety: FixSafety;
  /** Only these rules, when given. */
  readonly rules?: readonly string[];
  /** Only these files, and of them only these findings; all files that are known when left out. */
  readonly files?: readonly { readonly uri: string; readonly ids?: readonly string[] }[];
}
export interface BulkFixResult {
  /** An LSP WorkspaceEdit whose changes ask to be confirmed; null when there is nothing to change. */
  readonly edit: unknown;
  readonly fixed: number;
  readonly files: number;
  readonly skipped: readonly { readonly uri: string; readonly line: number; readonly message: string; readonly reason: string }[];
}

/** Client → server: what an attacker does with what a rule finds, as a paragraph of Markdown; '' when nothing is known. */
export const ExplainRequest = 'seaworthy/explain';

/** Client → server: every rule, and whether it is checked in a file's folder (the first workspace folder without one). */
export const RulesRequest = 'seaworthy/rules';
export interface WireRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly category: string;
  /** `profile`: only a stricter profile checks it. */
  readonly state: 'on' | 'off' | 'profile';
}

/** Client → server: the edit of a project's own file: a config to be created, a baseline of all that is found now, the use of another one. */
export const ProjectEditRequest = 'seaworthy/projectEdit';
export interface ProjectEditParams {
  readonly kind: 'config' | 'baseline' | 'create-baseline' | 'use-baseline';
  /** A file or folder of the project. */
  readonly uri: string;
  /** The baseline to use. */
  readonly baseline?: string;
}
export interface ProjectEditResult {
  /** The file that is edited, or is as it should be already. */
  readonly uri: string;
  /** Whether the file is there now. */
  readonly exists: boolean;
  readonly edit: unknown;
  /** How many findings a new baseline holds. */
  readonly findings?: number;
  readonly refused?: string;
}

/** Client → server: by rule and tool, the checks of other tools that tell the same thing at the same place. */
export const EquivalentsRequest = 'seaworthy/equivalents';
export interface EquivalentsResult {
  readonly rules: Readonly<Record<string, Readonly<Partial<Record<string, readonly string[]>>>>>;
}

/** Client → server: what stands around the written part of a rule's page (`{ rule }`), as it follows from the rule's data; Markdown. */
export const PageFrameRequest = 'seaworthy/pageFrame';
export interface PageFrameResult {
  readonly head: string;
  readonly tail: string;
}

/** Client → server: a report on all files that are open or were scanned; null when it was cancelled. */
export const ReportRequest = 'seaworthy/report';
export interface ReportParams {
  /** One of the command line's `--format`. */
  readonly format: string;
  /** The version that the report names. */
  readonly version: string;
  /** What the rules' pages say in short, by rule, where the format tells it. */
  readonly pages?: Readonly<Record<string, { readonly finds: string; readonly why: string; readonly fix: string }>>;
}
export interface ReportResult {
  readonly text: string;
  readonly files: number;
  readonly findings: number;
  /** The severity of the worst finding. */
  readonly worst: Severity | null;
}

/** Server → client: the state behind the language status item. */
export const StatusNotification = 'seaworthy/status';
export interface StatusParams {
  readonly uri: string;
  readonly kind: string | null;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly milliseconds: number;
}

/** Client → server → host: what is read where the server has no disk (web, virtual workspaces). */
export const ReadFileRequest = 'seaworthy/readFile';
export const ListFilesRequest = 'seaworthy/listFiles';
export interface ListFilesParams {
  readonly folder: string;
}
export interface ListFilesResult {
  readonly files: readonly { readonly uri: string; readonly size: number }[];
}
export interface ReadFileParams {
  readonly uri: string;
}
export interface ReadFileResult {
  readonly text: string | null;
  readonly reason?: string;
}

/** The settings under `seaworthy.` that the server reads. */
export type { ServerSettings } from '../workspace/server-settings.ts';

/** What a client may say at its start; each part may be left out. */
export interface InitializationOptions {
  /** URI of the folder of rule pages, without a slash at its end: `<pageBase>/<family>/<name>.md`. */
  readonly pageBase?: string;
  /**
   * True from a client that knows the commands below, watches files itself, and wants `FindingsNotification` and
   * `StatusNotification`; any other gets plain edits and standard messages only.
   */
  readonly commands?: boolean;
  /** Translations of `ui-words.ts` by the English text. */
  readonly l10n?: unknown;
  /** The section `seaworthy`, for clients that can't be asked for it. */
  readonly settings?: unknown;
}

/** Client command after an edit: select a range; arguments: the URI and a `WireRange`. */
export const SelectRangeCommand = 'seaworthy.selectRange';
/** Client command: show a rule's page; argument: its id. */
export const OpenRuleCommand = 'seaworthy.openRule';
/** Server command behind a code lens: fix what keeps a workload out of *restricted*; arguments: the URI and its name's `WireRange`. */
export const HardenWorkloadCommand = 'seaworthy.hardenWorkload';
