import type { LabelSelector } from './facts.ts';
import { selects } from './selectors.ts';
import { mayShareNamespace, type Unit, type UnitObject, type UnitPods } from './unit.ts';

/** The pods that a selector of a namespace selects, and whether it may select others that only run time knows. */
export function selectedPods(
  unit: Unit,
  selector: LabelSelector,
  namespace: string | undefined,
): { readonly certain: readonly UnitPods[]; readonly isOpen: boolean } {
  const certain: UnitPods[] = [];
  let isOpen = false;
  for (const pods of unit.workloads) {
    if (!mayShareNamespace(pods.object.facts.namespace, namespace)) continue;
    const match = selects(selector, pods.workload.labels);
    if (match === 'yes') certain.push(pods);
    if (match === 'maybe') isOpen = true;
  }
  return { certain, isOpen };
}

/** Objects of a kind with a name in a namespace; `isOpen`: one whose name only run time knows may be it too. */
export function named(
  unit: Unit,
  kind: string,
  name: string,
  namespace: string | undefined,
): { readonly found: readonly UnitObject[]; readonly isOpen: boolean } {
  const near = unit.ofKind(kind).filter(({ facts }) => mayShareNamespace(facts.namespace, namespace));
  return {
    found: near.filter(({ facts }) => facts.name === name),
    isOpen: near.some(({ facts }) => facts.name === undefined),
  };
}
