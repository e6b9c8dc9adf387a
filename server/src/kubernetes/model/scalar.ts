import type { YamlScalar } from '../../yaml/node.ts';

/**
 * What Kubernetes makes of a YAML scalar. `sigs.k8s.io/yaml` turns YAML into JSON with go-yaml v2's rules before the API
 * types see it (goyaml.v2/resolve.go): plain `yes`, `on` and `y` are booleans, `0755` is octal, quoted text is a string.
 */
export type Resolved =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'integer'; readonly value: number }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'null' };

const TRUE = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']);
const FALSE = new Set(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']);
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);
const INTEGER = /^([-+]?)(?:(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+)|0([0-7]+)|(0|[1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const SPECIAL_FLOAT = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
/** `${NAME}` and `${{NAME}}`: envsubst, Flux `postBuild`, OpenShift Template parameters; `#{NAME}`: Octopus. */
const SUBSTITUTION = /\$\{\{?\s*\w[^}]*\}|^#\{[^}]+\}$/;

/** The JSON value that a scalar stands for. An explicit tag (`!!str`, `!!bool`) decides before the look of the text does. */
export function resolveScalar(scalar: YamlScalar): Resolved {
  const { text } = scalar;
  if (scalar.style !== 'plain' && scalar.tag === undefined) return { type: 'string', value: text };
  if (scalar.tag === '!!str' || scalar.tag === '!') return { type: 'string', value: text };
  if (scalar.style === 'plain' && NULL.has(text)) return { type: 'null' };
  if (TRUE.has(text)) return { type: 'boolean', value: true };
  if (FALSE.has(text)) return { type: 'boolean', value: false };
  return resolveNumber(text) ?? { type: 'string', value: text };
}

function resolveNumber(text: string): Resolved | undefined {
  const digits = text.replaceAll('_', '');
  const match = /^[-+\d]/.test(text) ? INTEGER.exec(digits) : null;
  if (match) {
    const [, sign, prefixed, octal, decimal] = match;
    const size = octal !== undefined ? Number.parseInt(octal, 8) : Number(prefixed ?? decimal);
    return { type: 'integer', value: sign === '-' && size !== 0 ? -size : size };
  }
  if (/\d/.test(digits) && FLOAT.test(digits)) return { type: 'float', value: Number(digits) };
  return SPECIAL_FLOAT.test(text) ? { type: 'float', value: Number.NaN } : undefined;
}

/** The expression that decides a scalar's value outside the manifest, if any: a Helm action or a `${NAME}` to be replaced. */
export function substitutionIn(scalar: YamlScalar): string | undefined {
  return scalar.template ?? SUBSTITUTION.exec(scalar.text)?.[0];
}
