import type { At } from '../../core/value.ts';
import { Mapping } from './mapping.ts';
import type { KubernetesObject } from './model.ts';

/** One item of an EncryptionConfiguration's `resources`. */
export interface EncryptedResources {
  readonly resources: readonly string[];
  /** The first provider, which writes; the others only read. */
  readonly writer: { readonly name: string; readonly at: At } | undefined;
}

/**
 * What an EncryptionConfiguration encrypts with; empty for other objects
 * (https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#understanding-the-encryption-at-rest-configuration).
 */
export function encryptionResources(object: KubernetesObject): readonly EncryptedResources[] {
  if (object.kind !== 'EncryptionConfiguration' || object.group !== 'apiserver.config.k8s.io') return [];
  return object.fields.list('resources', (node): EncryptedResources => {
    const fields = Mapping.of(node, { at: object.at, partial: false });
    const providers = fields.list('providers', (provider) => provider.pairs[0]);
    const first = providers.items[0];
    const isKnown = first && !providers.open && first.value.route[first.value.route.length - 2] === 0;
    return {
      resources: fields.strings('resources').items.flatMap((item) => (item.kind === 'known' ? [item.value] : [])),
      writer: isKnown ? { name: first.key, at: { span: first.keyNode.span, route: first.value.route } } : undefined,
    };
  }).items;
}
