import { replaceField } from '../edit.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/privileged-container',
  title: 'Privileged container',
  severity: 'critical',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [{ id: 'privileged', relation: 'equal' }],
    'kube-linter': [{ id: 'privileged-container', relation: 'wider', note: 'also kinds it does not know' }],
    trivy: [{ id: 'KSV-0017', relation: 'equal', aliases: ['AVD-KSV-0017', 'KSV017', 'no-privileged-containers'] }],
    checkov: [
      {
        id: 'CKV_K8S_16',
        relation: 'wider',
        note: 'also ephemeral containers and kinds it does not know',
        aliases: ['PrivilegedContainers'],
      },
    ],
    kubescape: [
      {
        id: 'C-0057',
        relation: 'narrower',
        note: '`SYS_ADMIN` is a capability, not `privileged`',
        aliases: ['rule-privileged-container'],
      },
      { id: 'rule-privileged-container', relation: 'narrower', note: '`SYS_ADMIN` is a capability, not `privileged`' },
    ],
    'kube-score': [
      {
        id: 'container-security-context-privileged',
        relation: 'wider',
        note: 'also ephemeral containers and kinds it does not know',
      },
    ],
    kubesec: [{ id: 'Privileged', relation: 'wider', note: 'also kinds it does not know' }],
    polaris: [{ id: 'runAsPrivileged', relation: 'wider', note: 'also ephemeral containers and kinds it does not know' }],
    kics: [
      {
        id: 'Container is privileged',
        relation: 'wider',
        note: 'also ephemeral containers',
        aliases: ['dd29336b-fe57-445b-a26e-e6aa867ae609'],
      },
    ],
    semgrep: [{ id: 'privileged-container', relation: 'wider', note: 'also init and ephemeral containers' }],
  },
  references: [
    { title: 'PSS baseline: privileged', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline' },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
    { title: 'CIS Kubernetes 5.2.2' },
  ],
  messages: {
    privileged: 'Container `{container}` runs privileged: it has every capability and all devices of the node.',
  },
  visit: {
    container(context, container) {
      const { privileged } = container.securityContext;
      if (privileged.kind !== 'known' || !privileged.value) return;
      context.report({
        at: privileged.at,
        message: 'privileged',
        data: { container: container.label },
        fixes: () => [
          replaceField(container, container.securityContext.fields, 'privileged', false, {
            title: 'Set `privileged` to `false`',
            safety: 'hardening',
            caution:
              'A program that uses devices, mounts or the kernel of the node will fail; give it the one capability it needs instead.',
          }),
        ],
      });
    },
  },
});
