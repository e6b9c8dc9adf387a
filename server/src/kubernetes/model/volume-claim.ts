import type { At } from '../../core/value.ts';
import { Mapping } from './mapping.ts';
import type { KubernetesObject } from './model.ts';
import { nameToken, scalarText } from './naming.ts';

/** A claim for storage: an object of its own, or the template of one for each replica of a StatefulSet. */
export interface VolumeClaim {
  readonly name: string;
  readonly at: At;
  readonly spec: Mapping;
}

/** The claims that an object makes (PersistentVolumeClaim v1 core, StatefulSetSpec v1 apps in the API reference). */
export function volumeClaims(object: KubernetesObject): readonly VolumeClaim[] {
  if (object.kind === 'PersistentVolumeClaim' && ['', undefined].includes(object.group)) {
    const spec = object.fields.mapping('spec');
    return spec.present ? [{ name: object.displayName, at: object.at, spec }] : [];
  }
  if (object.kind !== 'StatefulSet') return [];
  return object.fields.mapping('spec').list('volumeClaimTemplates', (node) => {
    const metadata = node.get('metadata')?.value;
    const named = metadata?.kind === 'map' && metadata.get('name') ? metadata : node;
    const at = nameToken(named);
    return { name: scalarText(named, 'name') ?? '', at, spec: Mapping.of(node, { at, partial: false }).mapping('spec') };
  }).items;
}
