import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/lib/connectors/csv/index.ts';
import { bytesSource } from '../../src/lib/connectors/source.ts';
import { utf8 } from '../../src/lib/engine/bytes/utf8.ts';

/** Enough plain rows for the delimiter, the header and the table to be settled. */
const HEAD = `Id,Name,Note\n${'1,Anna,"likes tea"\n'.repeat(16_000)}`;

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', '12', 'ø', '', '"b"', '""', '"c,d"', '2025-01-31') },
  fc.constantFrom(
    ' ',
    '\u00a0',
    '"e""f"',
    '"g\nh"',
    '"i\r\nj"',
    '"q\rr"',
    'k"l',
    ' "m"',
    '"n" ',
    '"o"p',
    '\u0000',
    '"\u00a0"',
  ),
);
const newline = fc.oneof({ weight: 5, arbitrary: fc.constant('\n') }, fc.constantFrom('\r\n', '\r', '\n\n'));
const row = fc.tuple(fc.array(cell, { minLength: 1, maxLength: 4 }), newline);
const tail = fc.array(row, { maxLength: 60 });
const ending = fc.constantFrom('', 'last', '"open', '1,"open\nand on', '\r', '"x"');

/** `mixed` reads every line as text, through PapaParse: the same rows of a file that is UTF-8. */
async function read(text: string, chunk: number, encoding: 'utf-8' | 'mixed') {
  const source = bytesSource('a.csv', utf8(text), chunk);
  const result = await readCsv(source, { encoding, delimiter: ',' }, undefined, { segmentRows: 9_000 });
  if (!result.ok) return result;
  const { encoding: used, choices, ...report } = result.report;
  expect([used, choices.encoding]).toEqual([encoding, encoding]);
  return { set: result.set, report };
}

describe('[Reading files] lines told by their bytes', () => {
  test.each(['q\rr', 'q\nr', 'q\r\nr'])('a line end inside quotes is none of them: %j', async (text) => {
    const whole = `${HEAD}2,"${text}",x\n3,b,c\n4,,\n`;
    const told = await read(whole, 4096, 'utf-8');
    expect(told).toEqual(await read(whole, 1 << 20, 'mixed'));
    expect(told).toMatchObject({ report: { stored: 16_003 } });
  });

  test('give the rows, columns and report that PapaParse gives', async () => {
    await fc.assert(
      fc.asyncProperty(tail, ending, fc.constantFrom(97, 4096, 1 << 20), async (rows, end, chunk) => {
        const text = HEAD + rows.map(([cells, eol]) => cells.join(',') + eol).join('') + end;
        expect(await read(text, chunk, 'utf-8')).toEqual(await read(text, 1 << 20, 'mixed'));
      }),
      { numRuns: 120 },
    );
  });
});
