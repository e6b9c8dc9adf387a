import type { Report } from '../../core/rule.ts';
import type { Severity } from '../../core/severity.ts';
import { lowered } from '../../core/severity.ts';
import type { At } from '../../core/value.ts';
import type { RbacRisk } from '../../knowledge/rbac-risks.ts';
import { withoutRisk } from '../edit/rbac.ts';
import type { KubernetesObject } from '../model/model.ts';
import { type Grant, grants, isBlanket, type PolicyRule, type Role, roleOf } from '../model/rbac.ts';

/** What rules about a role's permissions say. */
export const RISK_MESSAGES = {
  granted: '`{role}` lets its subjects {can}: `{verb}` on `{resource}`.',
  ineffective: '`{role}` names `{resource}`, which only a ClusterRole can grant: there its subjects could {can}.',
} as const;

/** A permission of a role that is one of the listed risks. */
export interface FoundRisk {
  readonly role: Role;
  readonly rule: PolicyRule;
  readonly risk: RbacRisk;
  readonly grant: Grant;
  readonly verb: string;
  readonly resource: string;
  /** The word of the rule that a reader has to change. */
  readonly at: At;
  /** A resource outside namespaces, named in a Role, which can't grant it. */
  readonly isIneffective: boolean;
}

/**
 * The risks of an object that is a role: one for each rule of it and each risk. Left out: roles that the API server makes;
 * permissions for the objects in `resourceNames` alone; rules that grant everything, of which `rbac-wildcard` says it all.
 */
export function risksOf(object: KubernetesObject, risks: readonly RbacRisk[]): readonly FoundRisk[] {
  const role = roleOf(object);
  if (!role || role.isBuiltIn) return [];
  return role.rules.items.flatMap((rule) =>
    isBlanket(rule) ? [] : risks.flatMap((risk) => findRisk(role, rule, risk)).filter(({ grant }) => !grant.isByName),
  );
}

/** The first permission of a rule that a risk is about. */
export function findRisk(role: Role, rule: PolicyRule, risk: RbacRisk): readonly FoundRisk[] {
  for (const resource of risk.resources) {
    for (const verb of risk.verbs) {
      for (const apiGroup of risk.apiGroups) {
        const grant = grants(rule, { apiGroup, resource, verb });
        if (!grant) continue;
        const isIneffective = risk.isClusterScoped === true && !role.isCluster;
        if (isIneffective && grant.anyResource) continue;
        return [{ role, rule, risk, grant, verb, resource, at: grant[risk.word], isIneffective }];
      }
    }
  }
  return [];
}

/** What to report of a risk: milder by one step where the table says so, low where the permission has no effect. */
export function riskReport(found: FoundRisk, severity: Severity): Report<keyof typeof RISK_MESSAGES> {
  const { role, risk, verb, resource, at, isIneffective } = found;
  return {
    at,
    message: isIneffective ? 'ineffective' : 'granted',
    severity: isIneffective ? 'low' : risk.isLesser ? lowered(severity) : severity,
    data: { role: role.object.displayName, can: risk.can, verb, resource },
    fixes: () => [withoutRisk(found)],
  };
}
