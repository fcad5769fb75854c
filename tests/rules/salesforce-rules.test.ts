import { describe, expect, test } from 'vitest';
import type { FieldWrite, Side } from '../../src/lib/engine/index.ts';
import { otherSide } from '../../src/lib/engine/show.ts';
import { CELLS, RULES, type Fields } from './salesforce-table.ts';
import { lineOf, tell, type Told } from './story.ts';

interface Asked extends Fields {
  readonly rule: string | null;
  readonly direction?: 'both' | 'into-hubspot' | 'into-salesforce';
  readonly mapping?: Readonly<Record<string, unknown>>;
  readonly choices?: Readonly<Record<string, unknown>>;
  readonly schema?: Readonly<Record<string, unknown>>;
  /** What was handed over to HubSpot before. */
  readonly sent?: Readonly<Record<string, unknown>>;
}

/** Plans one pair with Salesforce on `side`; `said` names the apps instead of the sides, so that both orders say the same. */
async function plan(side: Side, { rule, direction = 'both', mapping = {}, ...asked }: Asked) {
  const there = { hubspot: otherSide(side), salesforce: side } as const;
  const texts = { [there.hubspot]: asked.hubspot, [there.salesforce]: asked.salesforce } as Record<
    Side,
    string
  >;
  const now = (one: Side): string => texts[one].split('|')[0]!;
  const then = (one: Side): string | undefined => texts[one].split('|')[1];
  const day = (one: Side): string =>
    asked.newer !== undefined && there[asked.newer] === one ? '2026-02-02' : '2026-01-01';
  const file = (one: Side): string =>
    `id,email,field,modified\n${one === side ? '003xx0000012345AAA' : '1001'},a@b.no,${now(one)},${asked.newer === undefined ? '' : day(one)}\n`;
  const kinds = { [there.hubspot]: 'hubspot', [there.salesforce]: 'salesforce' } as Record<Side, string>;
  const ids = { [there.hubspot]: '1001', [there.salesforce]: '003xx0000012345AAA' } as Record<Side, string>;
  const into = { both: 'both', 'into-hubspot': there.hubspot, 'into-salesforce': there.salesforce }[
    direction
  ];
  const way = into === 'both' ? 'both' : into === 'left' ? 'right-to-left' : 'left-to-right';
  const known = then('left') !== undefined && then('right') !== undefined;
  const values = { left: { field: then('left') ?? '' }, right: { field: then('right') ?? '' } };
  const sent = asked.sent === undefined ? {} : { sent: { [there.hubspot]: { field: asked.sent } } };
  const told = await tell({
    left: file('left'),
    right: file('right'),
    apps: { left: kinds.left, right: kinds.right },
    profile: 'salesforce',
    sync: {
      left: { object: 'contacts', idField: 'id', modifiedField: 'modified' },
      right: { object: 'Contact', idField: 'id', modifiedField: 'modified' },
      direction: way,
      // Neither counts under this profile.
      winner: there.hubspot,
      blanks: { fillWinner: false, propagateClears: 'never' },
      mappings: [
        {
          left: 'field',
          right: 'field',
          conflict: 'ask',
          ...(rule === null ? {} : { sfRule: rule }),
          ...mapping,
        },
      ],
    },
    ...(known
      ? { links: [{ sync: 's', left: ids.left, right: ids.right, by: 'key', values, ...sent }] }
      : {}),
    ...(asked.choices === undefined ? {} : { choices: asked.choices }),
  });
  return { told, said: said(told, ids.left, there) };
}

function said(told: Told, id: string, there: Readonly<Record<'hubspot' | 'salesforce', Side>>): string {
  const { writes, conflicts } = lineOf(told, id);
  const app = (side: Side): string => (side === there.salesforce ? 'Salesforce' : 'HubSpot');
  const written = (one: FieldWrite): string =>
    `${app(one.side)} := ${one.to === '' ? '·' : String(one.to)} (${one.because.replace(/^(left|right)-/, '')})`;
  const listed = conflicts.map(({ decidedBy, winner }) =>
    decidedBy === null ? 'asked' : `conflict by ${decidedBy}${winner === null ? '' : `, ${app(winner)}`}`,
  );
  return [...writes.map(written), ...listed].join('; ') || 'nothing';
}

const ORDERS: readonly Side[] = ['right', 'left'];

describe.each(ORDERS)('the table, Salesforce on the %s', (side) => {
  test.each(CELLS)('[%s] %s', async (id, _column, fields, expected) => {
    expect((await plan(side, { ...fields, rule: RULES[id]! })).said).toBe(expected);
  });

  test.each([
    [
      '[SF1] is the default',
      { rule: null, hubspot: 'h', salesforce: 's' },
      'HubSpot := s (winner); conflict by prefer-unless-blank, Salesforce',
    ],
    [
      '[SF1] a change in HubSpot gives way too, listed',
      { rule: null, hubspot: 'h|v', salesforce: 'v|v' },
      'HubSpot := v (winner); conflict by prefer-unless-blank, Salesforce',
    ],
    [
      '[SF1] what HubSpot held when they were in sync gives way without a conflict',
      { rule: null, hubspot: 'v|v', salesforce: 's|v' },
      'HubSpot := s (winner)',
    ],
    [
      '[SF1] a blank in Salesforce that was no value is filled',
      { rule: null, hubspot: 'h|v', salesforce: '|' },
      'Salesforce := h (fill-blank)',
    ],
    [
      '[SF1] deleted there, new here: the new value flows',
      { rule: null, hubspot: 'h|v', salesforce: '|v' },
      'Salesforce := h (fill-blank)',
    ],
    [
      '[SF1] without a baseline nothing is deleted',
      { rule: null, hubspot: 'v', salesforce: '' },
      'Salesforce := v (fill-blank)',
    ],
    [
      '[SF2] deleted there, new here: HubSpot is cleared, listed',
      { rule: 'always', hubspot: 'h|v', salesforce: '|v' },
      'HubSpot := · (cleared); conflict by always, Salesforce',
    ],
    [
      '[SF2] a blank that was no value clears nothing',
      { rule: 'always', hubspot: 'h|v', salesforce: '|' },
      'nothing',
    ],
    [
      '[SF2] HubSpot’s blank is filled',
      { rule: 'always', hubspot: '', salesforce: 's' },
      'HubSpot := s (fill-blank)',
    ],
    [
      '[SF3] deleted there, new here: the new value flows',
      { rule: 'two-way', hubspot: 'h|v', salesforce: '|v' },
      'Salesforce := h (fill-blank)',
    ],
    [
      '[SF3] deleted here, new there: the new value flows',
      { rule: 'two-way', hubspot: '|v', salesforce: 's|v' },
      'HubSpot := s (fill-blank)',
    ],
    [
      '[SF3] [CO8] without dates a person is asked',
      { rule: 'two-way', hubspot: 'h', salesforce: 's' },
      'asked',
    ],
    [
      '[S142] what alone is new is the more recent, whatever the records’ dates',
      { rule: 'two-way', hubspot: 'h|v', salesforce: 'v|v', newer: 'salesforce' },
      'Salesforce := h (changed)',
    ],
    [
      '[S142] where both are new the dates decide',
      { rule: 'two-way', hubspot: 'h|v', salesforce: 's|v', newer: 'salesforce' },
      'HubSpot := s (most-recent); conflict by two-way, Salesforce',
    ],
    ['[S141] as both apps keep it, it stays', { rule: null, hubspot: 'h|h', salesforce: 's|s' }, 'nothing'],
    ['[S141] under always too', { rule: 'always', hubspot: 'h|h', salesforce: '|' }, 'nothing'],
    [
      '[DI3] the direction limits the rule',
      { rule: null, hubspot: 'h', salesforce: 's', direction: 'into-salesforce' },
      'conflict by direction, Salesforce',
    ],
    [
      '[DI3] what would come back stays away',
      { rule: null, hubspot: '|v', salesforce: 'v|v', direction: 'into-salesforce' },
      'nothing',
    ],
    [
      '[DI3] no clear against the direction',
      { rule: 'two-way', hubspot: 'v|v', salesforce: '|v', direction: 'into-salesforce' },
      'nothing',
    ],
    [
      '[DI3] no fill against the direction',
      { rule: null, hubspot: 'h', salesforce: '', direction: 'into-hubspot' },
      'nothing',
    ],
    [
      '[S143] a form is not written over Salesforce’s',
      {
        rule: null,
        hubspot: 'A',
        salesforce: 'a',
        mapping: { same: ['case'], rewriteForm: true },
        direction: 'into-salesforce',
      },
      'nothing',
    ],
    [
      '[S143] but over HubSpot’s',
      { rule: null, hubspot: 'A', salesforce: 'a', mapping: { same: ['case'], rewriteForm: true } },
      'HubSpot := a (form)',
    ],
  ] satisfies readonly (readonly [string, Asked, string])[])('%s', async (_title, asked, expected) => {
    expect((await plan(side, asked)).said).toBe(expected);
  });

  test('[S143] a constant goes into blanks of Salesforce only, unless two-way', async () => {
    const into = side === 'right' ? 'left-to-right' : 'right-to-left';
    const mapping = { transform: { kind: 'constant', value: 'c' }, direction: into };
    const asked = { rule: null, hubspot: 'h', mapping };
    expect((await plan(side, { ...asked, salesforce: 's' })).said).toBe('nothing');
    expect((await plan(side, { ...asked, salesforce: '' })).said).toBe('Salesforce := c (fill-blank)');
    expect((await plan(side, { ...asked, rule: 'two-way', salesforce: 's' })).said).toBe(
      'Salesforce := c (always)',
    );
  });

  test.each([
    ['prefer-unless-blank', 'winner'],
    ['always', 'always'],
  ])(
    '[S145] under %s what was not taken is asked for again; over what came back different it is listed',
    async (rule, because) => {
      const sent = { from: 'v', to: 's', other: 's', because, tries: 1 };
      const asked = { rule, salesforce: 's|v', sent, mapping: { cameBack: 'write-again' } };
      expect((await plan(side, { ...asked, hubspot: 'v|v' })).said).toBe(`HubSpot := s (${because})`);
      expect((await plan(side, { ...asked, hubspot: 'x|v' })).said).toBe(
        `HubSpot := s (${because}); conflict by ${rule}, Salesforce`,
      );
    },
  );

  test('[S144] a person may take HubSpot’s value under prefer, never under always; HubSpot’s blank never', async () => {
    const ids = {
      left: side === 'left' ? '003xx0000012345AAA' : '1001',
      right: side === 'right' ? '003xx0000012345AAA' : '1001',
    };
    const taking = (hubspot: string, salesforce: string) => {
      const on = side === 'right' ? [hubspot, salesforce] : [salesforce, hubspot];
      return { choices: [{ sync: 's', ...ids, field: 'field', on, take: otherSide(side) }] };
    };
    const took = async (rule: string) =>
      (await plan(side, { rule, hubspot: 'h', salesforce: 's', choices: taking('h', 's') })).said;
    expect(await took('prefer-unless-blank')).toBe('Salesforce := h (person); conflict by person, HubSpot');
    expect(await took('always')).toBe('conflict by direction, HubSpot');
  });
});
