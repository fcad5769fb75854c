import { otherSide, SIDES, type Both, type Side } from '../model/side.ts';
import type { Assigned } from './assign.ts';
import { holdsCodes, signOf } from './declared.ts';
import { overlapOf, type ColumnEvidence, type SuggestSide } from './evidence.ts';
import type { FieldPick } from './own-columns.ts';
import type { SuggestNote } from './suggest-note.ts';
import type { SuggestedDesign, SuggestedField } from './suggestion.ts';

/** Every note on a suggestion, those of the left side first. */
export function notesOf(
  sides: Both<SuggestSide>,
  pairs: readonly Assigned[],
  ids: Both<FieldPick | null>,
  schema: Both<readonly SuggestedField[]>,
  matching: Pick<SuggestedDesign, 'method' | 'identifiers'>,
): SuggestNote[] {
  const notes: SuggestNote[] = [];
  for (const side of SIDES) {
    const id = ids[side]?.field;
    const idEvidence = id === undefined ? undefined : sides[side].columns[sides[side].header.indexOf(id)];
    const damage = idEvidence?.idDamage ?? null;
    if (id !== undefined && damage !== null) notes.push({ code: 'ids-damaged', side, field: id, ...damage });
    for (const pair of pairs) {
      const evidence = pair[side].evidence;
      if (evidence === undefined || evidence.filled === 0) continue;
      notes.push(...ofField(side, pair, evidence, schema[side], sides[side]));
    }
    const domain = matching.identifiers.find(({ name }) => name === 'domain');
    if (domain !== undefined && pairHasNoDomain(pairs, domain[side], side)) {
      notes.push({ code: 'web-address-key', side, field: domain[side] });
    }
  }
  if (matching.method === 'none' && sides.left.rows > 0 && sides.right.rows > 0)
    notes.push({ code: 'no-key' });
  return notes;
}

function ofField(
  side: Side,
  pair: Assigned,
  evidence: ColumnEvidence,
  schema: readonly SuggestedField[],
  file: SuggestSide,
): SuggestNote[] {
  const notes: SuggestNote[] = [];
  const field = pair[side].meaning.name;
  const sample = evidence.samples[0] ?? '';
  const { guess, others, facts } = evidence;
  if (guess.form === 'number' && guess.decimal === null) {
    const declared = schema.some(({ name, decimal }) => name === field && decimal !== null);
    const told = declared ? signOf(evidence, pair[otherSide(side)].evidence, file) : null;
    notes.push(
      told === null
        ? { code: 'decimal-unknown', side, field, sample }
        : { code: 'decimal-told', side, field, sample, ...told },
    );
  }
  if ((guess.form === 'date' || guess.form === 'datetime') && guess.dateOrder === null) {
    notes.push({ code: 'date-order-unknown', side, field, sample });
  }
  if (others !== null) {
    notes.push({ code: 'not-of-type', side, field, ...others, of: evidence.filled });
  }
  if (evidence.mixed !== undefined && facts.listSign === null && !holdsCodes(pair[side])) {
    const { fits: count, ...mixed } = evidence.mixed;
    notes.push({ code: 'mixed-types', side, field, ...mixed, count, of: evidence.filled });
  }
  if (facts.listSign !== null) notes.push({ code: 'multi-select', side, field, sign: facts.listSign });
  const lost = zerosLost(side, pair);
  if (lost !== null) notes.push(lost);
  return notes;
}

/** Codes of digits: one side's begin with noughts, the other's never do, though they are shorter. */
function zerosLost(side: Side, pair: Assigned): SuggestNote | null {
  const own = pair[side].evidence;
  const other = pair[otherSide(side)].evidence;
  if (own === undefined || other === undefined || own.leadingZeros > 0 || other.leadingZeros === 0)
    return null;
  const sample = own.samples.find((text) => /^[1-9]\d*$/.test(text));
  const padded = other.samples.find((text) => /^0\d+$/.test(text));
  if (sample === undefined || padded === undefined || sample.length > padded.length) return null;
  if ((overlapOf(own, other) ?? 0) > MOST) return null;
  return { code: 'zeros-lost', side, field: pair[side].meaning.name, other: padded, sample };
}

/** With so many values in common nothing was lost. */
const MOST = 0.9;

const pairHasNoDomain = (pairs: readonly Assigned[], field: string, side: Side): boolean =>
  pairs.some(
    (pair) =>
      pair[side].meaning.name === field &&
      !pair[side].meaning.senses.some(({ concept }) => concept === 'domain'),
  );
