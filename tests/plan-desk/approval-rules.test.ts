import { expect, test } from 'vitest';
import { UNWATCHED } from '../../workers/common/work.ts';
import { withChecksOf } from '../../workers/project/design-changes.ts';
import { design, LEFT, RIGHT, type Json } from '../cli/playground.ts';
import { ALL, allRows, AS_OF, bytesOf, DeskWorld, each, planned, value } from './desk-world.ts';

const rule = (id: string, decision: string, count: object): Json => ({
  id,
  name: `Rule ${id}`,
  decision,
  count: { sync: 'contacts', ...count },
});
const CREATES = rule('creates', 'approved', { outcomes: ['create'] });
const PHONES = rule('phones', 'held', { writes: [{ field: 'Phone Number' }] });
const BROKEN: Json = { id: 'none', name: 'Nothing is created', count: { outcomes: ['create'] } };

/** A desk on two files, its plan made: two creates and an update. `take` puts other members into the design, `redesign` plans too. */
async function deskWith(first: Json) {
  const world = await DeskWorld.open();
  const jsonOf = (members: Json) => JSON.parse(design([{}], members)) as SomeDesign;
  const tables = { contacts: each((side) => bytesOf(`${side}.csv`, side === 'left' ? LEFT : RIGHT)) };
  const context = await world.context({ design: jsonOf(first), tables });
  const desk = await world.desk(context);
  const head = await planned(desk);
  const take = async (members: Json, change: (json: SomeDesign) => void = () => undefined) => {
    const json = jsonOf(members);
    change(json);
    value(await desk.take(world.redesigned(context, json)));
  };
  const redesign = async (...given: Parameters<typeof take>) => {
    await take(...given);
    return planned(desk);
  };
  return { desk, head, take, redesign };
}

interface SomeDesign {
  readonly syncs: readonly { readonly mappings: Json[] }[];
}

type Desk = Awaited<ReturnType<typeof deskWith>>['desk'];

/** What is decided of each record that would be written, by its outcome, and by which rule. */
const decided = async (desk: Desk): Promise<unknown[]> =>
  (await allRows(desk, 'contacts'))
    .filter(({ decision }) => decision !== null)
    .map(({ outcome, decision, rule: by }) => [outcome, decision, by]);

const byRule = async (desk: Desk): Promise<number> =>
  value(await desk.approved(UNWATCHED)).rules.filter((rule) => rule !== null).length;

const approvedOf = async (desk: Desk): Promise<number> => value(await desk.approved(UNWATCHED)).lines.length;

const FIELD = { ...PHONES, of: 'writes' };
/** On the left and on the right. */
const PHONE = ['Phone Number', 'Phone'];
const ALL_APPROVED = rule('all', 'approved', {});

test('[S463] [S466] a rule of writes withholds them wherever it stands, and the rest of the record goes', async () => {
  const { desk, redesign } = await deskWith({ approval: [ALL_APPROVED] });
  const writesOf = async (): Promise<readonly (readonly (string | null)[])[]> =>
    value(await desk.approved(UNWATCHED)).lines.map(({ writes }) => writes.map(({ field }) => field));
  const whole = await writesOf();
  expect(whole.flat().filter((field) => PHONE.includes(field ?? ''))).toHaveLength(3);
  await redesign({ approval: [ALL_APPROVED, FIELD] });
  const part = whole.map((fields) => fields.filter((field) => !PHONE.includes(field ?? '')));
  expect(await writesOf()).toEqual(part.filter((fields) => fields.length > 0));
  const { rules } = value(await desk.approvalRules(UNWATCHED));
  expect(rules[1]).toEqual({ id: 'phones', fits: 3, decides: 3 });
});

test('[S464] what is withheld a person does not approve either, and nothing of it is handed over', async () => {
  const { desk } = await deskWith({ approval: [FIELD] });
  const rows = await allRows(desk, 'contacts');
  const subjects = rows.filter(({ decision }) => decision !== null).map(({ subject }) => subject);
  value(await desk.decide('contacts', { kind: 'subjects', subjects }, 'approved'));
  const { lines } = value(await desk.approved(UNWATCHED));
  expect(lines.length).toBeGreaterThan(0);
  expect(
    lines
      .flatMap(({ writes }) => writes.map(({ field }) => field))
      .filter((field) => PHONE.includes(field ?? '')),
  ).toEqual([]);
  const files = value(await desk.changeFiles('systems', true, UNWATCHED));
  for (const { blob } of files) expect(await blob.text()).not.toContain('Phone');
});

test('[S465] a create of which a key is withheld is held as a whole, and says by which rule', async () => {
  const mails = { ...rule('mails', 'held', { writes: [{ field: 'Email' }] }), of: 'writes' };
  const { desk } = await deskWith({ approval: [ALL_APPROVED, mails] });
  expect(await decided(desk)).toEqual([
    ['update', 'approved', 'Rule all'],
    ['create', 'held', 'Rule mails'],
    ['create', 'held', 'Rule mails'],
  ]);
  expect(await approvedOf(desk)).toBe(1);
});

test('[S405] the first rule that fits decides a record as a whole; what none fits waits for a person', async () => {
  const { desk, head, redesign } = await deskWith({ approval: [CREATES, PHONES] });
  expect(head.syncs[0]!.decisions).toEqual({ approved: 2, held: 1, rejected: 0, open: 0 });
  expect(await decided(desk)).toEqual([
    ['update', 'held', 'Rule phones'],
    ['create', 'approved', 'Rule creates'],
    ['create', 'approved', 'Rule creates'],
  ]);
  expect(await approvedOf(desk)).toBe(2);
  expect(value(await desk.approvalRules(UNWATCHED))).toEqual({
    broken: [],
    rules: [
      { id: 'creates', fits: 2, decides: 2 },
      { id: 'phones', fits: 3, decides: 1 },
    ],
  });
  await redesign({ approval: [PHONES, CREATES] });
  expect(await approvedOf(desk)).toBe(0);
  await redesign({ approval: [CREATES] });
  expect(value(await desk.view('contacts', ALL)).decisions).toMatchObject({ approved: 2, open: 1 });
});

test('[S406] what a person decides stands above every rule, and taken back the rule decides again', async () => {
  const { desk, redesign } = await deskWith({ approval: [CREATES] });
  const rows = await allRows(desk, 'contacts', { outcomes: ['create'] });
  const on = (at: number) => ({ kind: 'subjects', subjects: [rows[at]!.subject] }) as const;
  expect(await byRule(desk)).toBe(2);
  value(await desk.decide('contacts', on(0), 'rejected'));
  expect(await byRule(desk)).toBe(1);
  // What a rule approved is approved by a person too, and stays so without the rule.
  expect(value(await desk.decide('contacts', on(1), 'approved')).count).toBe(1);
  expect([await approvedOf(desk), await byRule(desk)]).toEqual([1, 0]);
  await redesign({ approval: [rule('all', 'held', {})] });
  expect(await decided(desk)).toEqual([
    ['update', 'held', 'Rule all'],
    ['create', 'rejected', null],
    ['create', 'approved', null],
  ]);
  value(await desk.decide('contacts', on(0), 'open'));
  expect((await decided(desk)) as unknown[]).toContainEqual(['create', 'held', 'Rule all']);
  expect(value(await desk.undoDecision('contacts', '2026-11-21')).syncs[0]!.decisions.rejected).toBe(1);
});

test('[S406] a record whose other writes a person rejected is asked again, whatever a rule approves', async () => {
  const { desk, redesign } = await deskWith({ approval: [] });
  value(await desk.view('contacts', ALL));
  value(await desk.decide('contacts', { kind: 'view' }, 'rejected'));
  const all = rule('all', 'approved', {});
  expect((await redesign({ approval: [all] })).syncs[0]!.decisions.rejected).toBe(3);
  const other = await redesign({ approval: [all] }, (json) => {
    for (const mapping of json.syncs[0]!.mappings)
      if (mapping['left'] === 'Phone Number') mapping['enabled'] = false;
  });
  expect(other.syncs[0]!.decisions).toEqual({ approved: 0, held: 0, rejected: 0, open: 3 });
});

test('[S407] while a check is broken no rule approves; holding goes on, and a check that holds again lets it', async () => {
  const { desk, redesign } = await deskWith({ approval: [CREATES, PHONES], checks: [BROKEN] });
  expect(value(await desk.view('contacts', ALL)).decisions).toEqual({
    approved: 0,
    held: 1,
    rejected: 0,
    open: 2,
  });
  expect(await approvedOf(desk)).toBe(0);
  expect(value(await desk.approvalRules(UNWATCHED))).toMatchObject({
    broken: [BROKEN['name']],
    rules: [{ fits: 2, decides: 0 }, { decides: 1 }],
  });
  await redesign({ approval: [CREATES, PHONES], checks: [{ ...BROKEN, allowed: { atMost: 2 } }] });
  expect(await approvedOf(desk)).toBe(2);
});

test('[S408] rules make no new plan; what leaves is what they approve, and says by which', async () => {
  const { desk, head, take, redesign } = await deskWith({});
  const next = await redesign({ approval: [CREATES] });
  expect([next.planKey, next.madeAt]).toEqual([head.planKey, head.madeAt]);
  expect(next.summary.designHash).toBe(head.summary.designHash);
  const files = value(await desk.changeFiles('systems', true, UNWATCHED));
  expect(files.filter(({ name }) => name.endsWith('.csv')).reduce((sum, { rows }) => sum + rows, 0)).toBe(2);
  const choices = value(await desk.planFiles(UNWATCHED)).find(({ name }) => name === 'choices.json')!;
  const { decisions } = JSON.parse(await choices.blob.text()) as { decisions: Json[] };
  expect(decisions.map(({ decision, rule: by }) => [decision, by])).toEqual([
    ['approved', 'creates'],
    ['approved', 'creates'],
  ]);
  // Taken but not planned again: what is asked then is asked of the rules as they are.
  await take({});
  expect(await approvedOf(desk)).toBe(0);
});

test('[S408] going back to the design of the kept plan keeps the rules', () => {
  const kept = JSON.stringify({ name: 'then', approval: [1], checks: [1] });
  expect(JSON.parse(withChecksOf(kept, { name: 'now', approval: [2] }))).toEqual({
    name: 'then',
    approval: [2],
  });
});

test('[S480] a person holds one write of one record: the rest of it goes, and undo and letting go bring it back', async () => {
  const { desk, head } = await deskWith({ approval: [ALL_APPROVED] });
  const rows = await allRows(desk, 'contacts');
  const { subject } = rows.find(({ outcome }) => outcome === 'update')!;
  const create = rows.find(({ outcome }) => outcome === 'create')!.subject;
  const writes = async (): Promise<readonly (string | null)[]> =>
    value(await desk.approved(UNWATCHED)).lines.flatMap((line) =>
      line.outcome === 'update' ? line.writes.map(({ field }) => field) : [],
    );
  const whole = await writes();
  const { fields, line } = value(await desk.subject('contacts', subject));
  const { left: field, right, write } = fields.find((one) => one.write !== null)!;
  const held = write!.side === 'left' ? field : right;
  expect(whole).toContain(held);
  const choose = (on: number, is: boolean) =>
    desk.choose('contacts', { kind: 'hold', subject: on, field, held: is }, AS_OF);
  const after = value(await choose(subject, true));
  expect(after.syncs[0]!.subjects).toEqual(head.syncs[0]!.subjects);
  const shown = value(await desk.subject('contacts', subject));
  expect(shown.line.writes).toEqual(line.writes);
  expect(shown.fields.find(({ left }) => left === field)).toMatchObject({
    chosen: null,
    withheld: { rule: null, decision: 'held' },
  });
  const part = whole.filter((name) => name !== held);
  expect(part.length).toBe(whole.length - 1);
  expect(await writes()).toEqual(part);
  value(await desk.undoDecision('contacts', AS_OF));
  expect(await writes()).toEqual(whole);
  value(await desk.redoDecision('contacts', AS_OF));
  expect(await writes()).toEqual(part);
  value(await choose(subject, false));
  expect(await writes()).toEqual(whole);
  expect((await choose(create, true)).ok).toBe(false);
});

test('[S480] without any rule too, and a choice on its conflicts is not in its way', async () => {
  const { desk } = await deskWith({});
  const rows = await allRows(desk, 'contacts');
  const { subject } = rows.find(({ outcome }) => outcome === 'update')!;
  value(await desk.decide('contacts', { kind: 'subjects', subjects: [subject] }, 'approved'));
  const whole = value(await desk.approved(UNWATCHED)).lines[0]!.writes;
  const { fields } = value(await desk.subject('contacts', subject));
  const held = fields.filter(({ write }) => write !== null);
  expect(held.length).toBe(whole.length);
  for (const { left } of held) {
    expect(value(await desk.approved(UNWATCHED)).lines).toHaveLength(1);
    value(await desk.choose('contacts', { kind: 'hold', subject, field: left, held: true }, AS_OF));
  }
  // S481: nothing is left.
  expect(value(await desk.approved(UNWATCHED)).lines).toEqual([]);
  expect((await decided(desk))[0]).toEqual(['update', 'held', null]);
  const all = { kind: 'open-conflicts', target: { kind: 'subjects', subjects: [subject] } } as const;
  value(await desk.choose('contacts', { ...all, take: 'machine' }, AS_OF));
  expect(value(await desk.approved(UNWATCHED)).lines).toEqual([]);
});
