import { isRefusal } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { setPath } from '../edit.ts';
import { Mapping } from '../model/mapping.ts';
import { serviceOf } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';

const TO_COMPLETE = 'CHANGE-ME';
const OFFER = {
  title: 'Give the load balancer a certificate',
  safety: 'placeholder',
  caution: 'The ARN of a certificate in AWS Certificate Manager has to be filled in.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/load-balancer-no-certificate',
  title: 'Load balancer that speaks plain HTTP on port 443',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kubescape: [{ id: 'C-0231', relation: 'equal', aliases: ['ensure-https-loadbalancers-encrypted-with-tls-aws'] }],
  },
  references: [
    {
      title: 'AWS: TLS support of load balancers',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#ssl-support-on-aws',
    },
    { title: 'CWE-319', url: 'https://cwe.mitre.org/data/definitions/319.html' },
  ],
  messages: {
    plain: 'Port 443 of `{service}` speaks plain HTTP: the load balancer has no certificate.',
  },
  visit: {
    object(context, object) {
      const service = serviceOf(object);
      const annotations = object.metadata.fields.mapping('annotations');
      const protocol = annotations.string(`${PREFIX}backend-protocol`);
      if (!service || valueOf(service.type) !== 'LoadBalancer' || valueOf(protocol) !== 'http') return;
      if (annotations.field(`${PREFIX}ssl-cert`).kind !== 'absent') return;
      const ports = service.spec.list('ports', (node) => Mapping.of(node, service.spec.home).integer('port'));
      const https = ports.items.find((port) => valueOf(port) === 443);
      if (!https) return;
      context.report({
        at: https.at,
        message: 'plain',
        data: { service: object.displayName },
        fixes: () => {
          const path = ['metadata', 'annotations', `${PREFIX}ssl-cert`];
          const fix = setPath(object.document, object.node, path, TO_COMPLETE, OFFER);
          return [isRefusal(fix) ? fix : { ...fix, select: TO_COMPLETE }];
        },
      });
    },
  },
});
