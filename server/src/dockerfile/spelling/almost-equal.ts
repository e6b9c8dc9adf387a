/** Whether two names differ by one letter: added, left out, changed, or swapped with its neighbour; case does not count. */
function isAlmostEqual(a: string, b: string): boolean {
  const [short, long] = [a.toLowerCase(), b.toLowerCase()].sort((x, y) => x.length - y.length) as [string, string];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  const [left, leftLong] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  return leftLong.length <= 1 || (left.length === 2 && leftLong === `${left[1]}${left[0]}`);
}

/** The first candidate that is nearly `name` but not it; names of one or two letters say too little. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  return name.length < 3 ? undefined : candidates.find((one) => one !== name && one.length > 2 && isAlmostEqual(one, name));
}
