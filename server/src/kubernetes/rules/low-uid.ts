import { valueOf } from '../../core/value.ts';
import { replaceField, setContainerSecurity, setPodSecurity } from '../edit.ts';
import { kubernetesRule } from '../rule.ts';

const NOTE = 'also kinds it does not know';
/** Users and groups of the node's own programs and people are below. */
const HIGHEST_LOW = 10_000;
const NEW = 10_001;

export default kubernetesRule({
  id: 'kubernetes/low-uid',
  title: 'User id that the node may use too',
  severity: 'low',
  confidence: 'high',
  category: 'privilege',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    trivy: [{ id: 'KSV-0020', relation: 'wider', note: NOTE, aliases: ['AVD-KSV-0020', 'KSV020', 'use-high-uid'] }],
    checkov: [{ id: 'CKV_K8S_40', relation: 'wider', note: 'also 10000 itself', aliases: ['RootContainersHighUID'] }],
    'kube-score': [
      {
        id: 'container-security-context-user-group-id',
        relation: 'wider',
        note: 'also 10000 itself; groups are looked at by `low-gid`',
      },
    ],
    kubesec: [{ id: 'RunAsUser', relation: 'wider', note: 'each container, not one for all' }],
    kics: [
      {
        id: 'Container with low UID',
        relation: 'wider',
        note: 'also 10000 itself',
        aliases: ['02323c00-cdc3-4fdc-a310-4f2b3e7a1660'],
      },
    ],
  },
  references: [
    {
      title: 'Configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
  ],
  messages: {
    unset: 'The image decides which user container `{container}` runs as: `runAsUser` is set neither on it nor on the pod.',
    low: 'Container `{container}` runs as user `{id}`, which the node may use too.',
  },
  visit: {
    container(context, container, workload) {
      if (workload.isWindows || workload.certainty !== 'known') return;
      const { runAsUser: id } = container.effective;
      const found = valueOf(id);
      // The user 0 is a finding of its own.
      if (id.kind !== 'absent' && (found === undefined || found === 0 || found > HIGHEST_LOW)) return;
      const isOwn = container.securityContext.runAsUser.kind === 'known';
      const { fields } = isOwn ? container.securityContext : container.podSecurityContext;
      const offer = {
        title: `Use the user \`${NEW}\``,
        safety: 'hardening',
        caution: 'Files of the image and of volumes that belong to another user may be closed to the program.',
      } as const;
      context.report({
        at: found === undefined || !isOwn ? container.at : id.at,
        message: found === undefined ? 'unset' : 'low',
        data: { container: container.label, id: found ?? '' },
        fixes: () =>
          found === undefined
            ? [
                setPodSecurity(container, ['runAsUser'], NEW, { ...offer, title: `${offer.title} for the pod` }),
                setContainerSecurity(container, ['runAsUser'], NEW, {
                  ...offer,
                  title: `${offer.title} for \`${container.label}\``,
                }),
              ]
            : [replaceField(isOwn ? container : workload, fields, 'runAsUser', NEW, offer)],
      });
    },
  },
});
