/** Rows of a CSV of the Bulk API: commas, quotes doubled, lines of LF or CRLF. Null where its quotes do not close. */
export function readCsv(text: string): string[][] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text.charAt(at) === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) return null;
        if (text.charAt(at) !== '"') cell += text.charAt(at);
        else if (text.charAt(at + 1) === '"') cell += text.charAt(++at);
        else break;
      }
      at += 1;
    } else {
      const [plain = ''] = /^[^,\r\n]*/.exec(text.slice(at, at + 200_000)) ?? [];
      cell = plain;
      at += plain.length;
    }
    row.push(cell);
    if (text.charAt(at) === ',') {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((cells) => cells.length > 1 || cells[0] !== '');
}

/** Every cell in quotes, as the app writes its results. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');
