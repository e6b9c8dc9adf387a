import type { RoleFacts, WorkloadFacts } from './facts.ts';
import { shareNamespace, type Unit, type UnitObject } from './unit.ts';

/** The service account that pods run as; undefined where only run time knows it. */
export function accountOf({ account }: WorkloadFacts): string | undefined {
  return account.name === '' ? 'default' : account.name;
}

/** Whether the account's token is in the pods: the pod's own word counts before that of the account (API reference, PodSpec v1). */
export function hasToken(unit: Unit, object: UnitObject, workload: WorkloadFacts): boolean {
  if (workload.automount !== undefined) return workload.automount;
  const name = accountOf(workload);
  const own = unit
    .ofKind('ServiceAccount')
    .find(({ facts }) => facts.name === name && shareNamespace(facts.namespace, object.facts.namespace));
  return own?.facts.automount !== false;
}

/** A dangerous permission that pods have by their account. */
export interface AccountPower {
  readonly binding: UnitObject;
  readonly roleName: string;
  /** Left out for a role that every cluster has. */
  readonly role?: UnitObject;
  readonly power: Pick<RoleFacts['powers'][number], 'id' | 'can'> & Partial<RoleFacts['powers'][number]>;
  /** In all namespaces. */
  readonly isCluster: boolean;
}

/** What the account of some pods may do that is dangerous, through bindings and roles of the unit: cluster-wide powers first. */
export function accountPowers(unit: Unit, object: UnitObject, workload: WorkloadFacts): readonly AccountPower[] {
  const account = accountOf(workload);
  const { namespace } = object.facts;
  if (account === undefined) return [];
  const found = unit.having('binding').flatMap((bound) => {
    const { binding } = bound.facts;
    const isBound = binding?.accounts.some((a) => a.name === account && isSamePlace(a.namespace, namespace, account));
    return binding?.role && isBound ? powersThrough(unit, bound, binding.role, binding.isCluster) : [];
  });
  return [...found.filter(({ isCluster }) => isCluster), ...found.filter(({ isCluster }) => !isCluster)];
}

/** Every namespace has an account `default`: of that one the namespaces have to be told alike. */
function isSamePlace(a: string, b: string | undefined, account: string): boolean {
  return account === 'default' ? shareNamespace(a, b) : a === '' || b === '' || a === b;
}

function powersThrough(
  unit: Unit,
  binding: UnitObject,
  { kind, name }: { readonly kind: string; readonly name: string },
  isCluster: boolean,
): AccountPower[] {
  const role = unit
    .ofKind(kind)
    .find(
      ({ facts }) => facts.name === name && (kind === 'ClusterRole' || shareNamespace(facts.namespace, binding.facts.namespace)),
    );
  const via = { binding, roleName: `${kind} ${name}`, isCluster };
  if (role?.facts.grants) return role.facts.grants.powers.map((power) => ({ ...via, role, power }));
  if (kind === 'ClusterRole' && name === 'cluster-admin') {
    return [{ ...via, power: { id: 'everything', can: 'do everything' } }];
  }
  return [];
}
