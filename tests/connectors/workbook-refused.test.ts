import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/lib/connectors/xlsx/faults.ts';
import { readXlsx } from '../../src/lib/connectors/xlsx/index.ts';
import { bytesSource } from '../../src/lib/connectors/source.ts';
import { readingProblem } from '../../src/lib/words/en/problems-reading.ts';
import { codeOf, column, number, read } from './read-workbook.ts';

describe('[S174] a workbook that is damaged, locked or larger than any export is refused in one sentence', () => {
  const good = column([number('1')]);
  const parts = unzipSync(good);
  const says = async (bytes: Uint8Array): Promise<string> => {
    const result = await read(bytes);
    return result.ok ? '' : readingProblem(result.problem);
  };

  it('cut off, or with changed bytes', async () => {
    expect(await says(good.subarray(0, good.length - 40))).toMatch(
      /^book\.xlsx cannot be unpacked, [^.]*\.$/,
    );
    const sheet = Uint8Array.from(good);
    const at = indexOf(sheet, 'xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length + 30;
    sheet[at]! ^= 0x55;
    expect(await codeOf(sheet)).toMatchObject({ code: 'broken-workbook', part: 'xl/worksheets/sheet1.xml' });
    expect(await says(sheet)).toMatch(/^book\.xlsx is damaged in its part .*: open it [^.]*\.$/);
  });

  it.each([
    ['cut XML', '<worksheet><sheetData><row r="1"><c r="A1"'],
    ['rows that go back', '<worksheet><sheetData><row r="3"/><row r="2"/></sheetData></worksheet>'],
    [
      'a column that is none',
      '<worksheet><sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      'a text that is not in the list',
      '<worksheet><sheetData><row r="1"><c t="s"><v>7</v></c><c><v>1</v></c></row><row><c><v>1</v></c><c><v>1</v></c></row></sheetData></worksheet>',
    ],
    ['entities of its own', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'],
    ['bytes that are no UTF-8', '<worksheet>\u00ff'],
  ])('%s', async (_, xml) => {
    const bytes = xml.endsWith('\u00ff') ? Uint8Array.from(xml, (sign) => sign.charCodeAt(0)) : strToU8(xml);
    const book = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': bytes });
    expect(await codeOf(book)).toMatchObject({ code: 'broken-workbook', part: 'xl/worksheets/sheet1.xml' });
  });

  it('a part that unpacks to more than it may, whatever the directory says of it', async () => {
    const problem = async (bytes: Uint8Array) => {
      const limits = { ...LIMITS, part: 100_000 };
      const result = await readXlsx(bytesSource('book.xlsx', bytes), {}, undefined, {}, limits);
      return result.ok ? null : result.problem;
    };
    const related = new TextDecoder()
      .decode(parts['xl/_rels/workbook.xml.rels'])
      .replace('</Rel', '<Relationship Id="s" Type="x/styles" Target="styles.xml"/></Rel');
    const large = { ...parts, 'xl/styles.xml': new Uint8Array(5_000_000) };
    expect(await problem(zipSync(large))).toBeNull();
    const bomb = zipSync({ ...large, 'xl/_rels/workbook.xml.rels': strToU8(related) });
    const found = await problem(bomb);
    expect(found).toMatchObject({ code: 'workbook-too-large', what: 'unpacked', most: 100_000 });
    const lying = Uint8Array.from(bomb);
    new DataView(lying.buffer).setUint32(lastIndexOf(lying, 'xl/styles.xml') - 46 + 24, 10, true);
    expect(await problem(lying)).toEqual(found);
    expect(
      readingProblem({ file: 'book.xlsx', code: 'workbook-too-large', what: 'unpacked', most: 64 << 20 }),
    ).toBe(
      'book.xlsx unpacks to more than 64 MiB, which no export does: save the sheet as CSV UTF-8 and read that.',
    );
  });

  it('one text that a million cells share is not written out a million times', async () => {
    const strings = `<si><t>${'x'.repeat(30_000)}</t></si>`;
    const cells = Array.from({ length: 40 }, () => '<c t="s"><v>0</v></c>');
    const limits = { ...LIMITS, characters: 1_000_000 };
    const result = await readXlsx(bytesSource('b', column(cells, { strings })), {}, undefined, {}, limits);
    expect(!result.ok && result.problem).toEqual({
      file: 'b',
      code: 'workbook-too-large',
      what: 'characters',
      most: 1_000_000,
    });
  });

  it('files in it that need a password', async () => {
    const locked = Uint8Array.from(good);
    const at = lastIndexOf(locked, 'xl/worksheets/sheet1.xml') - 46 + 8;
    locked[at]! |= 1;
    expect(await codeOf(locked)).toMatchObject({ code: 'another-kind', kind: 'excel-locked' });
  });
});

function indexOf(bytes: Uint8Array, name: string): number {
  return Buffer.from(bytes).indexOf(name);
}
function lastIndexOf(bytes: Uint8Array, name: string): number {
  return Buffer.from(bytes).lastIndexOf(name);
}
