import type { TestedMutant } from '../mutant.ts';
import { noticedBy } from './noticed-by.ts';

/** What people did since the approval. */
const PEOPLE = noticedBy(
  ['tests/push/people.test.ts'],
  [
    {
      id: 'no-read-before-a-write',
      rule: 'L8',
      file: 'run/prepare.ts',
      find: 'if (!isAsExpected(one, record))',
      replace: 'if (false)',
      why: 'writes over what a person changed since the approval',
    },
    {
      id: 'no-look-before-a-create',
      rule: 'L8',
      file: 'run/prepare.ts',
      find: 'else if (first === undefined) {',
      replace: 'else if (true) {',
      why: 'joins a record that somebody made since the approval',
    },
  ],
);

const FROZEN = noticedBy(
  ['tests/push/frozen.test.ts', 'tests/push/canary.test.ts'],
  [
    {
      id: 'a-plan-that-expects-nothing',
      rule: 'L8',
      file: 'plan/freeze.ts',
      find: "from: act === 'create' ? new Map() : expected(writes),",
      replace: 'from: new Map(),',
      why: 'forgets what the plan expects to find',
    },
    {
      id: 'a-delete-that-expects-nothing',
      rule: 'DE4',
      file: 'plan/freeze.ts',
      find: "act === 'remove' ? { ...item, from: found(line, side) } : item",
      replace: 'item',
      why: 'deletes what a person edited since the plan',
    },
    {
      id: 'a-create-without-its-key',
      rule: 'F2',
      file: 'plan/freeze.ts',
      find: "const unique = act === 'create' ? uniqueOf(values, target.uniqueFields) : null;",
      replace: 'const unique = null;',
      why: 'creates without the value that keeps a second one out',
    },
    {
      id: 'children-with-their-parents',
      rule: 'AS1',
      file: 'plan/parents-first.ts',
      find: 'rank(item.sync),\n          depth,',
      replace: '-rank(item.sync),\n          depth,',
      why: 'sends what belongs to a record before that record',
    },
    {
      id: 'an-orphan-is-sent',
      rule: 'AS1',
      file: 'plan/parents-first.ts',
      find: "parent === undefined ? 'parent-not-approved' : depthOf(parent);",
      replace: 'parent === undefined ? 0 : depthOf(parent);',
      why: 'sends what belongs to a record that nobody approved',
    },
    {
      id: 'a-canary-without-a-clear',
      rule: 'F3',
      file: 'plan/canary.ts',
      find: "...([...values.values()].includes('') ? [on('clear')] : []),",
      replace: '',
      why: 'clears the first value after everybody looked',
    },
    {
      id: 'a-canary-of-one-side',
      rule: 'F3',
      file: 'plan/canary.ts',
      find: 'JSON.stringify([side, object, ...what]);',
      replace: 'JSON.stringify([object, ...what]);',
      why: 'takes an act on one side for tried on the other',
    },
    {
      id: 'a-canary-of-a-crowd',
      rule: 'F3',
      file: 'plan/canary.ts',
      find: 'chosen.size + keys.length > most',
      replace: 'keys.length > most',
      why: 'sends more records first than a person can look at',
    },
    {
      id: 'a-canary-without-parents',
      rule: 'AS1',
      file: 'plan/canary.ts',
      find: 'return [...new Set([...parents, item.key])];',
      replace: 'return [item.key];',
      why: 'lets a record go first whose parent comes later',
    },
  ],
);

const GUARDS = noticedBy(
  ['tests/push/guards.test.ts'],
  [
    {
      id: 'canary-pairs-one-too-few',
      rule: 'S321',
      file: 'guards/live-guards.ts',
      find: 'measured, of, limit, stops: measured > limit })',
      replace: 'measured, of, limit, stops: measured >= limit })',
      why: 'stops where exactly as many pairs changed as may',
    },
    {
      id: 'shrunk-by-one-too-few',
      rule: 'F3',
      file: 'guards/live-guards.ts',
      find: 'stops: measured > limit * of })',
      replace: 'stops: measured >= limit * of })',
      why: 'stops a side that shrank by exactly as much as it may',
    },
    {
      id: 'all-but-one-is-all',
      rule: 'F3',
      file: 'guards/live-guards.ts',
      find: 'limit: of - 1, stops: measured >= of })',
      replace: 'limit: of - 1, stops: measured >= of - 1 })',
      why: 'stops where one record is left as it is',
    },
    {
      id: 'removed-as-many-as-may-be',
      rule: 'F3',
      file: 'guards/live-guards.ts',
      find: 'measured > limit.count ||',
      replace: 'measured >= limit.count ||',
      why: 'stops where exactly as many are taken away as may be',
    },
    {
      id: 'the-age-of-the-newest',
      rule: 'S409',
      file: 'guards/live-guards.ts',
      find: '.sort((a, b) => b.days - a.days);',
      replace: '.sort((a, b) => a.days - b.days);',
      why: 'measures the age of a push by the side that was read last',
    },
    {
      id: 'an-age-that-is-no-guard',
      rule: 'S409',
      file: 'guards/live-guards.ts',
      find: 'of: null, limit, stops: measured > limit })',
      replace: 'of: null, limit, stops: measured < limit })',
      why: 'stops what is young and lets the old through',
    },
    {
      id: 'the-wrong-account-is-no-guard',
      rule: 'F3',
      file: 'guards/live-guards.ts',
      find: 'both[side].expected !== both[side].found',
      replace: 'false',
      why: 'begins in an account that the plan was not made of',
    },
    {
      id: 'anything-typed-lets-through',
      rule: 'F3',
      file: 'guards/live-guards.ts',
      find: '!confirmed.includes(confirm)',
      replace: '!confirmed.some((typed) => typed.startsWith(confirm))',
      why: 'takes the words for another number for the right ones',
    },
    {
      id: 'guards-are-for-show',
      rule: 'F3',
      file: 'begin.ts',
      find: 'if (open.length > 0) return',
      replace: 'if (open.length > 99) return',
      why: 'begins though a guard stands in the way',
    },
    {
      id: 'a-stale-plan-begins',
      rule: 'F3',
      file: 'begin.ts',
      find: 'if (changed.length > 0) return',
      replace: 'if (changed.length > 99) return',
      why: 'pushes what was approved of other exports',
    },
    {
      id: 'a-new-export-changes-nothing',
      rule: 'F3',
      file: 'plan/stale.ts',
      find: 'const names = [...new Set([...approved.inputs.keys(), ...now.inputs.keys()])].sort();',
      replace: 'const names = [...approved.inputs.keys()].sort();',
      why: 'does not see an export that the approved plan did not know',
    },
  ],
);

const BACK = noticedBy(
  ['tests/push/rollback.test.ts'],
  [
    {
      id: 'no-picture-of-before',
      rule: 'L10',
      file: 'run/prepare.ts',
      find: 'before: shared(record?.values ?? new Map(), one.item.from),',
      replace: 'before: new Map(),',
      why: 'knows no way back from a change',
    },
    {
      id: 'the-way-back-in-order',
      rule: 'L10',
      file: 'end/rollback.ts',
      find: '[...standing.items()].reverse()',
      replace: '[...standing.items()]',
      why: 'takes parents away before what belongs to them',
    },
    {
      id: 'the-way-back-over-people',
      rule: 'L10',
      file: 'end/rollback.ts',
      find: 'from: written(one, left), values: new Map(back) }];',
      replace: 'from: new Map(), values: new Map(back) }];',
      why: 'takes back what a person changed since',
    },
    {
      id: 'what-stays-is-not-said',
      rule: 'L10',
      file: 'end/rollback.ts',
      find: 'if (lacks !== null) return [{ item, because: lacks, fields: [] }];',
      replace: 'if (lacks !== null) return [];',
      why: 'does not say before a push what it cannot take back',
    },
  ],
);

/** What the next plan knows of what was sent. */
const AFTER = noticedBy(
  ['tests/push/planned.test.ts'],
  [
    {
      id: 'ids-of-new-parents-not-handed-over',
      rule: 'S381',
      file: 'end/hand-over.ts',
      find: 'return id === null ? false : { id };',
      replace: 'return false;',
      why: 'forgets which child was given the id of a parent that was just created',
    },
    {
      id: 'ids-of-new-parents-not-answered-for',
      rule: 'S381',
      file: 'end/hand-over.ts',
      find: 'item.values.size + item.refs.size > 0)',
      replace: 'item.values.size > 0)',
      why: 'does not tell that the id of a new parent was written, so that it is offered again',
    },
  ],
);

/** What was approved, what stands in its way, the way back, and what is known afterwards. */
export const APPROVED_BUGS: readonly TestedMutant[] = [...PEOPLE, ...FROZEN, ...GUARDS, ...BACK, ...AFTER];
