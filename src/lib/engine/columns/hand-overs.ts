import type { HandOverColumns, HandOverField, HandOvers } from '../model/baseline.ts';
import type { HandOver } from '../model/hand-over.ts';
import { BECAUSES } from '../model/line.ts';
import { NameListBuilder } from './name-lists.ts';
import { textAt } from './records.ts';
import { TextColumnBuilder } from './text-column.ts';

/** Bits of `facts`: one that is there, then the reason, the flags, and from bit 8 the tries. */
const THERE = 1;
const BECAUSE = 1;
const MISSED = 32;
const FROM = 64;
const OTHER = 128;
const TRIES = 8;
const MOST_TRIES = 255;
const WRITTEN = 1 << 16;
const WAITED = 1 << 17;
const REFUSED = 1 << 18;
const EARLIER = 1 << 19;
const SEEN = 1 << 20;

/** The hand-over of a link; null where it has none. */
export function handOverAt(
  { from, to, other, refused, seen, facts }: HandOverField,
  link: number,
): HandOver | null {
  const bits = facts[link]!;
  if (bits === 0) return null;
  return {
    from: (bits & FROM) === 0 ? null : textAt(from, link),
    to: textAt(to, link),
    other: (bits & OTHER) === 0 ? null : textAt(other, link),
    because: BECAUSES[(bits >> BECAUSE) & 15]!,
    tries: (bits >> TRIES) & MOST_TRIES,
    missed: (bits & MISSED) !== 0,
    ...((bits & WRITTEN) === 0 ? {} : { written: (bits & WAITED) === 0 ? 'yes' : 'waited' }),
    ...((bits & SEEN) === 0 ? {} : { seen: textAt(seen, link) }),
    ...((bits & EARLIER) === 0 ? {} : { earlier: true }),
    ...((bits & REFUSED) === 0 ? {} : { refused: textAt(refused, link) }),
  };
}

/** How often it was handed over; 0 where the link has none. */
export const triesAt = ({ facts }: HandOverField, link: number): number =>
  (facts[link]! >> TRIES) & MOST_TRIES;

/** Is there a field of which an app was seen to have it, right after a push (S462)? */
export const hasSeen = ({ fields }: HandOverColumns): boolean =>
  [...fields.values()].some(({ facts }) => facts.some((bits) => (bits & SEEN) !== 0));

/** All hand-overs of a link, by field. */
export const handOversAt = ({ names, fields }: HandOverColumns, link: number): HandOvers =>
  new Map(
    names.lists[names.of[link]!]!.map((field) => [field, handOverAt(fields.get(field)!, link)!] as const),
  );

/** Collects the hand-overs of one side, link by link. */
export class HandOverBuilder {
  readonly #names = new NameListBuilder();
  readonly #fields = new Map<string, FieldBuilder>();

  add(link: number, all: HandOvers): void {
    this.#names.add([...all.keys()]);
    for (const [field, one] of all) {
      let own = this.#fields.get(field);
      if (own === undefined) this.#fields.set(field, (own = new FieldBuilder()));
      own.add(link, one);
    }
  }

  finish(count: number): HandOverColumns {
    const fields = new Map([...this.#fields].map(([field, own]) => [field, own.finish(count)] as const));
    return { names: this.#names.finish(), fields };
  }
}

class FieldBuilder {
  readonly #from = new TextColumnBuilder();
  readonly #to = new TextColumnBuilder();
  readonly #other = new TextColumnBuilder();
  readonly #refused = new TextColumnBuilder();
  readonly #seen = new TextColumnBuilder();
  readonly #links: number[] = [];
  readonly #facts: number[] = [];

  add(
    link: number,
    { from, to, other, because, tries, missed, written, earlier, refused, seen }: HandOver,
  ): void {
    if (from !== null) this.#from.set(link, from);
    this.#to.set(link, to);
    if (other !== null) this.#other.set(link, other);
    if (refused !== undefined) this.#refused.set(link, refused);
    if (seen !== undefined) this.#seen.set(link, seen);
    this.#links.push(link);
    this.#facts.push(
      THERE |
        (BECAUSES.indexOf(because) << BECAUSE) |
        (missed ? MISSED : 0) |
        (from === null ? 0 : FROM) |
        (other === null ? 0 : OTHER) |
        (written === undefined ? 0 : WRITTEN) |
        (written === 'waited' ? WAITED : 0) |
        (refused === undefined ? 0 : REFUSED) |
        (earlier === true ? EARLIER : 0) |
        (seen === undefined ? 0 : SEEN) |
        (Math.min(tries, MOST_TRIES) << TRIES),
    );
  }

  finish(count: number): HandOverField {
    const facts = new Uint32Array(count);
    this.#links.forEach((link, i) => {
      facts[link] = this.#facts[i]!;
    });
    return {
      from: this.#from.finish(count),
      to: this.#to.finish(count),
      other: this.#other.finish(count),
      refused: this.#refused.finish(count),
      seen: this.#seen.finish(count),
      facts,
    };
  }
}
