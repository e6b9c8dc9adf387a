import type { RbacRisk } from '../knowledge/rbac-risks.ts';
import {
  CREATE_BINDINGS,
  CREATE_WORKLOADS,
  ESCALATION,
  ISSUE_CREDENTIALS,
  NODES_PROXY,
  POD_EXEC,
  SECRET_ACCESS,
  WEBHOOK_CONFIG,
} from '../knowledge/rbac-risks.ts';
import { atNode } from '../kubernetes/model/mapping.ts';
import type { KubernetesObject } from '../kubernetes/model/model.ts';
import { isBlanket, roleOf } from '../kubernetes/model/rbac.ts';
import { findRisk } from '../kubernetes/shared/rbac-findings.ts';
import type { PowerId, RoleFacts } from './facts.ts';

const POWERS: readonly (readonly [PowerId, readonly RbacRisk[]])[] = [
  ['escalation', ESCALATION],
  ['bindings', CREATE_BINDINGS],
  ['credentials', ISSUE_CREDENTIALS],
  ['nodes', NODES_PROXY],
  ['webhooks', WEBHOOK_CONFIG],
  ['workloads', CREATE_WORKLOADS],
  ['exec', POD_EXEC],
  ['secrets', SECRET_ACCESS],
];

/** The dangerous permissions of a role: of each rule the worst. Undefined for an object that is no role. */
export function powersOf(object: KubernetesObject): RoleFacts | undefined {
  const role = roleOf(object);
  if (!role) return undefined;
  const powers = role.rules.items.flatMap((rule): RoleFacts['powers'][number][] => {
    if (isBlanket(rule)) return [{ id: 'everything', can: 'do everything', at: atNode(rule.node) }];
    for (const [id, risks] of POWERS) {
      const found = risks
        .filter(({ isLesser }) => !isLesser)
        .flatMap((risk) => findRisk(role, rule, risk))
        .find(({ grant, isIneffective }) => !grant.isByName && !isIneffective);
      if (found) return [{ id, can: found.risk.can, at: found.at }];
    }
    return [];
  });
  return { powers, open: role.rules.open };
}
