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

/** A finding as the tree shows it; texts mark values with backticks. `id` stays the same while the lines around it move. */
export interface WireFinding {
  readonly id: string;
  readonly rule: string;
  readonly ruleTitle: string;
  readonly severity: Severity;
  readonly category: string;
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
  readonly kind: 'fix' | 'ignore-line' | 'ignore-resource' | 'ignore-file';
}
export interface FindingEditResult {
  readonly title: string;
  /** An LSP WorkspaceEdit with document versions. */
  readonly edit: unknown;
  /** Why nothing can be done; then `edit` is absent. */
  readonly refused?: string;
  /** The range to select after the edit: a placeholder or a reason. */
  readonly select?: WireRange;
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
  /** The section `seaworthy`, for clients that can't be asked for it. */
  readonly settings?: unknown;
}

/** Client command after an edit: select a range; arguments: the URI and a `WireRange`. */
export const SelectRangeCommand = 'seaworthy.selectRange';
/** Client command: show a rule's page; argument: its id. */
export const OpenRuleCommand = 'seaworthy.openRule';
/** Server command behind a code lens: fix what keeps a workload out of *restricted*; arguments: the URI and its name's `WireRange`. */
export const HardenWorkloadCommand = 'seaworthy.hardenWorkload';
