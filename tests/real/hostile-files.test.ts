import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/lib/connectors/csv/index.ts';
import { readingProblem } from '../../src/lib/words/en/problems-reading.ts';
import { said } from '../support/english.ts';
import { bytesSource } from '../../src/lib/connectors/source.ts';
import { NASTY_EXPECTED } from '../fixtures/nasty-expected.ts';
import { cellsOf } from '../connectors/read-text.ts';
import { sharedBytes, sharedSource, sharedText } from './shared-data.ts';

interface ManifestEntry {
  readonly file: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly newline?: string;
  readonly header?: readonly string[];
  readonly rows: number;
  readonly first?: readonly string[];
}

const manifest = JSON.parse(sharedText('nasty/manifest.json')) as readonly ManifestEntry[];

describe('[Reading files] the hostile files read as the committed table says', () => {
  it('the table names the files of the manifest', () => {
    expect(NASTY_EXPECTED).toHaveLength(30);
    expect(NASTY_EXPECTED.map(({ file }) => file)).toEqual(manifest.map(({ file }) => file));
  });

  it.each(NASTY_EXPECTED)('$file', async (expected) => {
    const bytes = sharedBytes(`nasty/${expected.file}`);
    const wanted = manifest.find(({ file }) => file === expected.file)!;
    for (const chunk of [3, 1024 * 1024]) {
      if (chunk === 3 && bytes.length > 10_000) continue;
      const result = await readCsv(bytesSource(expected.file, bytes, chunk), expected.chosen ?? {});
      if (!result.ok) {
        expect(expected.encoding).toBeNull();
        expect([readingProblem(result.problem)]).toEqual(expected.shown);
        expect(wanted.rows).toBe(0);
        continue;
      }
      const { report, set } = result;
      expect({
        encoding: report.encoding,
        rows: report.rows,
        stored: report.stored,
        rejected: report.rejected.length,
        blank: report.blank,
        shown: said('reading').notes(report),
      }).toEqual({
        encoding: expected.encoding,
        rows: expected.rows,
        stored: expected.stored,
        rejected: expected.rejected,
        blank: expected.blank,
        shown: expected.shown,
      });
      expect(report.stored + report.rejected.length + report.blank).toBe(report.rows);
      expect(set.rows).toBe(report.stored);

      const named = report.encoding === 'utf-8' && report.byteOrderMark ? 'utf-8-bom' : report.encoding;
      if (wanted.encoding !== undefined) expect(named).toBe(wanted.encoding);
      // One column has no delimiter to agree on.
      if (wanted.delimiter !== undefined) expect(report.delimiter).toBe(wanted.delimiter);
      if (wanted.newline !== undefined) expect(report.newline).toBe(wanted.newline);
      if (wanted.header !== undefined) expect(report.header).toEqual(wanted.header);
      if (wanted.first !== undefined) expect(cellsOf(set).cells[0]).toEqual(wanted.first);
      expect(expected.differs === null).toBe(report.rows === wanted.rows);
    }
  });

  it('Shift_JIS is never guessed: without a choice it is windows-1252, and says so', async () => {
    const result = await readCsv(sharedSource('nasty/shift-jis.csv'));
    expect(result.ok && result.report.encoding).toBe('windows-1252');
    expect(result.ok && result.report.warnings.map(({ code }) => code)).toEqual(['assumed-windows-1252']);
  });

  it('prototype names, duplicates and empty names survive as header', async () => {
    const result = await readCsv(sharedSource('nasty/headers-duplicate-empty-spaces.csv'));
    expect(result.ok && result.set.header).toEqual([
      ' Email ',
      'Email',
      'email',
      '',
      'Name\u00a0',
      'Name',
      'Phone\nNumber',
      '__proto__',
      'constructor',
    ]);
  });
});
