const TRUE = new Set(['true', 'y', 'yes', 'on']);
const FALSE = new Set(['false', 'n', 'no', 'off']);

/** A boolean as compose-go's loader casts it, in any case and quoted or not; undefined for anything else (`1`, `t`). */
export function parseBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (TRUE.has(lower)) return true;
  if (FALSE.has(lower)) return false;
  return undefined;
}

/** A whole number, sign allowed; undefined for anything else. */
export function parseInteger(text: string): number | undefined {
  return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** A number with or without a fraction (`0.5`, `2`), as `cpus` takes it. */
export function parseDecimal(text: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/.test(text) ? Number(text) : undefined;
}

const BYTE_UNITS: Readonly<Record<string, number>> = { '': 0, b: 0, k: 1, m: 2, g: 3, t: 4, p: 5 };

/** Bytes of a size such as `512m`, `1.5gb`, `64KiB`, `1024` (Compose spec, "Specifying byte values"; go-units `RAMInBytes`). */
export function parseByteCount(text: string): number | undefined {
  const match = /^([+-]?\d+(?:\.\d+)?)\s*([bkmgtp]?)(?:i?b)?$/i.exec(text.trim());
  if (!match) return undefined;
  return Math.trunc(Number(match[1]) * 1024 ** (BYTE_UNITS[(match[2] ?? '').toLowerCase()] ?? 0));
}

const DURATION_UNITS: Readonly<Record<string, number>> = {
  us: 0.001,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Milliseconds of a duration such as `1m30s` (Compose spec, "Specifying durations"). */
export function parseDuration(text: string): number | undefined {
  if (text === '0') return 0;
  if (!/^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h|d|w))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(us|ms|s|m|h|d|w)/g))
    total += Number(amount) * (DURATION_UNITS[unit ?? ''] ?? 0);
  return total;
}
