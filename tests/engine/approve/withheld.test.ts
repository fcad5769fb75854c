import { expect, test } from 'vitest';
import {
  drain,
  planTraits,
  DECISION_WORDS,
  decideByRules,
  decisionCode,
  Memo,
} from '../../../src/lib/engine/index.ts';
import { withheldWrites, withoutWithheld } from '../../../src/lib/engine/approve/withheld.ts';
import type { ApprovalRule } from '../../../src/lib/engine/model/approval-rule.ts';
import type { Choices, ConflictChoice } from '../../../src/lib/engine/model/choices.ts';
import type { Counted, WriteAsked } from '../../../src/lib/engine/model/check.ts';
import { enginePlanner } from '../../reference/engine-plan.ts';
import type { World } from '../../reference/world.ts';

const side = { object: 's', idField: 'id' };
/** A deal that moves to another pipeline, and whose name is another: a place and a field are written on the right. */
const WORLD: World = {
  design: {
    format: 'drysync/design@1',
    name: 'x',
    apps: { left: { kind: 'csv', label: 'L' }, right: { kind: 'csv', label: 'R' } },
    syncs: [
      {
        ...{ id: 's', kind: 'deals', direction: 'both', winner: 'left', matching: { method: 'none' } },
        ...{ left: side, right: side, mappings: [{ left: 'name', right: 'name' }] },
        stages: {
          left: { pipeline: 'pipe', stage: 'stage' },
          right: { pipeline: 'pipe', stage: 'stage' },
          pairs: [
            { left: ['Sales', 'Lost'], right: ['Sales', 'Lost'] },
            { left: ['Renewal', 'New'], right: ['Renewal', 'New'] },
          ],
        },
      },
    ],
  },
  tables: {
    s: {
      left: { header: ['id', 'name', 'pipe', 'stage'], rows: [['1', 'Big', 'Renewal', 'New']] },
      right: { header: ['id', 'name', 'pipe', 'stage'], rows: [['A', 'Small', 'Sales', 'Lost']] },
    },
  },
  ...{ choices: null, readAfter: {} },
  baseline: { links: [{ sync: 's', left: '1', right: 'A', by: 'key', values: { left: {}, right: {} } }] },
};

const ALL: Omit<Counted, 'writes'> = {
  ...{ sync: null, scope: 'all', outcomes: [], reasons: [] },
  ...{ fields: [], linkedBy: [], directions: [], where: [] },
};
const ANY = { side: null, change: 'any', from: null, to: null, order: [] } as const;

/** The fields that go where these rules withhold: by rule, the fields it names. */
function going(...rules: readonly (readonly (string | null)[])[]): readonly (string | null)[] {
  return left(rules, []).going;
}

const hold = (
  field: string,
  on: readonly [string, string],
  ids: readonly [string, string] = ['1', 'A'],
): ConflictChoice => ({
  ...{ sync: 's', left: ids[0], right: ids[1], field, on, take: 'hold', at: '' },
});

/** The same beside what a person holds; what becomes of an approval of the whole record, and by whom. */
function left(rules: readonly (readonly (string | null)[])[], choices: readonly ConflictChoice[]) {
  const given: Choices = { format: 'drysync/choices@1', planHash: null, choices, links: [], decisions: [] };
  const { plan, lines } = enginePlanner({ ...WORLD, choices: given });
  const sync = plan.syncs[0]!;
  const asked = rules.map((fields, at): ApprovalRule => {
    const counts = { ...ALL, writes: fields.map((field): WriteAsked => ({ ...ANY, field })) };
    return { id: String(at), name: String(at), decision: 'held', of: 'writes', counts };
  });
  const traits = drain(planTraits(sync));
  const withheld = drain(withheldWrites(sync, asked, choices, traits, '2026-01-01', new Memo()));
  const own = { column: Uint8Array.of(decisionCode('approved')), doubted: new Uint8Array(1) };
  const subjects = { first: new Uint16Array(1), fits: [0], withheld };
  const { column, by } = decideByRules(own, subjects, asked, true);
  return {
    going: withoutWithheld(sync, withheld, lines[0]!, 0).writes.map(({ field }) => field),
    decided: [DECISION_WORDS[column[0]! - 1], by[0]],
    voids: sync.voidChoices,
    planned: lines[0]!.writes.length,
  };
}

test('[S463] [S465] what a rule names is withheld; of a place every part, once one is', () => {
  expect(going()).toEqual(['name', 'pipe', 'stage']);
  expect(going(['name'])).toEqual(['pipe', 'stage']);
  expect(going(['stage'])).toEqual(['name']);
  expect(going(['pipe'])).toEqual(['name']);
  expect(going([null])).toEqual([]);
  expect(going(['pipe'], ['name'])).toEqual([]);
});

test('[S480] a person holds a single write of a pair: the plan is the same, the rest goes, and what it stood on must stand', () => {
  const seen = ['Big', 'Small'] as const;
  expect(left([], [hold('name', seen)])).toEqual({
    ...{ going: ['pipe', 'stage'], decided: ['approved', 0], voids: 0, planned: 3 },
  });
  // Of a place every part.
  expect(left([], [hold('stage', ['New', 'Lost'])]).going).toEqual(['name']);
  for (const other of [
    hold('name', ['Big', 'Smaller']),
    hold('name', ['Bigger', 'Small']),
    hold('name', seen, ['1', 'B']),
    hold('name', seen, ['2', 'A']),
    hold('id', ['1', 'A']),
  ]) {
    expect(left([], [other]), JSON.stringify(other)).toEqual({
      ...{ going: ['name', 'pipe', 'stage'], decided: ['approved', 0], voids: 1, planned: 3 },
    });
  }
});

test('[S481] where nothing is left it is held, by whoever is named for its first field: a person before a rule', () => {
  const both = [hold('name', ['Big', 'Small']), hold('pipe', ['Renewal', 'Sales'])];
  expect(left([], both)).toMatchObject({ going: [], decided: ['held', 0] });
  expect(left([['name']], both)).toMatchObject({ going: [], decided: ['held', 0] });
  expect(left([['name']], both.slice(1))).toMatchObject({ going: [], decided: ['held', 1] });
});
