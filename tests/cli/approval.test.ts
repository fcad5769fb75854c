import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { misfits } from '../formats/json-schema.ts';
import { FILES, playground, schemaOf, type Json } from './playground.ts';

const CREATES: Json = {
  id: 'creates',
  name: 'Creates',
  decision: 'approved',
  count: { sync: 'contacts', outcomes: ['create'] },
};
const ALL: Json = { id: 'all', name: 'The rest', decision: 'approved', count: {} };
const HELD: Json = {
  id: 'phones',
  name: 'Phones\nwait',
  decision: 'held',
  count: { sync: 'contacts', writes: [{ field: 'Phone Number' }] },
};
const NONE: Json = {
  id: 'none',
  name: 'Nothing is created',
  count: { sync: 'contacts', outcomes: ['create'] },
};

interface Line {
  readonly sync: string;
  readonly outcome: string;
  readonly left: { readonly id: string } | null;
  readonly right: { readonly id: string } | null;
  readonly writes: readonly Json[];
}

/** Plans with change files; what was printed, and rows of every change file by its name. */
async function changes(members: Json, choices: ((lines: readonly Line[]) => Json) | null = null) {
  const own = playground([{}], members);
  expect(misfits(schemaOf('design'), JSON.parse(own.read('d.json')))).toEqual([]);
  const call = async (...more: string[]) =>
    own.call('plan', '@d.json', ...FILES, '--out', '@o', '--changes', 'systems', ...more);
  if (choices !== null) {
    await call();
    const lines = own.read('o/plan.jsonl').trimEnd().split('\n');
    const json = choices(lines.map((line) => JSON.parse(line) as Line));
    expect(misfits(schemaOf('choices'), json)).toEqual([]);
    own.write({ 'choices.json': JSON.stringify(json) });
  }
  const said = await call(...(choices === null ? [] : ['--choices', '@choices.json']));
  const rows = Object.fromEntries(
    own.names('o', '.csv').map((name) => [name, own.read(`o/${name}`).trimEnd().split('\n').length - 1]),
  );
  const text = own
    .names('o', '.csv')
    .map((name) => own.read(`o/${name}`))
    .join('\n');
  return { ...said, rows, text, baseline: own.read('o/baseline.jsonl') };
}

test('[S405] the command line writes what rules approve, the first that fits deciding, and says what each comes to', async () => {
  const all = await changes({});
  expect(all.out).not.toContain('Rules of approval');
  const ruled = await changes({ approval: [CREATES, HELD, ALL] });
  expect(ruled.out).toMatch(
    /\nRules of approval\n {2}Approve {2}Creates +decides 2 of 2 that fit\n {2}Hold {2}Phones wait +decides 1 of 3 that fit\n {2}Approve {2}The rest +decides 0 of 3 that fit\n/,
  );
  expect(Object.keys(ruled.rows).every((name) => name.includes('creates'))).toBe(true);
  expect(Object.keys(all.rows).some((name) => name.includes('updates'))).toBe(true);
  expect((await changes({ approval: [HELD, ALL] })).rows).toEqual({});
  expect((await changes({ approval: [ALL, HELD] })).rows).toEqual(all.rows);
});

/** What a person says of these lines, in `choices.json`. */
const said = (of: readonly Line[], decision: string, members: Json = {}): Json[] =>
  of.map(({ sync, left, right, writes }) => ({
    sync,
    left: left?.id ?? null,
    right: right?.id ?? null,
    decision,
    writes: createHash('sha256').update(JSON.stringify(writes)).digest('hex'),
    at: '2026-11-21T10:00:00Z',
    ...members,
  }));
const file = (decisions: readonly Json[]): Json => ({
  format: 'drysync/choices@1',
  planHash: null,
  decisions,
});
const creates = (lines: readonly Line[]): Line[] => lines.filter(({ outcome }) => outcome === 'create');
const updates = (lines: readonly Line[]): Line[] => lines.filter(({ outcome }) => outcome === 'update');
const UPDATES = { 'left-updates.csv': 1, 'right-updates.csv': 1 };
const CREATED = { 'left-creates.csv': 1, 'right-creates.csv': 1 };

test('[S406] a person of --choices stands above the rules, and what was refused with other writes waits', async () => {
  const rules = { approval: [{ ...CREATES, decision: 'held' }, ALL] };
  expect((await changes(rules)).rows).toEqual(UPDATES);
  const own = await changes(rules, (lines) =>
    file([...said(creates(lines), 'approved'), ...said(updates(lines), 'rejected')]),
  );
  expect(own.rows).toEqual(CREATED);
  const other = { writes: '0'.repeat(64) };
  const of = async (decision: string) =>
    (await changes(rules, (lines) => file(said(updates(lines), decision, other)))).rows;
  expect(await of('approved')).toEqual(UPDATES);
  expect(await of('held')).toEqual({});
});

test('[S408] what a file says a rule decided is decided anew by the rules as they stand', async () => {
  const byRule = (lines: readonly Line[]): Json => file(said(lines, 'approved', { rule: 'all' }));
  expect((await changes({ approval: [CREATES] }, byRule)).rows).toEqual(CREATED);
  const refused = (lines: readonly Line[]): Json => file(said(lines, 'rejected', { rule: 'all' }));
  const all = await changes({ approval: [ALL] }, refused);
  expect(all.rows).toEqual({ ...CREATED, ...UPDATES });
});

test('[S407] while a check is broken no rule of the command line approves', async () => {
  const { rows, out, exit } = await changes({ approval: [CREATES, ALL], checks: [NONE] });
  expect([rows, exit]).toEqual([{}, 4]);
  expect(out).toContain('No rule approves anything while a check is broken: “Nothing is created”.');
  const shown = await changes({ approval: [CREATES], checks: [{ ...NONE, blocks: false }] });
  expect(shown.rows).toEqual(CREATED);
});

test('[S408] rules are no part of planKey or designHash', async () => {
  const of = async (members: Json): Promise<unknown> => {
    const { out } = await playground([{}], members).call('plan', '@d.json', ...FILES, '--json');
    const { planKey, designHash, planHash } = JSON.parse(out) as Json;
    return [planKey, designHash, planHash];
  };
  expect(await of({ approval: [HELD, ALL] })).toEqual(await of({}));
});

test('[S463] [S466] the command line writes what is left of a record, and says of how many a change is withheld', async () => {
  const all = await changes({ approval: [ALL] });
  const own = await changes({ approval: [ALL, { ...HELD, of: 'writes' }] });
  expect(own.out).toMatch(/\n {2}Hold {2}Phones wait +withholds changes of 3 records\n/);
  // Of the pair nothing is left on the left.
  expect(own.rows).toEqual(
    Object.fromEntries(Object.entries(all.rows).filter(([name]) => name !== 'left-updates.csv')),
  );
  // Neither written nor handed over: the next plan offers it again.
  expect([all.text.includes('Phone'), own.text.includes('Phone')]).toEqual([true, false]);
  const handed = (baseline: string): readonly string[] =>
    [...baseline.matchAll(/"(Phone|Phone Number)":\{"from"/g)].map(([, field]) => field!);
  expect(handed(all.baseline)).toHaveLength(3);
  expect(handed(own.baseline)).toEqual([]);
});

test('[S480] the command line writes what is left of a record of which a person holds a write, with rules and without', async () => {
  const hold = {
    sync: 'contacts',
    left: '1001',
    right: '003AA',
    field: 'Phone Number',
    take: 'hold',
    at: '',
  };
  const held = (on: readonly [string, string]) => (lines: readonly Line[]) => ({
    ...file(said(lines, 'approved')),
    choices: [{ ...hold, on }],
  });
  const seen = ['', '+47 900 00 000'] as const;
  for (const rules of [{}, { approval: [ALL] }]) {
    expect((await changes(rules, held(seen))).rows).toEqual({ ...CREATED, 'right-updates.csv': 1 });
    // Another number came meanwhile: it is asked again.
    expect((await changes(rules, held(['', '+47 900 00 001']))).rows).toEqual({ ...CREATED, ...UPDATES });
  }
});
