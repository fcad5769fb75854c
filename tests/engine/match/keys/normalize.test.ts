import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { asciiFast, normalizer } from '../../../../src/lib/engine/match/keys/normalize.ts';
import { salesforceId } from '../../../../src/lib/engine/model/salesforce-id.ts';
import { NORMALIZERS } from '../../../../src/lib/engine/model/design.ts';
import type { NormalizerName } from '../../../../src/lib/engine/model/design.ts';
import { createTools } from '../../../../src/lib/tools/index.ts';

const tools = createTools();
const normal = (name: NormalizerName, text: string, country: string | null = null): string =>
  normalizer([name], country, tools)(text);

describe('[MA12] normalisers', () => {
  test.each<[string, NormalizerName, string, string]>([
    ['S14', 'text', ' A\u030a  b ', 'Å  b'],
    ['S14', 'name', ' ACME\t  Åre\u00a0AS ', 'acme åre as'],
    ['S14', 'name', 'Große', 'grosse'],
    ['S14', 'name-no-diacritics', 'Ærø Łódź Þór Đà Çœur', 'aero lodz thor da coeur'],
    ['S14', 'name-no-diacritics', 'Åse Ståhl İx ıx', 'ase stahl ix ix'],
    ['S14', 'name-no-diacritics', '한국 ガス', '한국 ガス'],
    ['S14', 'name-no-legal-form', 'Acme, Inc.', 'acme'],
    ['S14', 'name-no-legal-form', 'Nordic A/S', 'nordic'],
    ['S14', 'name-no-legal-form', 'Fratelli S.p.A.', 'fratelli'],
    ['S14', 'name-no-legal-form', 'Müller GmbH Co. KG', 'müller gmbh co.'],
    ['S14', 'name-no-legal-form', 'Holding Ltd AS', 'holding'],
    ['S14', 'name-no-legal-form', 'AS AS', 'as'],
    ['S14', 'name-no-legal-form', 'Asas', 'asas'],
    ['S14', 'name-no-legal-form', ',', ','],
    ['S15', 'email', ' Anna@ACME.no ', 'anna@acme.no'],
    ['S15', 'email', 'Anna <Anna@acme.no>', 'anna@acme.no'],
    ['S15', 'email', 'A <b> < x@y.no >', 'x@y.no'],
    ['S15', 'email', 'MailTo: anna@acme.no?subject=Hi', 'anna@acme.no'],
    ['S15', 'email', 'Anna <mailto:anna@acme.no>', 'anna@acme.no'],
    ['S15', 'email', 'anna?x@acme.no', 'anna?x@acme.no'],
    ['S15', 'email', 'anna@acme.no>', 'anna@acme.no>'],
    ['S16', 'domain', ' HTTPS://user:pw@www.Acme.NO:8080/path?q#f ', 'acme.no'],
    ['S16', 'domain', '//acme.no', 'acme.no'],
    ['S16', 'domain', 'www.acme.no.', 'acme.no'],
    ['S16', 'domain', 'anna@acme.no', 'acme.no'],
    ['S16', 'domain', 'blåbær.no', 'xn--blbr-roah.no'],
    ['S16', 'domain', '1.2', '1.2'],
    ['S16', 'domain', 'Acme Å corp', ''],
    ['S16', 'domain', 'www2.acme.no', 'www2.acme.no'],
    ['S17', 'phone', '0047 22 33 44 55', '+4722334455'],
    ['S17', 'phone', '+47 22-33-44-55', '+4722334455'],
    ['S17', 'phone', '22 33 44 55', '22 33 44 55'],
    ['S17', 'phone', '+1 2', ''],
    ['S18', 'salesforce-id', '0035e00000AbCdE', '0035e00000AbCdEAAV'],
    ['S18', 'salesforce-id', '003-1', '003-1'],
  ])('[%s] %s of %j is %j', (_rule, name, text, expected) => {
    expect(normal(name, text)).toBe(expected);
  });

  test('[S17] the default country reads national numbers', () => {
    expect(normal('phone', '22 33 44 55', 'NO')).toBe('+4722334455');
    expect(normal('phone', '(212) 555-0100', 'US')).toBe('+12125550100');
    expect(normal('phone', 'call me', 'NO')).toBe('');
    expect(normal('phone', '22 33 44 55', 'XX')).toBe('22 33 44 55');
  });

  test('[MA12] in the order given; none is text; blank gives blank', () => {
    expect(normalizer(['name-no-diacritics', 'name-no-legal-form'], null, tools)('Blåbær AS')).toBe(
      'blabaer',
    );
    expect(normalizer([], null, tools)(' A\u030a ')).toBe('Å');
    for (const name of NORMALIZERS) expect(normal(name, ' \u00a0\r\n')).toBe('');
  });

  test('[S18] [MA12] 15 get their check letters, fitting ones get their case back, others make it no such id', () => {
    expect(salesforceId(' 0035e00000AbCdEaav ')).toBe('0035e00000AbCdEAAV');
    expect(salesforceId('aBcDeFgHiJkLmNo')).toBe('aBcDeFgHiJkLmNoKVK');
    expect(salesforceId('0035e00000AbCdEAA')).toBe('0035e00000AbCdEAA');
    expect(salesforceId('0035e00000AbCdEAAW')).toBe('0035e00000AbCdEAAW');
    expect(salesforceId('ORDER0000000000001')).toBe('ORDER0000000000001');
    expect(salesforceId('')).toBe('');
  });

  test('[MA12] every normaliser is through after one pass and gives trimmed text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NORMALIZERS), fc.string({ unit: 'grapheme' }), (name, text) => {
        const once = normal(name, text, 'NO');
        expect(once).toBe(once.trim());
        if (name === 'text' || name === 'name' || name === 'salesforce-id')
          expect(normal(name, once)).toBe(once);
      }),
    );
  });
});

describe('[S14] [S15] byte loops', () => {
  test.each<[readonly NormalizerName[], string | null]>([
    [[], 'text'],
    [['text'], 'text'],
    [['email', 'text'], 'email'],
    [['name', 'name-no-diacritics'], 'name'],
    [['name', 'email'], null],
    [['name-no-legal-form'], null],
    [['domain'], null],
    [['phone'], null],
    [['salesforce-id'], null],
  ])('[MA12] %j has the loop %s', (names, loop) => {
    expect(asciiFast(names)).toBe(loop);
  });

  test('[MA12] a loop over ASCII bytes gives what the string normaliser gives', () => {
    const unit = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...' \t\n\v\f\r\0\x1c\x1f<>@.:?aAzZ'.split('')) },
      { weight: 1, arbitrary: fc.constantFrom('mailto:', 'MAILTO:', '  ', 'Anna <a@B.no>') },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)) },
    );
    const cells = fc.array(unit, { maxLength: 14 }).map((parts) => parts.join(''));
    const names = fc.array(fc.constantFrom<NormalizerName>('text', 'email', 'name', 'name-no-diacritics'), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(cells, names, (cell, list) => {
        const loop = asciiFast(list);
        const expected = loop === null ? null : byteLoop(loop, cell);
        if (expected !== null) expect(expected).toBe(normalizer(list, null, tools)(cell));
      }),
      { numRuns: 5000 },
    );
  });
});

/** The loop as its doc comment says; null where the cell goes to the string normaliser. */
function byteLoop(loop: 'text' | 'email' | 'name', cell: string): string | null {
  const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
  const bytes = [...cell].map((sign) => sign.charCodeAt(0));
  while (bytes.length > 0 && isSpace(bytes[0]!)) bytes.shift();
  while (bytes.length > 0 && isSpace(bytes.at(-1)!)) bytes.pop();
  const out: number[] = [];
  for (const code of bytes) {
    if (loop === 'name' && isSpace(code)) {
      if (out.at(-1) !== 32) out.push(32);
    } else out.push(loop !== 'text' && code >= 65 && code <= 90 ? code + 32 : code);
  }
  const text = String.fromCharCode(...out);
  if (loop !== 'email') return text;
  if (/[<>]/.test(text) || text.startsWith('mailto:')) return null;
  return text.includes('@') ? text : '';
}
