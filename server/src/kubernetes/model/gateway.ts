import type { Value } from '../../core/value.ts';
import { Mapping } from './mapping.ts';
import type { KubernetesObject } from './model.ts';
import { scalarText } from './naming.ts';

/** A listener of a Gateway (https://gateway-api.sigs.k8s.io/reference/spec/#listener). */
export interface GatewayListener {
  readonly name: string;
  readonly protocol: Value<string>;
  readonly hostname: Value<string>;
  readonly tls: Mapping;
  /** `allowedRoutes.namespaces`. */
  readonly namespaces: Mapping;
  /** `allowedRoutes.namespaces.from`; `Same` where it is absent. */
  readonly routesFrom: Value<string>;
}

/** The listeners of a Gateway of the Gateway API; undefined for other objects. */
export function listenersOf(
  object: KubernetesObject,
): { readonly listeners: readonly GatewayListener[]; readonly open: boolean } | undefined {
  if (object.kind !== 'Gateway' || object.group !== 'gateway.networking.k8s.io') return undefined;
  const spec = object.fields.mapping('spec');
  const { items, open } = spec.list('listeners', (node) => {
    const fields = Mapping.of(node, spec.home);
    const namespaces = fields.mapping('allowedRoutes').mapping('namespaces');
    return {
      name: scalarText(node, 'name') ?? '',
      protocol: fields.string('protocol'),
      hostname: fields.string('hostname'),
      tls: fields.mapping('tls'),
      namespaces,
      routesFrom: namespaces.string('from'),
    };
  });
  return { listeners: items, open };
}
