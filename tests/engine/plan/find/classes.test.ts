import { drain } from '../../../../src/lib/engine/run/steps.ts';
import { expect, test } from 'vitest';
import { classesOf } from '../../../../src/lib/engine/plan/find/classes.ts';
import { Random } from '../../../reference/random.ts';
import { onSeeds } from '../../../reference/replay.ts';

test('rows are of one class exactly where all their columns agree, and each class has a member', () => {
  onSeeds(50, (seed) => {
    const random = new Random(seed);
    const rows = random.int(2_000);
    // From one value to more classes than the table begins with.
    const values = 1 + random.int(40);
    const column = (): Uint32Array => Uint32Array.from({ length: rows }, () => random.int(values) << 27);
    const columns = [column(), column(), column()] as const;
    const { of, members } = drain(classesOf(columns[0].slice(), columns[1], [columns[2]]));
    const told = Array.from({ length: rows }, (_, row) => columns.map((one) => one[row]).join());
    const seen = [...new Set(told)];
    expect([...of]).toEqual(told.map((text) => seen.indexOf(text)));
    expect([...members].map((row) => told[row])).toEqual(seen);
    return true;
  });
});
