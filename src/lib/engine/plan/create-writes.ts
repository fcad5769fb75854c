import { isBlank } from '../model/column.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { actBits } from '../model/act.ts';
import { mayWrite } from '../model/direction.ts';
import { SIDES, otherSide, type Both } from '../model/side.ts';
import { noughts, type Spare } from '../run/spare.ts';
import { inSlices, type Steps } from '../run/steps.ts';

/** What creates write, by lone subject: left ones, then right ones; of what is deleted its side alone; nothing for the others. */
export interface CreateWrites {
  /** `TRAIT` bits of the side that is written. */
  readonly traits: Uint8Array;
  /** Per mapping one bit, 32 mappings an array. */
  readonly fields: readonly Uint32Array[];
}

/** `TRAIT` bits of a write, by the side it goes to. */
export const WAY: Both<number> = { left: 1, right: 2 };

/** One word for every 32 mappings, each with a bit a subject. */
export const fieldWords = (
  mappings: readonly unknown[],
  subjects: number,
  spare: Spare | null = null,
): Uint32Array[] =>
  Array.from({ length: (mappings.length + 31) >> 5 }, () => noughts(Uint32Array, subjects, spare));

/** Every mapped non-blank value of what is created (CO6). `acts`: of the lone subjects. */
export function* createWrites(
  lone: Both<Int32Array>,
  mappings: readonly CompiledMapping[],
  acts: Uint8Array,
): Steps<CreateWrites> {
  const traits = new Uint8Array(acts.length);
  const fields = fieldWords(mappings, acts.length);
  let first = 0;
  for (const source of SIDES) {
    const target = otherSide(source);
    const create = actBits(target, 'create');
    const rows = lone[source];
    const base = first;
    const remove = actBits(source, 'delete');
    yield* inSlices('impact', rows.length, (from, to) => {
      for (let i = from; i < to; i++) if (acts[base + i] === remove) traits[base + i] = WAY[source];
    });
    for (const [position, on] of mappings.entries()) {
      if (!mayWrite(on.direction, target)) continue;
      const column = on.given[source];
      const field = 1 << (position & 31);
      const own = fields[position >> 5]!;
      yield* inSlices('impact', rows.length, (from, to) => {
        for (let i = from; i < to; i++) {
          const subject = base + i;
          if (acts[subject] !== create || isBlank(column, rows[i]!)) continue;
          traits[subject] = WAY[target];
          own[subject]! |= field;
        }
      });
    }
    first += rows.length;
  }
  return { traits, fields };
}
