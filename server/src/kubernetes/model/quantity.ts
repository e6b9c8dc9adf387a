import type { At } from '../../core/value.ts';
import type { Mapping } from './mapping.ts';

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * The number that a quantity stands for (`128Mi`, `1e9`, `0.5`); undefined for anything else
 * (https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/).
 */
export function parseQuantity(text: string): number | undefined {
  const match = /^\+?(\d+(?:\.\d*)?|\.\d+)(?:([kmKMGTPE]i?|)|[eE]([-+]?\d{1,2}))$/.exec(text.trim());
  if (!match) return undefined;
  const [, digits, unit, exponent] = match;
  const factor = exponent === undefined ? UNITS[unit ?? ''] : 10 ** Number(exponent);
  return factor === undefined ? undefined : Number(digits) * factor;
}

/** A request that is less than the limit beside it, as both are written. */
export interface BelowLimit {
  readonly request: string;
  readonly limit: string;
  readonly at: At;
}

/** Compares the request and the limit of one resource; undefined where one of them is not given or not known. */
export function belowLimit(requests: Mapping, limits: Mapping, name: string): BelowLimit | undefined {
  const request = quantityIn(requests, name);
  const limit = quantityIn(limits, name);
  if (!request || !limit || request.value >= limit.value) return undefined;
  return { request: request.text, limit: limit.text, at: request.at };
}

function quantityIn(
  mapping: Mapping,
  name: string,
): { readonly text: string; readonly value: number; readonly at: At } | undefined {
  const field = mapping.field(name);
  if (field.kind !== 'known' || field.value.kind !== 'scalar') return undefined;
  const { text } = field.value;
  const value = parseQuantity(text);
  return value === undefined ? undefined : { text, value, at: field.at };
}
