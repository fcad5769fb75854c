import { describe, expect, test } from 'vitest';
import { isValidEmail } from '../../../src/lib/engine/scope/email.ts';
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
