/**
 * The signatures of the engine's doors, for the rooms above: `report`, `workspace`, `lsp`, `cli`. Implementations are
 * re-exported by `analysis/index.ts`.
 */

import type { SyntaxProblem } from '../core/comment.ts';
import type { Description } from '../core/description.ts';
import type { Finding, FixSafety } from '../core/finding.ts';
import type { AnyRule, Environment, Profile } from '../core/rule.ts';
import type { Severity } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { TextEdit } from '../core/text-edit.ts';
import type { PodSecurityLevel } from '../kubernetes/pod-security/evaluate.ts';
import type { FileAnalysis, FileSettings, InlineIgnore, SourceFile } from './types.ts';

export interface Engine {
  readonly rules: readonly AnyRule[];
  /**
   * Judges one file. With `previous` (an analysis of an earlier text of the same file) unchanged slices keep their tree,
   * model and findings. Synchronous, total: never throws, whatever the text.
   */
  analyze(file: SourceFile, settings: FileSettings, previous?: FileAnalysis): FileAnalysis;
  /**
   * Lets go of the trees and models that an analysis holds on to. It stays true and whole: a fix that was not asked for until then
   * takes judging its slice once more.
   */
  letGo?(analysis: FileAnalysis): void;
}

/** Which fixes a bulk fix may take. */
export interface FixSelection {
  readonly safety: FixSafety;
  readonly rules?: readonly string[];
  /** Only the findings with these fingerprints. */
  readonly ids?: readonly string[];
  /** Only findings of the resource that stands here (its name's span in the current text). */
  readonly resource?: Span;
  /** Only missing hardenings. */
  readonly absencesOnly?: boolean;
  /** Only findings of the workload of this name and of its containers. */
  readonly workload?: string;
}

export interface FixAllOutcome {
  /** The text after all fixes. */
  readonly text: string;
  /** A minimal difference from the analysed text. */
  readonly edits: readonly TextEdit[];
  readonly fixed: readonly Finding[];
  readonly skipped: readonly { readonly finding: Finding; readonly reason: string }[];
}
export type FixAll = (engine: Engine, file: SourceFile, settings: FileSettings, selection: FixSelection) => FixAllOutcome;

/** Where an ignore comment goes, and which part of it to select (the reason), in the text after the edits. */
export interface IgnoreEdit {
  readonly edits: readonly TextEdit[];
  readonly select: Span;
}
export type IgnoreScope = 'line' | 'resource' | 'file';
export type EditToIgnore = (
  analysis: FileAnalysis,
  finding: Finding,
  scope: IgnoreScope,
) => IgnoreEdit | { readonly refused: string };

/** A `.seaworthy.yaml`, read. */
export interface Config {
  readonly profile?: Profile;
  readonly rules: Readonly<Record<string, RuleConfig>>;
  readonly exclude: readonly string[];
  readonly overrides: readonly { readonly files: readonly string[]; readonly rules: Readonly<Record<string, RuleConfig>> }[];
  readonly kubernetesVersion?: readonly [number, number];
  readonly allowInlineIgnore?: InlineIgnore;
  /** Path of the baseline, relative to the config's folder. */
  readonly baseline?: string;
}
export type RuleConfig = Severity | 'off' | { readonly severity?: Severity | 'off'; readonly options?: unknown };

/** Reads a config; every problem is located in its text, and the rest of the config still counts. */
export type ReadConfig = (
  text: string,
  rules: readonly AnyRule[],
) => {
  readonly config: Config;
  readonly problems: readonly SyntaxProblem[];
  /** Where the baseline is named. */
  readonly baselineAt?: Span;
};

/** What comes from outside the config file. Flags of the command line win over it; what the editor's user set holds where it is silent. */
export interface SettingsOverrides {
  readonly profile?: Profile;
  readonly kubernetesVersion?: readonly [number, number];
  readonly suppressions?: boolean;
  readonly editor?: Pick<Config, 'profile' | 'kubernetesVersion' | 'allowInlineIgnore'> & Partial<Pick<Config, 'rules'>>;
}

/**
 * Settings of one file. `path` is relative to the config's folder, with `/`; memoised, so that equal inputs give the same
 * object (which is what makes caches of analyses hold).
 */
export type ResolveSettings = (
  config: Config,
  path: string,
  rules: readonly AnyRule[],
  environment: Environment,
  overrides: SettingsOverrides,
) => FileSettings;

/** What holds at an offset (UTF-16, of the file), whether or not something is wrong there; undefined where there is nothing to say. */
export type Describe = (file: SourceFile, settings: FileSettings, offset: number) => Description | undefined;

/** What holds for a named thing, in a few words to stand behind its name. Plain text; the tooltip is Markdown. */
export interface ContextHint {
  /** The name's span, of the file. */
  readonly span: Span;
  readonly label: string;
  readonly tooltip: string;
}
export type HintsOf = (file: SourceFile, settings: FileSettings) => readonly ContextHint[];

/** The Pod Security level of one workload of a file. */
export interface WorkloadLevel {
  /** Its name's span; the kind's where it has no name. */
  readonly span: Span;
  /** `Deployment/api`. */
  readonly name: string;
  readonly level: PodSecurityLevel;
  /** How many things keep it out of *restricted*. */
  readonly toRestricted: number;
}
export type PodSecurityOf = (file: SourceFile, settings: FileSettings) => readonly WorkloadLevel[];

/** A workload made stricter, as a minimal difference from the file's text. */
export interface HardenedPods {
  readonly text: string;
  readonly edits: readonly TextEdit[];
  /** How many things still keep it out of *restricted*. */
  readonly toRestricted: number;
  /** What they are, each a sentence without its stop: they have to be done by hand. */
  readonly remaining: readonly string[];
}
/** `at` is the span of a `WorkloadLevel` of the current text. */
export type HardenPods = (
  engine: Engine,
  file: SourceFile,
  settings: FileSettings,
  at: Span,
) => HardenedPods | { readonly refused: string };
