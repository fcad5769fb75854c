import { describe, expect, it } from 'vitest';
import { RecordSetBuilder } from '../../../src/lib/engine/columns/build.ts';
import { NOTHING_ASIDE, type Aside, type RejectedCells } from '../../../src/lib/engine/columns/aside.ts';
import { openRecords } from '../../../src/lib/engine/columns/records.ts';
import { drain } from '../../../src/lib/engine/run/steps.ts';

const HEADER = ['Id', 'Name', 'City', 'Phone'];

function aside(rejected: readonly RejectedCells[], stored: readonly string[][] = []): Aside {
  const builder = new RecordSetBuilder(HEADER, 2);
  stored.forEach((row, at) => builder.add(row, at));
  return drain(openRecords(builder.finish(), 'Id', false, { ...NOTHING_ASIDE, rejected })).aside;
}

const row = (line: number, ...texts: string[]): RejectedCells => ({ line, fileRow: line - 2, texts });

const namesOf = (of: Aside): string[][] =>
  Array.from({ length: of.count }, (_, at) => of.readings(at, ['Name']).map(([name]) => name!));

describe('[KW8] what the cells of a rejected row may say', () => {
  it('of a row that was stored and set aside for its id: its cell, on its line', () => {
    const of = aside(
      [],
      [
        ['1', 'Nord', '', ''],
        ['', ' Dal ', '', ''],
        ['1', 'Elv', '', ''],
      ],
    );
    expect(namesOf(of)).toEqual([[' Dal '], ['Elv']]);
    expect([of.line(0), of.line(1)]).toEqual([3, 4]);
  });

  it('of one with cells too many: the field a delimiter stood in may be before it, itself, behind it', () => {
    const of = aside([row(5, '1', 'Fjell', ' Inc.', 'Oslo', '22')]);
    expect(namesOf(of)).toEqual([[' Inc.', 'Fjell, Inc.', 'Fjell']]);
    expect(namesOf(aside([row(5, '1', 'a', 'b', 'c', 'Oslo', '22')]))).toEqual([['c', 'a,b,c', 'a']]);
  });

  it('of a short one: from its start and from its end', () => {
    expect(namesOf(aside([row(5, 'Dal', 'Oslo', '22')]))).toEqual([['Oslo', 'Dal']]);
    expect(namesOf(aside([row(5, '1', 'Dal')]))).toEqual([['Dal', '']]);
  });

  it('of one that a line end broke in two: both halves, and the whole', () => {
    const of = aside([row(5, '1', 'Fjell'), row(6, 'Inc.', 'Oslo', '22')]);
    expect(namesOf(of)).toContainEqual(['Fjell\nInc.']);
    expect(namesOf(aside([row(5, '1', 'Fjell'), row(9, 'Inc.', 'Oslo', '22')]))).not.toContainEqual([
      'Fjell\nInc.',
    ]);
  });

  it('of one whose cells were not kept: nothing', () => {
    expect(namesOf(aside([row(5)]))).toEqual([[]]);
  });

  it('takes several fields from one reading', () => {
    const of = aside([row(5, '1', 'Fjell', ' Inc.', 'Oslo', '22')]);
    const readings = of.readings(0, ['Name', 'City']);
    expect(readings).toContainEqual(['Fjell, Inc.', 'Oslo']);
    expect(readings).toContainEqual(['Fjell', ' Inc.,Oslo']);
    expect(readings).not.toContainEqual([' Inc.', 'Fjell']);
  });
});
