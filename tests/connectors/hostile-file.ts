import type { CsvChoices } from '../../src/lib/connectors/csv/index.ts';
import type { Random } from '../reference/random.ts';

/** A generated file with its truth. */
export interface HostileFile {
  readonly bytes: Uint8Array;
  readonly choices: Partial<CsvChoices>;
  readonly encoding: string;
  readonly header: readonly string[];
  /** Cells of every stored row, filled up to the header. */
  readonly stored: readonly (readonly string[])[];
  readonly fileRows: readonly number[];
  readonly rejected: readonly { readonly fileRow: number; readonly line: number }[];
  readonly blank: number;
  readonly rows: number;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  '',
  'Name',
  'name',
  ' Name ',
  'E-post',
  'Telefon\n(mobil)',
  'a"b',
];
const LATIN = ['Ærlig', 'Zoë', 'Straße', 'Müller', '€ 5', '“quoted”', 'naïve', 'ÿ', '½ Ã'];
const WIDE = ['山田 太郎', 'محمد', '👩‍👩‍👧', 'ﬁ', '\ufeff', '\u200b', 'e\u0301', '\u2028', '\u0085', '𝒜'];
const PLAIN = [
  '',
  '',
  ' ',
  'Oslo',
  '007',
  '1.234,56',
  '=1+1',
  '@x',
  "'",
  '\\"',
  'null',
  '\t',
  '\v\f',
  '-',
  'hasOwnProperty',
];
const TRICKY = [
  '"',
  '""',
  'a "b" c',
  ',',
  ';',
  '|',
  'x,y;z\tq|',
  '\n',
  '\r',
  '\r\n',
  'l1\nl2',
  'l1\r\nl2\rl3',
  '"\n"',
  ',"\r\n",',
  'end\r',
];
const ENDS = ['\n', '\r\n', '\r'] as const;

/** Makes a file of hostile cells under a header whose first column numbers the rows. */
export function hostileFile(random: Random): HostileFile {
  const encoding: Encoding = random.pick([
    'utf-8',
    'utf-8',
    'utf-8',
    'utf-16le',
    'utf-16be',
    'windows-1252',
  ] as const);
  const delimiter = random.pick([',', ',', ';', '\t', '|', '::'] as const);
  const mixedEnds = random.chance(0.3);
  const usualEnd = random.pick(ENDS);
  const end = (): string => (mixedEnds ? random.pick(ENDS) : usualEnd);
  const columns = random.chance(0.01) ? 2000 + random.int(8000) : 2 + random.int(12);
  const texts = [...PLAIN, ...TRICKY, ...LATIN, ...(encoding === 'windows-1252' ? [] : WIDE)];
  const nul = random.chance(0.1) && !encoding.startsWith('utf-16');
  const quoteAll = random.chance(0.3);
  const write = (cell: string): string => {
    const must = /["\r\n]/.test(cell) || cell.includes(delimiter) || cell.includes(delimiter[0]!);
    return must || quoteAll || random.chance(0.1) ? `"${cell.replaceAll('"', '""')}"` : cell;
  };
  const cell = (): string => {
    if (random.chance(0.002)) return 'long '.repeat(1 + random.int(20_000));
    const text = random.pick(texts) + (random.chance(0.3) ? random.pick(texts) : '');
    return nul && random.chance(0.05) ? `a\u0000${text}` : text;
  };

  const header = ['Row no'];
  for (let i = 1; i < columns; i++)
    header.push(random.chance(0.3) ? random.pick(NAMES) : `Column ${String(i)}`);
  header[1] = 'Title';
  let text = '';
  let line = 1;
  const emit = (written: string): void => {
    text += written;
    line += written.match(/\r\n?|\n/g)?.length ?? 0;
  };
  if (random.chance(0.1)) emit(`Report of everything${end()}${end()}`);
  emit(header.map(write).join(delimiter) + end());

  const stored: string[][] = [];
  const fileRows: number[] = [];
  const rejected: { fileRow: number; line: number }[] = [];
  let blank = 0;
  let rows = 0;
  const wanted = 2 + random.int(columns > 1000 ? 3 : 30);
  for (let i = 0; i < wanted; i++) {
    const fileRow = rows++;
    const drawn = random.next();
    // The first row is as the header, so that the header is never the fault (RD3).
    const kind = i === 0 ? 0.5 : drawn;
    const last = i === wanted - 1;
    const ended = last && random.chance(0.3) ? '' : end();
    if (kind < 0.08 && i > 0 && !last) {
      blank++;
      const empty = random.pick(['', '  ', delimiter, delimiter.repeat(columns - 1), ` ${delimiter} `]);
      // A lone LF after a lone CR would be one line end, not two.
      if (text.endsWith('\r') && empty === '' && ended === '\n') emit(' ');
      emit(empty + ended);
      continue;
    }
    const cells = [String(1000 + i)];
    const count = kind < 0.2 ? 1 + random.int(columns) : columns;
    while (cells.length < count) cells.push(cell());
    if (cells.length > 1 && cells[1]!.trim() === '') cells[1] = 'x';
    const at = line;
    if (kind > 0.93) {
      const extra = [...cells];
      while (extra.length < columns) extra.push('');
      emit([...extra, '', 'too many'].map(write).join(delimiter) + ended);
      rejected.push({ fileRow, line: at });
      continue;
    }
    const written =
      kind > 0.87 ? [...cells, ...Array<string>(columns - cells.length).fill(''), '', ' '] : cells;
    emit(written.map(write).join(delimiter) + ended);
    stored.push([...cells, ...Array<string>(columns - cells.length).fill('')]);
    fileRows.push(fileRow);
  }
  // Strict UTF-8 beyond ASCII is what tells it from windows-1252.
  const ascii = !/[^\0-\x7f]/.test(text);
  const mark = encoding === 'utf-8' ? random.chance(0.3) : encoding !== 'windows-1252';
  const chosen = delimiter === '::' || random.chance(0.3);
  return {
    bytes: encode(text, encoding, mark),
    // A hostile column of apostrophes before formulas is one that RD9 reads without them; here every cell is exact.
    choices: {
      apostrophes: 'keep',
      delimiter: chosen || !safe(text, delimiter) ? delimiter : null,
      // What is their habit is judged elsewhere.
      short: 'fill',
      long: 'fill',
      // What windows-1252 means is only ever assumed.
      encoding: encoding === 'windows-1252' && !ascii ? 'windows-1252' : null,
    },
    encoding: encoding === 'windows-1252' && ascii ? 'utf-8' : encoding,
    header,
    stored,
    fileRows,
    rejected,
    blank,
    rows,
  };
}

/** Detection is judged elsewhere: here only where the cells hold no other delimiter. */
const safe = (text: string, delimiter: string): boolean =>
  [',', ';', '\t', '|'].every((other) => other === delimiter || !text.includes(other));

function encode(text: string, encoding: Encoding, mark: boolean): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode((mark ? '\ufeff' : '') + text);
  if (encoding === 'windows-1252') return Uint8Array.from(Array.from(text, byteOf1252));
  const marked = (mark ? '\ufeff' : '') + text;
  const bytes = new Uint8Array(marked.length * 2);
  for (let i = 0; i < marked.length; i++) {
    const unit = marked.charCodeAt(i);
    bytes[i * 2 + (encoding === 'utf-16le' ? 0 : 1)] = unit & 0xff;
    bytes[i * 2 + (encoding === 'utf-16le' ? 1 : 0)] = unit >> 8;
  }
  return bytes;
}

function byteOf1252(sign: string): number {
  const code = sign.codePointAt(0)!;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const byte = { '€': 0x80, '“': 0x93, '”': 0x94 }[sign];
  if (byte === undefined) throw new Error(`not in windows-1252: ${sign}`);
  return byte;
}
