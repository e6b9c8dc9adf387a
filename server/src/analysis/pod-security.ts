import { minimalEdits } from '../core/diff.ts';
import { readOptions } from '../core/options.ts';
import { shiftSpan } from '../core/span.ts';
import { shiftEdits } from '../core/text-edit.ts';
import { buildObjects } from '../kubernetes/model/build.ts';
import type { Workload } from '../kubernetes/model/model.ts';
import { reachedLevel } from '../kubernetes/pod-security/reach.ts';
import { parseYamlSlice } from '../yaml/parse.ts';
import { splitDocuments } from '../yaml/slices.ts';
import type { HardenPods, PodSecurityOf, WorkloadLevel } from './api.ts';
import { detectKind } from './detect.ts';
import { fixAll } from './fix-all.ts';
import type { FileSettings, SourceFile } from './types.ts';

/** The level of every workload of a file. */
export const podSecurityOf: PodSecurityOf = (file, settings) => {
  if (detectKind(file.uri, file.text, file.languageId) !== 'kubernetes') return [];
  return splitDocuments(file.text).flatMap(({ base, text }) =>
    workloadsOf(text).map((workload) => levelOf(workload, settings, base)),
  );
};

function workloadsOf(text: string): readonly Workload[] {
  return buildObjects(parseYamlSlice(text)).flatMap(({ workloads }) => workloads);
}

function levelOf(workload: Workload, { environment }: FileSettings, base: number): WorkloadLevel {
  const { level, towardsRestricted } = reachedLevel(workload, environment.kubernetesVersion);
  return { span: shiftSpan(workload.at.span, base), name: workload.displayName, level, toRestricted: towardsRestricted.length };
}

/**
 * Fixes what keeps one workload out of *restricted*, whatever the profile says of the rules; what a comment silences stays. Only the
 * workload's own document is looked at, so that another of the same name stays as it is.
 */
export const hardenPods: HardenPods = (engine, file, settings, at) => {
  const slice = splitDocuments(file.text).findLast(({ base }) => base <= at.start);
  const workload = slice && workloadsOf(slice.text).find(({ at: { span } }) => span.start === at.start - slice.base);
  if (!slice || !workload) return { refused: 'The workload is no longer there.' };
  const document: SourceFile = { ...file, text: slice.text };
  const outcome = fixAll(engine, document, withPodSecurityRules(engine.rules, settings), {
    safety: 'hardening',
    workload: workload.displayName,
  });
  if (outcome.edits.length === 0) {
    const { towardsRestricted } = reachedLevel(workload, settings.environment.kubernetesVersion);
    const left = [...new Set(towardsRestricted.map(({ detail }) => detail))].join('; ');
    if (left === '') return { refused: 'It is *restricted* already.' };
    const reason = outcome.skipped[0]?.reason ?? 'nothing of that can be fixed automatically';
    return { refused: `${left} (${reason})` };
  }
  const left = workloadsOf(outcome.text).find(({ displayName }) => displayName === workload.displayName);
  const after = file.text.slice(0, slice.base) + outcome.text + file.text.slice(slice.base + slice.text.length);
  const violations = left ? reachedLevel(left, settings.environment.kubernetesVersion).towardsRestricted : [];
  return {
    edits: shiftEdits(minimalEdits(slice.text, outcome.text), slice.base),
    text: after,
    toRestricted: violations.length,
    remaining: [...new Set(violations.map(({ detail }) => detail))],
  };
};

/** Exactly the rules that say which check of the standards they are. */
function withPodSecurityRules(rules: Parameters<HardenPods>[0]['rules'], settings: FileSettings): FileSettings {
  const wanted = rules.filter(({ id, equivalents }) => id.startsWith('kubernetes/') && (equivalents.pss ?? []).length > 0);
  return {
    ...settings,
    rules: wanted.map((rule) => {
      const own = settings.rules.find((setting) => setting.rule === rule);
      return own ?? { rule, severity: rule.severity, options: readOptions(rule.options, undefined).values };
    }),
  };
}
