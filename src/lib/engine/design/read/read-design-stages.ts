import { SIDES, onBoth, type Both, type Side } from '../../model/side.ts';
import { STAGE_PARTS, type StageFields, type StageMap, type StageValue } from '../../model/stages.ts';
import { foldText } from '../../read/fold.ts';
import { shown, type Place } from './read-design-place.ts';

/** ST: the stage map of a sync; null where there is none. */
export function readStages(stages: Place, isTwoWay: boolean): StageMap | null {
  if (stages.nothing || !stages.isObject()) return null;
  const fields = onBoth((side) => readFields(stages.member(side)));
  const places = stages.member('pairs').items();
  const pairs = places.map((pair) => onBoth((side) => readPlace(pair.member(side), fields[side])));
  if (isTwoWay) for (const side of SIDES) checkOneToOne(places, pairs, side);
  return { ...fields, pairs };
}

function readFields(side: Place): StageFields {
  side.isObject();
  return {
    pipeline: side.member('pipeline').textOrNull(),
    stage: side.member('stage').filledText(),
    status: side.member('status').textOrNull(),
  };
}

/** `[pipeline, stage]`, and a status behind it where the side has a field of that (ST4). */
function readPlace(place: Place, fields: StageFields): StageValue {
  const texts: readonly unknown[] = Array.isArray(place.value) ? place.value : [];
  const [pipeline, stage, status] = texts.map((text) => (text === '' ? null : text));
  const value = { pipeline: textOf(pipeline), stage: textOf(stage), status: textOf(status) };
  const isText = [pipeline, stage, status].every((text) => text === undefined || isPart(text));
  const hasAll = STAGE_PARTS.every((part) => {
    if (fields[part] === null) return value[part] === null;
    // ST4: a status may stand for every stage, of one pipeline or of all.
    const mayBeAny = part !== 'status' && fields.status !== null && value.stage === null;
    return value[part] !== null || mayBeAny;
  });
  if (texts.length < 2 || texts.length > 3 || !isText || !hasAll) place.bad('stage-place');
  return value;
}

const isPart = (text: unknown): boolean => text === null || (typeof text === 'string' && text.trim() !== '');
const textOf = (text: unknown): string | null => (typeof text === 'string' ? text : null);

/** ST3: in a two-way sync a place of either side stands in one pair only, and in none that stands for it (ST4). */
function checkOneToOne(places: readonly Place[], pairs: readonly Both<StageValue>[], side: Side): void {
  pairs.forEach((pair, at) => {
    const own = pair[side];
    if (!pairs.slice(0, at).some((earlier) => meet(earlier[side], own))) return;
    places[at]?.error({ is: 'stage-twice', side, stage: shown(places[at].member(side).value) });
  });
}

/** Can a record be at both? */
const meet = (a: StageValue, b: StageValue): boolean =>
  STAGE_PARTS.every((part) => {
    const [one, other] = [a[part], b[part]];
    if (one !== null && other !== null) return foldText(one) === foldText(other);
    return one === other || part !== 'status';
  });
