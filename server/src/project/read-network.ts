import { valueOf } from '../core/value.ts';
import { type List, Mapping } from '../kubernetes/model/mapping.ts';
import type { KubernetesObject } from '../kubernetes/model/model.ts';
import { ingressOf, serviceOf } from '../kubernetes/model/network.ts';
import type { YamlMap } from '../yaml/node.ts';
import type { BackendFacts, ServiceFacts, ServicePort } from './facts.ts';
import { equalitySelector, textOf } from './read-values.ts';

const ROUTES = new Set(['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute']);

/** What a Service selects and where it sends to (Service v1 in the API reference). */
export function readService(object: KubernetesObject): ServiceFacts | undefined {
  const service = serviceOf(object);
  if (!service) return undefined;
  const { spec } = service;
  const ports: List<ServicePort> = spec.list('ports', (node) => {
    const fields = Mapping.of(node, { at: object.at, partial: false });
    const number = fields.integer('port');
    const target = fields.intOrString('targetPort');
    return {
      name: textOf(fields.string('name')),
      number: valueOf(number),
      target: target.kind === 'absent' ? valueOf(number) : valueOf(target),
      protocol: textOf(fields.string('protocol')) === '' ? 'TCP' : valueOf(fields.string('protocol')),
      at: target.kind === 'known' ? target.at : number.at,
    };
  });
  const selector = spec.mapping('selector');
  const pair = spec.pair('selector');
  const at = pair ? { span: pair.keyNode.span, route: pair.value.route } : object.at;
  const selects = selector.present || selector.value.kind !== 'absent';
  return {
    type: service.type.kind === 'absent' ? 'ClusterIP' : valueOf(service.type),
    typeAt: service.type.kind === 'known' ? service.type.at : object.at,
    ...(selects && { selector: equalitySelector(selector, at) }),
    ports: ports.items,
  };
}

/** The Services behind an Ingress (v1 and the older API) or a route of the Gateway API; undefined for other objects. */
export function readBackends(object: KubernetesObject): readonly BackendFacts[] | undefined {
  const ingress = ingressOf(object);
  const fieldsOf = (node: YamlMap) => Mapping.of(node, { at: object.at, partial: false });
  if (ingress) {
    const { spec } = ingress;
    const rules = spec.list('rules', (rule) =>
      fieldsOf(rule)
        .mapping('http')
        .list('paths', (path) => ingressBackend(fieldsOf(path).mapping('backend')))
        .items.flat(),
    );
    return [...ingressBackend(spec.mapping('defaultBackend')), ...ingressBackend(spec.mapping('backend')), ...rules.items.flat()];
  }
  if (!ROUTES.has(object.kind) || (object.group !== undefined && object.group !== 'gateway.networking.k8s.io')) return undefined;
  const rules = object.fields.mapping('spec').list('rules', (rule) =>
    fieldsOf(rule)
      .list('backendRefs', (ref) => routeBackend(fieldsOf(ref)))
      .items.flat(),
  );
  return rules.items.flat();
}

function ingressBackend(backend: Mapping): BackendFacts[] {
  const service = backend.mapping('service');
  const name = service.present ? service.string('name') : backend.string('serviceName');
  if (name.kind !== 'known') return [];
  const number = service.mapping('port').intOrString('number');
  const port = service.present
    ? number.kind === 'absent'
      ? service.mapping('port').string('name')
      : number
    : backend.intOrString('servicePort');
  return [{ service: name.value, namespace: '', port: port.kind === 'known' ? port.value : undefined, at: name.at }];
}

function routeBackend(ref: Mapping): BackendFacts[] {
  const name = ref.string('name');
  const kind = textOf(ref.string('kind'));
  const group = textOf(ref.string('group'));
  if (name.kind !== 'known' || (kind !== '' && kind !== 'Service') || group !== '') return [];
  return [{ service: name.value, namespace: textOf(ref.string('namespace')), port: valueOf(ref.integer('port')), at: name.at }];
}
