import { describe, expect, it } from 'vitest';
import { SEARCH_LAG } from '../../../../src/lib/connectors/app/hubspot/read.ts';
import { property } from '../../../servers/hubspot/index.ts';
import { json } from '../../../servers/faults/index.ts';
import { faultOf, must, open, pages } from './open.ts';

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

describe('what is read from HubSpot', () => {
  it('all records by pages of a hundred, blanks as blank texts, only what was asked for', async () => {
    const { connector, portal } = open();
    for (let n = 0; n < 201; n++)
      portal.add('contacts', { email: `${String(n)}@example.com`, firstname: n === 3 ? '' : 'A' });
    const read = await pages(connector, 'contacts', ['email', 'firstname', 'unheard_of']);
    expect(read.map((page) => page.length)).toEqual([100, 100, 1]);
    expect(read[0]?.[3]).toEqual({
      id: '1004',
      values: { email: '3@example.com', firstname: '', unheard_of: '' },
      deleted: false,
    });
  });

  it('properties too many for one address are read by ids', async () => {
    const { connector, portal, fake } = open();
    const names = Array.from({ length: 300 }, (_, n) => `a_property_with_a_rather_long_name_${String(n)}`);
    const kind = portal.addKind(
      'car',
      101,
      names.map((name) => property(name)),
    );
    portal.add(kind.name, { [names[299]!]: 'last' });
    const gone = portal.add(kind.name, { [names[0]!]: 'gone' });
    portal.remove(kind.name, gone.id);
    const longest: number[] = [];
    fake.faults.add({ kind: 'meanwhile', run: ({ path }) => longest.push(path.length) });
    expect((await pages(connector, kind.name, names))[0]?.[0]?.values[names[299]!]).toBe('last');
    const [archived] = await pages(connector, kind.name, names, { deleted: true });
    expect(archived).toMatchObject([{ id: gone.id, deleted: true, values: { [names[0]!]: 'gone' } }]);
    expect(Math.max(...longest)).toBeLessThan(6_000);
  });

  it('[S300] what changed since, beyond 10,000, though records change while it is read', async () => {
    const { connector, portal } = open();
    for (let n = 0; n < 50; n++) portal.add('companies', { name: 'old' });
    portal.wait(SEARCH_LAG + 1);
    const since = iso(portal.now);
    const ids = Array.from({ length: 10_450 }, (_, n) => portal.add('companies', { name: String(n) }).id);
    let next = 0;
    // Every page later a record that was read, and one that was not, is changed.
    const between = () => {
      portal.edit('companies', ids[next]!, { name: 'again' });
      portal.edit('companies', ids[ids.length - 1 - next]!, { name: 'before it came' });
      next += 1;
    };
    const read = (await pages(connector, 'companies', ['name'], { since, between })).flat();
    expect(read.map(({ id }) => id)).toEqual(ids);
    expect(read.at(-1)?.values['name']).toBe('before it came');
  });

  it('[S300] search that lags loses nothing: the next read takes what the last could not see', async () => {
    const { connector, portal } = open();
    portal.search.lag(60_000, portal.kinds.values());
    const first = iso(portal.now);
    portal.wait(1000);
    const { id } = portal.add('deals', { dealname: 'late' });
    // By id it is there at once.
    expect(must(await connector.readByIds('deals', [id], ['dealname'])).length).toBe(1);
    expect((await pages(connector, 'deals', ['dealname'], { since: first })).flat()).toEqual([]);
    portal.wait(100);
    const second = iso(portal.now);
    portal.wait(60_000);
    expect(
      (await pages(connector, 'deals', ['dealname'], { since: second })).flat().map((one) => one.id),
    ).toEqual([id]);
  });

  it('archived records, all or those that went since; merged ones are none of them', async () => {
    const { connector, portal } = open();
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => portal.add('contacts', { firstname: name }).id);
    portal.remove('contacts', a!);
    portal.wait(5000);
    const since = iso(portal.now);
    portal.wait(5000);
    portal.remove('contacts', b!);
    portal.merge('contacts', c!, d!);
    const gone = (how: object) => pages(connector, 'contacts', ['firstname'], { deleted: true, ...how });
    expect((await gone({})).flat()).toEqual([
      { id: a, values: { firstname: 'a' }, deleted: true },
      { id: b, values: { firstname: 'b' }, deleted: true },
    ]);
    expect((await gone({ since })).flat().map(({ id }) => id)).toEqual([b]);
    expect((await pages(connector, 'contacts', ['firstname'])).flat().map(({ id }) => id)).toEqual([c]);
  });

  it('a merged record is not there, though HubSpot answers with the one it went into', async () => {
    const { connector, portal } = open();
    const [winner, loser] = ['a', 'b'].map((name) => portal.add('contacts', { firstname: name }).id);
    portal.merge('contacts', winner!, loser!);
    expect(must(await connector.readByIds('contacts', [loser!], ['firstname']))).toEqual([]);
    expect(
      must(await connector.readByIds('contacts', [loser!, winner!], ['firstname'])).map(({ id }) => id),
    ).toEqual([winner]);
  });

  it('[F8] by key, never by search; the id is a key too', async () => {
    const { connector, portal, fake } = open();
    const { id } = portal.add('contacts', { email: 'Ada@Example.com'.toLowerCase(), firstname: 'Ada' });
    const paths: string[] = [];
    fake.faults.add({ kind: 'meanwhile', run: ({ path }) => paths.push(path) });
    const find = async (field: string, ...values: string[]) =>
      must(await connector.findByKey('contacts', { field, values }, ['firstname']));
    expect(await find('email', 'ADA@example.com', 'nobody@example.com', '')).toEqual([
      { id, values: new Map([['firstname', 'Ada']]), deleted: false },
    ]);
    expect((await find('hs_object_id', id)).length).toBe(1);
    expect(await find('email')).toEqual([]);
    expect(paths.filter((path) => path.includes('search'))).toEqual([]);
    const key = { field: 'firstname', values: ['Ada'] };
    expect(faultOf(await connector.findByKey('contacts', key, [])).code).toBe('refused');
  });

  it('what an answer does not tell of is asked for alone, not taken for gone', async () => {
    const { connector, portal, fake } = open();
    const ids = ['a', 'b', 'c'].map((name) => portal.add('companies', { name }).id);
    fake.faults.add({
      kind: 'change',
      change: (reply) => {
        const body = JSON.parse(reply.body) as { results: unknown[] };
        return json(200, { ...body, results: body.results.slice(1) });
      },
      meets: { path: /batch\/read/ },
    });
    expect(
      must(await connector.readByIds('companies', ids, ['name']))
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids);
  });

  it('an error that is not "not found" is no record that is gone', async () => {
    const { connector, fake } = open();
    const errors = [{ status: 'error', category: 'INTERNAL_ERROR', message: 'x', context: { ids: ['1'] } }];
    fake.faults.add({
      kind: 'answer',
      when: 'before-commit',
      reply: json(207, { status: 'COMPLETE', results: [], numErrors: 1, errors }),
      meets: { path: /batch\/read/ },
    });
    expect(faultOf(await connector.readByIds('companies', ['1'], ['name'])).code).toBe('not-understood');
  });

  it('pages of another form are not understood, nor is one that leads to itself', async () => {
    const bodies: unknown[] = [
      {},
      { results: 'none' },
      { results: [{ id: '1' }] },
      { results: [{ id: null, properties: {} }] },
      { results: [], paging: { next: { after: '7' } } },
      { results: [], paging: 'more' },
      { results: [], paging: { next: {} } },
    ];
    for (const body of bodies) {
      const { connector, fake } = open();
      fake.faults.add({ kind: 'answer', when: 'before-commit', reply: json(200, body) });
      for (const since of [null, iso(0)]) {
        const request = { object: 'deals', fields: ['dealname'], since, deleted: false, cursor: '7' };
        expect(faultOf(await connector.read(request)).code, JSON.stringify(body)).toBe('not-understood');
      }
    }
  });

  it('at most five searches a second: more is a fault that says when to go on', async () => {
    const { connector, portal } = open();
    portal.limits.limit = { calls: null, searches: 5, daily: null, retryAfter: true };
    const read = () =>
      connector.read({ object: 'deals', fields: [], since: iso(0), deleted: false, cursor: null });
    for (let n = 0; n < 5; n++) must(await read());
    expect(faultOf(await read())).toMatchObject({ code: 'rate-limit', waitFor: 1000 });
    portal.wait(1000);
    must(await read());
  });
});
