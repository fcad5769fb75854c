import { describe, expect, it } from 'vitest';
import type { FaultCode } from '../../src/lib/connectors/app/fault.ts';
import { OWN } from '../../src/lib/connectors/app/hubspot/codes.ts';
import { BY_NAME } from '../../src/lib/connectors/app/odoo/talk.ts';
import { CATEGORIES } from '../../src/lib/connectors/app/pocketbase/refusals.ts';
import type { DoubtCode } from '../../src/lib/connectors/app/write.ts';
import type { ReadProblem } from '../../src/lib/connectors/report.ts';
import { ERROR_CATEGORIES, type ErrorCategory } from '../../src/lib/engine/index.ts';
import { APP_CODES } from '../../src/lib/engine/read/app-codes.ts';
import type { PauseCause, UnknownBecause } from '../../src/lib/push/index.ts';
import { FAULT_BOOK, faultPage, type FaultOf } from '../../src/lib/words/fault-book.ts';
import { wordsOfFault } from '../../src/lib/words/fault-words.ts';
import { faultHash, faultOf } from '../../src/lib/workbench/place/fault-place.ts';
import { said } from '../support/english.ts';

const words = said('faults');

/** The compiler holds these to be all of them. */
const CALLS: Readonly<Record<FaultCode, ErrorCategory | null>> = {
  'no-answer': 'transport',
  timeout: 'transport',
  'not-understood': 'transport',
  'signed-out': 'transport',
  forbidden: 'permission',
  'rate-limit': 'transport',
  'daily-limit': 'transport',
  'app-down': 'transport',
  locked: 'transport',
  'not-found': 'deleted',
  refused: null,
  'no-relay': 'transport',
  'relay-refused': 'transport',
  stopped: 'transport',
};
const DOUBTS: Readonly<Record<Exclude<DoubtCode, FaultCode> | 'not-understood', true>> = {
  'not-told': true,
  'told-twice': true,
  'told-both-ways': true,
  doubtful: true,
  'another-answer': true,
  'another-record': true,
  unprocessed: true,
  'field-not-kept': true,
  'lifecycle-stage': true,
  association: true,
  'not-understood': true,
};
const PUSHES: Readonly<Record<UnknownBecause | Exclude<PauseCause['code'], FaultCode | 'asked'>, true>> = {
  'no-unique-key': true,
  'another-persons': true,
  'other-form': true,
  'other-values': true,
  several: true,
  'again-and-again': true,
  'wrong-account': true,
  canary: true,
  'one-error': true,
};
const FILES: Readonly<Record<ReadProblem['code'], true>> = {
  'empty-file': true,
  cancelled: true,
  'changed-while-read': true,
  unreadable: true,
  'another-kind': true,
  'no-header': true,
  'header-width': true,
  'unknown-encoding': true,
  'bad-delimiter': true,
  'not-in-encoding': true,
  'row-too-long': true,
  'broken-workbook': true,
  'workbook-too-large': true,
  'no-such-sheet': true,
};
const appCodes = (app: string): string[] =>
  [...APP_CODES].filter(([, about]) => about.app === app).map(([code]) => code);
const GIVEN: Readonly<Record<FaultOf, readonly string[]>> = {
  call: Object.keys(CALLS),
  doubt: Object.keys(DOUBTS),
  push: Object.keys(PUSHES),
  file: Object.keys(FILES),
  salesforce: appCodes('salesforce'),
  hubspot: [...appCodes('hubspot'), ...OWN.keys()],
  odoo: Object.keys(BY_NAME),
  // Of those that are of a value one page stands for all that PocketBase may bring.
  pocketbase: [...Object.keys(CATEGORIES), 'validation_required', 'validation_'],
  kind: Object.keys(ERROR_CATEGORIES),
};
const GROUPS = Object.keys(GIVEN) as FaultOf[];

describe('the error registry', () => {
  it.each(GROUPS)('[ER] has every code of %s, and no other', (of) => {
    const known = [...FAULT_BOOK.values()].filter((one) => one.of === of).map(({ code }) => code);
    expect(known.toSorted()).toEqual([...GIVEN[of]].toSorted());
  });

  it('says of each a sentence that ends, steps, a category and who fixes it', () => {
    for (const [name, { of, code, category, fixedBy }] of FAULT_BOOK) {
      expect(words.told(of, code, 'Our CRM'), name).not.toBeNull();
      const told = wordsOfFault(words, { code }, 'Our CRM', of);
      expect(told.page, name).toBe(name);
      expect(told.sentence, name).toMatch(/^[^{}]+\.$/);
      expect(told.fixedBy, name).toBe(fixedBy);
      expect(told.category === '', name).toBe(category === null);
      expect(told.steps.length, name).toBeGreaterThan(0);
      for (const step of told.steps) expect(step, name).toMatch(/^[^{}]+\.$/);
      expect(told.steps.join(' '), name).not.toContain('undefined');
    }
  });

  it('has no words for a code that nobody can give', () => {
    for (const of of GROUPS)
      for (const code of ['another', 'ANOTHER_CODE']) expect(words.told(of, code, 'x')).toBeNull();
  });

  it('puts each in the category that connectors and the engine put it in', () => {
    for (const [code, category] of Object.entries(CALLS))
      expect(FAULT_BOOK.get(`call.${code}`)?.category).toBe(category);
    for (const [code, { app, category, fixedBy = 'person' }] of APP_CODES)
      expect(FAULT_BOOK.get(`${app}.${code}`)).toMatchObject({ category, fixedBy });
    for (const [code, category] of OWN) expect(FAULT_BOOK.get(`hubspot.${code}`)?.category).toBe(category);
    for (const [name, [, category]] of Object.entries(BY_NAME))
      expect(FAULT_BOOK.get(`odoo.${name}`)?.category).toBe(category);
    for (const [code, category] of Object.entries(CATEGORIES))
      expect(FAULT_BOOK.get(`pocketbase.${code}`)?.category).toBe(category);
  });

  it('finds the page of a fault by its code, by the app’s code in its words, by its category', () => {
    expect(faultPage({ code: 'rate-limit', category: 'transport', said: 'slow down' })).toBe(
      'call.rate-limit',
    );
    expect(
      faultPage({ code: 'refused', category: 'duplicate', said: 'DUPLICATE_VALUE: duplicate value found' }),
    ).toBe('salesforce.DUPLICATE_VALUE');
    expect(
      faultPage({ code: 'CONTACT_EXISTS', category: 'duplicate', said: 'Contact already exists.' }),
    ).toBe('hubspot.CONTACT_EXISTS');
    expect(faultPage({ code: '', category: null, said: 'entity is deleted' })).toBe(
      'salesforce.ENTITY_IS_DELETED',
    );
    expect(faultPage({ code: 'validation_max_text', category: 'property-value', said: 'Too long' })).toBe(
      'pocketbase.validation_',
    );
    expect(faultPage({ code: '', category: 'permission', said: '' })).toBe('kind.permission');
    expect(faultPage({ code: 'refused', category: 'property-value', said: 'no' })).toBe(
      'kind.property-value',
    );
    expect(faultPage({ code: 'association' }, 'doubt')).toBe('doubt.association');
  });

  it('guesses nothing: what nobody knows is said to be so, with the app’s words, cut', () => {
    const strange = '<b>Computer</b> says no. '.repeat(60);
    for (const code of ['', 'E_STRANGE', 'constructor', '__proto__']) {
      const told = wordsOfFault(words, { code, category: null, said: strange }, 'Our CRM');
      expect(told).toMatchObject({ page: null, fixedBy: null, category: '' });
      expect(told.sentence).toBe('Our CRM said no, in words that are not known here.');
      expect(told.said.startsWith('<b>Computer</b> says no.')).toBe(true);
      expect(Array.from(told.said).length).toBe(501);
    }
    expect(faultPage({ code: '', category: null, said: 'DUPLICATE_VALUES_OF_OURS: no' })).toBeNull();
  });

  it('has an address for each that leads back to it, with and without a project', () => {
    for (const name of FAULT_BOOK.keys())
      for (const project of [null, 'a b&c']) expect(faultOf(faultHash(project, name))).toBe(name);
    expect(faultHash(null, 'call.timeout')).toBe('#fault=call.timeout');
    expect(faultOf('#p=1')).toBeNull();
  });
});
