import type { Severity } from '../../core/severity.ts';

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

/** Client → server: by rule and tool, the checks of other tools that tell the same thing at the same place. */
export const EquivalentsRequest = 'seaworthy/equivalents';
export interface EquivalentsResult {
  readonly rules: Readonly<Record<string, Readonly<Partial<Record<string, readonly string[]>>>>>;
}

/** Client → server: what stands around the written part of a rule's page (`{ rule }`), as it follows from the rule's data; Markdown. */
export const PageFrameRequest = 'seaworthy/pageFrame';
export interface PageFrameResult {
  readonly head: string;
  /** The first paragraph of "Why it matters", which the server has anyway and the written part leaves out. */
  readonly reason: string;
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
