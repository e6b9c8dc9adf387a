import type { SyntaxProblem } from '../core/comment.ts';
import type { Finding } from '../core/finding.ts';
import type { AnyRule, Environment, Profile } from '../core/rule.ts';
import type { Severity } from '../core/severity.ts';
import type { Span } from '../core/span.ts';

/** What a file is to us; undefined elsewhere means: not ours, left alone. */
export type FileKind = 'dockerfile' | 'compose' | 'kubernetes' | 'config';

/** A text to analyse. It need not exist on any disk. */
export interface SourceFile {
  readonly uri: string;
  readonly text: string;
  /** The editor's language id, when there is an editor. */
  readonly languageId?: string;
}

/** What the config says of one rule, after globs, overrides and profile. */
export interface RuleSetting {
  readonly rule: AnyRule;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, unknown>>;
}

/** All that decides what is reported for one file, apart from its text. Equal settings are the same object. */
export interface FileSettings {
  readonly profile: Profile;
  readonly rules: readonly RuleSetting[];
  readonly environment: Environment;
  /** False for `--no-suppressions`. */
  readonly suppressions: boolean;
  /** Values of the project's `.env` beside a Compose file. */
  readonly variables?: ReadonlyMap<string, string>;
}

/** A finding that a comment or an annotation silences. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly by: { readonly source: string; readonly reason?: string; readonly span: Span };
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
}
