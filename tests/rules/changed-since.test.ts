import { describe, expect, it, test } from 'vitest';
import { checkDesign, readDesign } from '../../src/lib/engine/index.ts';
import { lineOf, tell, type Story } from './story.ts';

const SINCE = '2026-03-01T12:00:00+01:00';
const EARLIER = '2026-03-01T10:59:59Z';
const LATER = '2026-03-01T11:00:00Z';

/** A custom object of Salesforce that was turned on at noon in Oslo. */
const turnedOn = (left: string, right: string, { sync = {}, ...more }: Partial<Story> = {}): Story => ({
  left: `id,code,name,changed\n${left}\n`,
  right: `id,code,name,changed\n${right}\n`,
  profile: 'salesforce',
  ...more,
  sync: {
    kind: 'custom',
    since: SINCE,
    left: { object: 'cars', idField: 'id', modifiedField: 'changed' },
    right: { object: 'Car__c', idField: 'id', modifiedField: 'changed' },
    matching: {
      method: 'keys',
      keys: [{ fields: [{ left: 'code', right: 'code' }] }],
      reference: { left: 'code', right: 'code' },
    },
    mappings: [
      { left: 'code', right: 'code' },
      { left: 'name', right: 'name', sfRule: 'two-way' },
    ],
    ...sync,
  },
});

const LINKED = [
  {
    sync: 's',
    left: '1',
    right: 'A',
    by: 'key',
    values: { left: { name: 'Polo' }, right: { name: 'Polo' } },
  },
];

describe('[LI4] [S490] after turning on only what changed from then on is synced', () => {
  test.each([
    [LATER, 'create'],
    [EARLIER, 'excluded'],
    ['2026-03-01T12:00:00+01:00', 'create'],
    // A day alone begins at midnight.
    ['2026-03-01', 'excluded'],
  ])('a record that was changed at %s: %s', async (changed, outcome) => {
    const line = lineOf(await tell(turnedOn(`1,c1,Polo,${changed}`, `B,c2,Golf,${EARLIER}`)), '1');
    expect(line.outcome).toBe(outcome);
    const reason = { code: 'not-changed-since', side: 'left', field: 'changed', value: changed };
    expect(line.reasons).toEqual(outcome === 'excluded' ? [reason] : []);
  });

  test.each([
    [EARLIER, EARLIER, 'excluded', ['left', 'right']],
    [LATER, EARLIER, 'update', []],
    [EARLIER, LATER, 'update', []],
  ])('a pair nobody linked, changed at %s and %s: %s', async (left, right, outcome, sides) => {
    const told = await tell(turnedOn(`1,c1,Polo,${left}`, `A,c1,Golf,${right}`));
    expect(lineOf(told, '1').outcome).toBe(outcome);
    expect(lineOf(told, '1').reasons.map(({ side }) => side)).toEqual(sides);
    expect(told.links.filter((one) => one['sync'] === 's').length).toBe(outcome === 'excluded' ? 0 : 1);
  });

  it('what the import linked stays in, whatever its time', async () => {
    const told = await tell(turnedOn(`1,c1,Passat,${EARLIER}`, `A,c1,Polo,${EARLIER}`, { links: LINKED }));
    expect(lineOf(told, '1').writes).toMatchObject([{ side: 'right', from: 'Polo', to: 'Passat' }]);
    const alone = await tell(turnedOn(`1,c1,Polo,${EARLIER}`, `B,c2,Golf,${EARLIER}`, { links: LINKED }));
    expect(lineOf(alone, '1').reasons.map(({ code }) => code)).toEqual(['not-in-this-export']);
  });

  it('one way, only the side that is read is asked', async () => {
    const sync = { direction: 'left-to-right' };
    const from = (left: string, right: string) =>
      tell(turnedOn(`1,c1,Polo,${left}`, `A,c1,Golf,${right}`, { sync }));
    expect(lineOf(await from(EARLIER, LATER), '1').outcome).toBe('excluded');
    expect(lineOf(await from(LATER, EARLIER), '1').outcome).toBe('update');
  });
});

describe('[S491] a time that cannot be told is no change', () => {
  test.each([
    ['', 'excluded'],
    ['yesterday', 'excluded'],
    // Perhaps at noon in Honolulu, perhaps in Auckland.
    ['2026-03-02 12:59:59', 'excluded'],
    ['2026-03-02 13:00:00', 'create'],
  ])('%j: %s', async (changed, outcome) => {
    const line = lineOf(await tell(turnedOn(`1,c1,Polo,${changed}`, `B,c2,Golf,${EARLIER}`)), '1');
    expect(line.outcome).toBe(outcome);
    expect(line.reasons.map(({ value }) => value)).toEqual(outcome === 'excluded' ? [changed] : []);
  });

  it('a zone the design declares tells it to the second', async () => {
    const left = { object: 'cars', idField: 'id', modifiedField: 'changed', timeZone: 'Europe/Oslo' };
    const at = async (changed: string) =>
      lineOf(await tell(turnedOn(`1,c1,Polo,${changed}`, `B,c2,Golf,${EARLIER}`, { sync: { left } })), '1')
        .outcome;
    expect(await at('2026-03-01 11:59:59')).toBe('excluded');
    expect(await at('2026-03-01 12:00:00')).toBe('create');
  });
});

describe('[S490] a design in which that cannot be told is refused', () => {
  const errorsOf = (more: object, profile = 'salesforce'): string[] => {
    const reading = readDesign({
      format: 'drysync/design@1',
      name: 'cars',
      profile,
      apps: { left: { name: 'L', kind: 'hubspot' }, right: { name: 'R', kind: 'salesforce' } },
      syncs: [{ ...turnedOn('', '').sync, id: 's', direction: 'both', winner: 'left', ...more }],
    });
    const errors = reading.ok ? checkDesign(reading.design, new Map()).errors : reading.errors;
    return errors.map(({ at, code }) => `${at} ${code}`);
  };
  const undated = { object: 'cars', idField: 'id', modifiedField: null };

  test.each([
    [{}, []],
    [{ since: null }, []],
    [{ since: '2026-03-01' }, ['syncs[0].since bad-value']],
    [{ since: '2026-03-01T12:00:00' }, ['syncs[0].since bad-value']],
    [{ since: 'soon' }, ['syncs[0].since bad-value']],
    [{ since: 5 }, ['syncs[0].since bad-value']],
    [{ left: undated }, ['syncs[0].left.modifiedField bad-value']],
    [{ left: undated, direction: 'right-to-left' }, []],
    [{ kind: 'deals' }, ['syncs[0].since bad-value']],
  ])('%j: %j', (more, errors) => {
    expect(errorsOf(more)).toEqual(errors);
  });

  it('nor is it of other profiles', () => {
    expect(errorsOf({}, 'data-sync')).toEqual(['syncs[0].since bad-value']);
  });

  it('the field of the times is a column of the file', () => {
    const reading = readDesign({
      format: 'drysync/design@1',
      name: 'cars',
      profile: 'salesforce',
      apps: { left: { name: 'L', kind: 'hubspot' }, right: { name: 'R', kind: 'salesforce' } },
      syncs: [{ ...turnedOn('', '').sync, id: 's', direction: 'both', winner: 'left' }],
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const header = ['id', 'code', 'name'];
    const headers = new Map([['s', { left: header, right: [...header, 'changed'] }]]);
    expect(checkDesign(reading.design, headers).errors.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'syncs[0].left.modifiedField unknown-field',
    ]);
  });
});
