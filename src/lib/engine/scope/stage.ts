import { cellText } from '../columns/cell.ts';
import type { Records } from '../columns/records.ts';
import type { ObjectSync } from '../model/design.ts';
import { onBoth, type Both, type Side } from '../model/side.ts';
import { placeName, type StagePart } from '../model/stages.ts';
import { UNMAPPED } from '../read/stage-table.ts';
import { mayCreate } from './direction.ts';
import type { ScopeRule } from './rule.ts';
import type { StageRows } from '../columns/stage-rows.ts';

/**
 * ST1: a record needs a mapped stage on the side it flows from. Of a pair of a two-way sync both do, where one without a stage
 * counts as mapped, since it gets the other's.
 */
export function stageRule(sync: ObjectSync, records: Both<Records>, { pairOf }: StageRows): ScopeRule {
  const isOut = (side: Side, least: number): Uint8Array | null =>
    mayCreate(sync, side) ? flagged(pairOf[side], (pair) => pair < least) : null;
  const has = onBoth((side) => isOut(side, 0));
  return {
    reason: 'stage-not-mapped',
    has,
    ...(sync.direction === 'both' ? { ofPair: onBoth((side) => unmapped(pairOf[side])) } : {}),
    pair: 'one',
    ofMissing: true,
    notBeside: ['direction-forbids-create'],
    field: { left: null, right: null },
    value: (side, row) => placeText(sync, records[side], side, row),
  };
}

const unmapped = (pairs: Int32Array): Uint8Array => flagged(pairs, (pair) => pair === UNMAPPED);

function flagged(pairs: Int32Array, is: (pair: number) => boolean): Uint8Array {
  const flags = new Uint8Array(pairs.length);
  for (let row = 0; row < flags.length; row++) if (is(pairs[row]!)) flags[row] = 1;
  return flags;
}

function placeText({ stages }: ObjectSync, records: Records, side: Side, row: number): string {
  const text = (part: StagePart): string | null => {
    const field = stages?.[side][part] ?? null;
    return field === null ? null : cellText(records.column(field), row);
  };
  return placeName({ pipeline: text('pipeline'), stage: text('stage'), status: text('status') });
}
