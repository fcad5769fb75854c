import { isBlankValue, valueOf } from '../../model/column.ts';
import { cellText } from '../../columns/cell.ts';
import { createText, writtenText } from '../../merge/targets.ts';
import { writesAsItStands } from '../../merge/unique.ts';
import type { CompiledMapping } from '../../merge/compiled.ts';
import { writeOf } from '../../merge/verdict.ts';
import { actBits } from '../../model/act.ts';
import { mayWrite } from '../../model/direction.ts';
import { SIDES, otherSide, type Side } from '../../model/side.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../../run/steps.ts';
import { createTries, mayBeThere } from '../create-notes.ts';
import { sameWrites } from './same-writes.ts';
import { TextHash, chained, stirred } from './print-hash.ts';
import { valueHasher } from './value-hasher.ts';
import { firstLone, pairCount, subjectCount, type SyncPlan } from '../sync-plan.ts';

/** A plan whose prints are known: subjects that write the same need not be looked at again. */
export interface Printed {
  readonly plan: SyncPlan;
  readonly prints: Uint32Array;
}

/**
 * A print per subject, two words each: 64 bits over everything it would write (side, field, from, to, because; the texts of the
 * `writes` member) and, for a pair, over the right record's id. Equal while these are equal; two that differ have one print once
 * in 2⁶⁴. 0 0 where nothing is written.
 */
export function* writePrints(plan: SyncPlan, earlier: Printed | null = null): Steps<Uint32Array> {
  const prints = new Uint32Array(subjectCount(plan) * 2);
  const known = earlier === null ? null : yield* sameWrites(plan, earlier.plan);
  if (known !== null && earlier !== null) {
    yield* inSlices('compare', known.length, (from, to) => {
      for (let subject = from; subject < to; subject++) {
        if (mayBeThere(plan, subject) || mayBeThere(earlier.plan, subject)) known[subject] = 0;
        if (known[subject] === 0) continue;
        prints[subject * 2] = earlier.prints[subject * 2]!;
        prints[subject * 2 + 1] = earlier.prints[subject * 2 + 1]!;
      }
    });
  }
  const printer = new Printer(plan, prints, known);
  yield* printer.pairs();
  for (const side of SIDES) yield* printer.creates(side);
  return prints;
}

/** A pass over subjects that hashes texts of theirs. */
const eachOf = (subjects: Uint32Array, take: (subject: number) => void): Steps<void> =>
  inSlices(
    'compare',
    subjects.length,
    (from, to) => {
      for (let at = from; at < to; at++) take(subjects[at]!);
    },
    TEXT_SLICE,
  );

class Printer {
  readonly #plan: SyncPlan;
  readonly #prints: Uint32Array;
  readonly #known: Uint8Array | null;
  readonly #hash = new TextHash();

  constructor(plan: SyncPlan, prints: Uint32Array, known: Uint8Array | null) {
    this.#plan = plan;
    this.#prints = prints;
    this.#known = known;
  }

  /** Mapping by mapping, so that a column is read in one go. */
  *pairs(): Steps<void> {
    const plan = this.#plan;
    const { pairs, verdictList } = plan;
    const looked = yield* this.#looked(0, pairCount(plan));
    for (const [position, on] of plan.mappings.entries()) {
      const writes = verdictList.map(writeOf);
      const seeds = writes.map((write) =>
        write === null ? null : this.#seed(write.side, on.mapping[write.side], write.because),
      );
      const texts = { left: this.#texts(on, 'left'), right: this.#texts(on, 'right') };
      const verdicts = plan.verdicts[position]!;
      yield* eachOf(looked, (pair) => {
        const verdict = verdicts[pair]!;
        const seed = seeds[verdict]!;
        const write = writes[verdict]!;
        if (seed === null || write === null) return;
        const { side } = write;
        this.#add(pair, seed[0], seed[1]);
        texts[side].from(pairs[side][pair]!);
        this.#add(pair, this.#hash.first, this.#hash.second);
        texts[side].to(pairs.left[pair]!, pairs.right[pair]!);
        this.#add(pair, this.#hash.first, this.#hash.second);
      });
    }
    const ids = idHasher(plan, 'right', this.#hash);
    yield* eachOf(looked, (pair) => {
      if (this.#prints[pair * 2] === 0 && this.#prints[pair * 2 + 1] === 0) return;
      ids(pairs.right[pair]!);
      this.#add(pair, this.#hash.first, this.#hash.second);
    });
  }

  /** Of the lone records of one side, what is created on the other. */
  *creates(source: Side): Steps<void> {
    const plan = this.#plan;
    const target = otherSide(source);
    const rows = plan.lone[source];
    const first = firstLone(plan, source);
    const acting = yield* this.#looked(first, first + rows.length);
    const remove = actBits(source, 'delete');
    const removed = this.#seed(source, '', 'deleted');
    const created = (take: (subject: number) => void): Steps<void> =>
      eachOf(acting, (subject) => {
        if (plan.acts[subject] !== remove) take(subject);
      });
    yield* eachOf(acting, (subject) => {
      if (plan.acts[subject] === remove) this.#add(subject, ...removed);
    });
    for (const on of plan.mappings) {
      if (!mayWrite(on.direction, target)) continue;
      const seed = this.#seed(target, on.mapping[target], 'create');
      const column = on.given[source];
      const hashTo = valueHasher(
        column,
        this.#hash,
        writesAsItStands(on) ? null : (row) => createText(on, target, row),
      );
      yield* created((subject) => {
        const row = rows[subject - first]!;
        if (isBlankValue(column, valueOf(column, row))) return;
        hashTo(row);
        this.#add(subject, seed[0], seed[1]);
        this.#add(subject, this.#hash.first, this.#hash.second);
      });
    }
    // What was decided before it was known that it may be there already is decided anew (BL6).
    yield* created((subject) => {
      if (!mayBeThere(plan, subject)) return;
      const tries = createTries(plan, source, rows[subject - first]!);
      this.#add(subject, ...this.#seed(target, String(tries), 'handed-over'));
    });
  }

  /** Subjects `first … end` with which something is done and whose prints are not known yet. */
  *#looked(first: number, end: number): Steps<Uint32Array> {
    const found = new Uint32Array(end - first);
    let count = 0;
    yield* inSlices('compare', found.length, (from, to) => {
      for (let subject = first + from; subject < first + to; subject++) {
        if (this.#plan.acts[subject] === 0 || this.#known?.[subject] === 1) continue;
        found[count++] = subject;
      }
    });
    return found.subarray(0, count);
  }

  #seed(side: Side, field: string, because: string | null): readonly [number, number] {
    this.#hash.text(JSON.stringify([side, field, because]));
    return [this.#hash.first, this.#hash.second];
  }

  /** Hashes the two texts of a pair's write on a side. */
  #texts(
    on: CompiledMapping,
    side: Side,
  ): { from(row: number): void; to(left: number, right: number): void } {
    const hash = this.#hash;
    const source = otherSide(side);
    const from = valueHasher(on.cells[side], hash, null);
    if (writesAsItStands(on)) {
      const to = valueHasher(on.values[source], hash, null);
      return { from, to: (left, right) => to(source === 'left' ? left : right) };
    }
    return { from, to: (left, right) => hash.text(writtenText(on, side, left, right)) };
  }

  #add(subject: number, first: number, second: number): void {
    const at = subject * 2;
    this.#prints[at] = chained(this.#prints[at]!, first);
    this.#prints[at + 1] = chained(this.#prints[at + 1]! ^ 0x3c6ef372, stirred(second));
  }
}

/** Hashes a record's id; bytes of the column where they are the id as it stands (S49). */
function idHasher({ sync, records }: SyncPlan, side: Side, hash: TextHash): (row: number) => void {
  const { idField } = sync[side];
  if (idField === null) return (row) => hash.text(records[side].id(row));
  const column = records[side].column(idField);
  return (row) => {
    const value = valueOf(column, row);
    const from = column.offsets[value]!;
    const to = column.offsets[value + 1]!;
    const isBare = isVisible(column.bytes[from]!) && isVisible(column.bytes[to - 1]!);
    if (isBare) hash.bytes(column.bytes, from, to);
    else hash.text(cellText(column, row).trim());
  };
}

const isVisible = (byte: number): boolean => byte > 32 && byte < 127;
