import type { At } from '../core/value.ts';
import type { KubernetesObject } from '../kubernetes/model/model.ts';
import type { PodSecurityLevel, Violation } from '../kubernetes/pod-security/evaluate.ts';
import { evaluatePodSecurity } from '../kubernetes/pod-security/evaluate.ts';
import { type DocumentFacts, type FileFacts, movedFacts } from '../project/facts.ts';
import { factsObjects, readFacts } from '../project/read-facts.ts';
import type { EvaluatePods } from '../project/unit.ts';

/** What one document says about other objects. The facts are plain; the pods' evaluation holds on to the document. */
export interface SliceProject {
  readonly facts: DocumentFacts;
  /** What keeps the pods of the n-th object out of a level, workload by workload. */
  evaluate(object: number, level: PodSecurityLevel, version: readonly [number, number]): readonly (readonly Violation[])[];
}

/** The facts of a document's objects. */
export function projectOf(objects: readonly KubernetesObject[]): SliceProject {
  const counted = factsObjects(objects);
  return {
    facts: readFacts(counted),
    evaluate: (object, level, version) => {
      const known = counted[object]?.workloads.filter(({ certainty }) => certainty === 'known') ?? [];
      return known.map((workload) => evaluatePodSecurity(workload, level, version));
    },
  };
}

/** The same at other places. */
export function movedProject(project: SliceProject, move: (at: At) => At): SliceProject {
  return {
    facts: movedFacts(project.facts, move),
    evaluate: (object, level, version) =>
      project
        .evaluate(object, level, version)
        .map((violations) => violations.map((violation) => ({ ...violation, at: move(violation.at) }))),
  };
}

interface Part {
  readonly base: number;
  readonly slice: { readonly project?: SliceProject };
}

/** The facts of a file, from those of its documents. */
export function fileFacts(uri: string, parts: readonly Part[]): FileFacts {
  return { uri, documents: parts.flatMap(({ base, slice }) => (slice.project ? [{ base, facts: slice.project.facts }] : [])) };
}

/** How the pods of a file's objects fare, found by their facts. */
export function evaluatePodsOf(parts: readonly Part[]): EvaluatePods {
  return (facts, level, version) => {
    for (const { slice } of parts) {
      const index = slice.project?.facts.objects.indexOf(facts) ?? -1;
      const all = index < 0 ? undefined : slice.project?.evaluate(index, level, version);
      if (all) return facts.workloads.map((workload, i) => ({ workload, violations: all[i] ?? [] }));
    }
    return [];
  };
}
