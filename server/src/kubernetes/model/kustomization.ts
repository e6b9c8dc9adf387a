import type { At } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import { Mapping } from './mapping.ts';
import type { KubernetesObject } from './model.ts';

/** A `NAME=value` that kustomize writes into a ConfigMap or Secret. */
export interface GeneratedLiteral {
  readonly name: string;
  readonly text: string;
  /** The whole `NAME=value`. */
  readonly at: At;
}

/** An entry of `secretGenerator` or `configMapGenerator` of a kustomization. */
export interface Generator {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly literals: readonly GeneratedLiteral[];
}

/**
 * What a kustomization generates; empty for every other object. `kind` and `apiVersion` may be left out of the file
 * (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/secretgenerator/).
 */
export function generatorsOf(object: KubernetesObject): Generator[] {
  const named = object.kind === 'Kustomization' || object.kind === 'Component';
  if (object.kind !== '' && !(named && object.group?.startsWith('kustomize.config.k8s.io'))) return [];
  return [
    ...object.fields.list('secretGenerator', (node) => generatorOf('Secret', Mapping.of(node, object.fields.home))).items,
    ...object.fields.list('configMapGenerator', (node) => generatorOf('ConfigMap', Mapping.of(node, object.fields.home))).items,
  ];
}

function generatorOf(kind: Generator['kind'], entry: Mapping): Generator {
  const literals = entry.strings('literals', false).items.flatMap((literal) => {
    const [, name, quoted = ''] = /^([^=]+)=(.*)$/s.exec(valueOf(literal) ?? '') ?? [];
    const text = /^(["'])(.*)\1$/s.exec(quoted)?.[2] ?? quoted;
    return name === undefined ? [] : [{ name: name.trim(), text, at: literal.at }];
  });
  return { kind, literals };
}
