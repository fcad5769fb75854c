import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

const table = 'Id,Name\n1,Ann\n2,Bo\n';

describe('the header once more', () => {
  it('[S476] the header again in other letters is no second table: nothing below it is lost', async () => {
    const { report, cells } = await readText(`${table}ID,NAME\n3,Carl\n\nid,name\n4,Dora\n`);
    expect(cells.map(([id]) => id)).toEqual(['1', '2', '3', '4']);
    expect(report).toMatchObject({ rows: 5, stored: 4, blank: 1, dropped: [] });
    expect(report.warnings).toEqual([{ code: 'repeated-header', count: 2, lines: [4, 7] }]);
    const other = await readText(`${table}ID,Title\n3,Carl\n`);
    expect(other.report.warnings.map(({ code }) => code)).not.toContain('repeated-header');
  });

  it('[S476] several byte order marks before the header are no part of its first name', async () => {
    const { header } = await readText(`\ufeff\ufeff${table}`);
    expect(header).toEqual(['Id', 'Name']);
  });
});
