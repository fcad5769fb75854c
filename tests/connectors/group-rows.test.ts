import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

describe('[RD8] a row of groups above the header', () => {
  it.each([
    'Contact,,,Company,\nRecord ID,First Name,Email,Name,Amount\n1,Ann,a@x.no,Nord,5\n2,Bo,b@x.no,Dal,6\n',
    'Person,,Deal,,\nRecord ID,Name,Stage,Amount,Date\n1,Ann,won,5,2025-01-01\n',
  ])('%j is text above the table', async (text) => {
    const { report } = await readText(text);
    expect(report).toMatchObject({ headerLine: 2, dropped: [{ kind: 'preamble', fromLine: 1, toLine: 1 }] });
    expect(report.header[0]).toBe('Record ID');
  });

  it.each(['Id,,City\nx,Ann,Oslo\ny,Bo,Bergen\n', 'Name,,Amount\nAnn,x,1\nBo,y,2\n'])(
    '%j has a header with an empty name',
    async (text) => {
      expect((await readText(text)).report.headerLine).toBe(1);
    },
  );
});
