/**
 * Draws the app's icons into static/: the mark of icon.svg at 192 and 512 px with rounded corners, and once without
 * corners and smaller, for systems that cut a shape of their own (maskable). No library: distances to strokes.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deflateSync } from 'node:zlib';

const STATIC = resolve(import.meta.dirname, '..', 'static');
const GROUND = [0x12, 0x16, 0x1c];
/** Half the width of a stroke, and the corner's radius, on a square of 512. */
const HALF = 20;
const CORNER = 96;

/** Strokes of the mark: colour, then the points it goes through. */
const VIOLET = [0xb5, 0xa7, 0xf8];
const TEAL = [0x5c, 0xca, 0xc8];
const GREY = [0x93, 0x9e, 0xac];
const STROKES = [
  { colour: VIOLET, points: [120, 196, 288, 196] },
  { colour: VIOLET, points: [236, 136, 296, 196, 236, 256] },
  { colour: TEAL, points: [392, 316, 224, 316] },
  { colour: TEAL, points: [276, 256, 216, 316, 276, 376] },
  { colour: GREY, points: [376, 196, 377, 196] },
  { colour: GREY, points: [136, 316, 137, 316] },
];

for (const [name, size, maskable] of [
  ['icon-192.png', 192, false],
  ['icon-512.png', 512, false],
  ['icon-maskable-512.png', 512, true],
]) {
  writeFileSync(join(STATIC, name), png(size, drawn(size, maskable)));
}

/** RGBA rows, each after its filter byte 0. */
function drawn(size, maskable) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  const unit = 512 / size;
  // A maskable icon is safe inside a circle of 80 %: the mark is drawn at three quarters.
  const scale = maskable ? 0.75 : 1;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = [(x + 0.5) * unit, (y + 0.5) * unit];
      const mark = at.map((value) => (value - 256) / scale + 256);
      let colour = GROUND;
      for (const { colour: ink, points } of STROKES) {
        const cover = smooth((HALF - distance(mark, points)) * (scale / unit));
        if (cover > 0) colour = colour.map((value, i) => value + (ink[i] - value) * cover);
      }
      const alpha = maskable ? 1 : smooth(-outside(at) / unit);
      const place = y * (size * 4 + 1) + 1 + x * 4;
      rows.set([...colour.map(Math.round), Math.round(alpha * 255)], place);
    }
  }
  return rows;
}

/** Share of a pixel covered when its middle is so many pixels inside an edge. */
function smooth(inside) {
  return Math.min(1, Math.max(0, inside + 0.5));
}

/** How far a point is from a line through points. */
function distance([x, y], points) {
  let least = Infinity;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [ax, ay, bx, by] = points.slice(i, i + 4);
    const [dx, dy] = [bx - ax, by - ay];
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return least;
}

/** How far a point is outside the rounded square; negative inside. */
function outside([x, y]) {
  const [dx, dy] = [x, y].map((value) => Math.abs(value - 256) - (256 - CORNER));
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - CORNER;
}

function png(size, rows) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const body = deflateSync(rows, { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc(named), named.length + 4);
  return whole;
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
