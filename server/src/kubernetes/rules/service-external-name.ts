import { serviceOf } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

const INSIDE = /^(?:localhost|127\.|169\.254\.|metadata(?:\.|$)|kubernetes(?:\.default)?(?:\.svc|$))/i;

export default kubernetesRule({
  id: 'kubernetes/service-external-name',
  title: 'Service that stands for a name outside the cluster',
  severity: 'medium',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    trivy: [
      { id: 'KSV-0108', relation: 'equal', note: 'together with `service-external-ip`', aliases: ['AVD-KSV-0108', 'KSV108'] },
    ],
  },
  references: [
    { title: 'Service type ExternalName', url: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname' },
  ],
  messages: {
    outside: '`{service}` is another name for `{name}`, where no NetworkPolicy or check of the cluster holds.',
    inside: '`{service}` is another name for `{name}`, which proxies reach with more rights than their callers.',
  },
  visit: {
    object(context, object) {
      const service = serviceOf(object);
      if (service?.type.kind !== 'known' || service.type.value !== 'ExternalName') return;
      const { externalName } = service;
      if (externalName.kind !== 'known') return;
      const isInside = INSIDE.test(externalName.value);
      context.report({
        at: externalName.at,
        message: isInside ? 'inside' : 'outside',
        severity: isInside ? 'high' : 'medium',
        data: { service: object.displayName, name: externalName.value },
      });
    },
  },
});
