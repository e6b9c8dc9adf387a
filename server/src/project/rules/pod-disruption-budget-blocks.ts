import { selectedPods } from '../pods.ts';
import { projectRule } from '../rule.ts';
import { mayShareNamespace, type Unit, type UnitObject } from '../unit.ts';

export default projectRule({
  id: 'project/pod-disruption-budget-blocks',
  title: 'Disruption budget that allows no eviction',
  severity: 'low',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'pdb-min-available', relation: 'equal', note: 'together with `pdb-blocks-eviction`' }],
    polaris: [
      {
        id: 'pdbMinAvailableGreaterThanHPAMinReplicas',
        relation: 'wider',
        note: 'also without an autoscaler, by the replicas',
      },
    ],
  },
  references: [
    {
      title: 'Specifying a Disruption Budget',
      url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    },
  ],
  messages: {
    blocks: '`{budget}` keeps {least} of the {replicas} pods of `{workload}`: no node that runs one can be drained.',
  },
  visit: {
    object(context, object, unit) {
      const { minAvailable, selectors, namespace, displayName } = object.facts;
      const [selector] = selectors ?? [];
      // All of them, however many there are, is for `kubernetes/pdb-blocks-eviction`.
      if (!minAvailable || minAvailable.value === '100%' || !selector || selector.requirements.length === 0) return;
      const { certain, isOpen } = selectedPods(unit, selector, namespace);
      const [pods] = certain;
      if (!pods || certain.length > 1 || isOpen) return;
      const replicas = leastReplicas(unit, pods.object);
      const least = needed(minAvailable.value, replicas);
      if (replicas === undefined || least === undefined || least < replicas || replicas === 0) return;
      context.report({
        at: object.place(minAvailable.at),
        message: 'blocks',
        data: { budget: displayName, least: minAvailable.value, replicas, workload: pods.workload.displayName },
        related: [{ at: pods.object.place(pods.workload.at), message: `It selects \`${pods.workload.displayName}\`.` }],
      });
    },
  },
});

/** The fewest pods that there are: what an autoscaler may go down to, else the replicas. */
function leastReplicas(unit: Unit, { facts }: UnitObject): number | undefined {
  const scaler = unit
    .having('scaleTarget')
    .find(
      (other) =>
        other.facts.scaleTarget?.kind === facts.kind &&
        other.facts.scaleTarget.name === facts.name &&
        mayShareNamespace(other.facts.namespace, facts.namespace),
    );
  if (scaler) return scaler.facts.minReplicas;
  if (facts.replicas === null || (facts.kind !== 'Deployment' && facts.kind !== 'StatefulSet')) return undefined;
  return facts.replicas ?? 1;
}

/** A percentage is rounded up ("Rounding logic when specifying percentages" on the same page). */
function needed(value: number | string, replicas: number | undefined): number | undefined {
  if (typeof value === 'number') return value;
  const percent = /^(\d+)%$/.exec(value)?.[1];
  return percent === undefined || replicas === undefined ? undefined : Math.ceil((Number(percent) * replicas) / 100);
}
