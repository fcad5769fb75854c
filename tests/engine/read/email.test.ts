import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnOf } from '../../../src/lib/engine/columns/records.ts';
import { isValidEmail } from '../../../src/lib/engine/read/email.ts';
import { validEmails } from '../../../src/lib/engine/scope/valid-emails.ts';
import { drain } from '../../../src/lib/engine/run/steps.ts';
import { createTools } from '../../../src/lib/tools/index.ts';

const tools = createTools();
const label63 = 'a'.repeat(63);

describe('[EM3] valid e-mail', () => {
  test.each<[string, boolean]>([
    ['anna@acme.no', true],
    [' Anna@ACME.NO ', true],
    ['Anna <anna@acme.no>', true],
    ['mailto:anna@acme.no?subject=x', true],
    ["o'brien+tag/x=y@acme.co.uk", true],
    ['a!#$%&*-/=?^_`{|}~b@acme.com', true],
    ['bjørn@blåbær.no', true],
    ['x@пример.рф', true],
    ['x@example.xn--p1ai', true],
    ['x@acme.РФ', true],
    ['😀@acme.no', true],
    ['', false],
    ['anna', false],
    ['@acme.no', false],
    ['anna@', false],
    ['anna@acme', false],
    ['anna@@acme.no', false],
    ['a@b@acme.no', false],
    ['.anna@acme.no', false],
    ['anna.@acme.no', false],
    ['an..na@acme.no', false],
    ['"an na"@acme.no', false],
    ['an na@acme.no', false],
    ['anna(x)@acme.no', false],
    ['anna@acme..no', false],
    ['anna@.acme.no', false],
    ['anna@acme.no.', false],
    ['anna@-acme.no', false],
    ['anna@acme-.no', false],
    ['anna@ac_me.no', false],
    ['anna@[127.0.0.1]', false],
    ['anna@acme.local', false],
    ['anna@acme.nosuchtld', false],
    ['anna@acme.no, bob@acme.no', false],
    ['anna@acme.n\u0000o', false],
    [`${'a'.repeat(64)}@acme.no`, true],
    [`${'a'.repeat(65)}@acme.no`, false],
    [`${'😀'.repeat(64)}@acme.no`, true],
    [`a@${label63}.no`, true],
    [`a@${label63}a.no`, false],
    [`${'a'.repeat(59)}@${label63}.${label63}.${label63}.no`, true],
    [`${'a'.repeat(60)}@${label63}.${label63}.${label63}.no`, false],
  ])('[S12] %j: %s', (text, expected) => {
    expect(isValidEmail(text, tools)).toBe(expected);
  });
});

test('[EM3] a column is judged as each of its values alone', () => {
  const local = fc.string({ unit: fc.constantFrom('a', 'ø', '.', '-', '+', ' ', ':', 'B'), maxLength: 6 });
  const domain = fc.constantFrom(
    'acme.no',
    'acme.nosuchtld',
    'a',
    'x.no',
    'blåbær.no',
    'acme..no',
    'ACME.no',
    '',
  );
  const address = fc.tuple(local, fc.constantFrom('@', '@@', ''), domain).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(address, { maxLength: 60 }), (texts) => {
      const valid = drain(validEmails(columnOf(texts), tools));
      expect([...valid]).toEqual(texts.map((text) => (isValidEmail(text, tools) ? 1 : 0)));
    }),
    { numRuns: 500 },
  );
});
