import { describe, expect, it } from 'vitest';
import { EDITS } from '../../src/lib/engine/index.ts';
import { UNWATCHED } from '../../workers/common/work.ts';
import { ALL, allRows, bytesOf, DeskWorld, planned, value } from './desk-world.ts';

const FORMS = 12;

/** Contacts linked by e-mail: `FORMS` phones of another form, two damaged ones, one really other, the rest the same. */
function files(rows = 30) {
  const left: string[] = ['Id,Email,Phone,City'];
  const right: string[] = ['Id,Email,Phone,City'];
  for (let n = 0; n < rows; n++) {
    const number = `4791${String(100000 + n * 7)}`;
    const own = `+${number}`;
    const other = n < FORMS ? `+47 91 ${number.slice(4)}` : n < FORMS + 2 ? '4.79E+09' : own;
    const city = n === 0 ? ['Oslo', 'Bergen'] : ['Oslo', n < 3 ? '' : 'Oslo'];
    left.push(`${String(n)},p${String(n)}@a.no,${n === FORMS + 2 ? '+4790000001' : own},${city[0]!}`);
    right.push(`R${String(n)},p${String(n)}@a.no,${other},${city[1]!}`);
  }
  return { left: left.join('\n'), right: right.join('\n') };
}

const DESIGN = {
  format: 'drysync/design@1',
  name: 'why',
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
      mappings: ['Email', 'Phone', 'City'].map((name) => ({ left: name, right: name })),
    },
  ],
};

async function opened() {
  const world = await DeskWorld.open();
  const text = files();
  const tables = { people: { left: bytesOf('l.csv', text.left), right: bytesOf('r.csv', text.right) } };
  const context = await world.context({ design: DESIGN, tables });
  const desk = await world.desk(context);
  const head = await planned(desk);
  return { world, context, desk, head };
}

describe('why values differ, asked of a plan that is shown', () => {
  it('[DX2] counts add up field by field and over the updates, and filters list exactly the records of a class', async () => {
    const { desk, head } = await opened();
    // A plan never waits for it.
    expect(head.summary.warnings.some(({ code }) => code === 'worse-overwrites-better')).toBe(false);
    const why = value(await desk.differences('people', UNWATCHED));
    const phone = why.fields[0]!;
    expect(phone).toMatchObject({ left: 'Phone', pairs: 30, count: FORMS + 3 });
    expect(phone.classes.map(({ is, count }) => [is, count])).toEqual([
      ['phone', FORMS],
      ['damaged', 2],
      ['other', 1],
    ]);
    expect(why.alike).toBe(1);
    for (const { count, classes } of why.fields)
      expect(classes.reduce((sum, one) => sum + one.count, 0)).toBe(count);
    const updates = Object.values(why.updates).reduce((sum, many) => sum + many, 0);
    expect(updates).toBe(head.syncs[0]!.subjects.update);
    // Two of the twelve fill a blank city as well, one changes it.
    expect(why.updates).toEqual({ form: FORMS - 3, label: 0, fills: 0, value: 6 });
    const rows = await allRows(desk, 'people', { differs: ['phone'], differsIn: ['Phone'] });
    expect(rows.map(({ left }) => left?.id)).toEqual(Array.from({ length: FORMS }, (_, n) => String(n)));
    expect(await allRows(desk, 'people', { differs: ['phone'], differsIn: ['City'] })).toEqual([]);
    expect(await allRows(desk, 'people', { differsIn: ['City'] })).toHaveLength(1);
  });

  it('[DX1] a field of a record says its class once it was asked, and facets count the classes', async () => {
    const { desk } = await opened();
    const { facets } = value(await desk.view('people', ALL));
    expect(facets.filter(({ group }) => group === 'differs')).toEqual([]);
    const classOf = async () =>
      value(await desk.subject('people', 0)).fields.find(({ left }) => left === 'Phone')!.differs;
    expect(await classOf()).toBeNull();
    value(await desk.differences('people', UNWATCHED));
    expect(await classOf()).toBe('phone');
    const counted = value(await desk.view('people', ALL)).facets.filter(({ group }) => group === 'differs');
    expect(Object.fromEntries(counted.map(({ value: word, count }) => [word, count]))).toEqual({
      phone: FORMS,
      damaged: 2,
      other: 2,
    });
  });

  it('[DX2] what an act would change is told before, and is what the plan with it says', async () => {
    const { world, context, desk, head } = await opened();
    const told = value(await desk.differences('people', UNWATCHED));
    const [phone] = told.fields;
    const tried = value(await desk.tried('people', { mapping: phone!.mapping, is: 'phone' }, UNWATCHED))!;
    const { act } = phone!.classes[0]!;
    const { json, step } = EDITS.takeAway(context.json, 0, phone!.mapping, act);
    expect(step.code).toBe('same');
    const again = await world.desk(world.redesigned(context, json));
    const then = await planned(again);
    const update = tried.moved.find(({ outcome }) => outcome === 'update');
    expect(update).toEqual({
      outcome: 'update',
      now: head.syncs[0]!.subjects.update,
      then: then.syncs[0]!.subjects.update,
    });
    expect(update!.now - update!.then).toBe(FORMS - 3);
    expect(tried.writes[0] - tried.writes[1]).toBe(FORMS);
    // The plan in hand is the same as before.
    expect(value(await desk.differences('people', UNWATCHED)).planKey).toBe(head.planKey);
    expect(
      value(await desk.tried('people', { mapping: phone!.mapping, is: 'damaged' }, UNWATCHED)),
    ).toBeNull();
  });

  it('[DX3] its warnings open the records they are about', async () => {
    const { desk } = await opened();
    const { warnings, filters } = value(await desk.differences('people', UNWATCHED));
    expect(warnings).toEqual([]);
    expect(filters).toEqual([]);
    const { context, world } = await opened();
    const right = world.redesigned(context, {
      ...DESIGN,
      syncs: [{ ...DESIGN.syncs[0]!, winner: 'right' }],
    });
    const other = await world.desk(right);
    await planned(other);
    const told = value(await other.differences('people', UNWATCHED));
    expect(told.warnings).toMatchObject([{ code: 'worse-overwrites-better', field: 'Phone', count: 2 }]);
    const [filter] = told.filters;
    expect(filter).toMatchObject({ code: 'worse-overwrites-better', field: 'Phone' });
    const rows = await allRows(other, 'people', filter!.filter!);
    expect(rows.map(({ left }) => left?.id)).toEqual([String(FORMS), String(FORMS + 1)]);
  });
});
