// Writes server/src/knowledge/end-of-life.data.json from a list of release cycles:
//   node scripts/gen/end-of-life.mjs CYCLES.json
// The list is `{ "products": { "debian": [{ "cycle", "codename"?, "eol", "extended"?, "lts"? }] } }`, as endoflife.date gives it:
// `eol` and `lts` are a date, true or false, `extended` is the date when paid or long-term support ends.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [source] = process.argv.slice(2);
if (!source) {
  console.error('usage: node scripts/gen/end-of-life.mjs CYCLES.json');
  process.exit(2);
}
/** No images are named after these. */
const LEFT_OUT = new Set(['openshift']);

const day = (date) => date.replaceAll('-', '');

/** `20280809`, `!` for ended without a date, `-` for none announced. */
function end(eol) {
  if (typeof eol === 'string') return day(eol);
  return eol ? '!' : '-';
}

function line({ cycle, codename, eol, extended, lts }) {
  const [word = ''] = codename?.toLowerCase().split(' ') ?? [];
  const name = /^[a-z]+$/.test(word) ? `=${word}` : '';
  const longer = typeof extended === 'string' && extended > eol ? `+${day(extended)}` : '';
  const longTerm = lts === true ? '~' : typeof lts === 'string' ? `~${day(lts)}` : '';
  return `${cycle}${name}:${end(eol)}${longer}${longTerm}`;
}

function newestFirst(a, b) {
  const x = a.cycle.split('.').map(Number);
  const y = b.cycle.split('.').map(Number);
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (y[i] ?? -1) - (x[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

const { products } = JSON.parse(readFileSync(source, 'utf8'));
const lines = Object.entries(products)
  .filter(([product]) => !LEFT_OUT.has(product))
  .map(([product, cycles]) => `${JSON.stringify(product)}: ${JSON.stringify([...cycles].sort(newestFirst).map(line).join(' '))}`);
writeFileSync(join(root, 'server/src/knowledge/end-of-life.data.json'), `{\n${lines.join(',\n')}\n}\n`);
