import { valueOf } from '../../core/value.ts';
import { replaceField } from '../edit.ts';
import { hasUserNamespace } from '../pod-security/check.ts';
import { kubernetesRule } from '../rule.ts';
import { eachSecurityContext } from '../shared/security-visitors.ts';
import { isSince } from '../version.ts';

const USER = 10001;

export default kubernetesRule({
  id: 'kubernetes/run-as-root-user',
  title: 'Root set as the user',
  severity: 'high',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [{ id: 'runAsUser', relation: 'equal' }],
    trivy: [
      {
        id: 'KSV-0105',
        relation: 'equal',
        aliases: ['AVD-KSV-0105', 'KSV105', 'containers-not-run-as-root'],
      },
      {
        id: 'KSV-0020',
        relation: 'wider',
        note: 'together with `low-uid`, which reports all other users up to 10000',
        aliases: ['AVD-KSV-0020', 'KSV020', 'use-high-uid'],
      },
    ],
    kubescape: [
      {
        id: 'C-0013',
        relation: 'narrower',
        note: 'what is missing is a finding of `run-as-non-root`',
        aliases: ['non-root-containers'],
      },
    ],
    kics: [
      {
        id: 'Container running as root',
        relation: 'wider',
        note: 'together with `run-as-non-root`; also where each container overrides it',
        aliases: ['cf34805e-3872-4c08-bf92-6ff7bb0cfadb'],
      },
      {
        id: 'Container with low UID',
        relation: 'wider',
        note: 'together with `low-uid`, which reports all other users up to 10000',
        aliases: ['02323c00-cdc3-4fdc-a310-4f2b3e7a1660'],
      },
    ],
  },
  references: [
    {
      title: 'PSS restricted: running as non-root user',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
    },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Kubernetes 5.2.7' },
  ],
  messages: {
    root: '`runAsUser` of {who} is `0`: its programs run as root.',
  },
  visit: eachSecurityContext((context, { owner, workload, who, security: { runAsUser, fields } }) => {
    if (!isSince(context.environment, 23) || valueOf(runAsUser) !== 0) return;
    if (isSince(context.environment, 35) && hasUserNamespace(workload)) return;
    context.report({
      at: runAsUser.at,
      message: 'root',
      data: { who },
      fixes: () => [
        replaceField(owner, fields, 'runAsUser', USER, {
          title: `Run as user \`${USER}\``,
          safety: 'hardening',
          caution: 'A program that writes to files of root, opens a port below 1024 or installs packages at start fails.',
        }),
      ],
    });
  }),
});
