import {
  BECAUSES,
  SIDES,
  type FieldTexts,
  type HandOver,
  type HandOvers,
  type Removal,
} from '../engine/index.ts';
import {
  isCount,
  isObject,
  isOneOf,
  isText,
  isTextList,
  jsonObject,
  member,
  type JsonObject,
} from './json-shape.ts';

/** Reads what was handed over to one side, whose entries are `values`. */
export type ReadSent = (value: unknown, values: FieldTexts) => HandOvers | null;

export const handOvers: ReadSent = (value) => {
  if (!isObject(value)) return null;
  const all = new Map<string, HandOver>();
  for (const [field, json] of Object.entries(value)) {
    const one = isObject(json) ? handOverOf(json) : null;
    if (one === null) return null;
    all.set(field, one);
  }
  return all;
};

/** Names alone: the entry is what was handed over. */
export const sentNames: ReadSent = (value, values) => {
  if (!isTextList(value)) return null;
  const all = new Map<string, HandOver>();
  for (const field of value) {
    const to = values.get(field);
    if (to === undefined) continue;
    all.set(field, { from: null, to, other: null, because: 'winner', tries: 1, missed: false });
  }
  return all;
};

function handOverOf(json: JsonObject): HandOver | null {
  const [from, to, other] = [member(json, 'from'), member(json, 'to'), member(json, 'other')];
  const [because, tries, missed] = [member(json, 'because'), member(json, 'tries'), member(json, 'missed')];
  if ((from !== null && !isText(from)) || (other !== null && !isText(other)) || !isText(to)) return null;
  if (!isOneOf(BECAUSES, because) || !isCount(tries) || tries === 0) return null;
  if (missed !== undefined && typeof missed !== 'boolean') return null;
  const answer = answerOf(
    member(json, 'written'),
    member(json, 'earlier'),
    member(json, 'refused'),
    member(json, 'seen'),
  );
  return answer === null ? null : { from, to, other, because, tries, missed: missed === true, ...answer };
}

/** What a result file said of it (BL7), and a push saw (S462). */
function answerOf(
  written: unknown,
  earlier: unknown,
  refused: unknown,
  seen: unknown,
): Pick<HandOver, 'written' | 'earlier' | 'refused' | 'seen'> | null {
  if (written !== undefined && written !== 'yes' && written !== 'waited') return null;
  if (refused !== undefined && !isText(refused)) return null;
  if (seen !== undefined && !isText(seen)) return null;
  if (earlier !== undefined && typeof earlier !== 'boolean') return null;
  return {
    ...(written === undefined ? {} : { written }),
    ...(earlier === true ? { earlier } : {}),
    ...(refused === undefined ? {} : { refused }),
    ...(seen === undefined ? {} : { seen }),
  };
}

export const handOversJson = (all: HandOvers): string =>
  jsonObject(
    [...all].map(([field, one]) => {
      const { from, to, other, because, tries, missed, written, earlier, refused, seen } = one;
      // What is undefined is left out.
      const json = {
        from,
        to,
        other,
        because,
        tries,
        ...(missed ? { missed } : {}),
        written,
        earlier,
        refused,
        seen,
      };
      return [field, JSON.stringify(json)] as const;
    }),
  );

/** A delete that was handed over (S468); null where it cannot be read. */
export function removalOf(json: unknown): Removal | null | undefined {
  if (json === undefined) return undefined;
  if (!isObject(json)) return null;
  const [side, tries, written] = [member(json, 'side'), member(json, 'tries'), member(json, 'written')];
  const refused = member(json, 'refused');
  if (!isOneOf(SIDES, side) || !isCount(tries) || tries === 0) return null;
  if ((written !== undefined && written !== true) || (refused !== undefined && !isText(refused))) return null;
  return {
    ...{ side, tries },
    ...(written === undefined ? {} : { written }),
    ...(refused === undefined ? {} : { refused }),
  };
}
