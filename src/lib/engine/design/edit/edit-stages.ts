import { SIDES, onBoth, type Both, type Side } from '../../model/side.ts';
import { STAGE_PARTS, type StageFields, type StageValue } from '../../model/stages.ts';
import { foldText } from '../../read/fold.ts';
import { appIn, listAt, syncIn, valueAt, withValue, type DesignEdit, type Path } from './design-json.ts';
import { switchedOff } from './switch-off.ts';

const mapOf = (sync: number): Path => ['syncs', sync, 'stages'];

/** ST1: which fields of either side hold the stage; null takes the map away. Pairs go where the fields of a side change. */
export function setStageFields(json: unknown, sync: number, fields: Both<StageFields> | null): DesignEdit {
  const path = mapOf(sync);
  const isNew = (valueAt(json, path) ?? null) === null;
  const step = {
    code: isNew ? 'stages-on' : fields === null ? 'stages-off' : 'stage-fields',
    values: { sync: syncIn(json, sync) },
  } as const;
  if (fields === null) return { json: withValue(json, path, null), step };
  const kept = SIDES.every((side) => namesSame(valueAt(json, [...path, side]), fields[side]));
  const sides = onBoth((side) => withoutNothing(fields[side]));
  const pairs = kept ? listAt(json, [...path, 'pairs']) : [];
  const own = valueAt(json, path);
  const base = typeof own === 'object' && own !== null ? own : {};
  const named = onBoth((side) => STAGE_PARTS.map((part) => fields[side][part]));
  return { json: switchedOff(withValue(json, path, { ...base, ...sides, pairs }), sync, named), step };
}

/** ST1, ST2: pairs more; a place of a side that stands in one already moves into the new one. */
export function pairStages(json: unknown, sync: number, added: readonly Both<StageValue>[]): DesignEdit {
  const path: Path = [...mapOf(sync), 'pairs'];
  const places = added.map((pair) => onBoth((side) => inFile(json, sync, side, pair[side])));
  const isTwoWay = valueAt(json, ['syncs', sync, 'direction']) === 'both';
  const source: Side = valueAt(json, ['syncs', sync, 'direction']) === 'right-to-left' ? 'right' : 'left';
  const moved = (pair: unknown): boolean =>
    (isTwoWay ? SIDES : [source]).some((side) =>
      places.some((one) => samePlace(one[side], listAt(pair, [side]))),
    );
  const kept = listAt(json, path).filter((pair) => !moved(pair));
  const [first] = places;
  const step =
    places.length === 1 && first !== undefined
      ? ({ code: 'stage-paired', values: { left: said(first.left), right: said(first.right) } } as const)
      : ({ code: 'stages-paired', values: { sync: syncIn(json, sync), count: places.length } } as const);
  return { json: withValue(json, path, [...kept, ...places]), step };
}

/** Takes a pair out, by its position. */
export function unpairStage(json: unknown, sync: number, at: number): DesignEdit {
  const path: Path = [...mapOf(sync), 'pairs'];
  const pair = listAt(json, path)[at];
  const app = appIn(json, 'left');
  return {
    json: withValue(json, [...path, at], undefined),
    step: { code: 'stage-unpaired', values: { app, stage: said(listAt(pair, ['left'])) } },
  };
}

/** As a design file has it: no status where the side has no field of that. */
function inFile(
  json: unknown,
  sync: number,
  side: Side,
  { pipeline, stage, status }: StageValue,
): (string | null)[] {
  const has = (valueAt(json, [...mapOf(sync), side, 'status']) ?? null) !== null;
  return has ? [pipeline, stage, status] : [pipeline, stage];
}

const samePlace = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  JSON.stringify(one.map(folded)) === JSON.stringify(other.map(folded));

const folded = (text: unknown): unknown => (typeof text === 'string' && text !== '' ? foldText(text) : null);

const said = (place: readonly unknown[]): string =>
  place.filter((text): text is string => typeof text === 'string' && text !== '').join(' / ');

const namesSame = (kept: unknown, { pipeline, stage, status }: StageFields): boolean =>
  (valueAt(kept, ['pipeline']) ?? null) === pipeline &&
  (valueAt(kept, ['stage']) ?? null) === stage &&
  (valueAt(kept, ['status']) ?? null) === status;

const withoutNothing = ({ pipeline, stage, status }: StageFields): object =>
  status === null ? { pipeline, stage } : { pipeline, stage, status };
