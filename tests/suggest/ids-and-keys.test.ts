import { describe, expect, it } from 'vitest';
import { salesforceId } from '../../src/lib/engine/model/salesforce-id.ts';
import { suggest } from '../../src/lib/engine/suggest/index.ts';
import { pairsOf, withCells } from './made-side.ts';

const many = (count: number, of: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => of(i));

/** Salesforce ids of one object, with their check letters. */
const idsOf = (prefix: string, count: number): string[] =>
  many(count, (i) => salesforceId(`${prefix}Q000001${i % 2 === 0 ? 'aBc' : 'Def'}${String(10 + i)}`));

const other = withCells([
  ['Key', many(30, (i) => String(i))],
  ['Name', many(30, (i) => `Record ${String(i)}`)],
]);

describe('[RD11] Salesforce’s ids tell the app and the object, whatever the headers', () => {
  it.each([
    ['003', 'contacts'],
    ['00Q', 'leads'],
    ['001', 'companies'],
    ['006', 'deals'],
    ['500', 'tickets'],
    ['00T', 'activities'],
  ])('%s are %s', (prefix, kind) => {
    for (const name of ['CustomerKey', 'No', 'Code', 'Id']) {
      const left = withCells([
        [name, idsOf(prefix, 30)],
        ['Betegnelse', many(30, (i) => `Record ${String(i)}`)],
      ]);
      const said = suggest({ left, right: other });
      expect([said.apps.left.kind, said.kind.kind, said.idFields.left?.field]).toEqual([
        'salesforce',
        kind,
        name,
      ]);
    }
  });

  it('18 characters without check letters, or of several objects, are not Salesforce’s', () => {
    const orders = many(30, (i) => `ORDER0000000000${String(100 + i)}`);
    const mixed = [...idsOf('003', 15), ...idsOf('001', 15)];
    for (const ids of [orders, mixed]) {
      const left = withCells([
        ['Id', ids],
        ['Name', many(30, (i) => `Record ${String(i)}`)],
      ]);
      expect(suggest({ left, right: other }).apps.left.kind).toBe('file');
    }
  });

  it('a link to Salesforce in another app’s export does not make it one', () => {
    const left = withCells([
      ['Record ID', many(30, (i) => String(7000 + i))],
      ['Salesforce Contact ID', idsOf('003', 30)],
      ['Lifecycle Stage', many(30, () => 'lead')],
      ['Email', many(30, (i) => `p${String(i)}@x.no`)],
    ]);
    const said = suggest({ left, right: other });
    expect([said.apps.left.kind, said.idFields.left?.field]).toEqual(['hubspot', 'Record ID']);
  });

  it('a case, a converted lead and what belongs to a case’s contact are known by name', () => {
    const header = (names: string): ReturnType<typeof withCells> =>
      withCells(names.split(',').map((name) => [name, []]));
    const cases = header('Id,CaseNumber,ContactEmail,ContactPhone,Status,OwnerId,IsDeleted');
    const said = suggest({ left: cases, right: header('Ticket ID,Email,Status') });
    expect(said.kind.kind).toBe('tickets');
    expect(said.leftOut.left).toContainEqual({ field: 'ContactEmail', why: 'reference' });
    const leads = header('Id,FirstName,LastName,Email,IsConverted,OwnerId');
    expect(suggest({ left: leads, right: header('First Name,Last Name,Email') }).kind.kind).toBe('leads');
  });
});

describe('[MA4] a key tells records apart, or is none', () => {
  it('500 deals with 265 names have no key of their name', () => {
    const deals = withCells([
      ['Deal Name', many(500, (i) => `Deal ${String(i % 265)}`)],
      ['Amount', many(500, (i) => String(i * 17 + 3))],
      ['Deal Stage', many(500, (i) => ['New', 'Won', 'Lost'][i % 3]!)],
    ]);
    expect(suggest({ left: deals, right: deals })).toMatchObject({
      kind: { kind: 'deals' },
      method: 'none',
      keys: [],
    });
  });

  it('9,000 equal ids in another order keep their key', () => {
    const ids = many(9000, (i) => `C-${String(i * 7919 + 100_003)}`);
    const file = (all: readonly string[]): ReturnType<typeof withCells> =>
      withCells([
        ['Code', all],
        ['Farge', all.map((_, i) => (i % 3 === 0 ? 'rød' : 'blå'))],
      ]);
    const said = suggest({ left: file(ids), right: file([...ids].reverse()) });
    expect(said).toMatchObject({ method: 'keys', keys: [{ left: 'Code', right: 'Code', overlap: 1 }] });
    expect(pairsOf(said)).toContain('Code = Code');
  });

  it('two exports of one app are matched by their ids, which are mapped and not written', () => {
    const file = (from: number): ReturnType<typeof withCells> =>
      withCells([
        ['Record ID', many(60, (i) => String(70_000 + from + i))],
        ['First Name', many(60, (i) => `Name ${String(i)}`)],
        ['Lifecycle Stage', many(60, () => 'lead')],
        ['Email', many(60, (i) => `p${String(from + i)}@x.no`)],
      ]);
    const said = suggest({ left: file(0), right: file(10) });
    expect(said).toMatchObject({ method: 'keys', keys: [{ left: 'Record ID', right: 'Record ID' }] });
    expect(said.mappings.find(({ left }) => left === 'Record ID')).toMatchObject({
      enabled: false,
      notes: ['own-ids'],
    });
  });

  it.each([
    ['Record ID,Company name,City', 'Id,Name,City', 'Company name = Name'],
    ['Record ID,Firmanavn,Poststed', 'Id,Name,City', 'Firmanavn = Name'],
    ['Ref,Account Name,Town', 'Id,Name,City', 'Account Name = Name'],
  ])('small exports of companies %s and %s are matched by their names', (left, right, pair) => {
    const side = (names: string, ids: readonly string[]): ReturnType<typeof withCells> => {
      const [id, name, city] = names.split(',') as [string, string, string];
      return withCells([
        [id, ids],
        [name, ['Nord AS', 'Dal AS']],
        [city, ['Oslo', 'Bodø']],
      ]);
    };
    const said = suggest({ left: side(left, ['1', '2']), right: side(right, idsOf('001', 2)) });
    expect(said.kind.kind).toBe('companies');
    expect(said.method).toBe('default');
    expect(pairsOf(said)).toContain(pair);
  });

  it('a pair of names that identifies and shares values is a key of any kind', () => {
    const left = withCells([
      ['Betegnelse', many(40, (i) => `Tiltak ${String(i)}`)],
      ['Farge', many(40, (i) => ['rød', 'blå'][i % 2]!)],
    ]);
    const right = withCells([
      ['Measure title', many(40, (i) => `Tiltak ${String(i + 5)}`)],
      ['Colour', many(40, (i) => ['rød', 'blå'][i % 2]!)],
    ]);
    expect(suggest({ left, right })).toMatchObject({
      method: 'keys',
      keys: [{ left: 'Betegnelse', right: 'Measure title' }],
    });
  });
});

describe('RD16: columns without a name', () => {
  it('are in no mapping, the second one neither', () => {
    const side = withCells([
      ['Company name', ['A', 'B']],
      ['', ['', '']],
      [' [2]', ['call back', 'x']],
      ['[3]', ['y', 'x']],
    ]);
    const said = suggest({ left: side, right: side });
    expect(pairsOf(said)).toEqual(['Company name = Company name']);
    expect(said.leftOut.left.map(({ why }) => why)).toEqual(['no-name', 'no-name', 'no-name']);
  });
});

describe('[S475] [S68] an id column of which a few rows are at fault', () => {
  const emails = many(20, (i) => `p${String(i)}@x.no`);
  const right = withCells([
    ['Id', many(20, (i) => `A${String(i)}`)],
    ['Email', emails],
  ]);
  const faulty = (ids: readonly string[], name = 'Record ID') =>
    suggest({
      left: withCells([
        [name, ids],
        ['Email', emails.slice(0, ids.length)],
      ]),
      right,
    });
  const ids = many(20, (i) => String(1000 + i));

  it.each([
    ['one row without an id', [...ids.slice(0, 19), ''], 1],
    ['a tenth of the rows', [...ids.slice(0, 18), '', '1000'], 2],
    ['one of four rows, a record twice', ['1000', '1001', '1002', '1001'], 1],
  ])('%s: it is the id field all the same, and that is said', (_, cells, count) => {
    const said = faulty(cells);
    expect(said.idFields.left?.field).toBe('Record ID');
    expect(said.notes).toContainEqual({ code: 'id-faults', side: 'left', field: 'Record ID', count, of: cells.length, taken: true }); // prettier-ignore
  });

  it('more: it is none, that is said too, and no id is written over the other side’s', () => {
    const said = faulty([...ids.slice(0, 17), '', '', '1000']);
    expect(said.idFields.left).toBeNull();
    expect(said.notes).toContainEqual({ code: 'id-faults', side: 'left', field: 'Record ID', count: 3, of: 20, taken: false }); // prettier-ignore
    expect(pairsOf(said)).toEqual(['Email = Email']);
  });

  it('ids without a fault are said nothing of, and a clean column goes before', () => {
    expect(faulty(ids).notes.map(({ code }) => code)).not.toContain('id-faults');
    const said = suggest({
      left: withCells([
        ['Record ID', [...ids.slice(0, 19), '']],
        ['Contact ID', many(20, (i) => `c${String(i)}`)],
        ['Email', emails],
      ]),
      right,
      kind: 'contacts',
    });
    expect([said.idFields.left?.field, said.notes.map(({ code }) => code)]).toEqual(['Contact ID', []]);
  });

  it('a column whose name is only like one of ids has to be without a fault', () => {
    expect(faulty([...ids.slice(0, 19), ''], 'Membership ID').idFields.left).toBeNull();
  });
});
