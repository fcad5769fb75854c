import { describe, expect, test } from 'vitest';
import { checkZones } from '../../src/lib/engine/design/check/check-zones.ts';
import { readDesign } from '../../src/lib/engine/index.ts';
import { instantOf, offsetAt } from '../../src/lib/engine/model/zone.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { lineOf, tell, type Story } from './story.ts';

const tools = createTools();
const HOUR = 3_600_000;

const side = (more: object): object => ({ object: 'contacts', idField: 'id', modifiedField: null, ...more });
const dates = (left: string, right: string, more: Partial<Story> & { zones?: [object, object] }): Story => ({
  left: `id,email,at\n1,a@fjell.no,${left}\n`,
  right: `id,email,at\nA,a@fjell.no,${right}\n`,
  ...more,
  sync: {
    mappings: [{ left: 'at', right: 'at' }],
    left: side(more.zones?.[0] ?? {}),
    right: side(more.zones?.[1] ?? {}),
  },
});
const OSLO = { timeZone: 'Europe/Oslo' };
const typed = (left: string, right: string): NonNullable<Story['schema']> => ({
  left: { at: { type: left } },
  right: { at: { type: right } },
});

describe('[TZ1] a side and a field over it have a time zone', () => {
  test('the tables of offsets know summer time, hours that come twice and hours that never come', () => {
    const oslo = tools.zone('Europe/Oslo')!;
    expect(offsetAt(oslo, Date.UTC(2026, 0, 1))).toBe(HOUR);
    expect(offsetAt(oslo, Date.UTC(2026, 6, 1))).toBe(2 * HOUR);
    expect(instantOf(oslo, Date.UTC(2026, 2, 29, 1, 59))).toBe(Date.UTC(2026, 2, 29, 0, 59));
    expect(instantOf(oslo, Date.UTC(2026, 2, 29, 2, 30))).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(instantOf(oslo, Date.UTC(2026, 9, 25, 2, 30))).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(instantOf(oslo, Date.UTC(2026, 9, 25, 3, 30))).toBe(Date.UTC(2026, 9, 25, 2, 30));
    expect(offsetAt(tools.zone('Asia/Kolkata')!, Date.UTC(2026, 0, 1))).toBe(5.5 * HOUR);
    expect(tools.zone('Europe/Nowhere')).toBeNull();
  });

  test.each([
    ['2026-03-05 09:00', '2026-03-05T08:00:00Z'],
    ['2026-07-01 14:30', '2026-07-01T12:30:00Z'],
    ['2026-12-24 10:15', '2026-12-24T09:15Z'],
  ])('%s of Oslo is %s', async (left, right) => {
    const told = await tell(dates(left, right, { zones: [OSLO, {}], schema: typed('datetime', 'datetime') }));
    expect(lineOf(told, '1').outcome).toBe('in-sync');
    const plain = await tell(dates(left, right, { schema: typed('datetime', 'datetime') }));
    expect(lineOf(plain, '1').outcome).toBe('update');
  });

  test('what is written is an instant', async () => {
    const told = await tell(
      dates('2026-07-01 14:30', '', { zones: [OSLO, {}], schema: typed('datetime', 'datetime') }),
    );
    expect(lineOf(told, '1').writes[0]?.to).toBe('2026-07-01T12:30:00Z');
  });

  test.each([
    [OSLO, {}],
    [{}, OSLO],
  ])('a day is a day there, whichever side says the zone: %o %o', async (...zones) => {
    const told = await tell(
      dates('2026-07-01', '2026-06-30T22:00:00.000Z', { zones, schema: typed('date', 'datetime') }),
    );
    expect(lineOf(told, '1').outcome).toBe('in-sync');
    const written = await tell(
      dates('', '2026-06-30T22:00:00.000Z', { zones, schema: typed('date', 'datetime') }),
    );
    expect(lineOf(written, '1').writes[0]?.to).toBe('2026-07-01');
    const back = await tell(
      dates('2026-07-01', '', { zones: [OSLO, {}], schema: typed('date', 'datetime') }),
    );
    expect(lineOf(back, '1').writes[0]?.to).toBe('2026-06-30T22:00:00Z');
  });

  test("a field's zone goes over its side's", async () => {
    const schema = {
      left: { at: { type: 'datetime', timeZone: 'America/New_York' } },
      right: { at: { type: 'datetime' } },
    };
    const told = await tell(dates('2026-03-05 09:00', '2026-03-05T14:00Z', { zones: [OSLO, {}], schema }));
    expect(lineOf(told, '1').outcome).toBe('in-sync');
  });

  test('a zone nobody knows is an error of the design', () => {
    const design = (timeZone: string): unknown => ({
      format: 'drysync/design@1',
      name: 'x',
      apps: { left: { name: 'L' }, right: { name: 'R' } },
      syncs: [
        {
          id: 's',
          kind: 'contacts',
          direction: 'both',
          winner: 'left',
          left: side({ timeZone }),
          right: side({}),
        },
      ],
    });
    const reading = readDesign(design('Europe/Nowhere'));
    expect(reading.ok && checkZones(reading.design, tools).map(({ at, code }) => [at, code])).toEqual([
      ['syncs[0].left.timeZone', 'bad-value'],
    ]);
    expect(readDesign(design('half past nine')).ok).toBe(false);
  });
});

describe('[TZ1] [S380] a condition reads a day or a moment in the zone of its field', () => {
  const NEW_YORK = { timeZone: 'America/New_York' };
  /** Is the one record left out by the filter? The plan is for 2 March 2026. */
  const keeps = async (
    at: string,
    condition: object,
    { zone = {}, field = {} }: { readonly zone?: object; readonly field?: object },
  ): Promise<boolean> => {
    const told = await tell({
      left: `id,email,at\n1,a@fjell.no,${at}\n`,
      right: 'id,email,at\n',
      sync: {
        mappings: [{ left: 'at', right: 'at' }],
        left: side(zone),
        filters: { left: { any: [{ all: [{ field: 'at', ...condition }] }] } },
      },
      ...('type' in field ? { schema: { left: { at: field } } } : {}),
    });
    return lineOf(told, '1').outcome === 'create';
  };
  const LATE = '2026-06-30T22:30:00Z';
  const datetime = { type: 'datetime' };

  test("the day of a moment is the side's, or the field's own", async () => {
    const first = { op: 'eq', value: '2026-07-01' };
    expect(await keeps(LATE, first, { field: datetime })).toBe(false);
    expect(await keeps(LATE, first, { field: datetime, zone: OSLO })).toBe(true);
    // Also of a field that nothing is declared of.
    expect(await keeps(LATE, first, { zone: OSLO })).toBe(true);
    expect(await keeps(LATE, first, { field: { ...datetime, ...NEW_YORK }, zone: OSLO })).toBe(false);
    expect(await keeps(LATE, { op: 'le', value: '2026-06-30' }, { field: datetime, zone: OSLO })).toBe(false);
    expect(await keeps(LATE, first, { field: { type: 'date', ...OSLO } })).toBe(true);
  });

  test('a time that says no zone is of it, in the file and in the condition', async () => {
    const field = { ...datetime, ...OSLO };
    const before = { op: 'lt', value: '2026-07-01T00:00:00Z' };
    expect(await keeps('2026-07-01 01:30', before, { field })).toBe(true);
    expect(await keeps('2026-07-01 01:30', before, { field: datetime })).toBe(false);
    expect(await keeps('2026-06-30T23:30:00Z', { op: 'eq', value: '2026-07-01 01:30' }, { field })).toBe(
      true,
    );
    const between = { op: 'between', value: ['2026-07-01 00:00', '2026-07-01 23:59'] };
    expect(await keeps(LATE, between, { field })).toBe(true);
    expect(await keeps(LATE, between, { field: datetime })).toBe(false);
  });

  test('the last days begin and end at midnight there; a day alone is that day anywhere', async () => {
    const last = (value: number) => ({ op: 'last-days', value });
    expect(await keeps('2026-03-02T23:30:00Z', last(0), { field: datetime })).toBe(true);
    expect(await keeps('2026-03-02T23:30:00Z', last(0), { field: datetime, zone: OSLO })).toBe(false);
    expect(await keeps('2026-03-01T23:30:00Z', last(0), { field: datetime, zone: OSLO })).toBe(true);
    expect(await keeps('2026-03-02T03:00:00Z', last(0), { field: { ...datetime, ...NEW_YORK } })).toBe(false);
    for (const zone of [OSLO, NEW_YORK, {}]) {
      expect(await keeps('2026-03-02', last(0), { field: datetime, zone })).toBe(true);
      expect(await keeps('2026-03-01', last(0), { field: datetime, zone })).toBe(false);
    }
  });

  test('so it is where a field is required by conditions [S110]', async () => {
    const story = (timeZone: string): Story => ({
      left: `id,email,at\n1,a@fjell.no,${LATE}\n`,
      right: 'id,email,at,why\n',
      sync: { mappings: [{ left: 'at', right: 'at' }] },
      schema: {
        left: { at: datetime },
        right: {
          at: { ...datetime, timeZone },
          why: { type: 'text', requiredWhen: [{ field: 'at', op: 'ge', value: '2026-07-01' }] },
        },
      },
    });
    expect(lineOf(await tell(story('Europe/Oslo')), '1').reasons).toMatchObject([{ code: 'required-blank' }]);
    expect(lineOf(await tell(story('UTC')), '1').outcome).toBe('create');
  });

  test('and where a check looks at records, or at what is written [S400] [S401]', async () => {
    const check = (id: string, counted: object) => ({
      ...{ id, name: id, count: { sync: 's', ...counted } },
      allowed: { atMost: 9 },
    });
    const { summary } = await tell({
      left: `id,email,at\n1,a@fjell.no,2026-07-01\n`,
      right: `id,email,at,seen\nA,a@fjell.no,,${LATE}\n`,
      sync: { mappings: [{ left: 'at', right: 'at' }], right: side(OSLO) },
      schema: { left: { at: { type: 'date' } }, right: { at: datetime, seen: datetime } },
      checks: [
        check('records', { where: [{ side: 'right', field: 'seen', op: 'eq', value: '2026-07-01' }] }),
        check('writes', { writes: [{ field: 'at', side: 'right', change: 'values', to: '2026-07-01' }] }),
        check('none', { writes: [{ field: 'at', side: 'right', change: 'values', to: '2026-06-30' }] }),
      ],
    });
    expect(summary.checks?.map(({ id, number }) => [id, number])).toEqual([
      ['records', 1],
      ['writes', 1],
      ['none', 0],
    ]);
  });
});

describe('[S120] a moment that becomes another day than it is at its source carries other-day', () => {
  const MOMENT = '2026-06-30T22:30:00Z';
  const reasonOf = async (left: string, zones: [object, object], more: Partial<Story> = {}) => {
    const schema = typed('datetime', 'date');
    const told = await tell({ ...dates(left, '', { zones, schema }), ...more });
    const line = lineOf(told, '1');
    expect(told.summary.warnings.filter(({ code }) => code === 'other-day')).toHaveLength(
      line.reasons.length,
    );
    return { to: line.writes[0]?.to, reasons: line.reasons };
  };
  const flagged = (to: string, value: string) => ({
    to,
    reasons: [{ code: 'other-day', side: 'right', field: 'at', value }],
  });
  const quiet = (to: string) => ({ to, reasons: [] });

  test('where both sides name a zone and it is another day there', async () => {
    const zones: [object, object] = [OSLO, { timeZone: 'America/New_York' }];
    expect(await reasonOf(MOMENT, zones)).toEqual(flagged('2026-06-30', MOMENT));
    expect(await reasonOf('2026-07-01 00:30', zones)).toEqual(flagged('2026-06-30', '2026-07-01 00:30'));
    expect(await reasonOf('2026-07-01 12:00', zones)).toEqual(quiet('2026-07-01'));
  });

  test('not where one side alone names one: days are days there on both', async () => {
    expect(await reasonOf(MOMENT, [OSLO, {}])).toEqual(quiet('2026-07-01'));
    expect(await reasonOf(MOMENT, [{}, OSLO])).toEqual(quiet('2026-07-01'));
  });

  test('where neither does, by the day that stands in the cell [FM8]', async () => {
    const own = '2026-07-01T00:30:00+02:00';
    expect(await reasonOf(own, [{}, {}])).toEqual(flagged('2026-06-30', own));
    expect(await reasonOf(MOMENT, [{}, {}])).toEqual(quiet('2026-06-30'));
    expect(await reasonOf('2026-07-01', [OSLO, { timeZone: 'America/New_York' }])).toEqual(
      quiet('2026-07-01'),
    );
  });

  test('also of a create, not of a record that fails, nor of what a transform makes', async () => {
    const zones: [object, object] = [OSLO, { timeZone: 'America/New_York' }];
    const right = 'id,email,at\nB,b@fjell.no,\n';
    expect(await reasonOf(MOMENT, zones, { right })).toEqual(flagged('2026-06-30', MOMENT));
    const short = { left: {}, right: { at: { type: 'date' }, email: { type: 'text', maxLength: 3 } } };
    const mappings = [
      { left: 'email', right: 'email' },
      { left: 'at', right: 'at' },
    ];
    const story = dates(MOMENT, '', { zones });
    const failing = await tell({ ...story, right, schema: short, sync: { ...story.sync, mappings } });
    expect(lineOf(failing, '1')).toMatchObject({ outcome: 'failing', reasons: [{ code: 'too-long' }] });
    const transform = { kind: 'date-format', to: 'YYYY-MM-DD' };
    const made = { ...story, schema: typed('datetime', 'date') };
    const told = await tell({
      ...made,
      sync: { ...made.sync, mappings: [{ left: 'at', right: 'at', transform }] },
    });
    expect(lineOf(told, '1').reasons).toEqual([]);
  });
});

describe('[TZ2] most-recent where exactly one date lacks a zone', () => {
  const recent = (left: string, right: string, zone: object = {}): Story => ({
    left: `id,email,title,m\n1,a@fjell.no,Old,${left}\n`,
    right: `id,email,title,m\nA,a@fjell.no,New,${right}\n`,
    sync: {
      mappings: [{ left: 'title', right: 'title', conflict: 'most-recent' }],
      left: side({ modifiedField: 'm', ...zone }),
      right: side({ modifiedField: 'm' }),
    },
  });
  const winnerOf = async (story: Story) => lineOf(await tell(story), '1').conflicts[0]?.winner;

  test('stays open under 26 hours', async () => {
    expect(await winnerOf(recent('2026-03-05 09:00', '2026-03-05T08:30:00Z'))).toBeNull();
    expect(await winnerOf(recent('2026-03-06 10:29', '2026-03-05T08:30:00Z'))).toBeNull();
    expect(await winnerOf(recent('2026-03-06 10:30', '2026-03-05T08:30:00Z'))).toBe('left');
  });

  test('is decided where both lack one, both have one, or the side declares its own', async () => {
    expect(await winnerOf(recent('2026-03-05 09:00', '2026-03-05 08:30'))).toBe('left');
    expect(await winnerOf(recent('2026-03-05 09:00+01:00', '2026-03-05T08:30:00Z'))).toBe('right');
    expect(await winnerOf(recent('2026-03-05 09:00', '2026-03-05T08:30:00Z', OSLO))).toBe('right');
  });
});
