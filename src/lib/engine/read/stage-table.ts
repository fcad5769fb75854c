import type { FieldDef } from '../model/field.ts';
import { onBoth, type Both, type Side } from '../model/side.ts';
import { STAGE_PARTS, type StageMap, type StagePart, type StageValue } from '../model/stages.ts';
import { optionsOf } from './field-view.ts';
import { foldText } from './fold.ts';
import { optionFinder } from './select.ts';

/** A record whose place no pair names, and one without a stage. */
export const UNMAPPED = -1;
export const NO_STAGE = -2;

/** Texts or keys of a place, by part. */
type ByPart = Readonly<Record<StagePart, string | null>>;

/** A stage map ready to be asked (ST1). */
export interface StageTable {
  readonly stages: StageMap;
  /** What texts of a field are compared by: the option they name, else trimmed and case-folded; `''` of a blank. */
  readonly keyOf: (side: Side, part: StagePart, text: string) => string;
  /** The pair a place of a side belongs to, by the keys of its parts; `UNMAPPED`, or `NO_STAGE` where its stage is blank. */
  readonly find: (side: Side, keys: ByPart) => number;
  /** By pair: the first pair with the same place on the side stages flow to. Two records are at one place where these are equal. */
  readonly same: Int32Array;
  /** By pair, what is written on a side; null where that part is left alone. */
  readonly written: Both<readonly ByPart[]>;
  /** The same as keys. */
  readonly keys: Both<readonly ByPart[]>;
}

/** `defOf`: the fields as the schema declares them. `target`: the side whose places count where several stand against one. */
export function stageTable(
  stages: StageMap,
  defOf: (side: Side, field: string) => FieldDef | null,
  target: Side,
): StageTable {
  const finders = onBoth((side) => {
    const finder = (part: StagePart) => {
      const field = stages[side][part];
      const def = field === null ? null : defOf(side, field);
      const options = def === null ? null : optionsOf(def);
      return options === null ? () => null : optionFinder(options);
    };
    return { pipeline: finder('pipeline'), stage: finder('stage'), status: finder('status') };
  });
  const keyOf = (side: Side, part: StagePart, text: string): string => {
    const option = finders[side][part](text);
    return foldText(option === null ? text : option.value);
  };
  const texts = (side: Side, value: StageValue): ByPart =>
    byPart((part) => {
      const text = value[part];
      return text === null ? null : (finders[side][part](text)?.value ?? text);
    });
  const keysOf = (side: Side, value: StageValue): ByPart =>
    byPart((part) => {
      const text = value[part];
      return text === null ? null : keyOf(side, part, text);
    });
  const keys = onBoth((side) => stages.pairs.map((pair) => keysOf(side, pair[side])));
  const index = onBoth((side) => {
    const first = new Map<string, number>();
    keys[side].forEach((key, pair) => {
      const name = nameOf(key);
      if (!first.has(name)) first.set(name, pair);
    });
    return first;
  });
  const find = (side: Side, { pipeline, stage, status }: ByPart): number => {
    if (stage === null || stage === '') return NO_STAGE;
    const own = index[side];
    return (
      own.get(nameOf({ pipeline, stage, status })) ??
      // ST4: a status may stand for every stage, of one pipeline or of all.
      own.get(nameOf({ pipeline, stage: null, status })) ??
      own.get(nameOf({ pipeline: null, stage: null, status })) ??
      UNMAPPED
    );
  };
  const same = Int32Array.from(keys[target], (key) => index[target].get(nameOf(key))!);
  const written = onBoth((side) => stages.pairs.map((pair) => texts(side, pair[side])));
  return { stages, keyOf, find, same, written, keys };
}

const nameOf = (key: ByPart): string => JSON.stringify(STAGE_PARTS.map((part) => key[part]));

const byPart = (of: (part: StagePart) => string | null): ByPart => ({
  pipeline: of('pipeline'),
  stage: of('stage'),
  status: of('status'),
});
