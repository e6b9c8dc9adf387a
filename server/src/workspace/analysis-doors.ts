import type {
  Describe,
  EditToIgnore,
  Engine,
  FixAll,
  HardenPods,
  HintsOf,
  PodSecurityOf,
  ReadConfig,
  ResolveSettings,
} from '../analysis/api.ts';
import type { FileKind } from '../analysis/types.ts';

/** The engine's doors in one hand, so that the asynchronous rooms can be run with any set of rules. */
export interface AnalysisDoors {
  readonly engine: Engine;
  readonly fixAll: FixAll;
  readonly editToIgnore: EditToIgnore;
  readonly readConfig: ReadConfig;
  readonly resolveSettings: ResolveSettings;
  detectKind(uri: string, text: string, languageId?: string): FileKind | undefined;
  isCandidateName(path: string): boolean;
  readonly newestKubernetes: readonly [number, number];
  /** What an attacker does with it, in a paragraph of Markdown. */
  reasonOf(rule: string): string | undefined;
  /** For editors only: the command line has no use for it. */
  readonly context?: ContextDoors;
}

/** What can be told of a place beside findings. */
export interface ContextDoors {
  readonly describe: Describe;
  readonly hintsOf: HintsOf;
  readonly podSecurityOf: PodSecurityOf;
  readonly hardenPods: HardenPods;
}
