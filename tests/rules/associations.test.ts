import { expect, it } from 'vitest';
import { tell } from './story.ts';

/** Contacts whose parents are contacts: `boss` names the id of one. */
const BOSSES = { to: 's', left: { field: 'boss' }, right: { field: 'boss' } };

const sync = (more: object = {}): Record<string, unknown> => ({ associations: [{ ...BOSSES, ...more }] });

const HEAD = 'id,email,phone,boss\n';

it('[S95] an association is a mapping after those of the design: it wins, fills and has a baseline', async () => {
  const { lines, summary } = await tell({
    left: `${HEAD}1,a@x.no,,2\n2,b@x.no,,\n3,c@x.no,,1\n`,
    right: `${HEAD}A,a@x.no,,C\nB,b@x.no,,A\nC,c@x.no,,A\n`,
    links: [
      { sync: 's', left: '3', right: 'C', by: 'key', values: { left: { boss: '1' }, right: { boss: 'B' } } },
    ],
    sync: sync(),
  });
  const [one, two, three] = lines.map(({ writes }) => writes);
  expect(one).toEqual([{ side: 'right', field: 'boss', from: 'C', to: 'B', because: 'winner' }]);
  expect(two).toEqual([{ side: 'left', field: 'boss', from: '', to: '1', because: 'fill-blank' }]);
  expect(three).toEqual([]);
  expect(
    summary.counts['s']?.fields.map(({ left, fills, overwrites, same }) => [left, fills, overwrites, same]),
  ).toEqual([
    ['phone', 0, 0, 3],
    ['boss', 1, 1, 1],
  ]);
});

it('[S95] a person may take the other parent, by the left field of the association', async () => {
  const { lines } = await tell({
    left: `${HEAD}1,a@x.no,,2\n2,b@x.no,,\n`,
    right: `${HEAD}A,a@x.no,,A\nB,b@x.no,,\n`,
    choices: {
      choices: [
        { sync: 's', left: '1', right: 'A', field: 'boss', on: ['2', 'A'], take: 'right', at: '2026-01-01' },
      ],
    },
    sync: sync(),
  });
  expect(lines[0]?.writes).toEqual([{ side: 'left', field: 'boss', from: '2', to: '1', because: 'person' }]);
});

it('[S95] a linked parent that is in no file is there by its id, on both sides', async () => {
  const { lines } = await tell({
    left: `${HEAD}1,a@x.no,,9\n2,b@x.no,,7\n`,
    right: `${HEAD}A,a@x.no,,\nB,b@x.no,,Y\nZ,z@x.no,,\n`,
    links: [
      { sync: 's', left: '9', right: 'Z', by: 'key', values: { left: {}, right: {} } },
      { sync: 's', left: '7', right: 'Y', by: 'key', values: { left: {}, right: {} } },
    ],
    sync: sync({ required: true }),
  });
  expect(lines.map(({ outcome, writes }) => [outcome, writes.map(({ to }) => to)])).toEqual([
    ['update', ['Z']],
    ['failing', []],
    ['excluded', []],
  ]);
});

it('[S95] several ids in a cell are one name, unless only the primary one counts', async () => {
  const left = `${HEAD}1,a@x.no,,2; 1\n2,b@x.no,,\n`;
  const right = `${HEAD}A,a@x.no,,\nB,b@x.no,,\n`;
  const whole = await tell({ left, right, sync: sync() });
  expect(whole.lines[0]?.reasons).toEqual([
    { code: 'parent-missing', side: 'right', field: 'boss', value: '2; 1', ids: ['2; 1'] },
  ]);
  const primary = await tell({
    left,
    right,
    sync: sync({ left: { field: 'boss', primaryOnly: true } }),
  });
  expect(primary.lines[0]?.writes.map(({ to }) => to)).toEqual(['B']);
});

it('[AS6] a pair that takes no part lacks no parent, and one that fails lists it beside the other causes', async () => {
  const { lines } = await tell({
    left: `${HEAD}1,a@x.no,long phone,9\n2,b,,9\n`,
    right: `${HEAD}A,a@x.no,,\n`,
    schema: { right: { phone: { type: 'text', maxLength: 3 } } },
    sync: { ...sync(), requireValidEmail: { left: 'email', right: null }, direction: 'left-to-right' },
  });
  expect(lines.map(({ outcome, reasons }) => [outcome, reasons.map(({ code }) => code)])).toEqual([
    ['failing', ['too-long', 'parent-missing']],
    ['excluded', ['no-valid-email']],
  ]);
});

it('[S98] what a person takes does not flow out of a missing parent either', async () => {
  const { lines, summary } = await tell({
    left: `${HEAD}1,a@x.no,,9\n2,b@x.no,,\n`,
    right: `${HEAD}A,a@x.no,,B\nB,b@x.no,,\n`,
    choices: {
      choices: [
        { sync: 's', left: '1', right: 'A', field: 'boss', on: ['9', 'B'], take: 'left', at: '2026-01-01' },
      ],
    },
    sync: { ...sync(), winner: 'right' },
  });
  expect(lines[0]?.writes).toEqual([]);
  expect(lines[0]?.conflicts).toEqual([]);
  expect(summary.counts['s']?.reasons).toEqual({ 'parent-missing': 1 });
});

it('[AS5] custom objects keep no associations under Data Sync: they are planned without, and said to be set by hand', async () => {
  const keys = [{ fields: [{ left: 'email', right: 'email' }] }];
  const { lines, summary } = await tell({
    left: `${HEAD}1,a@x.no,,2\n2,b@x.no,,\n`,
    right: `${HEAD}A,a@x.no,,C\nB,b@x.no,,A\n`,
    sync: { ...sync({ required: true }), kind: 'custom', matching: { method: 'keys', keys } },
  });
  expect(lines.map(({ outcome, reasons }) => [outcome, reasons])).toEqual([
    ['in-sync', []],
    ['in-sync', []],
  ]);
  expect(summary.counts['s']?.fields.map(({ left }) => left)).toEqual(['phone']);
  expect(summary.warnings.filter(({ code }) => code === 'by-hand')).toMatchObject([
    { code: 'by-hand', sync: 's', field: 'boss', count: 3 },
  ]);
});

it('[AS5] [S144] under the profile salesforce a lookup of a custom object is kept, and goes by the default rule', async () => {
  const keys = [{ fields: [{ left: 'email', right: 'email' }] }];
  const { lines, summary } = await tell({
    profile: 'salesforce',
    left: `${HEAD}1,a@x.no,,2\n2,b@x.no,,1\n`,
    right: `${HEAD}A,a@x.no,,A\nB,b@x.no,,\n`,
    sync: {
      ...sync(),
      kind: 'custom',
      matching: { method: 'keys', keys, reference: { left: 'email', right: 'email' } },
    },
  });
  expect(lines.map(({ writes }) => writes)).toEqual([
    [{ side: 'left', field: 'boss', from: '2', to: '1', because: 'winner' }],
    [{ side: 'right', field: 'boss', from: '', to: 'A', because: 'fill-blank' }],
  ]);
  expect(lines[0]?.conflicts).toMatchObject([{ decidedBy: 'prefer-unless-blank', winner: 'right' }]);
  expect(summary.warnings.filter(({ code }) => code === 'by-hand')).toEqual([]);
});
