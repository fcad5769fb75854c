import { cellText } from '../columns/cell.ts';
import { handOverAt } from '../columns/hand-overs.ts';
import { linkId } from '../columns/link-table.ts';
import { createValues, writtenText } from '../merge/targets.ts';
import { writeOf } from '../merge/verdict.ts';
import type { HandOver } from '../model/hand-over.ts';
import type { Reason } from '../model/reason.ts';
import { SIDES, otherSide, type Side } from '../model/side.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import type { LinkedSync } from './link-sync.ts';
import { pairCount, verdictOn, type SubjectRows } from './sync-plan.ts';

/** Marks the pairs whose row the app refused, where the same row would be handed over again (BL7, HE3). */
export function* refusedPairs(plan: LinkedSync, mark: (pair: number) => void): Steps<void> {
  const { links, baselineOf } = plan.matching.prior;
  for (const side of SIDES) {
    if (links.refused[side].length === 0) continue;
    const has = new Uint8Array(links.count);
    for (const position of links.refused[side]) has[position] = 1;
    yield* inSlices('judge', pairCount(plan), (from, to) => {
      for (let pair = from; pair < to; pair++) {
        const position = baselineOf.left[plan.pairs.left[pair]!]!;
        if (position >= 0 && has[position] === 1 && wordsOfPair(plan, side, pair) !== null) mark(pair);
      }
    });
  }
}

/** Was this the row of a create the app refused, and is it still? */
export const isRefusedCreate = (plan: LinkedSync, target: Side, row: number): boolean =>
  plan.created !== null && wordsOfCreate(plan, target, row) !== null;

/** The app's words for a subject whose row it refused, by side. */
export function refusedReasons(plan: LinkedSync, subject: number, rows: SubjectRows): Reason[] {
  const isPair = subject < pairCount(plan);
  return SIDES.flatMap((side): Reason[] => {
    if (!isPair && rows[side] >= 0) return [];
    const words = isPair
      ? wordsOfPair(plan, side, subject)
      : wordsOfCreate(plan, side, rows[otherSide(side)]);
    return words === null ? [] : [{ code: 'refused-by-app', side, value: words }];
  });
}

/**
 * Null where the row would be another now, or goes over another text: a text, a field more or less. A clear that comes to it is passed over, since not
 * every app's file can say one.
 */
function wordsOfPair(plan: LinkedSync, side: Side, pair: number): string | null {
  const position = plan.matching.prior.baselineOf.left[plan.pairs.left[pair]!]!;
  if (position < 0) return null;
  const refused = refusedAt(plan, side, position);
  let words: string | null = null;
  let same = 0;
  for (const [at, on] of plan.mappings.entries()) {
    if (writeOf(verdictOn(plan, at, pair))?.side !== side) continue;
    const to = writtenText(on, side, plan.pairs.left[pair]!, plan.pairs.right[pair]!);
    const one = refused.get(on.mapping[side]);
    if (one === undefined ? to !== '' : one.to !== to) return null;
    if (one === undefined) continue;
    if (one.from !== null && one.from !== cellText(on.cells[side], plan.pairs[side][pair]!)) return null;
    words ??= one.refused ?? '';
    same++;
  }
  return same === refused.size ? words : null;
}

function wordsOfCreate(plan: LinkedSync, target: Side, row: number): string | null {
  const open = plan.created?.refused[otherSide(target)].get(row);
  if (open === undefined) return null;
  const refused = refusedAt(plan, target, open.position);
  const values = createValues(plan.mappings, target, row);
  const asThen = values.filter(
    ({ mapping, to }) => refused.get(plan.mappings[mapping]!.mapping[target])?.to === to,
  );
  if (asThen.length !== values.length || asThen.length !== refused.size) return null;
  const [first] = values;
  return first === undefined
    ? null
    : (refused.get(plan.mappings[first.mapping]!.mapping[target])!.refused ?? '');
}

/** What the app refused of a link's hand-overs to a side, by field; of a pair's own row, not of the create it began with. */
function refusedAt({ matching }: LinkedSync, side: Side, position: number): ReadonlyMap<string, HandOver> {
  const { links } = matching.prior;
  const { names, fields } = links.sent[side];
  const isPair = SIDES.every((one) => linkId(links, one, position) !== '');
  const all = new Map<string, HandOver>();
  for (const field of names.lists[names.of[position]!]!) {
    const one = handOverAt(fields.get(field)!, position)!;
    if (one.refused !== undefined && (one.because === 'create') !== isPair) all.set(field, one);
  }
  return all;
}
