import type { At } from '../core/value.ts';
import type { WorkloadFacts } from './facts.ts';
import { selects } from './selectors.ts';
import { mayShareNamespace, type Unit, type UnitObject } from './unit.ts';

/** A way from outside of the cluster to some pods. */
export interface Door {
  readonly object: UnitObject;
  /** In the file of `object`. */
  readonly at: At;
  /** "as a load balancer" … */
  readonly how: string;
}

const TYPES: Readonly<Record<string, string>> = { LoadBalancer: 'a load balancer', NodePort: 'a port of every node' };

/**
 * The ways from outside of the cluster to some pods: Services with a load balancer or a node port, Ingresses and routes to other
 * Services (https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types).
 */
export function doorsTo(unit: Unit, object: UnitObject, workload: WorkloadFacts): readonly Door[] {
  const { namespace } = object.facts;
  const services = unit.ofKind('Service').filter(({ facts: { service, namespace: place } }) => {
    const { selector } = service ?? {};
    return selector && selector.requirements.length > 0 && mayShareNamespace(place, namespace)
      ? selects(selector, workload.labels) === 'yes'
      : false;
  });
  const own = services.flatMap((service): Door[] => {
    const { type = '', typeAt } = service.facts.service ?? {};
    const how = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
    return how !== undefined && typeAt ? [{ object: service, at: service.place(typeAt), how }] : [];
  });
  const routed = unit.having('backends').flatMap((route) =>
    (route.facts.backends ?? []).flatMap((backend): Door[] => {
      const leads = services.some(
        ({ facts }) =>
          facts.name === backend.service && mayShareNamespace(facts.namespace, backend.namespace || route.facts.namespace),
      );
      return leads ? [{ object: route, at: route.place(backend.at), how: `\`${route.facts.displayName}\`` }] : [];
    }),
  );
  return [...own, ...routed];
}
