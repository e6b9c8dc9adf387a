import { removeKeys } from '../edit/paths.ts';
import { atKey } from '../model/at-key.ts';
import { serviceOf } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/service-external-ip',
  title: 'Service that takes traffic to other addresses',
  severity: 'high',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      { id: 'KSV-0108', relation: 'equal', note: 'together with `service-external-name`', aliases: ['AVD-KSV-0108', 'KSV108'] },
    ],
  },
  references: [
    { title: 'CVE-2020-8554', url: 'https://github.com/kubernetes/kubernetes/issues/97076' },
    { title: 'External IPs', url: 'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips' },
  ],
  messages: {
    taken: '`{service}` takes all traffic of the cluster to `{addresses}`, whomever the address belongs to.',
  },
  visit: {
    object(context, object) {
      const service = serviceOf(object);
      if (service?.externalIPs.value.kind !== 'known' || service.externalIPs.items.length === 0) return;
      const { items, value } = service.externalIPs;
      const addresses = items.map((item) => (item.kind === 'known' ? item.value : '…')).join(', ');
      context.report({
        at: atKey(value.at),
        message: 'taken',
        data: { service: object.displayName, addresses },
        fixes: () => [
          removeKeys(object, service.spec, ['externalIPs'], {
            title: 'Remove `externalIPs`',
            safety: 'hardening',
            caution: 'Clients that use these addresses no longer reach the Service.',
          }),
        ],
      });
    },
  },
});
