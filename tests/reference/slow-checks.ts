import type { Counted, RecordAsked, WriteAsked } from '../../src/lib/engine/model/check.ts';
import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { FieldWrite, PlanLine } from '../../src/lib/engine/model/line.ts';
import { lineAct } from '../../src/lib/engine/model/act.ts';
import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import { SIDES, otherSide, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import { comparedViews, inferredKind, optionOf, viewOf, type View } from './field-kind.ts';
import { holds } from './plan-filter.ts';
import { directionOf, fieldOf } from './read-world-design.ts';
import { folded, isBlank } from './values.ts';
import { cell, type Rec } from './world.ts';

/** The sync a check counts in, as plain data. */
export interface CheckedSync {
  /** With associations and stage maps as mappings. */
  readonly sync: ObjectSync;
  readonly records: Both<readonly Rec[]>;
  readonly lines: readonly PlanLine[];
}

/** S400–S402: lines that count, and those looked at, line by line. */
export function countSlowly(counted: Counted, on: CheckedSync): { members: number[]; looked: number } {
  const members: number[] = [];
  let looked = 0;
  on.lines.forEach((line, at) => {
    if (!counted.where.every((asked) => recordPasses(asked, line, on))) return;
    const passes = passesFilter(counted, line, on.sync);
    if (passes || counted.writes.length === 0) looked++;
    if (passes && counted.writes.every((asked) => hasWrite(asked, line, on))) members.push(at);
  });
  return { members, looked };
}

function recordPasses({ side, ...condition }: RecordAsked, line: PlanLine, on: CheckedSync): boolean {
  const ref = line[side];
  if (ref === null) return false;
  const record = on.records[side].find(({ row }) => row === ref.row)!;
  const declared = fieldOf(on.sync, side, condition.field);
  const cells = on.records[side].map((one) => cell(one, condition.field));
  const own = viewOf(declared, on.sync[side].timeZone ?? null);
  const view = declared === null ? { ...own, kind: inferredKind(cells) } : own;
  return holds(condition, cell(record, condition.field), view);
}

function passesFilter(counted: Counted, line: PlanLine, sync: ObjectSync): boolean {
  const { outcomes, reasons, fields, linkedBy, directions, scope } = counted;
  const ways = new Set(line.writes.map(({ side }) => side));
  const way =
    ways.size === 2 ? 'both-ways' : ways.has('left') ? 'to-left' : ways.has('right') ? 'to-right' : null;
  const said = new Set<string>([
    ...line.reasons.map(({ code }) => code),
    ...line.writes.flatMap(({ because }) =>
      because === 'fill-blank'
        ? ['fills-blank']
        : ['left-changed', 'right-changed', 'cleared'].includes(because)
          ? ['one-side-changed']
          : [],
    ),
  ]);
  const oneOf = <T>(asked: readonly T[], has: (one: T) => boolean): boolean =>
    asked.length === 0 || asked.some(has);
  return (
    (scope !== 'written' || line.writes.length > 0) &&
    (scope !== 'needs-person' || ['conflict', 'failing', 'ambiguous'].includes(line.outcome)) &&
    oneOf(outcomes, (one) => one === line.outcome) &&
    oneOf(reasons, (one) => said.has(one)) &&
    oneOf(fields, (one) => line.writes.some((write) => leftsOf(sync, write).includes(one))) &&
    oneOf(linkedBy, (one) => one === (line.link?.by ?? 'none')) &&
    oneOf(directions, (one) => one === way)
  );
}

/** The mappings a write comes from. */
const mappingsOf = (sync: ObjectSync, { side, field }: FieldWrite): readonly FieldMapping[] =>
  sync.mappings.filter(
    (mapping) => mapping.enabled && mapping[side] === field && mayWrite(directionOf(sync, mapping), side),
  );

const leftsOf = (sync: ObjectSync, write: FieldWrite): readonly string[] =>
  mappingsOf(sync, write).map(({ left }) => left);

function hasWrite(asked: WriteAsked, line: PlanLine, on: CheckedSync): boolean {
  const sides = SIDES.filter((side) => asked.side === null || asked.side === side);
  if (asked.change === 'any' && asked.field === null)
    return sides.some((side) => lineAct(line, side) !== 'none');
  const own = line.writes.filter(
    (write) =>
      sides.includes(write.side) && (asked.field === null || leftsOf(on.sync, write).includes(asked.field)),
  );
  if (asked.change === 'created-blank')
    return sides.some(
      (side) => lineAct(line, side) === 'create' && !own.some((write) => write.side === side),
    );
  return own.some((write) => isAsked(asked, write, on));
}

function isAsked(asked: WriteAsked, write: FieldWrite, on: CheckedSync): boolean {
  const { from, to } = write;
  const was = from !== null && !isBlank(from);
  const will = to === null || !isBlank(to);
  switch (asked.change) {
    case 'any':
      return true;
    case 'fills':
      return from !== null && !was && will;
    case 'overwrites':
      return was && will;
    case 'clears':
      return was && !will;
    case 'values':
      return (
        (asked.from === null || (from !== null && sameText(asked.from, from, write, on))) &&
        (asked.to === null || sameText(asked.to, to ?? '', write, on))
      );
    case 'backwards': {
      const [before, after] = [placeOf(asked, from ?? '', write, on), placeOf(asked, to ?? '', write, on)];
      return before >= 0 && after >= 0 && after < before;
    }
    case 'created-blank':
      return false;
    default:
      return asked.change satisfies never;
  }
}

function sameText(wanted: string, text: string, write: FieldWrite, on: CheckedSync): boolean {
  if (isBlank(wanted) || isBlank(text)) return isBlank(wanted) && isBlank(text);
  const mapping = mappingsOf(on.sync, write)[0]!;
  const view: View = comparedViews(on.sync, mapping, on.records)[write.side];
  if (holds({ field: write.field ?? '', op: 'eq', value: wanted }, text, view)) return true;
  const options = fieldOf(on.sync, write.side, write.field ?? '')?.options ?? [];
  const option = optionOf(options, wanted);
  return option !== null && optionOf(options, text) === option;
}

/** S401: the place of a text in the order asked for, or of the options; -1 where it is none. */
function placeOf(asked: WriteAsked, text: string, write: FieldWrite, on: CheckedSync): number {
  const mapping = mappingsOf(on.sync, write)[0]!;
  const of = (side: Side) => fieldOf(on.sync, side, mapping[side])?.options ?? [];
  const [own, others] = [of(write.side), of(otherSide(write.side))];
  const order =
    asked.order.length > 0 ? asked.order : (own.length > 0 ? own : others).map(({ value }) => value);
  const at = (word: string): number =>
    isBlank(word) ? -1 : order.findIndex((one) => folded(one) === folded(word));
  if (at(text) >= 0) return at(text);
  for (const { value, label } of [...own, ...others]) {
    const place = at(value) >= 0 ? at(value) : at(label);
    if (place >= 0 && (folded(value) === folded(text) || folded(label) === folded(text))) return place;
  }
  return -1;
}
