import { describe, expect, it } from 'vitest';
import { json } from '../../../servers/faults/index.ts';
import type { Portal } from '../../../servers/hubspot/index.ts';
import { faultOf, item, must, open, pages, receipts } from './open.ts';

/** Deals, contacts and companies, with nothing between them. */
function world() {
  const opened = open();
  const add = (kind: string, count: number) =>
    Array.from({ length: count }, () => opened.portal.add(kind, { name: kind }).id);
  const [deal, other] = add('deals', 2);
  const [a, b, c] = add('companies', 3);
  const [x, y] = add('contacts', 2);
  return { ...opened, deal: deal!, other: other!, a: a!, b: b!, c: c!, x: x!, y: y! };
}

const PRIMARY = 5;
const linked = (portal: Portal, deal: string, to: string) =>
  [...portal.links.of('deals', deal, to).keys()].sort();

describe('[S301] associations as fields', () => {
  it('are read with every record: the primary one, or all of them', async () => {
    const { connector, portal, deal, other, a, b, x, y } = world();
    portal.links.add('deals', deal, 'companies', a, []);
    portal.links.add('deals', deal, 'companies', b, [PRIMARY]);
    portal.links.add('deals', deal, 'contacts', y, []);
    portal.links.add('deals', deal, 'contacts', x, []);
    portal.links.add('deals', other, 'companies', b, []);
    portal.links.add('deals', other, 'companies', a, []);
    const fields = ['assoc:companies', 'dealname', 'assoc:contacts'];
    const wanted = [
      { 'assoc:companies': b, dealname: '', 'assoc:contacts': `${x};${y}` },
      { 'assoc:companies': `${a};${b}`, dealname: '', 'assoc:contacts': '' },
    ];
    expect((await pages(connector, 'deals', fields)).flat().map(({ values }) => values)).toEqual(wanted);
    const since = new Date(0).toISOString();
    expect((await pages(connector, 'deals', fields, { since })).flat().map(({ values }) => values)).toEqual(
      wanted,
    );
    const byId = must(await connector.readByIds('deals', [deal, other], fields));
    expect(byId.map(({ values }) => Object.fromEntries(values))).toEqual(wanted);
    portal.remove('deals', other);
    const [archived] = (await pages(connector, 'deals', fields, { deleted: true })).flat();
    expect(archived?.values['assoc:companies']).toBe('');
  });

  it('more than 500 of one record are read to the end', async () => {
    const { connector, portal } = world();
    const deals = Array.from({ length: 1_100 }, () => portal.add('deals', {}).id);
    const kind = portal.addKind('car', 101);
    kind.links = ['deals'];
    const car = portal.add(kind.name, {}).id;
    for (const id of deals) portal.links.add(kind.name, car, 'deals', id, []);
    const [one] = must(await connector.readByIds(kind.name, [car], ['assoc:deals']));
    expect(one?.values.get('assoc:deals')).toBe(deals.join(';'));
  });

  it('a record the answer says nothing of is not taken for one without any', async () => {
    const { connector, portal, fake, deal, a } = world();
    portal.links.add('deals', deal, 'companies', a, []);
    const bodies: unknown[] = [
      { results: [] },
      { results: [{ from: { id: deal }, to: 'all' }] },
      { results: [{ from: { id: deal }, to: [{ toObjectId: null }] }] },
      { results: [{ from: { id: '7' }, to: [] }] },
      { results: [], errors: [{ category: 'INTERNAL_ERROR', context: { fromObjectId: [deal] } }] },
    ];
    for (const body of bodies) {
      const on = fake.faults.add({
        kind: 'answer',
        when: 'before-commit',
        reply: json(207, body),
        meets: { path: /associations/ },
      });
      const answer = await connector.readByIds('deals', [deal], ['assoc:companies']);
      expect(faultOf(answer).code, JSON.stringify(body)).toBe('not-understood');
      on.off();
    }
  });

  it('a create carries them; one alone is the primary', async () => {
    const { connector, portal, a, b, x } = world();
    const made = await receipts(connector, 'deals', 'create', [
      item(null, { dealname: 'one', 'assoc:companies': a, 'assoc:contacts': x }, { key: 'one' }),
      item(null, { dealname: 'two', 'assoc:companies': `${a};${b}` }, { key: 'two' }),
      item(null, { dealname: 'none', 'assoc:companies': '' }, { key: 'none' }),
    ]);
    const ids = made.map((one) => (one.kind === 'written' ? one.id : ''));
    expect(ids.map((id) => linked(portal, id, 'companies'))).toEqual([[a], [a, b], []]);
    expect(linked(portal, ids[0]!, 'contacts')).toEqual([x]);
    expect(portal.links.of('deals', ids[0]!, 'companies').get(a)?.has(PRIMARY)).toBe(true);
    const read = must(await connector.readByIds('deals', ids, ['assoc:companies']));
    expect(read.map(({ values }) => values.get('assoc:companies'))).toEqual([a, `${a};${b}`, '']);
  });

  it('an update makes another the primary one, which leaves the first; and parts what is not named', async () => {
    const { connector, portal, deal, a, b, x, y } = world();
    portal.links.add('deals', deal, 'companies', a, [PRIMARY]);
    portal.links.add('deals', deal, 'contacts', x, []);
    const [one] = await receipts(connector, 'deals', 'update', [
      item(deal, { dealname: 'D', 'assoc:companies': b, 'assoc:contacts': y }),
    ]);
    expect(one?.kind).toBe('written');
    expect(linked(portal, deal, 'companies')).toEqual([a, b]);
    expect(linked(portal, deal, 'contacts')).toEqual([y]);
    const [read] = must(await connector.readByIds('deals', [deal], ['assoc:companies', 'dealname']));
    expect(Object.fromEntries(read!.values)).toEqual({ 'assoc:companies': b, dealname: 'D' });
  });

  it('blank parts what the field shows', async () => {
    const { connector, portal, deal, a, x, y } = world();
    portal.links.add('deals', deal, 'companies', a, [PRIMARY]);
    portal.links.add('deals', deal, 'contacts', x, []);
    portal.links.add('deals', deal, 'contacts', y, []);
    const [one] = await receipts(connector, 'deals', 'update', [
      item(deal, { 'assoc:companies': '', 'assoc:contacts': '' }),
    ]);
    expect(one?.kind).toBe('written');
    expect([linked(portal, deal, 'companies'), linked(portal, deal, 'contacts')]).toEqual([[], []]);
  });

  it('what is as asked already is not written again', async () => {
    const { connector, portal, fake, deal, a } = world();
    portal.links.add('deals', deal, 'companies', a, [PRIMARY]);
    const writes: string[] = [];
    fake.faults.add({
      kind: 'meanwhile',
      run: ({ path }) => writes.push(path),
      meets: { path: /batch\/(create|archive|update)/ },
    });
    expect(
      (await receipts(connector, 'deals', 'update', [item(deal, { 'assoc:companies': a })]))[0]?.kind,
    ).toBe('written');
    expect(writes).toEqual([]);
  });

  it('one that cannot be made is refused where nothing else was written, else unknown', async () => {
    const { connector, portal, deal, other, a } = world();
    const refused = await receipts(connector, 'deals', 'update', [
      item(deal, { 'assoc:companies': '999999' }, { key: 'alone' }),
      item(other, { dealname: 'D', 'assoc:companies': '999999' }, { key: 'with' }),
    ]);
    expect(refused).toMatchObject([
      { kind: 'refused', refusal: { category: 'association', field: 'assoc:companies' } },
      { kind: 'unknown', because: 'association' },
    ]);
    // Nothing is parted where the other could not be put.
    portal.links.add('deals', deal, 'companies', a, [PRIMARY]);
    await receipts(connector, 'deals', 'update', [item(deal, { 'assoc:companies': '999999' })]);
    expect(linked(portal, deal, 'companies')).toEqual([a]);
  });

  it('what happens to the calls between is told as it is', async () => {
    const { connector, portal, fake, deal, a } = world();
    const write = (values: Record<string, string>) =>
      connector.write({ object: 'deals', act: 'update', items: [item(deal, values)] });
    const only = { 'assoc:companies': a };
    const meets = { path: /associations/, times: 1 };
    fake.faults.add({ kind: 'drop', when: 'before-commit', meets });
    expect(await write(only)).toMatchObject({ kind: 'not-done', fault: { code: 'no-answer' } });
    fake.faults.add({ kind: 'drop', when: 'before-commit', meets });
    expect(await write({ ...only, dealname: 'D' })).toMatchObject({
      kind: 'receipts',
      receipts: [{ kind: 'unknown' }],
    });
    fake.faults.add({
      kind: 'drop',
      when: 'before-commit',
      meets: { path: /associations.*create/, times: 1 },
    });
    expect(await write(only)).toMatchObject({ kind: 'receipts', receipts: [{ kind: 'unknown' }] });
    // Made, though its answer was lost: it is read again.
    fake.faults.add({
      kind: 'drop',
      when: 'after-commit',
      meets: { path: /associations.*create/, times: 1 },
    });
    expect(await write(only)).toMatchObject({ kind: 'receipts', receipts: [{ kind: 'written' }] });
    expect(linked(portal, deal, 'companies')).toEqual([a]);
  });
});
