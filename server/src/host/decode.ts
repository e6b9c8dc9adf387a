import type { ReadResult } from '../workspace/host.ts';

const BOM = '\uFEFF';

/** Bytes of a file as text: UTF-8 without NUL, the byte order mark taken off; anything else is a problem in plain words. */
export function decodeText(bytes: Uint8Array): ReadResult {
  if (bytes.includes(0)) return { problem: 'binary: it contains NUL bytes' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { problem: 'not UTF-8 text' };
  }
  const bom = text.startsWith(BOM);
  return { text: bom ? text.slice(1) : text, bom };
}

/** Why a file of `size` bytes is left out when at most `maxBytes` are read; undefined when it fits. */
export function tooLarge(size: number, maxBytes: number): string | undefined {
  return size > maxBytes ? `larger than ${kilobytes(maxBytes)} (it has ${kilobytes(size)})` : undefined;
}

function kilobytes(bytes: number): string {
  return bytes < 1024 ? `${bytes} bytes` : `${Math.ceil(bytes / 1024)} KB`;
}
