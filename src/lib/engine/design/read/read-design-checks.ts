import {
  CHANGES,
  CHECK_SCOPES,
  type Allowed,
  type Check,
  type Counted,
  type RecordAsked,
  type Waiver,
  type WriteAsked,
} from '../../model/check.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { LINK_WORDS, TRAIT_REASONS, WAYS } from '../../model/plan-filter.ts';
import { REASON_CODES } from '../../model/reason.ts';
import { SIDES } from '../../model/side.ts';
import { readCondition } from './read-design-filters.ts';
import { shown, type Place } from './read-design-place.ts';

/** S400: written checks, each with its own id. */
export function readChecks(checks: Place): readonly Check[] {
  const items = checks.items();
  const seen = new Set<string>();
  return items.map((item) => {
    const check = readCheck(item);
    if (seen.has(check.id)) item.member('id').error({ is: 'check-twice', id: shown(check.id) });
    seen.add(check.id);
    return check;
  });
}

function readCheck(check: Place): Check {
  check.isObject();
  return {
    id: check.member('id').filledText(),
    name: check.member('name').filledText(),
    reason: check.member('reason').textOr(''),
    counts: readCounted(check.member('count')),
    allowed: readAllowed(check.member('allowed')),
    blocks: check.member('blocks').flagOr(true),
    waivers: check.member('waivers').items().map(readWaiver),
  };
}

/** Which subjects a check counts, or a rule of approval fits. */
export function readCounted(count: Place): Counted {
  if (!count.absent) count.isObject();
  const words = <T extends string>(name: string, known: readonly T[]): readonly T[] =>
    count
      .member(name)
      .items()
      .map((item) => item.oneOf(known));
  const counted: Counted = {
    sync: count.member('sync').textOrNull(),
    scope: count.member('scope').oneOfOr(CHECK_SCOPES, 'all'),
    outcomes: words('outcomes', OUTCOMES),
    reasons: words('reasons', [...REASON_CODES, ...TRAIT_REASONS]),
    fields: count
      .member('fields')
      .items()
      .map((item) => item.filledText()),
    linkedBy: words('linkedBy', LINK_WORDS),
    directions: words('directions', WAYS),
    writes: count.member('writes').items().map(readWrite),
    where: count.member('where').items().map(readRecord),
  };
  return counted;
}

function readWrite(write: Place): WriteAsked {
  write.isObject();
  const change = write.member('change').oneOfOr(CHANGES, 'any');
  const side = write.member('side');
  const field = write.member('field');
  const asked: WriteAsked = {
    field: field.nothing ? null : field.filledText(),
    side: side.nothing ? null : side.oneOf(SIDES),
    change,
    from: readText(write.member('from')),
    to: readText(write.member('to')),
    order: write
      .member('order')
      .items()
      .map((item) => item.filledText()),
  };
  // A create without any field at all is none, and an order is one field's.
  const isOfField = change === 'created-blank' || change === 'backwards' || change === 'values';
  if (isOfField && asked.field === null && field.nothing) field.bad('filled-text');
  if (change === 'values' && asked.from === null && asked.to === null) write.member('to').bad('text');
  return asked;
}

/** A number or a truth value of the file stands for its text. */
function readText(value: Place): string | null {
  const is = value.value;
  return typeof is === 'number' || typeof is === 'boolean' ? String(is) : value.textOrNull();
}

function readRecord(record: Place): RecordAsked {
  return { side: record.member('side').oneOf(SIDES), ...readCondition(record) };
}

function readAllowed(allowed: Place): Allowed {
  const bound = (name: 'atLeast' | 'atMost'): number | null => {
    const place = allowed.member(name);
    return place.nothing ? null : place.numberUpTo(Number.MAX_VALUE, 'number', 0);
  };
  if (!allowed.absent) allowed.isObject();
  const [atLeast, atMost] = [bound('atLeast'), bound('atMost')];
  const unit = allowed.member('unit').oneOfOr(['records', 'percent'], 'records');
  // Nothing said: none.
  return { atLeast, atMost: atLeast === null && atMost === null ? 0 : atMost, unit };
}

function readWaiver(waiver: Place): Waiver {
  waiver.isObject();
  return {
    planHash: waiver.member('planHash').filledText(),
    number: waiver.member('number').numberUpTo(Number.MAX_VALUE, 'number', 0),
    by: waiver.member('by').filledText(),
    reason: waiver.member('reason').filledText(),
    at: waiver.member('at').textOr(''),
  };
}
