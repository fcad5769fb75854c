import { describe, expect, it } from 'vitest';
import type { FieldRow } from '../../src/lib/conversation/index.ts';
import type { TraceStep } from '../../src/lib/engine/index.ts';
import { facetName } from '../../src/lib/ui/plan/facets-told.ts';
import { becauseTold, decisionTold, openTold, stillTold } from '../../src/lib/ui/plan/field-told.ts';
import { reasonTold } from '../../src/lib/ui/plan/reason-told.ts';
import { traceTold } from '../../src/lib/ui/plan/trace-told.ts';
import { said } from '../support/english.ts';

const telling = {
  words: said('plan'),
  terms: said('terms'),
  apps: { left: 'HubSpot', right: 'Salesforce' },
  keys: ['domain'],
};

const FIELD: FieldRow = {
  left: 'City',
  right: 'BillingCity',
  leftValue: 'Oslo',
  rightValue: 'Bergen',
  baseline: null,
  changed: [],
  equal: false,
  write: null,
  conflict: { decidedBy: null, winner: null },
  rule: 'CO8',
  asked: 'ask',
  besideStage: null,
  chosen: null,
  withheld: null,
  differs: null,
};

describe('what is said of a field', () => {
  it('[CO8] an open conflict says whether a date is missing or a person', () => {
    expect(openTold(FIELD, telling)).toBe('Both have a value; nobody has decided');
    expect(openTold({ ...FIELD, asked: 'most-recent' }, telling)).toBe('No change date to decide by');
  });
  it('a decided conflict names the winner and where the other value stays', () => {
    const conflict = { decidedBy: 'most-recent', winner: 'left' } as const;
    expect(decisionTold({ ...FIELD, conflict }, telling)).toBe(
      'Newest wins, HubSpot. Bergen stays in the plan file',
    );
  });
  it('[SF1] [SF2] a Salesforce rule is named beside why, and a deleted value is no setting of clears', () => {
    const right = { ...telling, apps: { left: 'HubSpot', right: 'Acme org' } };
    expect(becauseTold('cleared', 'left', right, 'SF1')).toBe(
      'Prefer Salesforce unless blank: Deleted in Acme org',
    );
    expect(becauseTold('fill-blank', 'left', right, 'SF3')).toBe('Two-way: Fills a blank in HubSpot');
    expect(becauseTold('fill-blank', 'left', right, 'CO3')).toBe('Fills a blank in HubSpot');
    const conflict = { decidedBy: 'always', winner: 'right' } as const;
    expect(decisionTold({ ...FIELD, conflict }, right)).toBe(
      'Always use Salesforce. Oslo stays in the plan file',
    );
    const still = { ...FIELD, conflict: null, rule: 'SF2', rightValue: '' } as const;
    expect(stillTold(still, right)).toBe(
      'Always use Salesforce: Blank in Acme org; not filled by this rule or direction',
    );
  });
  it('[S90] a pipeline beside its stage is not said to be kept by the direction', () => {
    const still = { ...FIELD, conflict: null, rule: null, baseline: null, besideStage: 'pipeline' } as const;
    expect(stillTold(still, telling)).toBe('Decided with the stage; nothing of it to write here');
    expect(stillTold({ ...still, besideStage: null }, telling)).toBe('The direction forbids it');
  });
  it('[DI1] a value that the direction keeps says so, also where a side is blank', () => {
    const still = { ...FIELD, conflict: null, rule: 'DI1', rightValue: '' } as const;
    expect(stillTold(still, telling)).toBe('The direction forbids it');
    expect(stillTold({ ...still, rule: 'CO2' }, telling)).toBe(
      'Blank in Salesforce; not filled by this rule or direction',
    );
  });
});

describe('what is said of a record', () => {
  it('ids are listed up to five, the others counted', () => {
    const ids = ['1', '2', '3', '4', '5', '6'];
    const reason = { code: 'duplicate-key', side: 'left', value: 'a.no', ids, more: 10 } as const;
    expect(reasonTold(reason, telling)).toBe(
      '“a.no” is taken by an earlier record (1, 2, 3, 4, 5 and 11 more).',
    );
  });
  it('fields that are the same are told in one step, where the first of them stands', () => {
    const field = (left: string, equal: boolean): TraceStep => ({
      code: 'field',
      rule: equal ? 'CO5' : 'CO3',
      left,
      right: left,
      leftValue: 'a',
      rightValue: 'a',
      equal,
      changed: null,
      verdict: { kind: 'nothing', rule: equal ? 'CO5' : 'CO3' },
    });
    const told = traceTold([field('A', true), field('B', false), field('C', true)], telling);
    expect(told.map(({ title }) => title)).toEqual(['2 fields are the same', 'B: no write']);
    expect(told[0]?.detail).toBe('A, C');
  });
  it('a field of the files is never taken for a word of ours', () => {
    expect(facetName('fields', 'constructor', telling)).toBe('constructor');
    expect(facetName('directions', 'to-left', telling)).toBe('To HubSpot');
  });
});
