// Over 300 lines: what becomes of a place, told from its standing to its last choice, so that it can be read against S90.
import type { ConflictChoice } from '../../src/lib/engine/model/choices.ts';
import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import { intersect, mayWrite, type Direction } from '../../src/lib/engine/model/direction.ts';
import type { Conflict, FieldWrite } from '../../src/lib/engine/model/line.ts';
import type { Reason } from '../../src/lib/engine/model/reason.ts';
import { otherSide, SIDES, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import type { StagePart, StageValue } from '../../src/lib/engine/model/stages.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { declaredOf, formatOfCells, hasForm } from './app-form.ts';
import { optionOf, viewOf } from './field-kind.ts';
import type { Pair } from './plan-links.ts';
import { firstMatch, isDecided, threeWay, type Merged } from './plan-merge.ts';
import { repeated } from './plan-repeat.ts';
import { bySalesforce, staysBlank } from './plan-salesforce.ts';
import { changedSides, readBack, type SameOn } from './plan-returns.ts';
import { fieldOf } from './read-world-design.ts';
import { folded, isBlank } from './values.ts';
import { NOTHING, open, type Wish } from './wish.ts';
import { cell, shown, type Rec } from './world.ts';

const PARTS: readonly StagePart[] = ['pipeline', 'stage', 'status'];

/** S90: a field, or a field of one side alone, as a mapping. */
export interface PartMapping {
  readonly part: StagePart;
  readonly mapping: FieldMapping;
  readonly owns: Both<boolean>;
}

const made = new WeakMap<ObjectSync, readonly PartMapping[]>();

/** The parts of a sync's stage map, always the same objects. */
export function partMappings(sync: ObjectSync): readonly PartMapping[] {
  const known = made.get(sync);
  if (known !== undefined) return known;
  const { stages } = sync;
  const parts =
    stages === null
      ? []
      : PARTS.filter((part) => SIDES.some((side) => stages[side][part] !== null)).map((part) => ({
          part,
          owns: { left: stages.left[part] !== null, right: stages.right[part] !== null },
          mapping: {
            left: stages.left[part] ?? stages.left.stage,
            right: stages.right[part] ?? stages.right.stage,
            enabled: true,
            direction: null,
            conflict: 'winner' as const,
            rewriteForm: false,
            same: [],
            cameBack: 'ask' as const,
            transform: null,
          },
        }));
  made.set(sync, parts);
  return parts;
}

/** Where a record stands: the position of its pair, `unmapped`, or null without a stage. */
type Standing = number | 'unmapped' | null;

/** "Labels compare trimmed and case-folded"; what names an option is that option. */
function labelOf(sync: ObjectSync, side: Side, part: StagePart, text: string): string {
  const name = sync.stages![side][part];
  const { options, kind } = viewOf(name === null ? null : fieldOf(sync, side, name));
  const isSelect = kind === 'single-select' || kind === 'multi-select';
  const option = isSelect ? optionOf(options ?? [], text) : null;
  return folded(option?.value ?? text);
}

function standingOf(sync: ObjectSync, record: Rec): Standing {
  const { stages } = sync;
  if (stages === null) throw new Error('no stage map');
  const { side } = record;
  if (isBlank(cell(record, stages[side].stage))) return null;
  const fits = (value: StageValue, any: readonly StagePart[]): boolean =>
    PARTS.every((part) => {
      const field = stages[side][part];
      if (field === null) return true;
      const wanted = value[part];
      if (any.includes(part)) return wanted === null;
      return (
        wanted !== null &&
        labelOf(sync, side, part, wanted) === labelOf(sync, side, part, cell(record, field))
      );
    });
  // ST4: the pair that names the stage, else one for every stage of the pipeline, else one for every stage.
  for (const any of [[], ['stage'], ['pipeline', 'stage']] as const) {
    if (any.length > 0 && stages[side].status === null) continue;
    const found = stages.pairs.findIndex((pair) => fits(pair[side], any));
    if (found >= 0) return found;
  }
  return 'unmapped';
}

/** S92: the sync's direction, but never into a side one of whose fields takes no value. */
export function directionOfPlaces(sync: ObjectSync): Direction {
  let direction: Direction | null = sync.direction;
  for (const side of SIDES) {
    const stays = PARTS.some((part) => {
      const name = sync.stages?.[side][part] ?? null;
      const field = name === null ? null : fieldOf(sync, side, name);
      return field !== null && (field.readOnly || field.type === 'calculated');
    });
    if (stays && direction !== null)
      direction = intersect(direction, side === 'left' ? 'left-to-right' : 'right-to-left');
  }
  if (direction === null) throw new Error('stages without a direction');
  return direction;
}

/** ST1: who has no mapped stage, of a lone record or a pair. */
export function stageReasons(sync: ObjectSync, subject: readonly Rec[]): Reason[] {
  if (sync.stages === null) return [];
  const asked = subject.filter(({ side }) => mayWrite(sync.direction, otherSide(side)));
  const blankCounts = sync.direction === 'both' && subject.length === 2;
  return asked.flatMap((record): Reason[] => {
    const standing = standingOf(sync, record);
    if (typeof standing === 'number' || (standing === null && blankCounts)) return [];
    const texts = PARTS.flatMap((part) => {
      const field = sync.stages![record.side][part];
      return field === null ? [] : [cell(record, field)];
    });
    const value = texts.filter((text) => !isBlank(text)).join(' / ');
    return [{ code: 'stage-not-mapped', side: record.side, value }];
  });
}

/** ST2: places no pair names, with how many records have them. */
export function unmappedPlaces(
  sync: ObjectSync,
  records: readonly Rec[],
): { value: string; count: number }[] {
  const found = new Map<string, { value: string; count: number }>();
  for (const record of records) {
    if (standingOf(sync, record) !== 'unmapped') continue;
    const fields = PARTS.flatMap((part) => {
      const name = sync.stages![record.side][part];
      return name === null ? [] : [{ part, text: cell(record, name) }];
    });
    const place = JSON.stringify(fields.map(({ part, text }) => labelOf(sync, record.side, part, text)));
    const known = found.get(place);
    const value = fields.flatMap(({ text }) => (isBlank(text) ? [] : [text])).join(' / ');
    if (known === undefined) found.set(place, { value, count: 1 });
    else known.count++;
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/** What a place of the other side is on `side`, of one part: null where that part is left alone. */
function writtenOn(sync: ObjectSync, side: Side, part: StagePart, standing: Standing): string | null {
  if (typeof standing !== 'number') return null;
  const field = sync.stages![side][part];
  const text = sync.stages!.pairs[standing]![side][part];
  if (field === null || text === null) return null;
  const { options, kind } = viewOf(fieldOf(sync, side, field));
  const isSelect = kind === 'single-select' || kind === 'multi-select';
  return (isSelect ? optionOf(options ?? [], text)?.value : null) ?? text;
}

/** CO6 of a place. */
export function placeWrites(sync: ObjectSync, record: Rec): FieldWrite[] {
  if (sync.stages === null) return [];
  const side = otherSide(record.side);
  if (!mayWrite(directionOfPlaces(sync), side)) return [];
  return partMappings(sync).flatMap(({ part, mapping }): FieldWrite[] => {
    const to = writtenOn(sync, side, part, standingOf(sync, record));
    return to === null ? [] : [{ side, field: mapping[side], from: null, to, because: 'create' }];
  });
}

/** What makes two texts of a part's field one (S90). */
export function sameOfPart(sync: ObjectSync, { part, owns }: PartMapping): SameOn {
  return (side, one, other) => {
    if (isBlank(one) || isBlank(other)) return isBlank(one) && isBlank(other);
    return !owns[side] || labelOf(sync, side, part, one) === labelOf(sync, side, part, other);
  };
}

/** What an app may make of a text of a part's field (BL4). */
export function formOfPart(
  sync: ObjectSync,
  { mapping, owns }: PartMapping,
  records: Both<readonly Rec[]>,
  tools: Tools,
): SameOn {
  const cells = SIDES.flatMap((side) => records[side].map((record) => cell(record, mapping[side])));
  const def = (side: Side) => (owns[side] ? fieldOf(sync, side, mapping[side]) : null);
  return (side, to, v) => {
    const { format, country } = declaredOf(def(side), def(otherSide(side)));
    const isText = viewOf(def(side)).kind === 'text';
    return isText && hasForm(format ?? formatOfCells(cells), to, v, tools, country);
  };
}

/** S90: the place of a pair is decided once, and its parts carry what is decided. */
export function mergePlaces(
  sync: ObjectSync,
  pair: Pair,
  choices: readonly ConflictChoice[],
  records: Both<readonly Rec[]>,
  tools: Tools,
): Merged[] {
  if (sync.stages === null) return [];
  const parts = partMappings(sync);
  const direction = directionOfPlaces(sync);
  const standing = { left: standingOf(sync, pair.left), right: standingOf(sync, pair.right) };
  const text = (mapping: FieldMapping, side: Side): string => cell(pair[side], mapping[side]);

  /** Would the other side's place change this part here? */
  const changes = ({ part, mapping }: PartMapping, target: Side): boolean => {
    const from = standing[otherSide(target)];
    if (from === null) return part === 'stage' && !isBlank(text(mapping, target));
    const to = writtenOn(sync, target, part, from);
    if (to === null) return false;
    return labelOf(sync, target, part, to) !== labelOf(sync, target, part, text(mapping, target));
  };
  // The place as a whole.
  const target = sync.direction === 'right-to-left' ? 'left' : 'right';
  const placeOn = (at: number): string => {
    const value = sync.stages!.pairs[at]![target];
    return JSON.stringify(
      PARTS.map((part) => (value[part] === null ? null : labelOf(sync, target, part, value[part]))),
    );
  };
  const bothMapped = typeof standing.left === 'number' && typeof standing.right === 'number';
  const equal = bothMapped
    ? placeOn(standing.left as number) === placeOn(standing.right as number)
    : standing.left === null && standing.right === null;
  const known = parts.map((one) => {
    const { mapping, owns } = one;
    const texts = { left: text(mapping, 'left'), right: text(mapping, 'right') };
    const same = sameOfPart(sync, one);
    const form = formOfPart(sync, one, records, tools);
    const entry = entryOfPart(one, pair);
    const returned = readBack(mapping, owned(one, pair), texts, equal, same, form, null);
    const moved = changedSides(returned, entry, texts, same);
    const changed =
      moved === null ? null : { left: owns.left && moved.left, right: owns.right && moved.right };
    return { one, texts, equal, entry, returned, changed };
  });

  const changed = known.some((one) => one.changed === null)
    ? null
    : {
        left: known.some(
          ({ one, changed: own }) => own!.left && (one.part === 'stage' || standing.left !== null),
        ),
        right: known.some(
          ({ one, changed: own }) => own!.right && (one.part === 'stage' || standing.right !== null),
        ),
      };
  const stage = parts.find(({ part }) => part === 'stage')!.mapping;
  const values = {
    left: standing.left === null ? '' : 'a place',
    right: standing.right === null ? '' : 'a place',
  };
  let wish: Wish = NOTHING;
  if (!equal) {
    wish =
      sync.salesforce !== undefined
        ? bySalesforce(sync, stage, direction, pair, values, changed)
        : changed === null
          ? firstMatch(sync, stage, direction, pair, values)
          : threeWay(sync, stage, direction, pair, values, changed);
  }

  const spread = (whole: Wish): Wish[] => {
    const written = whole.source === null ? null : otherSide(whole.source);
    const wishes = parts.map((one): Wish => {
      const carries = (written === null ? SIDES : [written]).some((side) => changes(one, side));
      if (!carries || (written === null && whole.conflict === null)) return NOTHING;
      if (written === null || whole.conflict !== null || standing[written] !== null) return whole;
      // L12: what goes into a place without a stage, over another field that says something there, is listed.
      if (isBlank(text(one.mapping, written))) return whole;
      return { ...whole, conflict: { decidedBy: otherSide(written), winner: otherSide(written) } };
    });
    const isCarried = wishes.some((one) => one !== NOTHING);
    if (isCarried || written !== null) return wishes;
    return parts.map(({ part }) => (part === 'stage' ? whole : NOTHING));
  };

  let wishes = spread(wish).map((own, at) => {
    const { one, returned, texts } = known[at]!;
    if (returned?.what === 'waits' || returned?.what === 'unread') return NOTHING;
    if (returned?.what === 'asked') return open;
    return (returned === null ? null : repeated(sync, one.mapping, direction, texts, returned)) ?? own;
  });
  wishes = wishes.map((own, at) =>
    own.source !== null && !changes(parts[at]!, otherSide(own.source)) ? NOTHING : own,
  );
  // Half a place is none.
  const isOpen = (one: Wish): boolean => one.conflict !== null && one.conflict.decidedBy === null;
  const isUnread = known.some(({ returned }) => returned?.what === 'unread');
  if (wishes.some(isOpen)) wishes = wishes.map((own) => (own.source === null ? own : open));
  else if (isUnread) wishes = wishes.map((own) => (own.source === null ? own : NOTHING));

  // FORMATS, Choices: each in its turn, on the place.
  let accepted = false;
  for (const choice of choices.filter((each) => isDecided(each))) {
    for (const [at, { one, texts, returned }] of known.entries()) {
      const isMeant =
        choice.field === null ||
        (choice.field === one.mapping.left &&
          choice.on !== null &&
          choice.on[0] === shown(texts.left) &&
          choice.on[1] === shown(texts.right));
      if (!isMeant || wishes[at]!.conflict === null) continue;
      const isAsked = returned?.what === 'asked';
      if ((choice.take === 'accept' || choice.take === 'again') && !isAsked) continue;
      const take = choice.take === 'again' ? otherSide(returned!.side) : choice.take;
      const stays = (side: Side): boolean => standing[side] === null && staysBlank(sync, one.mapping, side);
      const takesNone = take === 'none' || take === 'accept' || stays(take);
      accepted = take === 'accept' || (isAsked && take !== 'none' && takesNone);
      if (takesNone)
        wishes = spread({ source: null, because: 'person', conflict: { decidedBy: 'person', winner: null } });
      else if (mayWrite(direction, otherSide(take)))
        wishes = spread({ source: take, because: 'person', conflict: { decidedBy: 'person', winner: take } });
      else
        wishes = spread({
          source: null,
          because: 'person',
          conflict: { decidedBy: 'direction', winner: take },
        });
    }
  }

  return known.map(({ one, texts, equal: isEqual, entry, returned, changed: own }, at): Merged => {
    const { part, mapping, owns } = one;
    const { source, because, conflict } = wishes[at]!;
    const side = source === null ? null : otherSide(source);
    const write: FieldWrite | null =
      side === null || source === null
        ? null
        : {
            side,
            field: mapping[side],
            from: shown(texts[side]),
            to: writtenOn(sync, side, part, standing[source]) ?? '',
            because,
          };
    const listed: Conflict | null =
      conflict === null
        ? null
        : {
            left: mapping.left,
            right: mapping.right,
            leftValue: shown(texts.left),
            rightValue: shown(texts.right),
            baseline: entry,
            ...conflict,
          };
    return {
      mapping,
      write,
      conflict: listed,
      values: texts,
      equal: isEqual,
      inForm: false,
      returned,
      accepted: accepted && conflict !== null,
      moved: own !== null && (own.left || own.right),
      owns,
    };
  });
}

/** CO4: entries of the fields a part has. */
function entryOfPart({ mapping, owns }: PartMapping, pair: Pair): Both<string> | null {
  const of = (side: Side): string | undefined =>
    owns[side] ? pair.entry?.values[side][mapping[side]] : pair.entry === null ? undefined : '';
  const [left, right] = [of('left'), of('right')];
  return left === undefined || right === undefined ? null : { left, right };
}

/** The pair without what was handed over of the other side's field. */
function owned({ owns }: PartMapping, pair: Pair): Pair {
  if (pair.entry === null || (owns.left && owns.right)) return pair;
  const { sent } = pair.entry;
  const kept = owns.left ? { left: sent?.left ?? {} } : { right: sent?.right ?? {} };
  return { ...pair, entry: { ...pair.entry, sent: kept } };
}
