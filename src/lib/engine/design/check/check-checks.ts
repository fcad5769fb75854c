import type { Counted, RecordAsked, WriteAsked } from '../../model/check.ts';
import type { ObjectSync, SyncDesign } from '../../model/design.ts';
import { declaredField } from '../../model/declared-field.ts';
import { designError, type DesignError } from '../../model/design-error.ts';
import { SIDES } from '../../model/side.ts';
import { stageMappings } from '../../model/stage-mappings.ts';
import { withAssociations } from '../../model/associated.ts';
import type { Headers } from './check-headers.ts';

/** S400, S405: checks and rules of approval name what the design has: a sync, fields that it maps, columns of its files. */
export function checkChecks(design: SyncDesign, headersOf: (sync: string) => Headers): DesignError[] {
  const { checks = [], approval = [] } = design;
  const each = (list: readonly { readonly counts: Counted }[], name: string): DesignError[] =>
    list.flatMap(({ counts }, i) => checkOne(counts, `${name}[${String(i)}].count`, design, headersOf));
  return [...each(checks, 'checks'), ...each(approval, 'approval')];
}

function checkOne(
  counts: Counted,
  at: string,
  { syncs }: SyncDesign,
  headersOf: (sync: string) => Headers,
): DesignError[] {
  if (counts.sync === null) return ofNoSync(counts, at);
  const sync = syncs.find(({ id }) => id === counts.sync);
  if (sync === undefined)
    return [designError(`${at}.sync`, { is: 'no-such-sync', sync: JSON.stringify(counts.sync) })];
  const mapped = new Set(
    [...withAssociations(sync).mappings, ...stageMappings(sync)].map(({ left }) => left),
  );
  const unmapped = (field: string, place: string): DesignError[] =>
    mapped.has(field) ? [] : [designError(place, { is: 'field-not-mapped', sync: sync.id, field })];
  return [
    ...counts.fields.flatMap((field, i) => unmapped(field, `${at}.fields[${String(i)}]`)),
    ...counts.writes.flatMap((write, i) => {
      const place = `${at}.writes[${String(i)}]`;
      if (write.field === null) return [];
      return [...unmapped(write.field, `${place}.field`), ...withoutOrder(sync, write, place)];
    }),
    ...counts.where.flatMap((record, i) => notThere(sync, record, `${at}.where[${String(i)}]`, headersOf)),
  ];
}

/** Fields are one sync's. */
function ofNoSync({ fields, writes, where }: Counted, at: string): DesignError[] {
  const named = [
    ...fields.map((_, i) => `fields[${String(i)}]`),
    ...writes.flatMap(({ field }, i) => (field === null ? [] : [`writes[${String(i)}].field`])),
    ...where.map((_, i) => `where[${String(i)}].field`),
  ];
  return named.map((place) => designError(`${at}.${place}`, { is: 'field-of-no-sync' }));
}

/** S401: without options nobody knows which value is the earlier one. */
function withoutOrder(sync: ObjectSync, { field, change, order }: WriteAsked, at: string): DesignError[] {
  if (change !== 'backwards' || order.length > 1) return [];
  const own = withAssociations(sync).mappings.find(({ left }) => left === field);
  const options = SIDES.map((side) =>
    own === undefined ? 0 : (declaredField(sync, side, own[side])?.options ?? []).length,
  );
  if (order.length === 0 && options.some((count) => count > 1)) return [];
  return [designError(`${at}.order`, { is: 'no-order', field: field ?? '' })];
}

function notThere(
  sync: ObjectSync,
  { side, field }: RecordAsked,
  at: string,
  headersOf: (sync: string) => Headers,
): DesignError[] {
  const header = headersOf(sync.id)[side];
  if (header === null || header.includes(field)) return [];
  return [designError(`${at}.field`, { is: 'no-column', side, sync: sync.id, field, like: null })];
}
