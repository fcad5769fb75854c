import { describe, expect, it } from 'vitest';
import { readAppWords } from '../../../src/lib/engine/read/app-words.ts';

const NAMES = new Set(['Amount', 'Industry', 'line2', 'hs_1']);
const read = (words: string) => readAppWords(words, NAMES);
const kind = (words: string) => [read(words).category, read(words).fixedBy];

describe('the words an app gives for a refusal', () => {
  it.each([
    ['INVALID_TYPE_ON_FIELD_IN_RECORD:Amount: value not of required type: x:Amount --', 'mapping', 'person'],
    ['PROPERTY_DOESNT_EXIST - Property "foo" does not exist', 'mapping', 'person'],
  ])('[ER2] %s is the mapping`s', (words, ...expected) => {
    expect(kind(words)).toEqual(expected);
  });

  it.each([
    'REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --',
    'STRING_TOO_LONG:Name: data value too large: a very long one (max length=80):Name --',
    'FIELD_INTEGRITY_EXCEPTION:There is a problem with this country.:BillingCountry --',
    'VALIDATION_ERROR: Property values were not valid',
    'INVALID_EMAIL',
    'Required fields are missing: [LastName]',
  ])('[ER3] %s is a value`s', (words) => {
    expect(kind(words)).toEqual(['property-value', 'person']);
  });

  it.each(['DUPLICATES_DETECTED:Use one of these records?:--', 'DUPLICATE_VALUE:x', 'CONFLICT: exists'])(
    '[ER4] %s is a duplicate',
    (words) => {
      expect(kind(words)).toEqual(['duplicate', 'person']);
    },
  );

  it('[ER5] a parent that is not there is an association`s', () => {
    expect(kind('INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:AccountId --')).toEqual([
      'association',
      'person',
    ]);
    expect(kind('invalid cross reference id')).toEqual(['association', 'person']);
  });

  it.each(['INSUFFICIENT_ACCESS_OR_READONLY:no', 'MISSING_SCOPES', 'INSUFFICIENT_ACCESS: no'])(
    '[ER6] %s is a permission',
    (words) => {
      expect(kind(words)).toEqual(['permission', 'person']);
    },
  );

  it('[ER7] a record that is gone is a deleted one', () => {
    expect(kind('ENTITY_IS_DELETED:entity is deleted:--')).toEqual(['deleted', 'person']);
    expect(kind('OBJECT_NOT_FOUND')).toEqual(['deleted', 'person']);
  });

  it('[ER8] time fixes a lock and a limit, a person signs in anew', () => {
    for (const words of ['UNABLE_TO_LOCK_ROW:x', 'REQUEST_LIMIT_EXCEEDED: 1', 'RATE_LIMITS', 'RATE_LIMIT'])
      expect([words, ...kind(words)]).toEqual([words, 'transport', 'time']);
    for (const words of ['INVALID_SESSION_ID: expired', 'EXPIRED_AUTHENTICATION'])
      expect([words, ...kind(words)]).toEqual([words, 'transport', 'person']);
  });

  it('[ER9] validation rules, flows and triggers are automation, each rule a cause of its own', () => {
    const rule = read('FIELD_CUSTOM_VALIDATION_EXCEPTION:Close date is in the past:CloseDate --');
    expect(rule).toMatchObject({ category: 'automation', fixedBy: 'person' });
    expect(kind('CANNOT_EXECUTE_FLOW_TRIGGER:We can`t save this record')).toEqual(['automation', 'person']);
    expect(read('FIELD_CUSTOM_VALIDATION_EXCEPTION:Amount is missing:Amount --').cause).not.toBe(rule.cause);
  });

  it('[HE2] what nobody knows has no category, and its words stay', () => {
    for (const words of ['Row was locked.', 'ZZ_UNHEARD_OF:what', 'Conflict with nothing', ''])
      expect(read(words)).toEqual({ category: null, fixedBy: null, cause: words });
  });

  it('[HE5] words that differ by ids, addresses and values alone are one cause', () => {
    const alike = (...all: string[]) => new Set(all.map((words) => read(words).cause));
    expect(alike('Row 12: owner anna@a.no unknown', 'Row 7: owner bo@b.no  unknown')).toEqual(
      new Set(['Row …: owner … unknown']),
    );
    expect(alike('record 0015g00000AbCdE is locked', 'record 0015g00000AbCdEAAX is locked').size).toBe(1);
    expect(alike('“Civil works” is bad', '“Bakery” is bad')).toEqual(new Set(['“…” is bad']));
    expect(alike("can't read 'a'", "can't read 'b'")).toEqual(new Set(["can't read '…'"]));
    expect(alike('see https://a.no/1', 'see https://a.no/2')).toEqual(new Set(['see …']));
    // A field keeps its name, and what it is called by is the cause.
    expect(alike('Property "Amount" is wrong', 'Property "Industry" is wrong').size).toBe(2);
    expect(alike('line2 is wrong', 'hs_1 is wrong').size).toBe(2);
    // Of a code whose message quotes the value freely, the code and its fields are the cause.
    expect(
      alike(
        'STRING_TOO_LONG:Name: data value too large: a b c (max length=80):Name --',
        'STRING_TOO_LONG:Name: data value too large: d e (max length=80):Name --',
      ),
    ).toEqual(new Set(['STRING_TOO_LONG Name']));
  });
});
