import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/lib/formats/index.ts';

describe('readJson', () => {
  it.each([
    ['', 1],
    ['{', 1],
    ['{\n"a": 1,\n}', 3],
    ['[1,\n2\n3]', 3],
    ['{"a":\ntru}', 2],
    ['{"a" 1}', 1],
    ['[1]\n\nx', 3],
    ['{"a": "x\ny"}', 1],
    ['[01]', 1],
    ['[1}', 1],
  ])('names the line of what is wrong in %j', (text, line) => {
    expect(readJson(text)).toMatchObject({ ok: false, line });
  });

  it.each([
    ['[01]', '01]'],
    ['["\\x"]', '"\\x"]'],
    ['["\\u12g4"]', '"\\u12g4"]'],
    ['[1.]', '1.]'],
    ['[1e+]', '1e+]'],
    ['[truer]', 'truer]'],
    ['["a\tb"]', '"a\tb"]'],
  ])('shows what is no JSON in %j', (text, found) => {
    expect(readJson(text)).toMatchObject({ fault: { is: 'unexpected', found: JSON.stringify(found) } });
  });

  it('says where a text of 12 MB is no JSON, in a text or after it', () => {
    const long = 'a\\n'.repeat(4_000_000);
    expect(readJson(`{\n"a": "${long}"\n,}`)).toEqual({
      ok: false,
      line: 3,
      fault: { is: 'unexpected', found: '"}"' },
    });
    expect(readJson(`["${long}`)).toMatchObject({ ok: false, line: 1 });
    expect(readJson(`[${'1'.repeat(12_000_000)}x]`)).toMatchObject({ ok: false, line: 1 });
  });

  it('fails exactly where JSON.parse does, at a place inside the text', () => {
    const seed = 20261121;
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', '"', ':', 'x', '1'),
        (json, at, put) => {
          const cut = at % (json.length + 1);
          const text = json.slice(0, cut) + put + json.slice(cut + 1);
          const reading = readJson(text);
          let parses = true;
          try {
            JSON.parse(text);
          } catch {
            parses = false;
          }
          expect(reading.ok, `seed ${String(seed)}`).toBe(parses);
          if (!reading.ok) expect(reading.line).toBe(1);
        },
      ),
      { seed, numRuns: 2000 },
    );
  });
});
