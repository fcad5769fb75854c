import { describe, expect, it } from 'vitest';
import { EDITS, toDoNow, type DifferClass, type Side, type ToDoOf } from '../../src/lib/engine/index.ts';
import type { FieldDiffer } from '../../src/lib/conversation/index.ts';
import { UNWATCHED } from '../../workers/common/work.ts';
import { bytesOf, DeskWorld, planned, value } from './desk-world.ts';

const DESIGN = {
  format: 'drysync/design@1',
  name: 'to do',
  apps: { left: { kind: 'csv', name: 'Shop' }, right: { kind: 'csv', name: 'Books' } },
  syncs: [
    {
      id: 'people',
      kind: 'contacts',
      left: { object: 'l', idField: 'Id' },
      right: { object: 'r', idField: 'Id' },
      direction: 'both',
      winner: 'left',
      matching: {
        method: 'keys',
        keys: [{ fields: [{ left: 'Email', right: 'Email', normalize: ['email'] }] }],
      },
      mappings: [
        { left: 'Email', right: 'Email' },
        { left: 'Phone', right: 'Tel' },
        { left: 'City', right: 'City' },
      ],
    },
  ],
};

const GOOD = '+4791100000';
/** Phones of five people: two damaged on the right, one on the left; one city is another. */
const PHONES = [
  [GOOD, '4.79E+09'],
  ['4.79E+09', GOOD],
  [GOOD, '4.79E+09'],
  [GOOD, GOOD],
  [GOOD, GOOD],
] as const;

async function opened(phones: readonly (readonly [string, string])[] = PHONES) {
  const world = await DeskWorld.open();
  const line = (n: number, side: 0 | 1): string =>
    `${['A-', 'B-'][side]!}${String(n)},p${String(n)}@a.no,${phones[n]![side]},${n === 4 && side === 1 ? '=Rome' : 'Oslo'}`;
  const text = (side: 0 | 1, phone: string): string =>
    [`Id,Email,${phone},City`, ...phones.map((_, n) => line(n, side))].join('\n');
  const tables = {
    people: { left: bytesOf('l.csv', text(0, 'Phone')), right: bytesOf('r.csv', text(1, 'Tel')) },
  };
  const context = await world.context({ design: DESIGN, tables });
  const desk = await world.desk(context);
  const head = await planned(desk);
  const why = value(await desk.differences('people', UNWATCHED));
  return { world, context, desk, head, why };
}
type Opened = Awaited<ReturnType<typeof opened>>;

const itemOf = (field: FieldDiffer, is: DifferClass, side: Side) => {
  const { left, right, classes } = field;
  const { count, samples } = classes.find((one) => one.is === is)!.owned[side];
  return { sync: 'people', left, right, is, side, count, samples } as const;
};
const phoneOf = ({ why }: Opened): FieldDiffer => why.fields.find(({ left }) => left === 'Phone')!;
const nowOf = ({ why }: Opened, item: ToDoOf): number | null => toDoNow(item, why.mapped, why.fields);
async function linesOf({ desk }: Opened, side: Side): Promise<readonly string[]> {
  const { blob, rows, name } = value(await desk.toDoFile('people', side, UNWATCHED));
  const lines = (await blob.text()).replace('\uFEFF', '').trimEnd().split(/\r?\n/);
  expect(rows).toBe(lines.length - 1);
  expect(name).toBe(`people-${side}-to-do.csv`);
  return lines;
}

describe('[DX2] the to-do list for the owners of the data', () => {
  it('[S231] each side has the pairs whose worse value is its own, with their records; else both have all', async () => {
    const world = await opened();
    const phone = phoneOf(world);
    expect(phone.classes).toMatchObject([{ is: 'damaged', count: 3, act: { kind: 'to-do' } }]);
    expect(itemOf(phone, 'damaged', 'right')).toMatchObject({
      count: 2,
      samples: [
        { left: 'A-0', right: 'B-0' },
        { left: 'A-2', right: 'B-2' },
      ],
    });
    expect(itemOf(phone, 'damaged', 'left')).toMatchObject({
      count: 1,
      samples: [{ left: 'A-1', right: 'B-1' }],
    });
    const city = world.why.fields.find(({ left }) => left === 'City')!;
    expect(itemOf(city, 'other', 'left').count).toBe(1);
    expect(itemOf(city, 'other', 'right').count).toBe(1);
  });

  it('[S233] an item goes down as its owner mends, is done at none, and has no number without its field', async () => {
    const before = await opened();
    const item = itemOf(phoneOf(before), 'damaged', 'right');
    expect(nowOf(before, item)).toBe(2);
    const some = await opened(PHONES.with(0, [GOOD, GOOD]));
    expect(nowOf(some, item)).toBe(1);
    // What is left of the class is the other side's.
    const mended = await opened(PHONES.with(0, [GOOD, GOOD]).with(2, [GOOD, GOOD]));
    expect(nowOf(mended, item)).toBe(0);
    expect(nowOf(mended, { ...item, side: 'left' })).toBe(1);
    expect(nowOf(mended, { ...item, right: 'Fax' })).toBeNull();
  });

  it('[S232] what is put on the list makes no new plan', async () => {
    const world = await opened();
    const { desk, context, head } = world;
    const { json } = EDITS.putToDo(context.json, 0, itemOf(phoneOf(world), 'damaged', 'right'));
    value(await desk.take(world.world.redesigned(context, json)));
    const next = await planned(desk);
    expect([next.planKey, next.madeAt]).toEqual([head.planKey, head.madeAt]);
    expect(next.summary.designHash).toBe(head.summary.designHash);
  });

  it('[S234] open items of a side leave as a CSV that no spreadsheet runs, with the note where there is one', async () => {
    const world = await opened();
    const { desk, context, why } = world;
    const damaged = itemOf(phoneOf(world), 'damaged', 'right');
    const city = itemOf(
      why.fields.find(({ left }) => left === 'City')!,
      'other',
      'right',
    );
    let { json } = EDITS.putToDo(context.json, 0, damaged);
    json = EDITS.putToDo(json, 0, city).json;
    json = EDITS.noteToDo(json, 0, city, 'Ask Kari').json;
    const take = async (design: unknown) => value(await desk.take(world.world.redesigned(context, design)));
    await take(json);
    const lines = await linesOf(world, 'right');
    expect(lines[0]).toBe('Side,Record id,Name,Field,Value,Other value,Class,What to do');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual([
      ['Books', 'B-0'],
      ['Books', 'B-2'],
      ['Books', 'B-4'],
    ]);
    expect(lines[1]).toContain(',Tel,4.79E+09,');
    expect(lines[1]).toContain('Put the value back as it was');
    expect(lines[3]).toMatch(/,City,.*'=Rome.*,Oslo,different values,Ask Kari$/);
    expect(await linesOf(world, 'left')).toHaveLength(1);
    // Ticked off it is asked of nobody.
    await take(EDITS.tickToDo(json, 0, damaged, true).json);
    expect(await linesOf(world, 'right')).toHaveLength(2);
  });
});
