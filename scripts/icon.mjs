// Draws the icons from one set of shapes: client/media/seaworthy.svg (activity bar, one colour) and client/media/icon.png.
//   node scripts/icon.mjs
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const media = fileURLToPath(new URL('../client/media/', import.meta.url));

/** Shapes on a 24 × 24 grid: a point is a corner, six numbers are a cubic Bézier curve from the point before. */
const SHIELD = [
  [12, 1.2],
  [21, 4.2],
  [21, 11],
  [21, 17, 17, 21, 12, 22.8],
  [7, 21, 3, 17, 3, 11],
  [3, 4.2],
];
const SHIELD_INSIDE = [
  [12, 3.1],
  [19.2, 5.5],
  [19.2, 11],
  [19.2, 15.8, 16, 19.2, 12, 20.9],
  [8, 19.2, 4.8, 15.8, 4.8, 11],
  [4.8, 5.5],
];
const HULL = [
  [6.6, 12.9],
  [17.4, 12.9],
  [16.9, 14.6, 16, 15.9, 14.8, 16.9],
  [9.2, 16.9],
  [8, 15.9, 7.1, 14.6, 6.6, 12.9],
];
const SAIL = [
  [11.5, 5.9],
  [11.5, 11.8],
  [7.6, 11.8],
  [9.4, 10.2, 10.8, 8.4, 11.5, 5.9],
];
const JIB = [
  [12.6, 7.4],
  [13.8, 8.6, 15.3, 10.2, 16.2, 11.8],
  [12.6, 11.8],
];

const NAVY = [11, 37, 69];
const BLUE = [23, 105, 170];
const WHITE = [245, 250, 255];

/** Painted in this order. */
const LAYERS = [
  [SHIELD, WHITE],
  [SHIELD_INSIDE, BLUE],
  [HULL, WHITE],
  [SAIL, WHITE],
  [JIB, WHITE],
];

function svgPath(shape) {
  const [first, ...rest] = shape;
  return `M${first.join(' ')}${rest.map((step) => (step.length === 2 ? 'L' : 'C') + step.join(' ')).join('')}Z`;
}

function polygon(shape) {
  const points = [];
  for (const step of shape) {
    if (step.length === 2) {
      points.push(step);
      continue;
    }
    const [x0, y0] = points.at(-1);
    const [x1, y1, x2, y2, x3, y3] = step;
    for (let i = 1; i <= 24; i += 1) {
      const t = i / 24;
      const u = 1 - t;
      const at = (a, b, c, d) => u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
      points.push([at(x0, x1, x2, x3), at(y0, y1, y2, y3)]);
    }
  }
  return points;
}

function inside(points, x, y) {
  let odd = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i, i += 1) {
    const [xi, yi] = points[i];
    const [xj, yj] = points[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

/** Distance outside a square with rounded corners that fills the picture, in its units. */
function outsideTile(x, y, size, radius) {
  const dx = Math.max(Math.abs(x - size / 2) - size / 2 + radius, 0);
  const dy = Math.max(Math.abs(y - size / 2) - size / 2 + radius, 0);
  return Math.hypot(dx, dy) - radius;
}

function render(size, samples = 4) {
  const layers = LAYERS.map(([shape, colour]) => [polygon(shape), colour]);
  const pixels = Buffer.alloc(size * size * 4);
  const inset = 0.14;
  for (let py = 0; py < size; py += 1) {
    for (let px = 0; px < size; px += 1) {
      const sum = [0, 0, 0, 0];
      for (let s = 0; s < samples * samples; s += 1) {
        const x = px + ((s % samples) + 0.5) / samples;
        const y = py + (Math.floor(s / samples) + 0.5) / samples;
        if (outsideTile(x, y, size, size * 0.2) > 0) continue;
        const gx = ((x / size - inset) / (1 - 2 * inset)) * 24;
        const gy = ((y / size - inset) / (1 - 2 * inset)) * 24;
        let colour = NAVY;
        for (const [points, paint] of layers) if (inside(points, gx, gy)) colour = paint;
        for (let c = 0; c < 3; c += 1) sum[c] += colour[c];
        sum[3] += 1;
      }
      const at = (py * size + px) * 4;
      for (let c = 0; c < 3; c += 1) pixels[at + c] = sum[3] === 0 ? 0 : Math.round(sum[c] / sum[3]);
      pixels[at + 3] = Math.round((sum[3] / (samples * samples)) * 255);
    }
  }
  return pixels;
}

/** A PNG (https://www.w3.org/TR/png-3/) of 8-bit RGBA pixels. */
function png(size, pixels) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(y * size * 4, (y + 1) * size * 4)]),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const outline = `<path fill-rule="evenodd" d="${svgPath(SHIELD)}${svgPath(SHIELD_INSIDE)}"/>`;
const boat = [HULL, SAIL, JIB].map((shape) => `<path d="${svgPath(shape)}"/>`).join('');
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="currentColor"><title>Seaworthy</title>${outline}${boat}</svg>\n`;
await writeFile(`${media}seaworthy.svg`, svg);
await writeFile(`${media}icon.png`, png(256, render(256)));
