import type { FixOffer } from '../../core/finding.ts';
import type { Severity } from '../../core/severity.ts';
import type { At } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import { NODES_PROXY, POD_EXEC, SECRET_ACCESS } from '../../knowledge/rbac-risks.ts';
import { isBuiltInGroup } from '../../knowledge/rbac-words.ts';
import { spellOutItem } from '../edit/objects.ts';
import { type PolicyRule, type Role, wildcardIn } from '../model/rbac.ts';
import { findRisk } from './rbac-findings.ts';

const READ = new Set(['get', 'list', 'watch']);
const READING_IS_DANGEROUS = [...SECRET_ACCESS, ...POD_EXEC, ...NODES_PROXY].map((risk) => ({
  ...risk,
  verbs: risk.verbs.filter((verb) => READ.has(verb)),
}));

/** The worst wildcard of a rule and how bad it is. */
export interface FoundWildcard {
  readonly at: At;
  readonly message: 'everything' | 'resources' | 'verbs' | 'urls';
  readonly severity: Severity;
}

/** The wildcard of a rule. A team's own resources are its own affair; those of Kubernetes decide over the cluster. */
export function wildcardOf(role: Role, rule: PolicyRule): FoundWildcard | undefined {
  const verbs = wildcardIn(rule.verbs);
  const resources = wildcardIn(rule.resources);
  const groups = rule.apiGroups.items.map(valueOf);
  const isCore = groups.some((group) => group === '*' || group === '' || group === 'rbac.authorization.k8s.io');
  const isBuiltIn = isCore || groups.some((group) => group !== undefined && isBuiltInGroup(group));
  const milder = (severity: Severity): Severity => (isBuiltIn ? severity : 'low');
  if (resources && verbs) {
    const severity = isCore ? (role.isCluster ? 'critical' : 'high') : isBuiltIn ? 'high' : 'medium';
    return { at: resources, message: 'everything', severity };
  }
  if (resources) {
    const reads = rule.verbs.items.every((verb) => READ.has(valueOf(verb) ?? ''));
    return { at: resources, message: 'resources', severity: milder(reads ? 'medium' : 'high') };
  }
  if (verbs && rule.resources.items.length > 0) return { at: verbs, message: 'verbs', severity: milder('medium') };
  const urls = wildcardIn(rule.nonResourceURLs);
  return urls && { at: urls, message: 'urls', severity: 'medium' };
}

/** The API groups of a rule, for a sentence. */
export function groupsOf(rule: PolicyRule): string {
  const groups = rule.apiGroups.items.map(valueOf);
  if (groups.includes('*') || groups.length === 0) return 'all API groups';
  return groups.map((group) => (group === '' ? 'the core group' : `\`${group ?? '…'}\``)).join(', ');
}

/** The verbs or resources of a rule, for a sentence. */
export function textsOf(rule: PolicyRule, list: 'verbs' | 'resources'): string {
  return rule[list].items.map((item) => valueOf(item) ?? '…').join(', ');
}

/** Reading in the place of everything, where that is all that a rule leaves open and no danger of its own. */
export function readOnly(role: Role, rule: PolicyRule, message: FoundWildcard['message']): FixOffer {
  if (message !== 'verbs') return { title: 'Name what is needed', refused: 'Only you know which resources the program uses.' };
  if (READING_IS_DANGEROUS.some((risk) => findRisk(role, rule, risk).length > 0))
    return { title: 'Name what is needed', refused: 'Reading these resources is a danger of its own.' };
  return spellOutItem(role.object, rule.verbs, ['get', 'list', 'watch'], {
    title: 'Allow reading only: `get`, `list`, `watch`',
    safety: 'hardening',
    caution: 'A program that writes these resources is refused; add the verbs that it needs.',
  });
}
