import type { At, Value } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import type { YamlScalar } from '../../yaml/node.ts';
import { atNode, type Mapping } from './mapping.ts';
import type { KubernetesObject } from './model.ts';

/** One key of a ConfigMap or Secret. */
export interface DataEntry {
  readonly key: string;
  readonly keyAt: At;
  /** The text that programs get: `data` of a Secret decoded; undefined for bytes that are no text. */
  readonly text: string | undefined;
  /** Written in base64: nothing in it is filled in later. */
  readonly isEncoded: boolean;
  readonly at: At;
  /** The scalar as written. */
  readonly node: YamlScalar;
}

/** A ConfigMap, or a Secret (ConfigMap v1, Secret v1 in the API reference). */
export interface ConfigObject {
  readonly object: KubernetesObject;
  /** `Opaque` when it is not said; empty for a ConfigMap. */
  readonly type: string;
  /** Literal entries; what a template or a tool fills in later is left out. */
  readonly entries: readonly DataEntry[];
}

/** The ConfigMap that an object is, or undefined. */
export function configMapOf(object: KubernetesObject): ConfigObject | undefined {
  if (object.kind !== 'ConfigMap' || (object.group ?? '') !== '') return undefined;
  return {
    object,
    type: '',
    entries: [...entriesOf(object.fields.mapping('data'), false), ...entriesOf(object.fields.mapping('binaryData'), true)],
  };
}

/**
 * The Secret that an object is, or undefined. One that SOPS has encrypted (a `sops` key) has no entries that can be read
 * (https://github.com/getsops/sops#encryption-protocol); sealed and external secrets are other kinds.
 */
export function secretOf(object: KubernetesObject): ConfigObject | undefined {
  if (object.kind !== 'Secret' || (object.group ?? '') !== '') return undefined;
  const type = object.fields.string('type');
  const isEncrypted = object.fields.field('sops').kind !== 'absent';
  return {
    object,
    type: type.kind === 'absent' ? 'Opaque' : (valueOf(type) ?? ''),
    entries: isEncrypted
      ? []
      : [...entriesOf(object.fields.mapping('data'), true), ...entriesOf(object.fields.mapping('stringData'), false)],
  };
}

/** `type: kubernetes.io/service-account-token`, where it is written. */
export function secretType(object: KubernetesObject): Value<string> {
  return object.fields.string('type');
}

function entriesOf(data: Mapping, isBase64: boolean): DataEntry[] {
  return (data.node?.pairs ?? []).flatMap((pair) => {
    const node = pair.value;
    if (node.kind !== 'scalar' || node.template !== undefined || node.isNull) return [];
    const at = atNode(node, pair);
    const keyAt = { span: pair.keyNode.span, route: node.route, ...(pair.via && { via: pair.via }) };
    return [{ key: pair.key, keyAt, at, node, isEncoded: isBase64, text: isBase64 ? decodeBase64(node.text) : node.text }];
  });
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text in base64, as the API decodes `data`; undefined when it is no base64 or no UTF-8 text (RFC 4648 section 4). */
export function decodeBase64(encoded: string): string | undefined {
  const compact = encoded.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact) || compact.length % 4 !== 0) return undefined;
  const digits = compact.replace(/=+$/, '');
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const digit of digits) {
    buffer = ((buffer << 6) | ALPHABET.indexOf(digit)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((buffer >> bits) & 0xff);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
