import { expect, test } from 'vitest';
import { inferKinds, kindsOf } from '../../../src/lib/engine/read/infer.ts';
import { shapeAt, shapeOf } from '../../../src/lib/engine/profile/shape.ts';
import { FORM, formAt } from '../../../src/lib/engine/read/usual-form.ts';
import { Random } from '../../reference/random.ts';
import { onSeeds } from '../../reference/replay.ts';

const BEGINNINGS = [
  '2025-04-13',
  '2025-02-29',
  '2024-12-31',
  '0042',
  '003Qz',
  '31.12.2025',
  '+47',
  '1,234.5',
];
const PIECES = [...'0123456789-.,:/ TtEeZzQqäß+%', 'true', 'No', 'yes', 'T10:30', ':59', 'Z', 'PM'];

test('what is told from the bytes of a cell is what its text is read as', () => {
  let told = 0;
  onSeeds(5_000, (seed) => {
    const random = new Random(seed);
    const rest = Array.from({ length: random.int(6) }, () => random.pick(PIECES)).join('');
    const cell = (random.chance(0.6) ? random.pick(BEGINNINGS) : '') + rest;
    const bytes = new TextEncoder().encode(cell);
    if (cell.trim() === '') return false;
    if (formAt(bytes, 0, bytes.length) !== FORM.ask) told++;
    expect(shapeAt(bytes, 0, bytes.length), cell).toBe(shapeOf(cell));
    const kinds = inferKinds(Uint32Array.of(0, bytes.length), bytes, Uint8Array.of(0));
    expect(kinds, cell).toBe(kindsOf(cell));
    return true;
  });
  if (process.env['SEED'] === undefined) expect(told).toBeGreaterThan(1_000);
});
