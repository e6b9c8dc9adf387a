import { shiftSpan } from '../core/span.ts';
import type { At } from '../core/value.ts';
import type { PodSecurityLevel, Violation } from '../kubernetes/pod-security/evaluate.ts';
import type { FileFacts, ObjectFacts, WorkloadFacts } from './facts.ts';

/** How the pods of an object of the judged file fare at a level; only its own file can tell. */
export type EvaluatePods = (
  facts: ObjectFacts,
  level: PodSecurityLevel,
  version: readonly [number, number],
) => readonly { readonly workload: WorkloadFacts; readonly violations: readonly Violation[] }[];

/** One object of a unit. */
export interface UnitObject {
  readonly facts: ObjectFacts;
  readonly uri: string;
  /** Whether it stands in the file that is judged: only there is anything reported. */
  readonly isOwn: boolean;
  /** A place of its facts, as it stands in its file; with the file's URI where that is another one. */
  place(at: At): At;
}

/** Pods of a unit with the object that makes them. */
export interface UnitPods {
  readonly object: UnitObject;
  readonly workload: WorkloadFacts;
}

/** What is judged together, seen from one of its files. */
export interface Unit {
  readonly objects: readonly UnitObject[];
  /** Namespaces of the whole workspace, those of the nearest folder first. */
  readonly namespaces: readonly UnitObject[];
  readonly evaluatePods: EvaluatePods;
  /** All pods of known kinds, each with the object that makes them. */
  readonly workloads: readonly UnitPods[];
  ofKind(kind: string): readonly UnitObject[];
  /** The objects that have a kind of fact. */
  having(fact: keyof ObjectFacts): readonly UnitObject[];
}

/** The objects of a unit: those of the judged file, then those of the others by URI. */
export function buildUnit(
  own: FileFacts,
  beside: readonly FileFacts[],
  elsewhere: readonly FileFacts[],
  evaluatePods: EvaluatePods,
): Unit {
  const others = beside.filter(({ uri }) => uri !== own.uri).sort(byUri);
  const objects = [own, ...others].flatMap((file) => objectsOf(file, file === own));
  const kinds = new Map<string, UnitObject[]>();
  for (const object of objects) {
    const list = kinds.get(object.facts.kind);
    if (list) list.push(object);
    else kinds.set(object.facts.kind, [object]);
  }
  const met = new Set([own, ...others].map(({ uri }) => uri));
  const far = elsewhere.filter(({ uri }) => !met.has(uri)).flatMap((file) => objectsOf(file, false));
  const namespaces = [...(kinds.get('Namespace') ?? []), ...far.filter(({ facts }) => facts.kind === 'Namespace')];
  const facts = new Map<keyof ObjectFacts, readonly UnitObject[]>();
  return {
    objects,
    namespaces,
    evaluatePods,
    workloads: objects.flatMap((object) => object.facts.workloads.map((workload) => ({ object, workload }))),
    ofKind: (kind) => kinds.get(kind) ?? [],
    having: (fact) => {
      const known = facts.get(fact) ?? objects.filter((object) => object.facts[fact] !== undefined);
      facts.set(fact, known);
      return known;
    },
  };
}

function byUri(a: FileFacts, b: FileFacts): number {
  return a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0;
}

function objectsOf({ uri, documents }: FileFacts, isOwn: boolean): UnitObject[] {
  return documents.flatMap(({ base, facts: { objects } }) =>
    objects.map((facts): UnitObject => ({ facts, uri, isOwn, place: (at) => placed(at, base, isOwn ? undefined : uri) })),
  );
}

function placed(at: At, base: number, uri: string | undefined): At {
  const { span, route, key } = at;
  return {
    span: shiftSpan(span, base),
    route,
    ...(key && { key: shiftSpan(key, base) }),
    ...(uri !== undefined && { uri }),
  };
}

/**
 * Whether two objects can be in one namespace. One without a namespace goes where it is applied to (`kubectl -n`, `helm
 * --namespace`, `namespace:` of a kustomization), which no manifest says.
 */
export function mayShareNamespace(a: string | undefined, b: string | undefined): boolean {
  return !a || !b || a === b;
}

/** Whether two objects are in one namespace for certain enough to say so: written alike, or left to the default. */
export function shareNamespace(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && (a || 'default') === (b || 'default');
}
