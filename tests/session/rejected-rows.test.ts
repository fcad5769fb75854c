import { describe, expect, it } from 'vitest';
import { csv, importInto, JOB, SessionWorld, twoFiles, value } from './session-world.ts';

/** Rows that were set aside can be looked at and taken out, whatever set them aside. Their keys absorb: KW8. */
describe('[RD15] rejected rows', () => {
  const HEADER = 'Record ID,Email,First Name,Last Name';

  it('are shown with their cells in the order of their lines, those without an id of their own too', async () => {
    const tab = await new SessionWorld().tab();
    const { id } = await twoFiles(tab);
    const lines = ['1,anna@acme.no,A,B', '1,bo@acme.no,"C\nc",D', '2,cy@acme.no,E,F,G', ',di@acme.no,H,I'];
    await importInto(tab, id, 'people', 'left', csv('again.csv', HEADER, ...lines));
    const head = value(await tab.session.refresh(JOB));
    const shown = value(await tab.session.rejected('people', 'left'));
    expect(shown.header).toEqual(HEADER.split(','));
    expect(shown.total).toBe(head.syncs[0]?.sides.left?.reading.rejected);
    expect(shown.rows).toEqual([
      { why: { line: 3, code: 'repeated-id', id: '1' }, texts: ['1', 'bo@acme.no', 'C\nc', 'D'] },
      {
        why: { line: 5, code: 'too-many-cells', cells: 5, columns: 4 },
        texts: ['2', 'cy@acme.no', 'E', 'F', 'G'],
      },
      { why: { line: 6, code: 'no-id' }, texts: ['', 'di@acme.no', 'H', 'I'] },
    ]);
  });

  it('leave as a file with line, reason and the cells under their own headers, and are stored once mended', async () => {
    const tab = await new SessionWorld().tab();
    const { id } = await twoFiles(tab);
    const good = ['1,anna@acme.no,A,B', '4,ed@acme.no,"=1+1",K'];
    await importInto(
      tab,
      id,
      'people',
      'left',
      csv('l.csv', HEADER, ...good, '2,cy@acme.no,E,F, G', '3,di@acme.no,H,I,J,K'),
    );
    value(await tab.session.refresh(JOB));
    const { name, blob, rows } = value(await tab.session.rejectedFile('people', 'left'));
    expect([name, rows]).toEqual(['l.rejected.csv', 2]);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
    expect(text.split('\r\n')).toEqual([
      `\ufeffLine,Why it was set aside,${HEADER},Cell 5,Cell 6`,
      '4,"5 cells, the header has 4",2,cy@acme.no,E,F," G"',
      '5,"6 cells, the header has 4",3,di@acme.no,H,I,J,K',
      '',
    ]);
    await importInto(
      tab,
      id,
      'people',
      'left',
      csv('l.csv', HEADER, ...good, '2,cy@acme.no,E,"F, G"', '3,di@acme.no,H,I'),
    );
    const mended = value(await tab.session.refresh(JOB));
    expect(mended.syncs[0]?.sides.left?.reading).toMatchObject({ rows: 4, stored: 4, rejected: 0, blank: 0 });
    expect(value(await tab.session.rejected('people', 'left')).rows).toEqual([]);
  });

  it('of more than are shown are all in the file, from sets of any width', async () => {
    const tab = await new SessionWorld().tab();
    const { id } = await twoFiles(tab);
    const wide = Array.from({ length: 21 }, (_, at) => `C${String(at)}`);
    const lines = Array.from({ length: 300 }, (_, at) =>
      ['7', 'e@acme.no', 'A', 'B', ...wide.map((name) => `${name}-${String(at)}`)].join(','),
    );
    await importInto(tab, id, 'people', 'left', csv('w.csv', [HEADER, ...wide].join(','), ...lines));
    value(await tab.session.refresh(JOB));
    const shown = value(await tab.session.rejected('people', 'left'));
    const { blob, rows } = value(await tab.session.rejectedFile('people', 'left'));
    const text = (await blob.text()).trim().split('\r\n');
    expect([shown.total, shown.rows.length, rows, text.length]).toEqual([299, 200, 299, 300]);
    expect(text.at(-1)?.endsWith('C20-299')).toBe(true);
  });
});
