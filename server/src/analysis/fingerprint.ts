/** FNV-1a over UTF-16 units with two offsets, as 16 hexadecimal digits: stable on every platform, not for secrets. */
export function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193) >>> 0;
    b = Math.imul(b ^ c, 0x85ebca6b) >>> 0;
  }
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
}

/**
 * What makes a finding the same after the lines around it moved: its rule, the resource it is about and what it says.
 * The n-th equal finding of a file is told apart by `occurrence`.
 */
export function fingerprintOf(rule: string, resource: string, identity: string, occurrence = 0): string {
  const base = hash(`${rule}\0${resource}\0${identity}`);
  return occurrence === 0 ? base : `${base}-${occurrence}`;
}
