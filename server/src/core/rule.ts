import type { FixOffer, Related, Resource } from './finding.ts';
import type { OptionSpecs, OptionValues } from './options.ts';
import type { Confidence, Severity } from './severity.ts';
import type { At } from './value.ts';

/** The first part of a rule's id: whose model it reads. `seaworthy` judges our own comments. */
export type Family = 'dockerfile' | 'compose' | 'kubernetes' | 'project' | 'seaworthy';

/** What a rule is about; each maps to one attack vector in the tree. */
export const CATEGORIES = [
  'privilege',
  'isolation',
  'host-access',
  'secrets',
  'supply-chain',
  'network',
  'access-control',
  'resources',
  'correctness',
  'best-practice',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** The smallest profile that runs the rule: recommended ⊂ strict ⊂ all. */
export const PROFILES = ['recommended', 'strict', 'all'] as const;
export type Profile = (typeof PROFILES)[number];

/** Tools whose checks rules are compared with. */
export const TOOLS = [
  'hadolint',
  'buildkit',
  'trivy',
  'checkov',
  'kics',
  'semgrep',
  'dockle',
  'kube-linter',
  'kubescape',
  'kube-score',
  'kubesec',
  'polaris',
  'dclint',
  'compose-lint',
  'pss',
] as const;
export type Tool = (typeof TOOLS)[number];

/**
 * Another tool's check for the same thing. *equal*: fires and stays silent alike; *wider*: ours flags more; *narrower*: ours
 * flags less; *related*: neither. All but *equal* and *related* need a note.
 */
export interface Equivalent {
  readonly id: string;
  readonly relation: 'equal' | 'wider' | 'narrower' | 'related';
  readonly note?: string;
  /** Its other names, for suppression comments. */
  readonly aliases?: readonly string[];
}

export interface Reference {
  /** `CWE-250`, `CIS Docker 5.4`, `MITRE T1611`, `PSS baseline`, or a page's title. */
  readonly title: string;
  readonly url?: string;
}

/** What a rule says of itself: pure data, printed by `seaworthy rules`. */
export interface RuleMeta {
  /** `<family>/<file name>`; the only id a rule has. */
  readonly id: string;
  /** Ids it had before; they still work in configs and comments. */
  readonly formerly?: readonly string[];
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly category: Category;
  readonly profile: Profile;
  /** Whether it reports something dangerous that is there, or a hardening that is missing. */
  readonly reports: 'presence' | 'absence';
  /** *always*: every finding has a fix; *sometimes*: some are refused with a reason; *none*: no fix is offered. */
  readonly fix: 'always' | 'sometimes' | 'none';
  /** How an editor draws what it reports: *unnecessary* has no effect (faded), *deprecated* is on its way out (struck through). */
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  readonly equivalents: Partial<Record<Tool, readonly Equivalent[]>>;
  readonly references: readonly Reference[];
}

/** What the outside says: nothing in here is read from a clock or a disk by a rule. */
export interface Environment {
  /** The day to compare with, `YYYY-MM-DD`, in UTC. */
  readonly today: string;
  /** `[1, 34]`; the newest known when the config does not say. */
  readonly kubernetesVersion: readonly [number, number];
}

/** One finding as a rule reports it; the runner adds severity, resource and fingerprint. */
export interface Report<M extends string = string> {
  readonly at: At;
  /** Key of the rule's `messages`; `{name}` in its text is filled from `data`. */
  readonly message: M;
  readonly data?: Readonly<Record<string, string | number>>;
  /** Where this one is worse or milder than the rule's own severity. */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** What makes it the same finding after lines moved; the message's data if not given. */
  readonly identity?: string;
  readonly related?: readonly Related[];
  /** Set when the finding is about another resource than the visited one. */
  readonly resource?: Resource;
  /** Lazy: called when someone asks for a fix. The first is the one most users want. */
  readonly fixes?: () => readonly FixOffer[];
}

export interface RuleContext<M extends string = string, O extends OptionSpecs = OptionSpecs> {
  readonly environment: Environment;
  readonly options: OptionValues<O>;
  report(report: Report<M>): void;
}

/** A rule: its data, its messages, and what it does at the altitudes it needs. */
export interface Rule<V, M extends string = string, O extends OptionSpecs = OptionSpecs> extends RuleMeta {
  /** Each one plain sentence: what, with the value in backticks. */
  readonly messages: Readonly<Record<M, string>>;
  readonly options?: O;
  readonly visit: V;
}

/** A rule whose messages and options are no longer of interest: what lists of rules hold. */
// biome-ignore lint/suspicious/noExplicitAny: visitors are contravariant in the rule's own messages and options
export type AnyRule = Rule<any, any, any>;

/** A rule as a walk calls it: its visitors, a context per visited resource, and where a crash is told. */
export interface BoundRule<V> {
  readonly visit: V;
  context(resource: Resource): RuleContext;
  /** A rule that throws is told here, and the walk goes on: one bad rule never silences the others. */
  failed(error: unknown): void;
}
