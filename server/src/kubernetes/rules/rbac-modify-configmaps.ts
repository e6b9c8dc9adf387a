import { valueOf } from '../../core/value.ts';
import { MODIFY_CONFIGMAPS, POWERFUL_CONFIGMAPS } from '../../knowledge/rbac-risks.ts';
import { withoutRisk } from '../edit/rbac.ts';
import { isBlanket, namesObject, roleOf } from '../model/rbac.ts';
import { kubernetesRule } from '../rule.ts';
import { findRisk, RISK_MESSAGES, riskReport } from '../shared/rbac-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/rbac-modify-configmaps',
  title: 'Role that can change ConfigMaps',
  severity: 'medium',
  confidence: 'high',
  category: 'access-control',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0049',
        relation: 'wider',
        note: 'names and groups by `*` too; `impersonate` on ConfigMaps is no permission',
        aliases: ['AVD-KSV-0049', 'KSV049', 'no-manage-configmaps'],
      },
      {
        id: 'KSV-0115',
        relation: 'wider',
        note: 'other ConfigMaps too',
        aliases: ['AVD-KSV-0115', 'KSV115', 'eks-iam-configmap'],
      },
    ],
    kubescape: [{ id: 'C-0037', relation: 'wider', note: 'without a binding too, and other ConfigMaps than `coredns`' }],
  },
  references: [
    { title: 'EKS: the aws-auth ConfigMap', url: 'https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html' },
    { title: 'Customizing DNS service', url: 'https://kubernetes.io/docs/tasks/administer-cluster/dns-custom-nameservers/' },
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'MITRE T1557', url: 'https://attack.mitre.org/techniques/T1557/' },
  ],
  messages: {
    ...RISK_MESSAGES,
    powerful: '`{role}` lets its subjects {can}: `{verb}` on the ConfigMap `{name}`.',
  },
  visit: {
    object(context, object) {
      const role = roleOf(object);
      if (!role || role.isBuiltIn) return;
      const rules = role.rules.items.filter((rule) => !isBlanket(rule));
      const found = rules.flatMap((rule) => MODIFY_CONFIGMAPS.flatMap((risk) => findRisk(role, rule, risk)));
      const inSystem = role.isCluster || valueOf(object.namespace) === 'kube-system';
      for (const one of found) {
        const [name, can] = [...POWERFUL_CONFIGMAPS].find(([named]) => namesObject(one.rule, named)) ?? [];
        if (name !== undefined && can !== undefined) {
          context.report({
            at: one.at,
            message: 'powerful',
            severity: 'high',
            data: { role: object.displayName, can, verb: one.verb, name },
            fixes: () => [withoutRisk(one)],
          });
        } else if (!one.grant.isByName) context.report(riskReport(one, inSystem && !role.isCluster ? 'high' : 'medium'));
      }
    },
  },
});
