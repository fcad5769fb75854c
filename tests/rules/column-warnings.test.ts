import { describe, expect, it } from 'vitest';
import { playground } from '../cli/playground.ts';

/** The warnings of a plan of two files of `Id,Key,Value`, and its outcomes. */
async function plannedOf(left: readonly string[], right: readonly string[], schema: object | null = null) {
  const own = playground([
    {
      id: 's',
      kind: 'custom',
      left: { object: 'l', idField: 'Id' },
      right: { object: 'r', idField: 'Id' },
      requireValidEmail: null,
      matching: { method: 'keys', keys: [{ fields: [{ left: 'Key', right: 'Key', normalize: ['text'] }] }] },
      mappings: [{ left: 'Value', right: 'Value' }],
      schema: { left: null, right: schema },
    },
  ]);
  own.write({
    'l.csv': ['Id,Key,Value', ...left].join('\n'),
    'r.csv': ['Id,Key,Value', ...right].join('\n'),
  });
  const { exit, out } = await own.call(
    'plan',
    '@d.json',
    '--left',
    '@l.csv',
    '--right',
    '@r.csv',
    '--out',
    '@o',
  );
  expect([0, 4]).toContain(exit);
  const { warnings } = JSON.parse(own.read('o/summary.json')) as {
    warnings: { code: string; count: number; message: string }[];
  };
  const outcomes = own
    .read('o/plan.jsonl')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { outcome: string }).outcome);
  const ofColumns = warnings.filter(({ code }) =>
    /^(?:damaged-ids|lost-zeros|decimal|date-order|not-of)/.test(code),
  );
  for (const { message } of ofColumns) expect(out).toContain(message);
  return { warnings: ofColumns, outcomes };
}

const rows = (values: readonly string[], key = (i: number) => `k${String(i)}`): string[] =>
  values.map((value, i) => `${String(i)},${key(i)},"${value}"`);

describe('[RD12] numbers that can be read two ways compare as text until their sign is declared', () => {
  const plain = rows(['1234', '2500', '900']);
  it.each([
    ['dots', ['1.234', '2.500', '900']],
    ['commas', ['1,234', '2,500', '900']],
    ['a minus', ['-1.234', '12.500', '7']],
  ])('%s: warned of', async (_, values) => {
    const { warnings, outcomes } = await plannedOf(plain, rows(values));
    expect(warnings).toEqual([
      { code: 'decimal-unknown', count: 3, message: expect.stringContaining('two ways') as string },
    ]);
    expect(warnings[0]!.message).toContain(values[0]);
    expect(outcomes[0]).toBe('update');
  });

  it.each([
    ['thousands twice', ['1,234,567', '2,500', '900']],
    ['a fraction of two digits', ['1.25', '2.500', '900']],
    ['a nought before the dot', ['0.125', '2.500', '900']],
    ['no sign at all', ['1234', '2500', '900']],
  ])('%s: told, so a number', async (_, values) => {
    expect((await plannedOf(plain, rows(values))).warnings).toEqual([]);
  });

  it.each([
    ['a comma', ['1.234', '2.500', '900'], 'With a comma 2 linked pairs agree, of 2'],
    ['a dot', ['1,234', '2,500', '900'], 'With a dot 2 linked pairs agree, of 2'],
    [
      'a comma in most',
      ['1.234', '2.501', '900', '7.000', '8.100'],
      'With a comma 3 linked pairs agree, of 4',
    ],
  ])('the warning says that linked pairs agree with %s', async (_, values, words) => {
    const left = rows(['1234', '2500', '900', '7000', '8100']);
    const { warnings } = await plannedOf(left, rows(values));
    expect(warnings.map(({ message }) => message).join()).toContain(words);
  });

  it.each([
    ['no pair agrees', rows(['1.235', '2.501', '900'])],
    ['no records are linked', rows(['1.234', '2.500', '900'], (i) => `x${String(i)}`)],
    ['one pair agrees', rows(['1.234', '2.501', '900'])],
  ])('the warning says nothing of pairs where %s', async (_, values) => {
    const { warnings } = await plannedOf(rows(['1234', '2500', '900']), values);
    expect(warnings.map(({ message }) => message).join()).toMatch(/declare its decimal sign\.$/);
  });

  it('a declared sign is taken at its word', async () => {
    const schema = { fields: [{ name: 'Value', type: 'number', decimal: ',' }] };
    const { warnings, outcomes } = await plannedOf(plain, rows(['1.234', '2.500', '900']), schema);
    expect(warnings).toEqual([]);
    expect(outcomes).toEqual(['in-sync', 'in-sync', 'in-sync']);
  });

  it('words on the other side ask for no sign', async () => {
    const { warnings } = await plannedOf(rows(['big', 'small', 'none yet']), rows(['1.234', '2.500', '900']));
    expect(warnings).toEqual([]);
  });

  it('dates without an order are warned of as well, and cells that are none', async () => {
    const iso = rows(['2024-03-04', '2024-05-06', '2024-07-08', '2024-01-02']);
    const open = await plannedOf(iso, rows(['03/04/2024', '05/06/2024', '07/08/2024', '01/02/2024']));
    expect(open.warnings).toMatchObject([{ code: 'date-order-unknown', count: 4 }]);
    const odd = await plannedOf(iso, rows(['13/04/2024', '05/06/2024', '30/02/2024', '01/02/2024']));
    expect(odd.warnings).toMatchObject([{ code: 'not-of-type', count: 1 }]);
    expect(odd.warnings[0]!.message).toContain('30/02/2024');
  });
});

describe('[RD10] a key that lost its leading zeros against the other side, and damaged ids, are named', () => {
  const values = ['a', 'b', 'c'];
  it.each([
    ['000124', '124', 1],
    ['0150', '150', 1],
    ['007', '7', 1],
  ])('%s and %s', async (padded, bare, count) => {
    const { warnings } = await plannedOf(
      rows(values, (i) => (i === 0 ? padded : `1${String(i)}9`)),
      rows(values, (i) => (i === 0 ? bare : `1${String(i)}9`)),
    );
    expect(warnings).toMatchObject([{ code: 'lost-zeros', count }]);
    expect(warnings[0]!.message).toContain(`(${bare}, ${padded})`);
  });

  it('not where zeros are on both sides, or no value is the same but for them', async () => {
    const same = rows(values, (i) => `00${String(i + 1)}`);
    expect((await plannedOf(same, same)).warnings).toEqual([]);
    expect(
      (
        await plannedOf(
          same,
          rows(values, (i) => `8${String(i)}`),
        )
      ).warnings,
    ).toEqual([]);
  });

  it('ids in scientific form', async () => {
    const damaged = ['1.23457E+14,k0,a', '2.23457E+14,k1,b'];
    const { warnings } = await plannedOf(damaged, rows(values));
    expect(warnings).toMatchObject([{ code: 'damaged-ids', count: 2 }]);
  });
});
