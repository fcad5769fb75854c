import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

/** Text as UTF-8, a number as that byte. */
const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])),
  );

describe('[RD6] a line of UTF-8 with bytes that are none', () => {
  it.each([
    [
      'a letter cut in half at the end',
      bytes('Id,N,O\n1,Pål,så s', 0xc3, '\n2,b,c\n'),
      ['1', 'Pål', 'så sÃ'],
    ],
    [
      'cut inside a quoted cell',
      bytes('Id,N,O\r\n1,"Bråten",', '"kø', 0xc3, '"\r\n'),
      ['1', 'Bråten', 'køÃ'],
    ],
    ['cut after two of three bytes', bytes('Id,N,O\n1,søn,ti ', 0xe2, 0x80, '\n'), ['1', 'søn', 'ti â€']],
    ['one byte of windows-1252 in a row', bytes('Id,N,O\n1,Åse,m', 0xf8, 'ter\n'), ['1', 'Åse', 'møter']],
    ['an overlong form', bytes('Id,N,O\n1,Åse,x', 0xc0, 0xaf, '\n'), ['1', 'Åse', 'xÀ¯']],
    ['half of a surrogate pair', bytes('Id,N,O\n1,Åse,', 0xed, 0xa0, 0x80, '\n'), ['1', 'Åse', 'í\u00a0€']],
    [
      'an emoji cut at the end of the file',
      bytes('Id,N,O\n1,Åse,a ', 0xf0, 0x9f, 0x98),
      ['1', 'Åse', 'a ðŸ˜'],
    ],
  ])('%s: only these bytes are read as windows-1252, and the line is named', async (_, file, cells) => {
    for (const chunk of [1, 3, 64]) {
      const read = await readText(file, {}, chunk);
      expect(read.cells[0]).toEqual(cells);
      expect(read.report.encoding).toBe('mixed');
      expect(read.report.warnings[0]).toEqual({ code: 'bad-bytes', count: 1, lines: [2] });
    }
  });

  it('a whole line of windows-1252 among lines of UTF-8 is read as such', async () => {
    const { cells, report } = await readText(bytes('Id,N\n1,Pål\n2,P', 0xe5, 'l\n3,P', 0xe5, 'l\n'));
    expect(cells.map(([, name]) => name)).toEqual(['Pål', 'Pål', 'Pål']);
    expect(report.warnings).toEqual([{ code: 'mixed-encoding', count: 2, lines: [3, 4] }]);
  });

  it('a file of windows-1252 stays one, though letters of a few lines look like UTF-8', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => [`${String(i)},caf`, 0xe9, '\n'] as const).flat();
    const { cells, report } = await readText(
      bytes('Id,N\n', ...rows, 'x,NESTL', 0xc9, 0xae, ' p', 0xe9, 'r\n'),
    );
    expect(cells.at(-1)).toEqual(['x', 'NESTLÉ® pér']);
    expect(report.encoding).toBe('windows-1252');
  });
});
