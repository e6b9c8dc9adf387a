import type { Confidence, Severity } from './severity.ts';
import type { TextEdit } from './text-edit.ts';
import type { At, Route } from './value.ts';

/**
 * What a fix may do to the running program. *safe*: the same behaviour; *hardening*: may break a program that relied on
 * what goes; *placeholder*: the user must complete it (a digest, a name).
 */
export type FixSafety = 'safe' | 'hardening' | 'placeholder';

/** A change that removes a finding. Offsets in `edits` are those of the analysed text. */
export interface Fix {
  /** An imperative with the concrete value: "Bind port 8080 to 127.0.0.1". */
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly TextEdit[];
  /** The routes whose value it changes; everything else stays as it was (law L3). */
  readonly touches: readonly Route[];
  /** What may break, in one sentence, for fixes that are not safe. */
  readonly caution?: string;
  /** Span, in the text after the edits, to select for the user: the placeholder. */
  readonly select?: string;
  /** Edits in other files, by URI, with those files' offsets. */
  readonly elsewhere?: ReadonlyMap<string, readonly TextEdit[]>;
}

/** A fix that can't be made here, and why: shown disabled, never guessed around. */
export interface Refusal {
  readonly title: string;
  readonly refused: string;
}

export type FixOffer = Fix | Refusal;

export function isRefusal(offer: FixOffer): offer is Refusal {
  return 'refused' in offer;
}

/** A second place that explains a finding. */
export interface Related {
  readonly at: At;
  readonly message: string;
}

/** The thing a finding is about, for grouping: a stage, a service, a workload's container. */
export interface Resource {
  readonly kind: 'stage' | 'service' | 'workload' | 'container' | 'object' | 'file';
  /** As shown: `web`, `Deployment/api`, `Deployment/api › nginx`. */
  readonly name: string;
  /** Where its name stands; findings of absence are grouped on it. */
  readonly at: At;
}

/** One thing that is unsafe, at one place. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly at: At;
  readonly resource: Resource;
  readonly related: readonly Related[];
  /** Stable under moved lines: rule, resource and normalised value (see analysis/fingerprint). */
  readonly fingerprint: string;
  /** True for a missing hardening, false for something dangerous that is there. */
  readonly absence: boolean;
  /** Computed when asked for, from the same text. */
  fixes(): readonly FixOffer[];
}
