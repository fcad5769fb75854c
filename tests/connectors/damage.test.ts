import { describe, expect, it } from 'vitest';
import { isDamaged } from '../../src/lib/engine/read/damaged.ts';
import { said } from '../support/english.ts';
import { readText } from './read-text.ts';

const utf16 = (text: string): Uint8Array =>
  new Uint8Array(Uint16Array.from(`\ufeff${text}`, (sign) => sign.charCodeAt(0)).buffer);

describe('[RD20] letters that were lost or misread before the file was saved', () => {
  const text = 'Id,N\n1,a\u0096b\u0092\n2,Troms\ufffd\n3,blÃ¥\n4,blå\n5,\u0081\n';

  it('are named with their lines and what they would be, whatever the encoding', async () => {
    for (const [file, chunk] of [
      [text, 3],
      [text, 1 << 20],
      [utf16(text), 5],
      [utf16(text.replaceAll('\n', '\r\n')), 64],
    ] as const) {
      const { report, cells } = await readText(file, {}, chunk);
      expect(cells[0]).toEqual(['1', 'a\u0096b\u0092']);
      expect(report.warnings).toEqual([
        { code: 'mojibake', count: 1, lines: [4] },
        { code: 'lost-letters', count: 1, lines: [3] },
        { code: 'control-characters', count: 2, lines: [2, 6], value: 'U+0096 –, U+0092 ’, U+0081' },
      ]);
    }
  });

  it('are said in whole sentences', async () => {
    const { report } = await readText(text);
    expect(said('reading').notes(report).slice(1)).toEqual([
      't.csv, line 3: 1 line with the sign � (U+FFFD), which stands for letters lost before the file was saved; no such value replaces a good one unasked. Export it again as UTF-8.',
      't.csv, line 2: 2 lines with control characters where windows-1252 has other signs (lines 2, 6): U+0096 –, U+0092 ’, U+0081; no such value replaces a good one unasked. Export it again as UTF-8.',
    ]);
  });

  it.each(['Troms\ufffd', 'a\u0096b', 'blÃ¥', 'Itâ€™s', 'ðŸ˜€', 'på sÃ', 'kafÃ', '25 Â°C', 'ÐÐ¾Ñ', 'OslÅ'])(
    '%j is damaged',
    (value) => {
      expect(isDamaged(value)).toBe(true);
    },
  );

  it.each([
    'Tromsø',
    'SÃO PAULO',
    'IRMÃ',
    'Ângela',
    'pâte',
    'châtaigne',
    'Ærø',
    '2 × 3 °C',
    'ÅSE',
    'Åse Ø',
    '山田',
    '',
  ])('%j is not', (value) => {
    expect(isDamaged(value)).toBe(false);
  });
});
