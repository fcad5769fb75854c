// Over 300 lines: one field of one pair, from its texts to its write, rule by rule.
import type { ConflictChoice } from '../../src/lib/engine/model/choices.ts';
import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import { mayWrite, type Direction } from '../../src/lib/engine/model/direction.ts';
import type { Conflict, FieldWrite } from '../../src/lib/engine/model/line.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { otherSide } from '../../src/lib/engine/model/side.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { sameValue, type View } from './field-kind.ts';
import { hasForm } from './app-form.ts';
import { testsOf } from './plan-same.ts';
import { shownName } from './plan-joined.ts';
import { mostRecent } from './most-recent.ts';
import type { Pair } from './plan-links.ts';
import { repeated } from './plan-repeat.ts';
import { bySalesforce, salesforceRuleOf, staysBlank } from './plan-salesforce.ts';
import { changedSides, readBack, type Return } from './plan-returns.ts';
import { written, type ParentNames, type Place } from './plan-parents.ts';
import type { MappingTransform } from './plan-transform.ts';
import { isStage } from './plan-lifecycle.ts';
import { directionOf, fieldOf } from './read-world-design.ts';
import { isBlank } from './values.ts';
import { NOTHING, flow, left, open, winnerOf, type Wish } from './wish.ts';
import { cell, shown } from './world.ts';
import { writtenText } from './written.ts';

/** What becomes of one mapping of a pair. */
export interface Merged {
  readonly mapping: FieldMapping;
  readonly write: FieldWrite | null;
  readonly conflict: Conflict | null;
  /** What is compared. */
  readonly values: Both<string>;
  /** Are the two values equal (CO5)? */
  readonly equal: boolean;
  /** Equal only in a form the mapping names (SA1)? */
  readonly inForm: boolean;
  /** What became of what was handed over of it (BL3). */
  readonly returned: Return | null;
  /** A person lets stand what came back (BL3d). */
  readonly accepted: boolean;
  /** Is a side's value another than the baseline has of it? */
  readonly moved: boolean;
  /** Mapped after the pair was linked and not applied yet; `waits`: for a change of the record (FM13). */
  readonly later?: 'is' | 'waits';
  /** Of a part of a place: which sides have a field of it (S90). */
  readonly owns?: Both<boolean>;
}

/** S123: every stage but a blank one and a promoted one is as good as the default. */
function asDefault(sync: ObjectSync, mapping: FieldMapping, texts: Both<string>): Partial<Both<string>> {
  const { defaultStage, transform } = mapping;
  const side: Side = mapping.direction === 'right-to-left' ? 'left' : 'right';
  if (defaultStage === undefined || transform?.kind !== 'constant' || isBlank(texts[side])) return {};
  const isPromoted = isStage(sync, side, mapping[side], defaultStage.promotes, texts[side]);
  return isPromoted ? {} : { [side]: transform.value };
}

/** CO1–CO8: one enabled mapping of a pair. */
export function mergeField(
  sync: ObjectSync,
  mapping: FieldMapping,
  pair: Pair,
  views: Both<View>,
  choices: readonly ConflictChoice[],
  cells: readonly string[],
  tools: Tools,
  { transform, parents }: { transform: MappingTransform | null; parents: ParentNames | null },
): Merged {
  const texts = { left: cell(pair.left, mapping.left), right: cell(pair.right, mapping.right) };
  const direction = directionOf(sync, mapping);
  const made = {
    left: transform?.made('left', texts.left) ?? { text: texts.left, taken: true },
    right: transform?.made('right', texts.right) ?? { text: texts.right, taken: true },
  };
  // AS1: parents are compared as the right side names them.
  const places = {
    left: parents?.place('left', texts.left) ?? null,
    right: parents?.place('right', texts.right) ?? null,
  };
  const lacks = (side: Side): boolean => parents !== null && !isBlank(texts[side]) && places[side] === null;
  const isThere = (side: Side): boolean => {
    const place = places[side];
    return isBlank(texts[side]) || (place !== null && 'to' in place);
  };
  // What is compared: the source's value as the transform made it, the target's as it stands.
  const compared = transform === null ? texts : { ...texts, [transform.source]: made[transform.source].text };
  const values =
    parents !== null
      ? { left: nameOf(places.left) ?? texts.left, right: parents.own('right', texts.right) }
      : { ...compared, ...asDefault(sync, mapping, texts) };
  const form = (source: Side): string => {
    const target = otherSide(source);
    if (isBlank(values[source])) return '';
    if (parents !== null) return nameOf(places[source]) ?? '';
    if (transform !== null) return made[source].text;
    const fields = [fieldOf(sync, source, mapping[source]), fieldOf(sync, target, mapping[target])] as const;
    return writtenText(texts[source], ...fields, [
      sync[source].timeZone ?? null,
      sync[target].timeZone ?? null,
    ]);
  };
  const { same, form: appForm, sameByKey, byForm } = testsOf(sync, mapping, views, cells, tools);
  const strictly =
    parents !== null
      ? isThere('left') && isThere('right') && sameValue(values.left, values.right, views)
      : transform === null
        ? sameValue(texts.left, texts.right, views) || sameByKey(texts.left, texts.right)
        : made[transform.source].taken &&
          (sameValue(values.left, values.right, { left: transform.view, right: transform.view }) ||
            (transform.constant && hasForm('text', values.left, values.right, tools)));
  const isTaken = transform === null || made[transform.source].taken;
  const equal = strictly || (isTaken && byForm(values.left, values.right));
  const entry = entryOf(mapping, pair);
  const constantOf = transform?.constant === true ? transform.source : null;
  const returned = readBack(mapping, pair, texts, equal, same, appForm, constantOf);
  const changed = changedSides(returned, entry, texts, same);

  let wish: Wish;
  if (returned?.what === 'waits' || returned?.what === 'unread') wish = NOTHING;
  else if (equal) wish = rewritten(sync, mapping, direction, values, form, texts);
  else if (returned?.what === 'asked') wish = open;
  else if (transform?.constant === true) wish = always(sync, mapping, direction, values, transform.source);
  else if (salesforceRuleOf(sync, mapping) !== null)
    wish = bySalesforce(sync, mapping, direction, pair, values, changed);
  else if (changed === null) wish = firstMatch(sync, mapping, direction, pair, values);
  else wish = threeWay(sync, mapping, direction, pair, values, changed);
  wish = (returned === null ? null : repeated(sync, mapping, direction, values, returned)) ?? wish;
  if (wish.source !== null && lacks(wish.source)) wish = NOTHING;
  const take = returned?.what === 'asked' ? choiceOn(mapping, texts, choices)?.take : undefined;
  const from = take === 'again' && returned !== null ? otherSide(returned.side) : take;
  // S77: a blank that never travels lets both stand, and what came back.
  const stays = (side: Side): boolean => isBlank(values[side]) && staysBlank(sync, mapping, side);
  const accepts = from === 'accept' || ((from === 'left' || from === 'right') && stays(from));
  wish = accepts ? BOTH_STAY : asChosen(wish, mapping, direction, texts, choices, returned, stays);

  if (wish.source !== null && lacks(wish.source)) wish = NOTHING;
  const { source } = wish;
  const target = source === null ? null : otherSide(source);
  const write: FieldWrite | null =
    source === null || target === null
      ? null
      : {
          side: target,
          field: mapping[target],
          from: shown(texts[target]),
          ...(parents === null || places[source] === null
            ? { to: form(source) }
            : written(parents, source, places[source])),
          because: wish.because,
        };
  const conflict: Conflict | null =
    wish.conflict === null
      ? null
      : {
          left: shownName(mapping.left),
          right: shownName(mapping.right),
          leftValue: shown(texts.left),
          rightValue: shown(texts.right),
          baseline: entry,
          ...wish.conflict,
        };
  return {
    ...(constantOf === null ? {} : { owns: { left: constantOf !== 'left', right: constantOf !== 'right' } }),
    mapping,
    write,
    conflict,
    values,
    equal,
    inForm: equal && !strictly,
    returned,
    accepted: accepts,
    moved: changed !== null && (changed.left || changed.right),
  };
}

const nameOf = (place: Place | null): string | null =>
  place === null ? null : 'to' in place ? place.to : place.from;

/** CO4: a field has a baseline only where both sides have an entry. */
export function entryOf(mapping: FieldMapping, pair: Pair): Both<string> | null {
  const one = pair.entry?.values.left[mapping.left];
  const other = pair.entry?.values.right[mapping.right];
  return one === undefined || other === undefined ? null : { left: one, right: other };
}

/** S27. */
function rewritten(
  sync: ObjectSync,
  mapping: FieldMapping,
  direction: Direction,
  values: Both<string>,
  form: (source: Side) => string,
  texts: Both<string>,
): Wish {
  const rule = salesforceRuleOf(sync, mapping);
  if (!mapping.rewriteForm || (rule === null && mapping.conflict === 'fill-blank')) return NOTHING;
  if (isBlank(values.left) || isBlank(values.right)) return NOTHING;
  const winner = winnerOf(sync, mapping);
  const source = mayWrite(direction, otherSide(winner)) ? winner : otherSide(winner);
  if (rule === 'prefer-unless-blank' && otherSide(source) === sync.salesforce) return NOTHING; // S143
  return form(source) === texts[otherSide(source)] ? NOTHING : flow(source, 'form');
}

/** FM10: "a constant is written whatever the source holds". */
function always(
  sync: ObjectSync,
  mapping: FieldMapping,
  direction: Direction,
  values: Both<string>,
  source: Side,
): Wish {
  const target = otherSide(source);
  if (!mayWrite(direction, target)) return NOTHING;
  if (isBlank(values[target])) return flow(source, 'fill-blank');
  const rule = salesforceRuleOf(sync, mapping);
  const standsThere =
    rule === null
      ? mapping.conflict === 'fill-blank'
      : rule === 'prefer-unless-blank' && target === sync.salesforce; // S143
  return standsThere ? NOTHING : flow(source, 'always');
}

/** CO3, for two values that are not equal. */
export function firstMatch(
  sync: ObjectSync,
  mapping: FieldMapping,
  direction: Direction,
  pair: Pair,
  texts: Both<string>,
): Wish {
  const winner = winnerOf(sync, mapping);
  const loser = otherSide(winner);
  if (isBlank(texts[loser])) return mayWrite(direction, loser) ? flow(winner, 'fill-blank') : NOTHING;
  if (isBlank(texts[winner])) {
    const fills = direction === 'both' ? sync.blanks.fillWinner : mayWrite(direction, winner);
    return fills ? flow(loser, 'fill-blank') : NOTHING;
  }
  return decided(sync, mapping, direction, pair);
}

/** CO1, CO8, DI3: two non-blank values that differ. */
function decided(sync: ObjectSync, mapping: FieldMapping, direction: Direction, pair: Pair): Wish {
  const rule = mapping.conflict;
  if (rule === 'fill-blank') return left;
  if (rule === 'ask') return open;
  const winner = rule === 'most-recent' ? mostRecent(sync, pair) : winnerOf(sync, mapping);
  if (winner === null) return open;
  if (!mayWrite(direction, otherSide(winner))) {
    return { source: null, because: 'winner', conflict: { decidedBy: 'direction', winner } };
  }
  const because = rule === 'most-recent' ? 'most-recent' : 'winner';
  return { source: winner, because, conflict: { decidedBy: rule, winner } };
}

/** CO4, for two values that are not equal. */
export function threeWay(
  sync: ObjectSync,
  mapping: FieldMapping,
  direction: Direction,
  pair: Pair,
  texts: Both<string>,
  changed: Both<boolean>,
): Wish {
  const keepsBlanksOnly = mapping.conflict === 'fill-blank';
  const flows = (source: Side): Wish => {
    if (!mayWrite(direction, otherSide(source))) return NOTHING;
    if (keepsBlanksOnly && !isBlank(texts[otherSide(source)])) return left; // S25
    return flow(source, source === 'left' ? 'left-changed' : 'right-changed');
  };
  if (changed.left && changed.right) {
    if (isBlank(texts.left)) return flows('right');
    if (isBlank(texts.right)) return flows('left');
    return decided(sync, mapping, direction, pair); // S43
  }
  if (!changed.left && !changed.right) return NOTHING;
  const source = changed.left ? 'left' : 'right';
  if (!isBlank(texts[source])) return flows(source);
  const clears = sync.blanks.propagateClears;
  if (clears === 'never' || !mayWrite(direction, otherSide(source))) return NOTHING; // S28
  if (keepsBlanksOnly) return left; // S25
  return clears === 'ask' ? open : flow(source, 'cleared');
}

const choiceOn = (
  mapping: FieldMapping,
  texts: Both<string>,
  choices: readonly ConflictChoice[],
): Decided | undefined =>
  choices
    .filter((choice) => isDecided(choice))
    .find(({ field, on }) =>
      field === null || on === null
        ? field === null
        : field === shownName(mapping.left) && on[0] === shown(texts.left) && on[1] === shown(texts.right),
    );

type Decided = ConflictChoice & { readonly take: Exclude<ConflictChoice['take'], 'hold'> };

/** What is held is written nowhere else in the plan (S480). */
export const isDecided = (choice: ConflictChoice): choice is Decided => choice.take !== 'hold';

const BOTH_STAY: Wish = {
  source: null,
  because: 'person',
  conflict: { decidedBy: 'person', winner: null },
};

/** FORMATS, Choices: what a person took in place of what the machine decided. */
function asChosen(
  wish: Wish,
  mapping: FieldMapping,
  direction: Direction,
  texts: Both<string>,
  choices: readonly ConflictChoice[],
  returned: Return | null,
  stays: (side: Side) => boolean,
): Wish {
  if (wish.conflict === null) return wish;
  const choice = choiceOn(mapping, texts, choices);
  if (choice === undefined) return wish;
  let { take } = choice;
  if (take === 'accept' || take === 'again') {
    if (returned?.what !== 'asked') return wish;
    if (take === 'accept') return BOTH_STAY;
    take = otherSide(returned.side);
  }
  if (take === 'none' || stays(take)) return BOTH_STAY;
  if (!mayWrite(direction, otherSide(take))) {
    return { source: null, because: 'person', conflict: { decidedBy: 'direction', winner: take } };
  }
  return { source: take, because: 'person', conflict: { decidedBy: 'person', winner: take } };
}
