import type { At } from '../../core/value.ts';

/** The key's place where a value is a block, of which only the key is to be marked. */
export function atKey(at: At): At {
  return at.key ? { ...at, span: at.key } : at;
}
