import { describe, expect, it } from 'vitest';
import { EDITS as edits, readDesign, checkDesign, type DesignEdit } from '../../../src/lib/engine/index.ts';
import { said } from '../../support/english.ts';
import { designJson, errorsIn } from './design-of.ts';

type Json = Record<string, unknown>;

const FIELDS = {
  left: { pipeline: 'Pipeline', stage: 'Stage' },
  right: { pipeline: null, stage: 'StageName', status: 'Status' },
};
const pair = (left: unknown[], right: unknown[]): Json => ({ left, right });
const WON = pair(['Sales', 'Won'], [null, null, 'won']);
const map = (...pairs: Json[]): Json => ({ ...FIELDS, pairs });
const stagesOf = (stages: unknown, sync: Json = {}) => {
  const reading = readDesign(designJson({ stages, ...sync }));
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.design.syncs[0]!.stages;
};

describe('a stage map is read', () => {
  it('[ST1] [ST4] with a status where the side has one; what it has no field of is null', () => {
    expect(stagesOf(null)).toBe(null);
    expect(stagesOf(map(WON))).toEqual({
      left: { pipeline: 'Pipeline', stage: 'Stage', status: null },
      right: FIELDS.right,
      pairs: [
        {
          left: { pipeline: 'Sales', stage: 'Won', status: null },
          right: { pipeline: null, stage: null, status: 'won' },
        },
      ],
    });
    expect(stagesOf(map(pair(['Sales', 'Won'], ['', '', 'won'])))).toEqual(stagesOf(map(WON)));
  });

  it.each([
    ['no list', pair(['Sales', 'Won'], 'won' as unknown as unknown[])],
    ['too short', pair(['Won'], [null, null, 'won'])],
    ['a pipeline that the side has no field of', pair(['Sales', 'Won'], ['Sales', 'Won', 'won'])],
    ['a pipeline that is not named', pair([null, 'Won'], [null, null, 'won'])],
    ['no status', pair(['Sales', 'Won'], [null, 'Won'])],
    ['a stage left open without a status', pair(['Sales', null], [null, null, 'won'])],
    ['a number', pair(['Sales', 7], [null, null, 'won'])],
  ])('[S91] a place with %s is refused', (_, one) => {
    expect(errorsIn(designJson({ stages: map(one) })).join()).toMatch(/pairs\[0\]\.(left|right) bad-value/);
  });

  it('[ST3] [S91] in a two-way sync a place stands once, and in no pair that stands for it', () => {
    const wide = pair(['Sales', 'Lost'], [null, null, 'lost']);
    const inside = pair(['Sales', 'Parked'], [null, 'Offer', 'LOST']);
    expect(errorsIn(designJson({ stages: map(wide, inside) }))).toEqual([
      'syncs[0].stages.pairs[1] stage-map-not-one-to-one',
    ]);
    expect(errorsIn(designJson({ stages: map(wide, inside), direction: 'right-to-left' }))).toEqual([]);
    expect(errorsIn(designJson({ stages: map(wide, WON) }))).toEqual([]);
  });
});

describe('a stage map is checked', () => {
  const errorsOf = (sync: Json): string[] => {
    const reading = readDesign(designJson(sync));
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const headers = { left: ['Id', 'Email', 'Pipeline'], right: ['Id', 'Mail', 'StageName', 'Status'] };
    return checkDesign(reading.design, new Map([['contacts', headers]])).errors.map(
      ({ at, code }) => `${at} ${code}`,
    );
  };
  const declared = (name: string): Json => ({ fields: [{ name, type: 'text', readOnly: true }] });

  it('[S92] a field that is not in the file, or is mapped too', () => {
    expect(errorsOf({ stages: map(WON) })).toEqual(['syncs[0].stages.left.stage unknown-field']);
    const mappings = [{ left: 'Pipeline', right: 'Status' }];
    expect(errorsOf({ stages: map(WON), mappings })).toEqual([
      'syncs[0].stages.left.pipeline field-mapped-twice',
      'syncs[0].stages.right.status field-mapped-twice',
      'syncs[0].stages.left.stage unknown-field',
    ]);
  });

  it('[S92] read-only on every side it would be written to', () => {
    const stages = map(WON);
    expect(errorsOf({ stages, schema: { left: declared('Stage'), right: declared('Status') } })[0]).toBe(
      'syncs[0].stages direction-empty',
    );
    expect(errorsOf({ stages, schema: { left: declared('Stage'), right: null } })).toHaveLength(1);
    const one = { stages, direction: 'right-to-left', schema: { left: declared('Pipeline'), right: null } };
    expect(errorsOf(one)[0]).toBe('syncs[0].stages direction-empty');
  });
});

describe('a stage map is edited', () => {
  const says = ({ step }: DesignEdit): string => said('design').step(step);
  const json = Object.freeze(
    designJson({
      kind: 'deals',
      matching: { method: 'none' },
      mappings: [
        { left: 'Name', right: 'Title' },
        { left: 'Stage', right: 'StageName' },
      ],
    }),
  );
  const fields = {
    left: { pipeline: 'Pipeline', stage: 'Stage', status: null },
    right: { pipeline: null, stage: 'StageName', status: null },
  };
  const place = (pipeline: string | null, stage: string) => ({ pipeline, stage, status: null });
  const of = (edit: Pick<DesignEdit, 'json'>) => {
    const reading = readDesign(edit.json);
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    return reading.design.syncs[0]!;
  };

  it('[ST1] fields are chosen, which switches their mappings off; other fields take the pairs away', () => {
    const on = edits.stageFields(json, 0, fields);
    expect(says(on)).toBe('Deals, stages are mapped');
    expect(of(on).mappings.map(({ enabled }) => enabled)).toEqual([true, false]);
    const paired = edits.pairStages(on.json, 0, [{ left: place('Sales', 'Won'), right: place(null, 'Won') }]);
    expect(of(edits.stageFields(paired.json, 0, fields)).stages?.pairs).toHaveLength(1);
    const other = edits.stageFields(paired.json, 0, { ...fields, left: { ...fields.left, pipeline: null } });
    expect(says(other)).toBe('Deals, stages: other fields');
    expect(of(other).stages?.pairs).toEqual([]);
    const off = edits.stageFields(other.json, 0, null);
    expect([says(off), of(off).stages]).toEqual(['Deals, stages are not mapped any more', null]);
  });

  it('[ST2] a new pair takes its places out of others, in a one-way sync only at the source', () => {
    const on = edits.stageFields(json, 0, fields).json;
    const won = { left: place('Sales', 'Won'), right: place(null, 'Closed') };
    const lost = { left: place('Sales', 'Lost'), right: place(null, 'Closed') };
    const both = edits.pairStages(on, 0, [won]);
    expect(says(both)).toBe('Stage Sales / Won is Closed');
    expect(of(edits.pairStages(both.json, 0, [lost])).stages?.pairs).toEqual([lost]);
    const oneWay = edits.direction(both.json, 0, 'left-to-right').json;
    const two = edits.pairStages(oneWay, 0, [lost]);
    expect(of(two).stages?.pairs).toEqual([won, lost]);
    const many = edits.pairStages(on, 0, [won, { left: place('Sales', 'New'), right: place(null, 'New') }]);
    expect(says(many)).toBe('Deals, pairs of stages with equal names: 2');
    const apart = edits.unpairStage(many.json, 0, 0);
    expect(says(apart)).toBe('Stage Sales / Won of L is not mapped any more');
    expect(of(apart).stages?.pairs).toHaveLength(1);
  });
});
