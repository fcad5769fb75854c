import { expect, test } from 'vitest';
import { BaselineBuilder } from '../../../src/lib/engine/columns/link-table.ts';
import { RecordSetBuilder } from '../../../src/lib/engine/columns/build.ts';
import { openRecords } from '../../../src/lib/engine/columns/records.ts';
import {
  ALL_SUBJECTS,
  Memo,
  filterSubjects,
  keyFacts,
  mappingFacts,
  mappingImpact,
  nextBaseline,
  planSyncs,
  planTraits,
  summarise,
  writePrints,
  type Baseline,
  type Plan,
} from '../../../src/lib/engine/index.ts';
import { drain, SLICE, type Steps } from '../../../src/lib/engine/run/steps.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import { designOf } from '../design/design-of.ts';
import { longestStretch, type Stretch } from './longest-stretch.ts';

const tools = createTools();

/** A loop over all rows of a side runs more often than is allowed; a pass that steps stays far below. */
const ROWS = 140_000;
const ALLOWED = 4 * SLICE;

const HEADER = ['Id', 'Mail', 'Name', 'City', 'Amount', 'Ref'];

/** People `first … first + ROWS`; every tenth record has other values, some have no id. */
function recordSet(first: number, other: number) {
  const builder = new RecordSetBuilder(HEADER);
  for (let row = 0; row < ROWS; row++) {
    const person = (first + row).toString(36);
    const id = row % 1000 === 999 ? '' : `i${person}`;
    const amount = String(row % 10 === 0 ? row + other : row);
    builder.add([id, `${person}@a.no`, person, `c${String(row % 50)}`, amount, `i${person}`], row);
  }
  return builder.finish();
}

interface Case {
  /** Right people begin so many later: nobody is on both sides where it is all of them. */
  readonly later?: number;
  readonly sync: Readonly<Record<string, unknown>>;
  readonly again?: boolean;
}

const key = (...fields: string[]) => ({
  fields: fields.map((name) => ({ left: name, right: name, normalize: ['text'] })),
});
/** One on a record that nobody has, so that pairs are looked up and nothing changes. */
const CHOICES = {
  format: 'drysync/choices@1',
  planHash: null,
  choices: [{ sync: 'contacts', left: '?', right: '?', field: null, on: null, take: 'left', at: '' }],
  links: [],
  decisions: [],
} as const;

const ABOUT = {
  asOf: '2026-01-01',
  designHash: '',
  planKey: '',
  planHash: null,
  tlds: tools.tlds.version,
  inputs: [],
  baseline: null,
};

const mappings = ['Name', 'City', 'Amount'].map((name) => ({ left: name, right: name }));
const mail = { left: 'Mail', right: 'Mail' };
const unique = {
  fields: [
    { name: 'Name', type: 'text', unique: true },
    { name: 'Amount', type: 'number', unique: true, required: true },
  ],
};
const usual = { matching: { identifiers: { email: mail } }, mappings, requireValidEmail: mail };

const CASES: Readonly<Record<string, Case>> = {
  'the usual plan, with unique fields': { sync: { ...usual, schema: { left: unique, right: unique } } },
  'one key of two fields, nobody on both sides': {
    sync: { ...usual, matching: { method: 'keys', keys: [key('Name', 'City')] } },
    later: ROWS,
  },
  'several keys that are written, one of two fields': {
    sync: {
      ...usual,
      matching: { method: 'keys', keys: [key('Mail'), key('Name', 'City'), key('Amount')] },
    },
  },
  'a baseline and ids that name the other side': {
    sync: { ...usual, matching: { ...usual.matching, idPair: { left: 'Ref' } } },
    again: true,
  },
};

test.each(Object.entries(CASES))('no loop runs over all records without a step: %s', (_, on) => {
  const design = designOf(on.sync);
  const sync = design.syncs[0]!;
  const found: Stretch[] = [];
  const driven = <T>(steps: Steps<T>): T => {
    const { value, longest } = longestStretch(steps);
    found.push(longest);
    return value;
  };
  const records = new Map([
    [
      sync.id,
      {
        left: driven(openRecords(recordSet(0, 0), 'Id')),
        right: driven(openRecords(recordSet(on.later ?? 1000, 1), 'Id')),
      },
    ],
  ]);
  /** What a screen asks of a plan at once. */
  const tellOf = (plan: Plan): void => {
    driven(summarise(plan, ABOUT));
    const own = plan.syncs[0]!;
    const traits = driven(planTraits(own));
    const decisions = new Uint8Array(own.outcomes.length);
    driven(
      filterSubjects(
        { plan: own, traits, decisions, differing: null, changed: null, found: null },
        ALL_SUBJECTS,
      ),
    );
    const prints = driven(writePrints(own));
    driven(writePrints(own, { plan: own, prints }));
    driven(mappingImpact(own));
    driven(mappingFacts(own));
    driven(keyFacts(own, tools));
  };
  const planWith = (baseline: Baseline | null) =>
    planSyncs({ design, records, baseline, choices: CHOICES, asOf: '2026-01-01' }, tools, new Memo());
  if (on.again === true) {
    const builder = new BaselineBuilder();
    for (const link of nextBaseline(drain(planWith(null)), () => () => true)) builder.add(link);
    tellOf(driven(planWith(builder.finish({ design: '', rows: new Map() }))));
  } else tellOf(driven(planWith(null)));
  expect(found.filter(({ times }) => times > ALLOWED)).toEqual([]);
});
