import type { Profile } from '../core/rule.ts';
import { PROFILES } from '../core/rule.ts';

/** The settings under `seaworthy.` that the server reads. */
export interface ServerSettings {
  readonly enable: boolean;
  readonly run: 'onType' | 'onSave';
  readonly profile: Profile | null;
  readonly kubernetesVersion: string | null;
  readonly exclude: readonly string[];
  readonly maxFileSizeKB: number;
  /** Whether a line above each Kubernetes workload tells its Pod Security level. */
  readonly codeLens: boolean;
}

/** Settings that hold when nobody says anything. */
export const DEFAULT_SETTINGS: ServerSettings = {
  enable: true,
  run: 'onType',
  profile: null,
  kubernetesVersion: null,
  exclude: [],
  maxFileSizeKB: 1024,
  codeLens: false,
};

/** Settings from whatever an editor sent: what is missing or of the wrong type keeps its default. */
export function readSettings(given: unknown): ServerSettings {
  const said: Readonly<Record<string, unknown>> = typeof given === 'object' && given !== null ? { ...given } : {};
  const { enable, run, profile, kubernetesVersion, exclude, maxFileSizeKB, codeLens } = said;
  const knownProfile = PROFILES.find((p) => p === profile);
  return {
    enable: typeof enable === 'boolean' ? enable : DEFAULT_SETTINGS.enable,
    run: run === 'onSave' ? 'onSave' : DEFAULT_SETTINGS.run,
    profile: knownProfile ?? DEFAULT_SETTINGS.profile,
    kubernetesVersion:
      typeof kubernetesVersion === 'string' && kubernetesVersion !== '' ? kubernetesVersion : DEFAULT_SETTINGS.kubernetesVersion,
    exclude: Array.isArray(exclude)
      ? exclude.filter((glob): glob is string => typeof glob === 'string' && glob !== '')
      : DEFAULT_SETTINGS.exclude,
    maxFileSizeKB: typeof maxFileSizeKB === 'number' && maxFileSizeKB > 0 ? maxFileSizeKB : DEFAULT_SETTINGS.maxFileSizeKB,
    codeLens: typeof codeLens === 'boolean' ? codeLens : DEFAULT_SETTINGS.codeLens,
  };
}
