import type { RuleConfig } from '../analysis/api.ts';
import { INLINE_IGNORES, type InlineIgnore } from '../analysis/types.ts';
import type { Profile } from '../core/rule.ts';
import { PROFILES } from '../core/rule.ts';
import { SEVERITIES } from '../core/severity.ts';

/** When open documents are judged; `manual`: only when a scan or a command asks. */
const RUNS = ['onType', 'onSave', 'manual'] as const;

/** The settings under `seaworthy.` that the server reads. */
export interface ServerSettings {
  readonly enable: boolean;
  readonly run: (typeof RUNS)[number];
  readonly profile: Profile | null;
  readonly kubernetesVersion: string | null;
  /** Severities by rule id or glob. */
  readonly rules: Readonly<Record<string, RuleConfig>>;
  readonly allowInlineIgnore: InlineIgnore | null;
  /** Whether scans leave out what `.gitignore` files name. */
  readonly useGitignore: boolean;
  readonly exclude: readonly string[];
  readonly maxFileSizeKB: number;
  /** Whether a line above each Kubernetes workload tells its Pod Security level. */
  readonly codeLens: boolean;
  /** Whether the effective user and capabilities stand behind the names of stages, services and containers. */
  readonly inlayHints: boolean;
}

/** Where the settings of a place come from. */
export type SettingsSource = (uri: string) => Promise<ServerSettings>;

/** Settings that hold when nobody says anything. */
export const DEFAULT_SETTINGS: ServerSettings = {
  enable: true,
  run: 'onType',
  profile: null,
  kubernetesVersion: null,
  rules: {},
  allowInlineIgnore: null,
  useGitignore: true,
  exclude: [],
  maxFileSizeKB: 1024,
  codeLens: false,
  inlayHints: false,
};

/** Settings from whatever an editor sent: what is missing or of the wrong type keeps its default. */
export function readSettings(given: unknown): ServerSettings {
  const said: Readonly<Record<string, unknown>> = typeof given === 'object' && given !== null ? { ...given } : {};
  const { enable, run, profile, kubernetesVersion, exclude, maxFileSizeKB, codeLens, rules, allowInlineIgnore, useGitignore } =
    said;
  const knownProfile = PROFILES.find((p) => p === profile);
  return {
    enable: typeof enable === 'boolean' ? enable : DEFAULT_SETTINGS.enable,
    run: RUNS.find((known) => known === run) ?? DEFAULT_SETTINGS.run,
    rules: readRules(rules),
    allowInlineIgnore: INLINE_IGNORES.find((policy) => policy === allowInlineIgnore) ?? null,
    useGitignore: useGitignore !== false,
    profile: knownProfile ?? DEFAULT_SETTINGS.profile,
    kubernetesVersion:
      typeof kubernetesVersion === 'string' && kubernetesVersion !== '' ? kubernetesVersion : DEFAULT_SETTINGS.kubernetesVersion,
    exclude: Array.isArray(exclude)
      ? exclude.filter((glob): glob is string => typeof glob === 'string' && glob !== '')
      : DEFAULT_SETTINGS.exclude,
    maxFileSizeKB: typeof maxFileSizeKB === 'number' && maxFileSizeKB > 0 ? maxFileSizeKB : DEFAULT_SETTINGS.maxFileSizeKB,
    codeLens: typeof codeLens === 'boolean' ? codeLens : DEFAULT_SETTINGS.codeLens,
    inlayHints: said.inlayHints === true,
  };
}

const LEVELS = [...SEVERITIES, 'off'] as const;
/** One object per wish, whoever asks: settings of files are kept by it. */
const NO_RULES: ServerSettings['rules'] = {};

function readRules(given: unknown): ServerSettings['rules'] {
  if (typeof given !== 'object' || given === null) return NO_RULES;
  const rules = Object.entries(given).flatMap(([id, said]): [string, RuleConfig][] => {
    const level = LEVELS.find((known) => known === said);
    return level === undefined ? [] : [[id, level]];
  });
  return rules.length === 0 ? NO_RULES : Object.fromEntries(rules);
}
