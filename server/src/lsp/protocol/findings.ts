import type { Vector } from '../../core/attack-vector.ts';
import type { FixSafety } from '../../core/finding.ts';
import type { Severity } from '../../core/severity.ts';

export { VECTORS, type Vector } from '../../core/attack-vector.ts';

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

/** Server → client: the state behind the language status item. */
export const StatusNotification = 'seaworthy/status';
export interface StatusParams {
  readonly uri: string;
  readonly kind: string | null;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly milliseconds: number;
}
