import type { FixSafety } from '../../core/finding.ts';
import type { WireRange } from './findings.ts';

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
