import { listenersOf } from '../model/gateway.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/gateway-no-tls',
  title: 'Gateway without TLS',
  severity: 'medium',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'Gateway API: TLS', url: 'https://gateway-api.sigs.k8s.io/guides/tls/' },
    { title: 'CWE-319', url: 'https://cwe.mitre.org/data/definitions/319.html' },
  ],
  messages: {
    plain: '`{gateway}` only has listeners without TLS: what its clients send is read and changed on the way.',
    certificate:
      'Listener `{listener}` speaks `{protocol}` but has neither `certificateRefs` nor `options`: it can not be set up.',
  },
  visit: {
    object(context, object) {
      const gateway = listenersOf(object);
      if (!gateway) return;
      const { listeners, open } = gateway;
      const [http] = listeners.filter(({ protocol }) => protocol.kind === 'known' && protocol.value === 'HTTP');
      const isPlain = listeners.every(({ protocol }) => protocol.kind === 'known' && protocol.value === 'HTTP');
      if (http && isPlain && !open)
        context.report({ at: http.protocol.at, message: 'plain', data: { gateway: object.displayName } });
      for (const { name, protocol, tls } of listeners) {
        if (protocol.kind !== 'known' || !['HTTPS', 'TLS'].includes(protocol.value)) continue;
        const mode = tls.string('mode');
        const isPassed = mode.kind === 'dynamic' || (mode.kind === 'known' && mode.value === 'Passthrough');
        const given = [tls.field('certificateRefs'), tls.field('options')];
        if (isPassed || given.some(({ kind }) => kind !== 'absent')) continue;
        context.report({ at: protocol.at, message: 'certificate', data: { listener: name, protocol: protocol.value } });
      }
    },
  },
});
