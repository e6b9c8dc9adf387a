import {
  allRules,
  createEngine,
  describe,
  detectKind,
  editToIgnore,
  fixAll,
  hardenPods,
  hintsOf,
  isCandidateName,
  NEWEST_KUBERNETES,
  podSecurityOf,
  readConfig,
  reasonOf,
  resolveSettings,
} from '../analysis/index.ts';
import type { AnyRule } from '../core/rule.ts';
import type { AnalysisDoors } from './analysis-doors.ts';

/** The doors of the real engine, with all rules unless others are given. */
export function engineDoors(rules: readonly AnyRule[] = allRules): AnalysisDoors {
  return {
    engine: createEngine(rules),
    fixAll,
    editToIgnore,
    readConfig,
    resolveSettings,
    detectKind,
    isCandidateName,
    newestKubernetes: NEWEST_KUBERNETES,
    reasonOf,
    context: { describe, hintsOf, podSecurityOf, hardenPods },
  };
}
