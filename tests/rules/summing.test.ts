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
