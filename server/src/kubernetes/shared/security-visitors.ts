import type { OptionSpecs } from '../../core/options.ts';
import type { RuleContext } from '../../core/rule.ts';
import type { Container, SharedSecurityContext, Workload } from '../model/model.ts';
import type { KubernetesVisitors } from '../rule.ts';

/** A `securityContext` of either level and whose it is. */
export interface SecurityOwner {
  readonly owner: Workload | Container;
  readonly workload: Workload;
  /** As messages name it: "the pod", "container `x`". */
  readonly who: string;
  readonly security: SharedSecurityContext;
}

/** Visitors for what a pod's `securityContext` and a container's have in common: each is judged as it is written. */
export function eachSecurityContext<M extends string, O extends OptionSpecs>(
  visit: (context: RuleContext<M, O>, owner: SecurityOwner) => void,
): KubernetesVisitors<M, O> {
  return {
    workload(context, workload) {
      const contexts = new Set([workload.securityContext, ...workload.containers.map((c) => c.podSecurityContext)]);
      for (const security of contexts) visit(context, { owner: workload, workload, who: 'the pod', security });
    },
    container(context, container, workload) {
      const who = `container \`${container.label}\``;
      visit(context, { owner: container, workload, who, security: container.securityContext });
    },
  };
}
