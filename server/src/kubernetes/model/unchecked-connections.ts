import type { At } from '../../core/value.ts';
import { Mapping } from './mapping.ts';
import type { KubernetesObject } from './model.ts';

/** A key that switches off the check of a server's certificate. */
export interface UncheckedConnection {
  readonly fields: Mapping;
  readonly key: string;
  readonly at: At;
}

/** Those of an APIService (APIServiceSpec v1) or of the clusters of a kubeconfig (Config v1). */
export function uncheckedConnections(object: KubernetesObject): readonly UncheckedConnection[] {
  if (object.kind === 'APIService' && object.group === 'apiregistration.k8s.io')
    return uncheckedIn(object.fields.mapping('spec'), 'insecureSkipTLSVerify');
  if (object.kind !== 'Config' || object.group !== '') return [];
  const clusters = object.fields.list('clusters', (node) => Mapping.of(node, { at: object.at, partial: false }));
  return clusters.items.flatMap((fields) => uncheckedIn(fields.mapping('cluster'), 'insecure-skip-tls-verify'));
}

function uncheckedIn(fields: Mapping, key: string): readonly UncheckedConnection[] {
  const value = fields.boolean(key);
  return value.kind === 'known' && value.value ? [{ fields, key, at: value.at }] : [];
}
