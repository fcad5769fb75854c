import { describe, expect, test } from 'vitest';
import { PlanReader, traceSubject, type SyncPlan, type TraceStep } from '../../../../src/lib/engine/index.ts';
import { linkOf, planOf } from '../plan-of.ts';

/** A subject's steps up to its fields, one a line: rule, code and what it names. */
function told(plan: SyncPlan, subject: number): string[] {
  return traceSubject(new PlanReader(plan), subject).map((step) =>
    [step.rule, step.code, ...named(step)].join(' '),
  );
}

function named(step: TraceStep): readonly (string | number)[] {
  switch (step.code) {
    case 'read':
      return [step.side, step.id, step.row];
    case 'linked-before':
    case 'linked-by-person':
    case 'linked-by-id':
    case 'linked-as-created':
      return [step.id];
    case 'counterpart-missing':
      return [step.side, step.id];
    case 'key-blank':
      return [step.side, step.key];
    case 'key-tried':
      return [
        step.side,
        step.key,
        `${step.texts.join('+')}=${String(step.value)}`,
        step.ids.join(','),
        step.counts ? 'counts' : 'not',
      ];
    case 'bound-by-key':
      return [step.key, String(step.value)];
    case 'set-aside':
    case 'out-of-scope':
    case 'refused':
    case 'noted':
      return [step.reason.code];
    case 'no-match':
      return [step.side];
    case 'in-scope':
      return [];
    case 'field': {
      const changed = step.changed === null ? 'first' : step.changed.join('+');
      return [
        step.left,
        step.right,
        step.leftValue,
        step.rightValue,
        step.equal ? 'equal' : 'differ',
        changed,
      ];
    }
    case 'outcome':
      return [step.outcome];
    default:
      return step satisfies never;
  }
}

const KEY = { left: 'Email', right: 'Mail' };
const TEL = { left: 'Phone', right: 'Tel' };
const EMAIL = { left: 'Email', right: 'Mail' };

describe('the steps of a pair', () => {
  test('[MA8] bound by a key', () => {
    const plan = planOf(
      { mappings: [KEY, TEL], requireValidEmail: EMAIL },
      {
        left: ['Id Email Phone', 'L1 Anna@acme.com 1'],
        right: ['Id Mail Tel', 'R0 x@acme.com ·', 'R1 anna@acme.com ·'],
      },
    );
    expect(told(plan, 0)).toEqual([
      'PH3 read left L1 0',
      'PH3 read right R1 1',
      'MA12 key-tried left 0 Anna@acme.com=anna@acme.com R1 counts',
      'MA8 bound-by-key 0 anna@acme.com',
      'EM1 in-scope',
      'CO5 field Email Mail Anna@acme.com anna@acme.com equal first',
      'CO3 field Phone Tel 1  differ first',
      'PH9 outcome update',
    ]);
  });

  test('[MA5] linked before: no key is tried, and what moved is said', () => {
    const plan = planOf(
      { mappings: [TEL] },
      {
        left: ['Id Email Phone', 'L1 a@acme.com 1'],
        right: ['Id Mail Tel', 'R1 b@acme.com 2'],
        links: [linkOf(['L1', 'R1'], { left: { Phone: '1' }, right: { Tel: '1' } })],
      },
    );
    expect(told(plan, 0)).toEqual([
      'PH3 read left L1 0',
      'PH3 read right R1 0',
      'MA5 linked-before R1',
      'DI1 in-scope',
      'CO4 field Phone Tel 1 2 differ right',
      'PH9 outcome update',
    ]);
  });

  test('[MA5] linked by a person, or by the id one side holds of the other', () => {
    const tables = {
      left: ['Id Email Ref', 'L1 a@acme.com R1'],
      right: ['Id Mail', 'R1 b@acme.com'],
    };
    const byPerson = planOf(
      { mappings: [KEY] },
      { ...tables, verdicts: [{ left: 'L1', right: 'R1', verdict: 'same' }] },
    );
    expect(told(byPerson, 0)[2]).toBe('MA5 linked-by-person R1');
    const idPair = { left: 'Ref' };
    const byId = planOf({ mappings: [KEY], matching: { identifiers: { email: EMAIL }, idPair } }, tables);
    expect(told(byId, 0)[2]).toBe('MA5 linked-by-id R1');
  });

  test('[FM9] a value that would be refused is said after the fields', () => {
    const schema = { right: { fields: [{ name: 'Tel', type: 'text', maxLength: 1 }] } };
    const plan = planOf(
      { mappings: [TEL], schema },
      { left: ['Id Email Phone', 'L1 a@acme.com 12'], right: ['Id Mail Tel', 'R1 a@acme.com ·'] },
    );
    expect(told(plan, 0).slice(-3)).toEqual([
      'CO3 field Phone Tel 12  differ first',
      'FM9 refused too-long',
      'PH9 outcome failing',
    ]);
  });

  test('[PH3] rows are those of the file: blank ones count', () => {
    const plan = planOf(
      { mappings: [KEY] },
      { left: ['Id Email', '· ·', 'L1 a@acme.com'], right: ['Id Mail', '· ·', '· ·', 'R1 a@acme.com'] },
    );
    expect(told(plan, 0).slice(0, 2)).toEqual(['PH3 read left L1 1', 'PH3 read right R1 2']);
    const { left, right } = new PlanReader(plan).line(0);
    expect([left, right]).toEqual([
      { id: 'L1', row: 1 },
      { id: 'R1', row: 2 },
    ]);
  });

  test('[EM1] a pair out of scope has no fields', () => {
    const plan = planOf(
      { mappings: [KEY], requireValidEmail: EMAIL },
      { left: ['Id Email', 'L1 odd@acme'], right: ['Id Mail', 'R1 odd@acme'] },
    );
    expect(told(plan, 0).slice(-3)).toEqual([
      'EM1 out-of-scope no-valid-email',
      'EM1 out-of-scope no-valid-email',
      'PH9 outcome excluded',
    ]);
  });
});

describe('the steps of a record alone', () => {
  const plan = planOf(
    { mappings: [KEY] },
    {
      left: ['Id Email', 'L1 a@acme.com', 'L2 a@acme.com', 'L3 new@acme.com', 'L4 ·', 'L5 gone@acme.com'],
      right: ['Id Mail', 'R1 a@acme.com'],
      links: [linkOf(['L5', 'R5'], { left: {}, right: {} })],
    },
  );

  test('[MA6] a duplicate', () => {
    expect(told(plan, 1)).toEqual([
      'PH3 read left L2 1',
      'MA12 key-tried left 0 a@acme.com=a@acme.com R1 counts',
      'MA6 set-aside duplicate-key',
      'PH9 outcome duplicate',
    ]);
  });

  test('[PH5] one that no key finds is created', () => {
    expect(told(plan, 2)).toEqual([
      'PH3 read left L3 2',
      'MA12 key-tried left 0 new@acme.com=new@acme.com  not',
      'PH5 no-match left',
      'DI1 in-scope',
      'PH9 outcome create',
    ]);
  });

  test('[MA11] one without a key', () => {
    expect(told(plan, 3)).toEqual([
      'PH3 read left L4 3',
      'MA11 key-blank left 0',
      'PH5 no-match left',
      'MA11 out-of-scope no-identifier',
      'PH9 outcome excluded',
    ]);
  });

  test('[MA5] one whose counterpart is in no file', () => {
    expect(told(plan, 4)).toEqual([
      'PH3 read left L5 4',
      'MA5 counterpart-missing left R5',
      'DE5 set-aside not-in-this-export',
      'DI1 in-scope',
      'PH9 outcome excluded',
    ]);
  });
});
