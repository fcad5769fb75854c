import type { OpenCreate } from '../../match/links/prior-links.ts';
import { inSlices, TEXT_SLICE, type Steps } from '../../run/steps.ts';
import type { HandedText, TextFinder } from './handed-texts.ts';

/** Creates and new records whose texts hang together: each fits one of the others at least. */
export interface CreateGroup {
  /** In reading order, those whose source is missing last. */
  readonly creates: readonly OpenCreate[];
  /** In reading order. */
  readonly rows: readonly number[];
  /** Does each create fit each record? */
  readonly isWhole: boolean;
  /** The least number of texts one of them was handed over with. */
  readonly fewest: number;
}

interface Alike {
  readonly creates: OpenCreate[];
  readonly rows: readonly number[];
  readonly texts: number;
}

/** Those that fit something, in the order of their first record. */
export function* groupCreates(
  creates: readonly OpenCreate[],
  finder: TextFinder,
  textsOf: (create: OpenCreate) => readonly HandedText[],
): Steps<CreateGroup[]> {
  const alike = new Map<string, Alike>();
  const note = (create: OpenCreate): void => {
    const texts = textsOf(create);
    const key = JSON.stringify(texts.map(({ field, to }) => [field.on.index, to]));
    const known = alike.get(key);
    if (known !== undefined) known.creates.push(create);
    else alike.set(key, { creates: [create], rows: finder.having(texts), texts: texts.length });
  };
  const slice = (from: number, to: number): void => {
    for (let at = from; at < to; at++) note(creates[at]!);
  };
  // A create has a text for each of its fields.
  yield* inSlices('links', creates.length, slice, TEXT_SLICE >> 4);
  const owner = new Map<number, Set<Alike>>();
  for (const one of alike.values()) {
    const together = new Set([one]);
    for (const row of one.rows) {
      for (const other of owner.get(row) ?? []) together.add(other);
    }
    for (const member of together) for (const row of member.rows) owner.set(row, together);
  }
  return [...new Set(owner.values())].map(groupOf).sort((a, b) => a.rows[0]! - b.rows[0]!);
}

function groupOf(together: ReadonlySet<Alike>): CreateGroup {
  const members = [...together];
  const rows = [...new Set(members.flatMap((one) => one.rows))].sort((a, b) => a - b);
  const creates = members
    .flatMap((one) => one.creates)
    .sort((a, b) => Number(a.row < 0) - Number(b.row < 0) || a.row - b.row || a.position - b.position);
  return {
    creates,
    rows,
    isWhole: members.every((one) => one.rows.length === rows.length),
    fewest: Math.min(...members.map((one) => one.texts)),
  };
}
