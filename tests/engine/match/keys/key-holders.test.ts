import { describe, expect, it } from 'vitest';
import { keyHolders } from '../../../../src/lib/engine/match/keys/key-holders.ts';
import { fieldCodes, keyCodes } from '../../../../src/lib/engine/match/keys/key-codes.ts';
import { columnOf, type Records } from '../../../../src/lib/engine/columns/records.ts';
import type { KeyField, MatchKey } from '../../../../src/lib/engine/model/design.ts';
import { onBoth } from '../../../../src/lib/engine/model/side.ts';
import { drain } from '../../../../src/lib/engine/run/steps.ts';
import { createTools } from '../../../../src/lib/tools/index.ts';

const tools = createTools();
const RIGHT = {
  Email: ['Ada@x.com', 'bo@x.com', 'ada@x.com', ''],
  Name: ['Ada', 'Bo', 'Cy', 'n/a'],
  City: ['Rome', 'Oslo', 'Rome', 'Oslo'],
};
const LEFT = { email: ['ada@x.com'], name: ['Ada'], city: ['Rome'] };

const field = (left: string, right: string, normalize: KeyField['normalize'], more: Partial<KeyField> = {}) =>
  ({ left, right, normalize, country: null, ...more }) satisfies KeyField;

/** Who on the right holds what these texts would be. */
function held(keys: readonly MatchKey[], texts: Readonly<Record<string, string>>) {
  const records = onBoth((side): Records => {
    const columns: Readonly<Record<string, readonly string[]>> = side === 'left' ? LEFT : RIGHT;
    return {
      count: Object.values(columns)[0]!.length,
      *flatten() {
        // They are flat.
      },
      column: (name: string) => columnOf(columns[name]!),
    } as Pick<Records, 'count' | 'column' | 'flatten'> as Records;
  });
  const codes = keys.map((key) =>
    drain(
      keyCodes(
        key,
        key.fields.map((one) => drain(fieldCodes(one, records, null, tools))),
      ),
    ),
  );
  return keyHolders(
    { keys, codes },
    'right',
    tools,
  )(new Map(Object.entries(texts))).map(({ fields, rows }) => [fields.join(' '), [...rows]]);
}

const EMAIL = { fields: [field('email', 'Email', ['email'])] };
const PLACE = { fields: [field('name', 'Name', ['name']), field('city', 'City', ['name'])] };
const NAME = { fields: [field('name', 'Name', ['name'], { without: ['placeholders'] })] };

describe('[S373] records that hold a key', () => {
  it('are those with the same value, as the key reads it', () => {
    expect(held([EMAIL], { Email: ' ADA@x.com ' })).toEqual([['Email', [0, 2]]]);
    expect(held([EMAIL], { Email: 'nobody@x.com' })).toEqual([['Email', []]]);
  });

  it('have all fields of it', () => {
    expect(held([PLACE], { Name: 'ada', City: 'ROME' })).toEqual([['Name City', [0]]]);
    expect(held([PLACE], { Name: 'ada', City: 'Oslo' })).toEqual([['Name City', []]]);
  });

  it('are told of each key that is whole, in their order; blank, or no key at all, is none', () => {
    expect(held([EMAIL, PLACE, NAME], { Email: '', Name: 'Bo', City: 'Oslo' })).toEqual([
      ['Name City', [1]],
      ['Name', [1]],
    ]);
    expect(held([EMAIL, NAME], { Name: 'n/a' })).toEqual([]);
  });
});
