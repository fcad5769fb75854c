import { readFileSync } from 'node:fs';
import { UNWATCHED } from '../../workers/common/work.ts';
import { expect, test } from 'vitest';
import { design, LEFT, playground, RIGHT, type Json } from '../cli/playground.ts';
import { EXPORT_HEADERS, exportCsv } from '../generators/exports.ts';
import { ALL, AS_OF, allRows, bytesOf, DeskWorld, each, planned, value, type Files } from './desk-world.ts';
import type { OutFile } from '../../src/lib/conversation/index.ts';

const ROWS = 400;
const SEED = 20_260_302;

const EXPORTS: Json = {
  left: { object: 'contacts', idField: 'Record ID', modifiedField: 'Last Modified Date' },
  right: { object: 'Contact', idField: 'Id', modifiedField: 'LastModifiedDate' },
  mappings: EXPORT_HEADERS.left.slice(1, 11).map((left, at) => ({
    left,
    right: EXPORT_HEADERS.right[at + 1]!,
    conflict: at === 5 ? 'ask' : 'winner',
  })),
};

const texts = async (files: readonly OutFile[]): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(files.map(async ({ name, blob }) => [name, await blob.text()] as const)),
  );

test.each([
  ['the playground', LEFT, RIGHT, {}],
  [
    'generated exports',
    [...exportCsv('left', ROWS, SEED)].join(''),
    [...exportCsv('right', ROWS, SEED)].join(''),
    EXPORTS,
  ],
])(
  '[MA16] the command line makes the same plan and change files of the same files and choices: %s',
  async (_, left, right, sync) => {
    const json = design([sync]);
    const given: Files = {
      design: JSON.parse(json) as unknown,
      tables: {
        contacts: each((side) =>
          bytesOf(`${side === 'left' ? 'l' : 'r'}.csv`, side === 'left' ? left : right),
        ),
      },
    };
    const world = await DeskWorld.open();
    const desk = await world.desk(await world.context(given));
    await planned(desk);
    const open = await allRows(desk, 'contacts', { outcomes: ['conflict'] });
    for (const { subject } of open.slice(0, 2)) {
      value(await desk.choose('contacts', { kind: 'conflict', subject, field: null, take: 'right' }, AS_OF));
    }
    const rows = await allRows(desk, 'contacts');
    const pair = rows.filter(({ left: l, right: r }) => l !== null && r !== null).at(-1)!;
    const verdict = {
      kind: 'link',
      left: pair.left!.id,
      right: pair.right!.id,
      verdict: 'different',
    } as const;
    value(await desk.choose('contacts', verdict, AS_OF));
    value(await desk.view('contacts', { ...ALL, outcomes: ['update', 'create'] }));
    value(await desk.decide('contacts', { kind: 'view' }, 'approved'));
    const [held] = await allRows(desk, 'contacts', { scope: 'written' });
    value(await desk.decide('contacts', { kind: 'subjects', subjects: [held!.subject] }, 'held'));

    const looked = await texts(value(await desk.planFiles(UNWATCHED)));
    value(await desk.changeFiles('systems', true, UNWATCHED));
    const folder = await texts(value(await desk.planFiles(UNWATCHED)));
    // BL1: only what went into a change file is handed over.
    expect(looked['baseline.jsonl']).not.toContain('"sent"');
    expect(Object.keys(folder).sort()).toEqual([
      'baseline.jsonl',
      'choices.json',
      'plan.jsonl',
      'summary.json',
    ]);
    const own = playground();
    own.write({ 'd.json': json, 'l.csv': left, 'r.csv': right, 'choices.json': folder['choices.json']! });
    const call = [
      'plan',
      '@d.json',
      '--left',
      '@l.csv',
      '--right',
      '@r.csv',
      '--as-of',
      AS_OF,
      '--choices',
      '@choices.json',
    ];
    for (const kind of ['systems', 'spreadsheets', 'xlsx'] as const) {
      const answer = await own.call(...call, '--out', `@${kind}`, '--changes', kind);
      expect([0, 4]).toContain(answer.exit);
      for (const name of ['plan.jsonl', 'baseline.jsonl', 'summary.json']) {
        expect(own.read(`${kind}/${name}`)).toBe(folder[name]);
      }
      const changes = value(await desk.changeFiles(kind, true, UNWATCHED));
      expect(changes.length).toBeGreaterThan(0);
      expect(changes.map(({ name }) => name).sort()).toEqual(
        own.names(kind, kind === 'xlsx' ? '.xlsx' : '.csv'),
      );
      for (const { name, blob, rows: count } of changes) {
        const bytes = Buffer.from(await blob.arrayBuffer());
        expect(bytes.equals(readFileSync(own.path(`${kind}/${name}`)))).toBe(true);
        if (kind !== 'xlsx') expect(bytes.toString('utf8').split('\r\n').length - 2).toBe(count);
      }
    }
    await own.call(...call, '--out', '@looked');
    expect(own.read('looked/baseline.jsonl')).toBe(looked['baseline.jsonl']);
    const all = await own.call(...call.slice(0, -2), '--out', '@all', '--changes', 'systems');
    expect([0, 4]).toContain(all.exit);
  },
);

test('without approvals there are no rows; all of them on request, each write a cell or listed as left out', async () => {
  const world = await DeskWorld.open();
  const given: Files = {
    design: JSON.parse(design()) as unknown,
    tables: { contacts: each((side) => bytesOf(`${side}.csv`, side === 'left' ? LEFT : RIGHT)) },
  };
  const desk = await world.desk(await world.context(given));
  const head = await planned(desk);
  expect(value(await desk.changeFiles('systems', true, UNWATCHED))).toEqual([]);
  const files = value(await desk.changeFiles('systems', false, UNWATCHED));
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const { writes } = head.summary.counts['contacts']!;
  expect(rows).toBe(writes.left.create + writes.left.update + writes.right.create + writes.right.update);
});
