import { describe, expect, it } from 'vitest';
import { drain, mappingFacts, transformFacts, type Transform } from '../../../../src/lib/engine/index.ts';
import { planOf } from '../plan-of.ts';
import { tools } from '../planned-world.ts';

const TABLES = {
  left: [
    'Id Email Land',
    'L1 a@x.no Norge',
    'L2 b@x.no Norge',
    'L3 c@x.no Sverige',
    'L4 d@x.no ·',
    'L5 e@x.no Suomi_',
  ],
  right: ['Id Mail Country', 'R1 a@x.no NO', 'R2 b@x.no DK', 'R3 c@x.no ·'],
};
const MAPPING = { left: 'Land', right: 'Country' };
const planned = (transform: unknown) => planOf({ mappings: [{ ...MAPPING, transform }] }, TABLES);
const factOf = (transform: Transform) => {
  const { sync, records } = planned(null);
  return drain(transformFacts(sync, records, sync.mappings[0]!, transform, tools));
};
const MAP: Transform = { kind: 'value-map', map: [['Norge', 'NO']], otherwise: 'fail' };

describe('[FM10] what a transform does on the records', () => {
  it('lists what no word is for, the most frequent first, on both sides where it goes back', () => {
    expect(factOf({ ...MAP, map: [['x', 'y']] }).unmapped).toEqual({
      left: {
        values: 3,
        records: 4,
        first: [
          { value: 'Norge', records: 2 },
          { value: 'Sverige', records: 1 },
          { value: 'Suomi', records: 1 },
        ],
      },
      right: {
        values: 2,
        records: 2,
        first: [
          { value: 'NO', records: 1 },
          { value: 'DK', records: 1 },
        ],
      },
    });
    const lost = factOf({ kind: 'lookup', table: [['Norge', 'NO']] });
    expect([lost.goesBack, lost.unmapped.left.values, lost.unmapped.right.values]).toEqual([false, 2, 0]);
  });

  it('lists a frequent value first wherever it appears', () => {
    const { sync, records } = planOf(
      { mappings: [MAPPING] },
      {
        left: ['Id Email Land', 'L1 a@x.no Suomi', 'L2 b@x.no Norge', 'L3 c@x.no Norge'],
        right: ['Id Mail Country', 'R1 a@x.no NO'],
      },
    );
    const map: Transform = { ...MAP, map: [['x', 'y']] };
    const { left } = drain(transformFacts(sync, records, sync.mappings[0]!, map, tools)).unmapped;
    expect(left.first.map(({ value }) => value)).toEqual(['Norge', 'Suomi']);
  });

  it('[S222] shows the parts of what is joined, records with several of them first', () => {
    const { sync, records } = planOf(
      { mappings: [MAPPING] },
      {
        left: ['Id Email Land Town', 'L1 a@x.no Norge ·', 'L2 b@x.no · ·', 'L3 c@x.no Norge Bergen'],
        right: ['Id Mail Country', 'R1 a@x.no NO'],
      },
    );
    const join: Transform = { kind: 'join', with: ['Town'], separator: ', ' };
    const fact = drain(transformFacts(sync, records, sync.mappings[0]!, join, tools));
    expect([fact.source, fact.goesBack]).toEqual(['left', false]);
    expect(fact.samples.map(({ parts, to }) => [parts, to])).toEqual([
      [['Norge', 'Bergen'], 'Norge, Bergen'],
      [['Norge', ''], 'Norge'],
    ]);
  });

  it('what is left of a text is read in the signs of its own file', () => {
    const field = (name: string, dateOrder: string) => ({ fields: [{ name, type: 'date', dateOrder }] });
    const { sync, records } = planOf(
      {
        schema: { left: field('Born', 'dmy'), right: field('Day', 'ymd') },
        mappings: [{ left: 'Born', right: 'Day' }],
      },
      {
        left: ['Id Email Born', 'L1 a@x.no 01.02.2024_'],
        right: ['Id Mail Day', 'R1 a@x.no 2024-02-01'],
      },
    );
    const trim: Transform = { kind: 'trim' };
    const { samples } = drain(transformFacts(sync, records, sync.mappings[0]!, trim, tools));
    expect(samples[0]).toMatchObject({ from: '01.02.2024 ', to: '2024-02-01' });
  });

  it('shows values it changes before those it cannot take and those that stay, with what comes back', () => {
    expect(factOf(MAP).samples).toMatchObject([
      { from: 'Norge', to: 'NO', back: 'Norge' },
      { from: 'Sverige', to: null, back: null },
      { from: 'Suomi ', to: null, back: null },
    ]);
    expect(factOf({ kind: 'trim' }).samples).toMatchObject([
      { from: 'Suomi ', to: 'Suomi', back: null },
      { from: 'Norge', to: 'Norge', back: null },
      { from: 'Sverige', to: 'Sverige', back: null },
    ]);
  });

  it('a constant stands beside a blank too', () => {
    expect(
      factOf({ kind: 'constant', value: 'NO' }).samples.map(({ from, to }) => `${from}→${to ?? '-'}`),
    ).toEqual(['Norge→NO', 'Sverige→NO', '→NO', 'Suomi →NO']);
  });

  it('the sample of a mapping shows what is made, and where nothing can be', () => {
    const sample = (transform: unknown) => drain(mappingFacts(planned(transform)))[0]!.sample;
    expect(sample(null)).toMatchObject({ left: 'Norge', right: 'NO', made: null });
    const map = { Norge: 'NO' };
    expect(sample({ kind: 'value-map', map })).toMatchObject({
      left: 'Norge',
      made: { source: 'left', text: 'NO' },
    });
    expect(sample({ kind: 'value-map', map: { x: 'y' } })).toMatchObject({
      made: { source: 'left', text: null },
    });
  });
});
