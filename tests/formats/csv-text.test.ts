import { describe, expect, it } from 'vitest';
import { csvRow, csvStart, inert } from '../../src/lib/formats/index.ts';

describe('[change files] cells', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+47 900', "'+47 900"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['-5', '-5'],
    ['-1,000.50', '-1,000.50'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('for spreadsheets %j is %j', (text, cell) => {
    expect(inert(text)).toBe(cell);
  });

  it('for systems are exact', () => {
    expect(csvRow(['=1', ' a ', 'x"y', 'a,b', 'l\nm', ''], 'systems')).toBe(
      '=1," a ","x""y","a,b","l\nm",\r\n',
    );
    expect(csvRow([''], 'systems')).toBe('""\r\n');
    expect(csvStart('systems')).toBe('');
    expect(csvStart('spreadsheets')).toBe('\ufeff');
  });
});
