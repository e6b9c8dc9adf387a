import { valueOf } from '../../core/value.ts';
import { Mapping } from '../model/mapping.ts';
import { serviceOf } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

/** IANA_SVC_NAME (RFC 6335, section 5.1): 15 characters, a letter among them, no hyphen at the ends or twice. */
const PORT_NAME = /^(?=.{1,15}$)(?=.*[a-z])(?!.*--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

export default kubernetesRule({
  id: 'kubernetes/invalid-port',
  title: 'Port that the API refuses',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: { 'kube-linter': [{ id: 'invalid-target-ports', relation: 'equal' }] },
  references: [
    { title: 'RFC 6335, service names', url: 'https://www.rfc-editor.org/rfc/rfc6335#section-5.1' },
    {
      title: 'Service, port definitions',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
    },
  ],
  messages: {
    name: '`{port}` is no name of a port: up to 15 small letters, digits and single hyphens, a letter among them.',
    number: '`{port}` is no port: they go from 1 to 65535.',
  },
  visit: {
    container(context, container) {
      for (const { name, containerPort } of container.ports.items) {
        if (name.kind === 'known' && !PORT_NAME.test(name.value))
          context.report({ at: name.at, message: 'name', data: { port: name.value } });
        if (containerPort.kind === 'known' && !isPort(containerPort.value))
          context.report({ at: containerPort.at, message: 'number', data: { port: containerPort.value } });
      }
    },
    object(context, object) {
      const service = serviceOf(object);
      if (!service || valueOf(service.type) === 'ExternalName') return;
      const targets = service.spec.list('ports', (node) =>
        Mapping.of(node, { at: object.at, partial: false }).intOrString('targetPort'),
      );
      for (const target of targets.items) {
        if (target.kind !== 'known') continue;
        const { value, at } = target;
        if (typeof value === 'number' ? !isPort(value) : !PORT_NAME.test(value))
          context.report({ at, message: typeof value === 'number' ? 'number' : 'name', data: { port: value } });
      }
    },
  },
});

function isPort(port: number): boolean {
  return port >= 1 && port <= 65535;
}
