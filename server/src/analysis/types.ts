import type { SyntaxProblem } from '../core/comment.ts';
import type { Finding } from '../core/finding.ts';
import type { Neighbours } from '../core/neighbours.ts';
import type { AnyRule, Environment, Profile } from '../core/rule.ts';
import type { Severity } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { FileFacts, UnitFacts } from '../project/facts.ts';

/** What a file is to us; undefined elsewhere means: not ours, left alone. */
export type FileKind = 'dockerfile' | 'compose' | 'kubernetes' | 'config';

/** A text to analyse. It need not exist on any disk. */
export interface SourceFile {
  readonly uri: string;
  readonly text: string;
  /** The editor's language id, when there is an editor. */
  readonly languageId?: string;
  /** What is known of the files around it; nothing when it is left out. */
  readonly neighbours?: Neighbours;
  /** What is deployed with it: nothing else when it is left out; null while it is not known, then nothing is said about that. */
  readonly unit?: UnitFacts | null;
}

/** What the config says of one rule, after globs, overrides and profile. */
export interface RuleSetting {
  readonly rule: AnyRule;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Which ignore comments count: all, of ours only those that give a reason, or none, whoever they are for. */
export const INLINE_IGNORES = ['always', 'with-reason', 'never'] as const;
export type InlineIgnore = (typeof INLINE_IGNORES)[number];

/** All that decides what is reported for one file, apart from its text. Equal settings are the same object. */
export interface FileSettings {
  readonly profile: Profile;
  readonly rules: readonly RuleSetting[];
  readonly environment: Environment;
  /** False for `--no-suppressions`. */
  readonly suppressions: boolean;
  /** `always` when it is left out. */
  readonly allowInlineIgnore?: InlineIgnore;
  /** Rules that would run, had the config not switched them off; no analysis runs them unless they are in `rules` too. */
  readonly silenced?: readonly RuleSetting[];
  /** Findings of this file that the baseline knows: fingerprint → why it was accepted, or ''. */
  readonly baseline?: ReadonlyMap<string, string>;
  /** Values of the project's `.env` beside a Compose file. */
  readonly variables?: ReadonlyMap<string, string>;
}

/** What silences a finding: a comment or an annotation (of ours or of the tool `source`), the config, or the baseline. */
export interface Silencer {
  readonly kind: 'comment' | 'annotation' | 'config' | 'baseline';
  readonly source: string;
  readonly reason?: string;
  /** The comment or annotation; where the silencer is in another file, the finding's own place. */
  readonly span: Span;
}

/** A finding that is there and not reported. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly by: Silencer;
}

/** What is known of one file: all offsets are the file's. */
export interface FileAnalysis {
  readonly file: SourceFile;
  readonly kind: FileKind | undefined;
  /** By position, then rule. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Where the text is not what its language asks for. */
  readonly problems: readonly SyntaxProblem[];
  /** Rules that crashed on it: told once, never to the user's face. */
  readonly crashes: readonly { readonly rule: string; readonly error: unknown }[];
  /**
   * Other files that were read or asked for, by URI, with the text that was judged by (null: no such file, undefined: not known).
   * Left out when none was. When one of them gives another text, the file is to be judged again.
   */
  readonly reads?: ReadonlyMap<string, string | null | undefined>;
  /** What of it concerns other files; of manifests only. */
  readonly facts?: FileFacts;
}
