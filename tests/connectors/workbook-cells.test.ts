import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bookOf } from '../support/workbook.ts';
import { number, STYLES, values, whole } from './read-workbook.ts';

describe('[S171] the text of a cell is what the workbook stores', () => {
  it.each([
    ['1234567890123456', '1234567890123456'],
    ['00123', '00123'],
    ['98765432109876543210', '98765432109876543210'],
    ['1.2345678901234E+15', '1234567890123400'],
    ['1.5E+3', '1500'],
    ['-2.50', '-2.5'],
    ['5.0000000000000001E-3', '0.005'],
    ['1.1000000000000001', '1.1'],
    ['0.30000000000000004', '0.3'],
    ['-0.1', '-0.1'],
    ['1E-7', '0.0000001'],
    ['1E+300', '1E+300'],
    ['123456789012345.25', '123456789012345'],
    ['1234567890123456.5', '1234567890123456.5'],
    ['0', '0'],
  ])('a number stored as %s is %s', async (stored, text) => {
    expect(await values([number(stored)])).toEqual([text]);
  });

  it('texts: shared, inline, in runs, spoken aside, with what XML cannot hold', async () => {
    const strings =
      '<si><t>plain</t></si><si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si><si><t>a &amp;lt; b &#233; _x000D__x005F_x0041_</t></si><si/>';
    const cells = [0, 1, 2, 3].map((at) => `<c t="s"><v>${String(at)}</v></c>`);
    const own = '<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>';
    const cdata = '<c t="inlineStr"><is><t><![CDATA[<b> & ]]></t></is></c>';
    expect(await values([...cells, own, cdata], { strings })).toEqual([
      'plain',
      'rich text',
      'a &lt; b é \r_x0041_',
      '',
      'inline',
      '<b> & ',
    ]);
  });

  it('truth values are TRUE and FALSE, a date of its own kind is its text', async () => {
    expect(
      await values(['<c t="b"><v>1</v></c>', '<c t="b"><v>0</v></c>', '<c t="d"><v>2024-05-06</v></c>']),
    ).toEqual(['TRUE', 'FALSE', '2024-05-06']);
  });

  it('names with a prefix, single quotes and a bracket in a value are read too', async () => {
    const xml = `<sheetData><row r='1'><c r='A1' t="inlineStr" title="a > b"><is><t>Id</t></is></c><c r='B1' t='inlineStr'><is><t>V</t></is></c></row><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>`;
    const prefixed = xml.replaceAll(/<(\/?)(\w)/g, '<$1x:$2');
    const book = unzipSync(bookOf({ sheets: [{ name: 'S', xml: '' }] }));
    const body = `<!-- a <comment> --><x:worksheet xmlns:x="x">${prefixed}</x:worksheet>`;
    expect((await whole(zipSync({ ...book, 'xl/worksheets/sheet1.xml': strToU8(body) }))).cells).toEqual([
      ['1', '2'],
    ]);
  });
});

describe('[S172] days and times as their cells show them, by ISO', () => {
  const styles = STYLES([
    14,
    22,
    20,
    'dd\\.mm\\.yyyy',
    '[$-409]d/m/yy h:mm AM/PM;@',
    '0.00',
    '#,##0 "days"',
    '[h]:mm',
    'mmm yy',
    '[Red]0.0;[Blue]-0.0',
    'mm:ss',
  ]);
  it.each([
    ['45413', 1, '2024-05-01'],
    ['45413.5', 1, '2024-05-01T12:00:00'],
    ['45413', 2, '2024-05-01T00:00:00'],
    ['45413.999999', 2, '2024-05-01T23:59:59.914'],
    ['0.75', 3, '18:00:00'],
    ['45413', 4, '2024-05-01'],
    ['45413.25', 5, '2024-05-01T06:00:00'],
    ['45413', 6, '45413'],
    ['45413', 7, '45413'],
    ['1.5', 8, '36:00:00'],
    ['45413', 9, '2024-05-01'],
    ['45413', 10, '45413'],
    ['0.5', 11, '12:00:00'],
    ['1', 1, '1900-01-01'],
    ['59', 1, '1900-02-28'],
    ['60', 1, '60'],
    ['61', 1, '1900-03-01'],
    ['-1', 1, '-1'],
    ['2958465', 1, '9999-12-31'],
    ['2958466', 1, '2958466'],
  ])('%s in format %i is %s', async (stored, style, text) => {
    expect(await values([number(stored, style)], { styles })).toEqual([text]);
  });

  it('the days of the other system begin in 1904', async () => {
    const cells = [number('43951', 1), number('0', 1), number('0.5', 3)];
    expect(await values(cells, { styles, properties: 'date1904="1"' })).toEqual([
      '2024-05-01',
      '1904-01-01',
      '12:00:00',
    ]);
  });
});
