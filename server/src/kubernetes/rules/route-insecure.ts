import { setPath } from '../edit.ts';
import { kubernetesRule } from '../rule.ts';

const CAUTION = 'Clients that only speak plain HTTP, and do not follow redirects, fail.';
const REDIRECT = { title: 'Redirect plain HTTP to TLS', safety: 'hardening', caution: CAUTION } as const;
const EDGE = { title: 'Serve it over TLS', safety: 'hardening', caution: CAUTION } as const;

export default kubernetesRule({
  id: 'kubernetes/route-insecure',
  title: 'OpenShift Route that serves plain HTTP',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    {
      title: 'Secured routes',
      url: 'https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/ingress_and_load_balancing/configuring-routes',
    },
    { title: 'CWE-319', url: 'https://cwe.mitre.org/data/definitions/319.html' },
  ],
  messages: {
    plain: '`{route}` serves its host without TLS.',
    allowed: '`{route}` serves its host over plain HTTP beside TLS.',
  },
  visit: {
    object(context, object) {
      if (object.kind !== 'Route' || !['route.openshift.io', '', undefined].includes(object.group)) return;
      const spec = object.fields.mapping('spec');
      const tls = spec.mapping('tls');
      const data = { route: object.displayName };
      const policy = tls.string('insecureEdgeTerminationPolicy');
      if (spec.present && tls.value.kind === 'absent') {
        const value = { termination: 'edge', insecureEdgeTerminationPolicy: 'Redirect' };
        const fixes = () => [setPath(object.document, object.node, ['spec', 'tls'], value, EDGE)];
        context.report({ at: object.at, message: 'plain', data, fixes });
      } else if (policy.kind === 'known' && policy.value === 'Allow') {
        const path = ['spec', 'tls', 'insecureEdgeTerminationPolicy'];
        const fixes = () => [setPath(object.document, object.node, path, 'Redirect', REDIRECT)];
        context.report({ at: policy.at, message: 'allowed', data, fixes });
      }
    },
  },
});
