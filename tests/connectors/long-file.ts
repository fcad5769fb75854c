import type { CsvChoices } from '../../src/lib/connectors/csv/index.ts';
import type { Random } from '../reference/random.ts';

/** A file longer than what is looked at before its rows are told by their bytes: plain at first, then everything files do. */
export interface LongFile {
  readonly bytes: Uint8Array;
  readonly choices: Partial<CsvChoices>;
}

/** More characters than decide delimiter, header and habits. */
const PLAIN_CHARS = 264 * 1024;
const NAMES = ['Name', 'City', 'Amount', 'Note', 'Phone', ' Stage ', '', 'Name', 'E-post', 'Año'];
const CELLS = [
  'Nord',
  'Oslo',
  '12',
  '007',
  '2025-01-31',
  'ø',
  'a b',
  '',
  ' ',
  'x@y.example',
  '+4722334455',
  'Madrid',
];
/** As bytes: quotes, blanks, marks, letters lost or misread. */
const ODD = [
  '"q"',
  '"a""b"',
  '"c\nd"',
  '"e\r\nf"',
  '"g\rh"',
  'k"l',
  ' "m"',
  '"n" ',
  '"o"p',
  '"He said "no" twice"',
  '="0012"',
  "'=1+1",
  "'007",
  "'s",
  '\u0000',
  '\u00a0',
  '\u00a0x',
  'x\u3000',
  'Ã¼',
  '\ufffd',
  '\u0081',
  '\u2028',
  '山',
  '\ufeff',
];
/** Bytes that are not UTF-8, as characters of one byte each. */
const BAD = ['\u00e6', 'M\u00fcller', '\u00c3', '\u00e2\u0082'];

const utf8 = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

/** Made of characters of one byte each. */
export function longFile(random: Random): LongFile {
  const delimiter = random.pick([',', ',', ';', '\t', '|']);
  const columns = 2 + random.int(5);
  const idAt = random.chance(0.6) ? 0 : random.int(columns);
  const names = Array.from({ length: columns }, (_, at) => (at === idAt ? 'Record Id' : random.pick(NAMES)));
  const id = random.pick([
    (row: number) => String(row),
    (row: number) => `C-${String(row)}`,
    (row: number) => `001A${String(10_000_000_000 + row)}`,
    (row: number) => `${random.pick(['Åse', 'Ann', 'Id'])} ${String.fromCharCode(97 + (row % 26))}`,
  ]);
  const end = random.pick(['\n', '\n', '\r\n']);
  const quoted = random.chance(0.3);
  const write = (cell: string): string => (quoted && !cell.includes('"') ? `"${cell}"` : cell);
  const line = (cells: readonly string[]): string => cells.map((cell) => write(utf8(cell))).join(delimiter);
  const usual = random.pick([0, 0, 0, 1]);
  const row = (at: number, cell: () => string): string[] => [
    ...names.map((_, column) => (column === idAt ? id(at) : cell())),
    ...Array<string>(usual).fill(''),
  ];
  const plain = (): string => random.pick(CELLS);

  let text = random.chance(0.2)
    ? `Report of all${random.chance(0.5) ? delimiter.repeat(columns - 1) : ''}${end}${end}`
    : '';
  text += line(names) + end;
  const filler = 'long '.repeat(160);
  let at = 1;
  while (text.length < PLAIN_CHARS)
    text += line(row(at++, () => (random.chance(0.5) ? filler : plain()))) + end;

  const bad = random.chance(0.3);
  const events: readonly (() => string)[] = [
    () => line(row(at++, plain)),
    () => line(row(at++, plain)),
    () => line(row(at++, plain)),
    () =>
      row(at++, () => random.pick([...CELLS, ...ODD]))
        .map(utf8)
        .join(delimiter),
    () => (bad ? row(at++, () => random.pick([...CELLS, ...BAD])).join(delimiter) : line(row(at++, plain))),
    () => line(row(at++, plain).slice(0, 1 + random.int(columns))),
    () => line([...row(at++, plain), random.pick(['', 'more'])]),
    () => random.pick(['', '', '  ', delimiter.repeat(columns - 1), utf8('\u00a0')]),
    () => line(names.map((name) => (random.chance(0.2) ? ` ${name} ` : name))),
    () =>
      line(
        names.map((name, column) =>
          column === idAt ? random.pick(['record id', 'Deal Id', 'Record Id']) : `${name}s`,
        ),
      ),
    () => line(random.shuffle(['Deal Id', 'Record Id', 'Value', 'Stage']).slice(0, 2 + random.int(3))),
    () =>
      random.pick(['Grand Totals', 'Copyright (c) 2025 salesforce.com', utf8('Åse')]) +
      (random.chance(0.3) ? delimiter.repeat(columns - 1) : ''),
  ];
  const often = random.int(events.length);
  for (let left = 10 + random.int(60); left > 0; left--) {
    const event = random.chance(0.2) ? events[often]! : random.chance(0.6) ? events[0]! : random.pick(events);
    text += event() + (random.chance(0.05) ? random.pick(['\n', '\r\n', '\r']) : end);
  }
  text += random.pick([
    '',
    '',
    line(row(at, plain)),
    line(row(at, plain).slice(0, 1)),
    `"open${end}1${delimiter}x${end}`,
    '\r',
  ]);
  const choice = <T>(list: readonly T[]): T | null => (random.chance(0.2) ? random.pick(list) : null);
  return {
    bytes: Uint8Array.from(text, (sign) => sign.charCodeAt(0)),
    choices: {
      delimiter,
      short: choice(['fill', 'reject'] as const),
      long: choice(['fill', 'reject'] as const),
      apostrophes: choice(['drop', 'keep'] as const),
    },
  };
}
