import { setPath } from '../edit.ts';
import { ingressOf } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

const TO_COMPLETE = 'CHANGE-ME';

export default kubernetesRule({
  id: 'kubernetes/ingress-no-tls',
  title: 'Ingress without TLS',
  severity: 'medium',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kubescape: [
      { id: 'C-0263', relation: 'equal', aliases: ['ingress-no-tls'] },
      {
        id: 'C-0245',
        relation: 'wider',
        note: 'on every cloud, also beside a load balancer that is not internal',
        aliases: ['encrypt-traffic-to-https-load-balancers-with-tls-certificates'],
      },
    ],
    polaris: [{ id: 'tlsSettingsMissing', relation: 'equal' }],
  },
  references: [
    { title: 'Ingress: TLS', url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls' },
    { title: 'CWE-319', url: 'https://cwe.mitre.org/data/definitions/319.html' },
  ],
  messages: {
    plain: '`{ingress}` serves its hosts without TLS.',
  },
  visit: {
    object(context, object) {
      const ingress = ingressOf(object);
      if (ingress?.spec.value.kind !== 'known') return;
      const { value } = ingress.tls;
      const isEmpty = value.kind === 'known' && value.value.items.length === 0 && !value.value.open;
      if (value.kind !== 'absent' && !isEmpty) return;
      const hosts = ingress.rules.items.flatMap(({ host }) => (host.kind === 'known' ? [host.value] : []));
      context.report({
        at: object.at,
        message: 'plain',
        data: { ingress: object.displayName },
        fixes: () => {
          const title = 'Serve its hosts with a certificate';
          if (hosts.length === 0 || isEmpty) return [{ title, refused: 'Its hosts are not known.' }];
          const entry = { hosts, secretName: TO_COMPLETE };
          const caution = 'The Secret with the certificate has to exist; clients that only speak plain HTTP are redirected.';
          const offer = { title, safety: 'placeholder', caution } as const;
          const fix = setPath(object.document, object.node, ['spec', 'tls'], [entry], offer);
          return ['refused' in fix ? fix : { ...fix, select: TO_COMPLETE }];
        },
      });
    },
  },
});
