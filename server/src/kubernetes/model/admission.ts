import type { At, Value } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import type { YamlMap } from '../../yaml/node.ts';
import { atKey } from './at-key.ts';
import { Mapping } from './mapping.ts';
import type { KubernetesObject } from './model.ts';

/** A webhook or policy that objects have to pass before they are stored. */
export interface AdmissionCheck {
  readonly name: string;
  /** The mapping with `failurePolicy`. */
  readonly node: YamlMap;
  readonly failurePolicy: Value<string>;
  /** The `validationActions` of a binding, when they do not deny. */
  readonly actions: At | undefined;
}

/** The admission checks of an object of `admissionregistration.k8s.io` (its API reference, v1). */
export function admissionChecks(object: KubernetesObject): readonly AdmissionCheck[] {
  if (object.group !== 'admissionregistration.k8s.io') return [];
  if (object.kind.endsWith('WebhookConfiguration')) {
    return object.fields.list('webhooks', (node) => {
      const fields = Mapping.of(node, { at: object.at, partial: false });
      return checkOf(valueOf(fields.string('name')) ?? object.displayName, node, fields);
    }).items;
  }
  const spec = object.fields.mapping('spec');
  if (!spec.node || !/AdmissionPolicy(?:Binding)?$/.test(object.kind)) return [];
  const { items, open, value } = spec.strings('validationActions');
  const isDenying = open || value.kind !== 'known' || items.some((item) => valueOf(item) === 'Deny');
  return [{ ...checkOf(object.displayName, spec.node, spec), actions: isDenying ? undefined : atKey(value.at) }];
}

function checkOf(name: string, node: YamlMap, fields: Mapping): AdmissionCheck {
  return { name, node, failurePolicy: fields.string('failurePolicy'), actions: undefined };
}
