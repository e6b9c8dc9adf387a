import fc from 'fast-check';

/** Ways in which a text on its way to the next one looks: cut off, a line gone, other line endings, odd characters. */
const MUTATIONS: readonly ((text: string, n: number) => string)[] = [
  (text, n) => text.slice(0, n % (text.length + 1)),
  (text, n) =>
    text
      .split('\n')
      .filter((_, i, all) => i !== n % all.length)
      .join('\n'),
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text, n) => text.replace(/^ +/gm, (s, at: number) => (at % 7 === n % 7 ? '\t'.repeat(Math.ceil(s.length / 2)) : s)),
  (text) => `\uFEFF${text}`,
  (text, n) => insert(text, n, '🚢'),
  (text, n) => insert(text, n, '\ud800'),
  (text, n) => insert(text, n, '\0'),
  (text, n) => insert(text, n, '"'),
  (text, n) => insert(text, n, "'"),
  (text, n) => insert(text, n, '{'),
  (text, n) => insert(text, n, '{{ .Values.x }}'),
  (text, n) => insert(text, n, '&anchor '),
  (text, n) => insert(text, n, '*anchor'),
  (text, n) => insert(text, n, '\n# a comment\n'),
  (text, n) => insert(text, n, '\\\n'),
  (text, n) => insert(text, n, '\n\n'),
  (text, n) => insert(text, n, '\n  key'),
  (text, n) => insert(text, n, '<<EOF\n'),
  (text, n) => insert(text, n, '${X:-'),
  (text) => text.replace(/\n+$/, ''),
];

function insert(text: string, n: number, piece: string): string {
  const at = n % (text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

/** One to three mutations of a text. */
export function mutated(text: string): fc.Arbitrary<string> {
  const step = fc.tuple(fc.nat(MUTATIONS.length - 1), fc.nat(1_000_000));
  return fc
    .array(step, { minLength: 1, maxLength: 3 })
    .map((steps) => steps.reduce((t, [which, n]) => MUTATIONS[which]?.(t, n) ?? t, text));
}
