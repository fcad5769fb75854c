import { describe, expect, it } from 'vitest';
import { lineOf, tell } from './story.ts';

describe('what a plan says of itself where the rules are silent', () => {
  it('[S35] rows are the data rows of the file, read are the stored ones', async () => {
    const told = await tell({
      left: 'id,email,phone\n1,a@x.no,1\n\n,b@x.no,2\n1,c@x.no,3\n',
      right: 'id,email,phone\nA,a@x.no,1\n',
    });
    const input = told.summary.inputs.find(({ side }) => side === 'left')!;
    expect(input).toMatchObject({ rows: 4, stored: 1, rejected: 2, blank: 1 });
    expect(told.summary.counts['s']!.left.read).toBe(1);
  });

  it('[S38] warnings come in their order, then guards, and none with zero', async () => {
    const told = await tell({
      left: 'id,email,phone,code\n1,a@x.no,,\n2,,,x\n3,d@x.no,,\n',
      right: 'id,email,phone,code\nA,q@x.no,,\n',
      sync: {
        requireValidEmail: null,
        matching: {
          method: 'default',
          identifiers: { email: { left: 'email', right: 'email' } },
          noKey: 'create',
        },
      },
      choices: {
        links: [{ sync: 's', left: '1', right: 'none', verdict: 'same', at: '2026-03-02T09:00:00Z' }],
      },
      guards: { createsPerMatch: 0.1, minMatched: 0.5 },
    });
    expect(told.summary.warnings.map(({ code }) => code)).toEqual([
      'no-email-creates',
      'no-key-written',
      'empty-create',
      'choices-void',
      'createsPerMatch',
      'minMatched',
    ]);
  });

  it.each([
    ['records without a key', { noKey: 'create' }, '1,,CEO\n2,,CTO\n3,c@x.no,CFO', 2],
    ['a sync without keys', { method: 'none' }, '1,a@x.no,CEO\n2,b@x.no,CTO\n3,c@x.no,CFO', 3],
    ['records with their key', {}, '1,a@x.no,CEO\n2,b@x.no,CTO\n3,c@x.no,CFO', 0],
  ])('[S50] creates of %s come again, and the plan says so beforehand', async (_, matching, rows, count) => {
    const keyed = { method: 'default', identifiers: { email: { left: 'email', right: 'email' } } };
    const told = await tell({
      left: `id,email,phone\n${rows}\n`,
      right: 'id,email,phone\nZ,z@x.no,Chair\n',
      sync: {
        direction: 'left-to-right',
        matching: { ...keyed, ...matching },
        mappings: [
          { left: 'email', right: 'email' },
          { left: 'phone', right: 'phone' },
        ],
      },
    });
    const said = told.summary.warnings.find(({ code }) => code === 'no-key-written');
    expect(said?.count ?? 0).toBe(count);
  });

  it('links whose records were created anew are counted, with the key they share', async () => {
    const links = ['1', '2', '3'].map((id) => ({
      ...{ sync: 's', left: id, right: `A${id}`, by: 'key' },
      values: { left: {}, right: {} },
    }));
    const people = (ids: readonly string[]): string =>
      ids.map((id, at) => `${id},${'abc'[at]!}@x.no,${id}\n`).join('');
    const told = (right: readonly string[]) =>
      tell({
        left: `id,email,phone\n${people(['1', '2', '3'])}`,
        right: `id,email,phone\n${people(right)}`,
        links,
      });
    const anew = await told(['B1', 'B2', 'A3']);
    expect(anew.summary.warnings).toContainEqual({ code: 'maybe-recreated', sync: 's', count: 2 });
    expect(anew.lines.flatMap(({ writes }) => writes)).toEqual([
      expect.objectContaining({ field: 'phone', from: 'A3' }),
    ]);
    const there = await told(['A1', 'A2', 'A3']);
    expect(there.summary.warnings.map(({ code }) => code)).not.toContain('maybe-recreated');
  });

  it('[S43] both changed, the rule decides as at a first match', async () => {
    const rules = ['winner', 'left', 'right', 'ask', 'fill-blank'];
    const header = rules.map((_, at) => `f${String(at)}`).join(',');
    const told = await tell({
      left: `id,email,${header}\n1,a@x.no,${rules.map(() => 'l').join(',')}\n`,
      right: `id,email,${header}\nA,a@x.no,${rules.map(() => 'r').join(',')}\n`,
      sync: {
        mappings: rules.map((conflict, at) => ({
          left: `f${String(at)}`,
          right: `f${String(at)}`,
          conflict,
        })),
      },
      links: [
        {
          sync: 's',
          left: '1',
          right: 'A',
          by: 'key',
          values: {
            left: Object.fromEntries(rules.map((_, at) => [`f${String(at)}`, 'b'])),
            right: Object.fromEntries(rules.map((_, at) => [`f${String(at)}`, 'b'])),
          },
        },
      ],
    });
    expect(lineOf(told, '1').conflicts.map(({ decidedBy, winner }) => [decidedBy, winner])).toEqual([
      ['winner', 'left'],
      ['left', 'left'],
      ['right', 'right'],
      [null, null],
      ['fill-blank', null],
    ]);
  });
});
