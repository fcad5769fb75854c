// Over 300 lines: one story for each thing that is said of rounds.
import { describe, expect, it } from 'vitest';
import {
  AS_GIVEN,
  drain,
  rehearse,
  textAt,
  type AppForms,
  type Both,
  type FieldRounds,
  type Rehearsal,
  type RoundEnd,
} from '../../src/lib/engine/index.ts';
import { rounded } from '../../src/lib/engine/rehearse/rounded.ts';
import { handedByFiles } from '../../src/lib/formats/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { engineInput } from '../reference/engine-plan.ts';
import type { Table, World } from '../reference/world.ts';

const tools = createTools();

interface Story {
  readonly left: string;
  readonly right: string;
  /** Members of the sync, over contacts by e-mail with phone and company. */
  readonly sync?: Readonly<Record<string, unknown>>;
  readonly kinds?: Both<string>;
  readonly forms?: Partial<Both<Partial<AppForms>>>;
  readonly rounds?: number;
  readonly profile?: string;
  readonly baseline?: World['baseline'];
  /** Sides whose file is called complete. */
  readonly complete?: Both<boolean>;
}

interface Told extends Rehearsal {
  readonly ends: readonly RoundEnd[];
  /** The cells of a side after the last round that was carried out, a row a text. */
  cells(side: 'left' | 'right'): string[];
  field(left: string): FieldRounds | undefined;
}

const table = (text: string): Table => {
  const [header = [], ...rows] = text.split('\n').map((line) => line.split(','));
  return { header, rows };
};

/** A rehearsal as the command line makes it, with the hand-over of change files. */
function told({ left, right, sync, kinds, forms, rounds = 4, profile, baseline, complete }: Story): Told {
  const apps = kinds ?? { left: 'other', right: 'other' };
  const world: World = {
    design: {
      format: 'drysync/design@1',
      name: 'a rehearsal',
      ...(profile === undefined ? {} : { profile, guards: { maxMissing: null } }),
      apps: { left: { name: 'L', kind: apps.left }, right: { name: 'R', kind: apps.right } },
      syncs: [
        {
          ...{ id: 's', kind: 'contacts', direction: 'both', winner: 'left' },
          left: { object: 'contacts', idField: 'id' },
          right: { object: 'Contact', idField: 'id' },
          matching: { method: 'default', identifiers: { email: { left: 'email', right: 'email' } } },
          requireValidEmail: null,
          mappings: [
            { left: 'email', right: 'email' },
            { left: 'note', right: 'note' },
          ],
          ...sync,
        },
      ],
    },
    tables: { s: { left: table(left), right: table(right) } },
    baseline: baseline ?? null,
    choices: null,
    ...(complete === undefined ? {} : { complete: { s: complete } }),
  };
  const ends: RoundEnd[] = [];
  const of = { left: { ...AS_GIVEN, ...forms?.left }, right: { ...AS_GIVEN, ...forms?.right } };
  const result = drain(
    rehearse(
      {
        ...engineInput(world),
        ...{ rounds, forms: of },
        hand: (plan) => handedByFiles(plan.design, plan.syncs, (line) => line),
      },
      tools,
      (end) => ends.push(end),
    ),
  );
  return {
    ...result,
    ends,
    cells(side) {
      const records = ends.at(-1)?.records.get('s')?.[side];
      if (records === undefined) return [];
      return Array.from({ length: records.count }, (_, row) =>
        records.header.map((name) => textAt(records.column(name), row)).join(','),
      );
    },
    field: (name) => result.fields.find((one) => one.left === name),
  };
}

const writes = ({ rounds }: Rehearsal): number[] =>
  rounds.map(({ creates, updates }) => creates.left + creates.right + updates.left + updates.right);

describe('what an app makes of what it is given', () => {
  const stored = (note: string, forms: Partial<AppForms>, field: Readonly<Record<string, unknown>> = {}) => {
    const side = { fields: [{ name: 'note', type: 'text', ...field }] };
    const schema = Object.keys(field).length === 0 ? {} : { schema: { left: side, right: side } };
    const of = told({
      ...{ left: `id,email,note\n1,a@x.no,${note}`, right: 'id,email,note\nA,a@x.no,' },
      ...{ sync: schema, forms: { right: forms }, rounds: 1 },
    });
    return of.cells('right')[0]?.split(',').slice(2).join(',');
  };

  it.each<[string, Partial<AppForms>, string, Readonly<Record<string, unknown>>]>([
    [' Ann ', { trims: true }, 'Ann', {}],
    [' Ann ', { cut: 3 }, ' An', {}],
    ['Ann 😀x', { cut: 5 }, 'Ann 😀', {}],
    ['Ann@X.no', { email: true }, 'ann@x.no', {}],
    ['Ann B', { email: true }, 'Ann B', {}],
    ['22 33 44 55', { phone: { country: 'NO' } }, '+4722334455', {}],
    ['22 33 44 55', { phone: { country: null } }, '22 33 44 55', {}],
    ['acme.no/x', { web: true }, 'https://acme.no/x', {}],
    ['http://acme.no', { web: true }, 'http://acme.no', {}],
    ['12.345', { round: 2 }, '12.35', { type: 'number' }],
    ['12.3456', { round: 2 }, '12.35', {}],
    ['12.3456', { round: 2 }, '12.3456', { type: 'text' }],
    ['2024-03-05T23:30:00Z', { days: true }, '2024-03-05', { type: 'datetime' }],
    ['2024-07-05T23:30:00Z', { local: 'Europe/Oslo' }, '2024-07-06T01:30:00', { type: 'datetime' }],
    [' x ', { trims: true }, ' x ', { type: 'single-select', options: [{ value: ' x ', label: 'X' }] }],
  ])('[S150] %j under %j is %j', (note, forms, expected, field) => {
    expect(stored(note, forms, field)).toBe(expected);
  });

  it('[S150] numbers are rounded exactly, a five away from nought', () => {
    const cases = [
      ['1.005', 2, '1.01'],
      ['-1.005', 2, '-1.01'],
      ['0.4', 0, '0'],
      ['-0.4', 0, '0'],
      ['9.99', 1, '10'],
      ['12345678901234567890.5', 0, '12345678901234567891'],
      ['1.5', 2, '1.5'],
    ] as const;
    for (const [number, decimals, expected] of cases) expect(rounded(number, decimals)).toBe(expected);
  });
});

describe('rounds', () => {
  it('[S151] a record that is made is found by its new id, and the second plan writes nothing', () => {
    const of = told({
      ...{ left: 'id,email,note\n1,a@x.no,x', right: 'id,email,note\nA,b@x.no,y' },
      forms: { right: { trims: true } },
    });
    expect(of.cells('right')).toEqual(['A,b@x.no,y', 'new-1,a@x.no,x']);
    expect(of.cells('left')).toEqual(['1,a@x.no,x', 'new-A,b@x.no,y']);
    expect(of.settled).toBe(1);
    expect(writes(of)).toEqual([2, 0]);
    expect(of.bred).toEqual([]);
  });

  it('[S151] an id that is taken is numbered', () => {
    const of = told({ left: 'id,email,note\n1,a@x.no,x', right: 'id,email,note\nnew-1,b@x.no,y', rounds: 1 });
    expect(of.cells('right')).toContain('new-1-2,a@x.no,x');
  });

  it('[S151] what no change file says is offered again and again', () => {
    const of = told({
      ...{ left: 'id,email,note\n1,a@x.no,x', right: 'id,email,note\nA,a@x.no,' },
      ...{ sync: { right: { object: 'Contact', idField: null } }, rounds: 2 },
    });
    expect(of.settled).toBeNull();
    expect(of.rounds.map(({ unsaid }) => unsaid)).toEqual([1, 1, 1]);
    expect(of.field('note')?.stays).toEqual([{ why: 'unsaid', by: null, count: 1 }]);
  });

  it('[S152] the same rows are refused every time, and a share of nought refuses none', () => {
    const people = Array.from({ length: 40 }, (_, i) => `${String(i)},p${String(i)}@x.no,x`);
    const story = { left: ['id,email,note', ...people].join('\n'), right: 'id,email,note\nA,z@x.no,y' };
    const refused = (refuse: number) =>
      told({ ...story, rounds: 2, forms: { right: { refuse } } }).rounds.map((one) => one.refused);
    expect(refused(0)).toEqual([0, 0]);
    const some = refused(0.3);
    expect(some[0]).toBeGreaterThan(3);
    expect(some[0]).toBeLessThan(25);
    expect(new Set(some)).toEqual(new Set([some[0]]));
    expect(refused(1)).toEqual([40, 40, 40]);
    const field = told({ ...story, rounds: 2, forms: { right: { refuse: 1 } } }).field('note');
    expect(field?.stays).toEqual([{ why: 'refused', by: null, count: 40 }]);
  });

  it('[S153] a text that came back cut is asked about, and where it is taken the source has lost it', () => {
    const story = {
      left: 'id,email,note\n1,a@x.no,a long text',
      right: 'id,email,note\nA,a@x.no,',
      forms: { right: { cut: 4 } },
    };
    const asked = told(story);
    expect(asked.field('note')).toMatchObject({ asked: 1, back: 0, lost: { left: 0, right: 0 } });
    expect(asked.field('note')?.records).toMatchObject([{ left: '1', right: 'A', steps: [] }]);
    expect(asked.settled).toBe(1);
    const mappings = [
      { left: 'email', right: 'email' },
      { left: 'note', right: 'note', cameBack: 'take' },
    ];
    const taken = told({ ...story, sync: { mappings } });
    expect(taken.field('note')).toMatchObject({ asked: 0, back: 1, lost: { left: 1, right: 0 } });
    expect(taken.field('note')?.records).toEqual([
      {
        ...{ left: '1', right: 'A' },
        steps: [{ round: 2, side: 'left', from: 'a long text', to: 'a lo', became: 'a lo' }],
      },
    ]);
    expect(taken.cells('left')).toEqual(['1,a@x.no,a lo']);
    expect(taken.settled).toBe(2);
  });

  it('[S153] [L6] two clocks: times go to and fro, and the last plan says which habit makes them', () => {
    const of = told({
      left: 'id,email,note\n1,a@x.no,2024-07-05T10:00:00Z',
      right: 'id,email,note\nA,a@x.no,',
      sync: {
        mappings: [
          { left: 'email', right: 'email' },
          { left: 'note', right: 'note', cameBack: 'take' },
        ],
      },
      forms: { left: { local: 'Europe/Oslo' }, right: { local: 'Europe/Helsinki' } },
      rounds: 3,
    });
    expect(of.settled).toBeNull();
    expect(of.field('note')?.back).toBeGreaterThan(0);
    expect(of.field('note')?.stays).toEqual([{ why: 'form', by: 'local', count: 1 }]);
  });

  it('[S153] a record made without a key is made once more where its app changes what it was given', () => {
    const of = told({
      ...{ left: 'id,email,note\n1,,a long text', right: 'id,email,note\nA,,other' },
      sync: { matching: { method: 'none' } },
      ...{ forms: { right: { cut: 3 } }, rounds: 2 },
    });
    const [bred] = of.bred.filter(({ side }) => side === 'left');
    expect(bred).toMatchObject({ again: 0, back: 1, held: 1, records: [{ side: 'left', id: '1' }] });
    expect(of.bred.find(({ side }) => side === 'right')).toMatchObject({
      again: 1,
      records: [{ side: 'left', id: '1' }],
    });
  });

  it('leaves the records it was given as they were', () => {
    const of = told({ left: 'id,email,note\n1,a@x.no,x', right: 'id,email,note\nA,a@x.no,', rounds: 1 });
    const [plan] = of.ends.map((end) => end.plan.syncs[0]?.records.right);
    expect(plan === undefined ? null : textAt(plan.column('note'), 0)).toBe('');
  });

  it('[DE4] [S151] what is deleted is gone from its copy, is counted, and the others are told by their own names', () => {
    const seen = (id: string, note: string) => ({ email: `p${id}@x.no`, note });
    const link = (id: string) => ({
      ...{ sync: 's', left: id, right: `R${id}`, by: 'key' as const },
      values: { left: seen(id, `n${id}`), right: seen(id, `n${id}`) },
    });
    const result = told({
      ...{ kinds: { left: 'hubspot', right: 'salesforce' }, profile: 'salesforce' },
      sync: { deletes: { left: 'delete', right: 'report' } },
      left: 'id,email,note\n1,p1@x.no,n1\n2,p2@x.no,n2\n3,p3@x.no,n3\n4,p4@x.no,',
      right: 'id,email,note\nR2,p2@x.no,n2 and more\nR5,p5@x.no,n5',
      baseline: { links: ['1', '2', '3'].map(link) },
      complete: { left: true, right: true },
      // What is cut off comes back different: a record behind those that went is named.
      forms: { left: { cut: 8 } },
      rounds: 3,
    });
    expect(result.rounds[0]).toMatchObject({
      deletes: { left: 2, right: 0 },
      creates: { left: 1, right: 1 },
      updates: { left: 1, right: 0 },
    });
    expect(result.fields.map(({ left }) => left)).toEqual(['note']);
    expect(result.rounds.slice(1).map(({ deletes }) => deletes.left)).toEqual(
      result.rounds.slice(1).map(() => 0),
    );
    expect(result.cells('left').map((row) => row.split(',')[0])).toEqual(['2', '4', 'new-R5']);
    expect(result.bred).toEqual([]);
    for (const { records } of result.fields)
      for (const { left, right } of records) expect([left, right]).toEqual(['2', 'R2']);
  });

  it('[DE4] [S152] an app that refuses a delete is offered it again, and it does not settle', () => {
    const values = { email: 'p1@x.no', note: 'n1' };
    const result = told({
      ...{ kinds: { left: 'hubspot', right: 'salesforce' }, profile: 'salesforce' },
      sync: { deletes: { left: 'delete', right: 'report' } },
      left: 'id,email,note\n1,p1@x.no,n1',
      right: 'id,email,note\nR5,,n5',
      baseline: {
        links: [{ sync: 's', left: '1', right: 'R1', by: 'key', values: { left: values, right: values } }],
      },
      complete: { left: false, right: true },
      forms: { left: { refuse: 1 } },
      rounds: 2,
    });
    expect(result.settled).toBeNull();
    expect(result.rounds.map(({ deletes, refused }) => [deletes.left, refused >= 1])).toEqual([
      [1, true],
      [1, true],
      [1, true],
    ]);
  });
});
