/** What a setting of a control-plane component has to be. */
export type Expectation =
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Given, with any value: a file that only the operator knows. */
  | { readonly kind: 'given' }
  | { readonly kind: 'not-given' }
  /** A comma-separated list without these items. */
  | { readonly kind: 'lacks'; readonly items: readonly string[] }
  | { readonly kind: 'has'; readonly item: string }
  | { readonly kind: 'at-least'; readonly value: number }
  /** The same, or 0 for no limit. */
  | { readonly kind: 'zero-or-at-least'; readonly value: number }
  /** A number above 0; without it a sound default holds. */
  | { readonly kind: 'positive' }
  /** A duration of Go (`5m`, `1h30m`) of at most so many seconds. */
  | { readonly kind: 'at-most-seconds'; readonly value: number }
  /** A number or a duration that is not zero. */
  | { readonly kind: 'not-zero' }
  | { readonly kind: 'zero' }
  | { readonly kind: 'loopback' }
  | { readonly kind: 'strong-ciphers' }
  /** A feature gate that is not switched off. */
  | { readonly kind: 'gate'; readonly name: string };

/**
 * Cipher suites that are left when those with static RSA keys, CBC with SHA-256 (Lucky13), RC4 and 3DES are taken out of Go's names, which the flags use
 * (https://pkg.go.dev/crypto/tls#pkg-constants, CIS Kubernetes 1.2.29 and 4.2.12).
 */
const STRONG_CIPHERS = new Set([
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA',
  'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA',
  'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
  'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305',
  'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
]);

const UNIT_SECONDS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 1e-3, us: 1e-6, µs: 1e-6, ns: 1e-9 };

/** The items of a comma-separated value. */
export function itemsOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Seconds of a duration of Go, `1h1m1s`; undefined for anything else (https://pkg.go.dev/time#ParseDuration). */
export function goSeconds(text: string): number | undefined {
  if (text === '0') return 0;
  if (!/^(?:\d+(?:\.\d+)?(?:h|ms|m|s|us|µs|ns))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)/g)];
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * (UNIT_SECONDS[unit ?? ''] ?? 0), 0);
}

/** Whether a value, as written on a command line, is what is expected. Values that make no sense count as expected. */
export function isMet(expected: Expectation, text: string): boolean {
  switch (expected.kind) {
    case 'boolean':
      return !isBoolean(text, !expected.value);
    case 'given':
      return text !== '';
    case 'not-given':
      return text === '';
    case 'lacks':
      return !itemsOf(text).some((item) => expected.items.includes(item));
    case 'has':
      return itemsOf(text).includes(expected.item);
    case 'at-least':
      return !/^-?\d+$/.test(text) || Number(text) >= expected.value;
    case 'zero-or-at-least':
      return !/^-?\d+$/.test(text) || Number(text) === 0 || Number(text) >= expected.value;
    case 'positive':
      return !/^-?\d+$/.test(text) || Number(text) > 0;
    case 'at-most-seconds':
      return (goSeconds(text) ?? 0) <= expected.value;
    case 'not-zero':
      return text !== '' && goSeconds(text) !== 0;
    case 'zero':
      return text === '0';
    case 'loopback':
      return /^(?:127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)(?::\d+)?$/.test(text);
    case 'strong-ciphers':
      return itemsOf(text).every((item) => STRONG_CIPHERS.has(item));
    case 'gate':
      return !itemsOf(text).some((item) => item === `${expected.name}=false`);
  }
}

/** What to write instead, with the other items of a list kept; undefined where only the operator knows. Empty: nothing at all. */
export function expectedText(expected: Expectation, text: string | undefined): string | undefined {
  const items = itemsOf(text ?? '');
  switch (expected.kind) {
    case 'boolean':
      return String(expected.value);
    case 'not-given':
    case 'positive':
    case 'zero-or-at-least':
      return '';
    case 'lacks':
      return items.filter((item) => !expected.items.includes(item)).join(',');
    case 'has':
      return [...items, expected.item].join(',');
    case 'at-least':
      return String(expected.value);
    case 'at-most-seconds':
      return `${expected.value}s`;
    case 'zero':
      return '0';
    case 'loopback':
      return (text ?? '').replace(/^.*?((?::\d+)?)$/, '127.0.0.1$1');
    case 'strong-ciphers':
      return items.filter((item) => STRONG_CIPHERS.has(item)).join(',') || undefined;
    case 'gate':
      return items.map((item) => (item === `${expected.name}=false` ? `${expected.name}=true` : item)).join(',');
    default:
      return undefined;
  }
}

/** The same as a sentence says it: `false`, `127.0.0.1`, a file. */
export function expectedWords(expected: Expectation): string {
  switch (expected.kind) {
    case 'boolean':
      return String(expected.value);
    case 'has':
      return expected.item;
    case 'at-least':
      return String(expected.value);
    case 'loopback':
      return '127.0.0.1';
    case 'zero':
      return '0';
    default:
      return '…';
  }
}

/** Booleans as pflag reads them (strconv.ParseBool). */
function isBoolean(text: string, value: boolean): boolean {
  return (value ? ['1', 't', 'T', 'TRUE', 'true', 'True'] : ['0', 'f', 'F', 'FALSE', 'false', 'False']).includes(text);
}
