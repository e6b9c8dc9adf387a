import { removeFields } from '../edit.ts';
import { kubernetesRule } from '../rule.ts';
import { isSince } from '../version.ts';

const HANDLERS = ['livenessProbe', 'readinessProbe', 'startupProbe', 'postStart', 'preStop'] as const;

export default kubernetesRule({
  id: 'kubernetes/probe-or-hook-host',
  title: 'Probe or hook to another host',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [{ id: 'hostProbesAndHostLifecycle', relation: 'equal' }],
  },
  references: [
    {
      title: 'PSS baseline: host probes and lifecycle hooks',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
    },
    { title: 'CWE-918', url: 'https://cwe.mitre.org/data/definitions/918.html' },
  ],
  messages: {
    host: 'The kubelet sends the `{handler}` of container `{container}` to `{host}` instead of the pod.',
  },
  visit: {
    container(context, container) {
      if (!isSince(context.environment, 34)) return;
      for (const handler of HANDLERS) {
        for (const target of [container[handler].httpGet, container[handler].tcpSocket]) {
          const host = target.string('host');
          if (host.kind !== 'known' || host.value === '') continue;
          context.report({
            at: host.at,
            message: 'host',
            data: { handler, container: container.label, host: host.value },
            fixes: () => [
              removeFields(container, target, ['host'], {
                title: 'Remove `host`',
                safety: 'hardening',
                caution:
                  'The kubelet then calls the pod itself, which has to listen on its own address and not on `127.0.0.1` only.',
              }),
            ],
          });
        }
      }
    },
  },
});
