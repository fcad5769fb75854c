import { mulberry, shuffled, type Random } from '../seeded.ts';
import { cellsOf, type Cells } from './cells.ts';
import { NAMINGS, renamed, type Names, type Naming } from './naming.ts';
import { NOISES, noisy, type Noise } from './noise.ts';
import { TABLES } from './tables.ts';

export interface HarderTable {
  readonly file: string;
  readonly columns: readonly (readonly [string, readonly string[]])[];
}

/** Two files of wide tables, the pairs that are true, and the columns that are two of the other side in one. */
export interface HarderCase {
  readonly naming: Naming | 'joined';
  readonly noise: Noise;
  readonly rows: number;
  readonly columns: 'all' | 'half' | 'few';
  readonly name: string;
  readonly left: HarderTable;
  readonly right: HarderTable;
  /** Left name, right name. */
  readonly truth: readonly (readonly [string, string])[];
  /** The joined column, then its two parts on the other side. */
  readonly joins: readonly (readonly [string, string, string])[];
}

interface Column {
  readonly names: Names;
  readonly cells: Cells;
}

const column = (line: string): Column => {
  const colon = line.lastIndexOf(' : ');
  const [words, other, de, fr, es, nl, pt] = line.slice(0, colon).split(' = ') as [string, string, string, string, string, string, string]; // prettier-ignore
  return { names: { words, other, de, fr, es, nl, pt }, cells: cellsOf(line.slice(colon + 3)) };
};

const tableOf = (name: string): Column[] =>
  TABLES[name]!.split('\n')
    .filter((line) => line !== '')
    .map(column);

/** Two subjects in one table; a word both have is told apart as databases do. */
function wide(one: string, two: string): Column[] {
  const columns = tableOf(one);
  const taken = new Set(columns.flatMap(({ names }) => Object.values(names)));
  return [...columns, ...tableOf(two).filter(({ names }) => Object.values(names).every((n) => !taken.has(n)))]; // prettier-ignore
}

const SUBJECTS: readonly (readonly [string, readonly Column[]])[] = [
  ...Object.keys(TABLES).map((name) => [name, tableOf(name)] as const),
  ['orders', wide('shipment', 'party')],
  ['assets', wide('policy', 'meter')],
];

/** Rows in common and, of columns, how many: as files of one source are cut. */
const CUTS = [
  { rows: 1, columns: 'all' },
  { rows: 0, columns: 'all' },
  { rows: 0.5, columns: 'half' },
  { rows: 0.5, columns: 'all' },
  { rows: 0, columns: 'half' },
  { rows: 1, columns: 'few' },
  { rows: 1, columns: 'half' },
] as const;

const SHARE = { all: 1, half: 0.5, few: 0.2 };
const ROWS = 220;

/** Eighty cases, every subject under every naming, and ten of columns joined or split. The same on every machine. */
export function harderCases(): HarderCase[] {
  const cases = SUBJECTS.flatMap(([subject, columns], t) =>
    NAMINGS.map((naming, n) => {
      const seed = t * NAMINGS.length + n + 1;
      return harderCase(subject, columns, naming, CUTS[seed % CUTS.length]!, NOISES[(seed + t) % NOISES.length]!, seed); // prettier-ignore
    }),
  );
  return [...cases, ...Array.from({ length: 10 }, (_, i) => joinedCase(i))];
}

function harderCase(
  subject: string,
  columns: readonly Column[],
  naming: Naming,
  cut: (typeof CUTS)[number],
  noise: Noise,
  seed: number,
): HarderCase {
  const random = mulberry(seed * 7919);
  const order = shuffled([...columns.keys()], random);
  const common = order.slice(0, Math.max(3, Math.round(columns.length * SHARE[cut.columns])));
  const rest = order.slice(common.length);
  const [leftRows, rightRows] = rowsOf(columns, cut.rows, noise, random);
  const leftName = (i: number): string => columns[i]!.names.words.replace(/ /g, '_');
  const rightName = (i: number): string => renamed(subject, columns[i]!.names, naming, i, seed);
  const made = (of: readonly number[], rows: readonly (readonly string[])[], named: (i: number) => string) => {
    const names = of.map(named);
    if (new Set(names).size < names.length) throw new Error(`${subject} ${naming}: a name twice: ${names.join(' ')}`);
    return shuffled(of, random).map((i) => [named(i), rows.map((row) => row[i]!)] as const);
  }; // prettier-ignore
  return {
    naming,
    noise,
    rows: cut.rows,
    columns: cut.columns,
    name: `${subject} ${naming} ${cut.columns} ${String(cut.rows)} ${noise}`,
    left: { file: `${subject}_a.csv`, columns: made([...common, ...rest.filter((_, i) => i % 2 === 0)], leftRows, leftName) }, // prettier-ignore
    right: { file: `${subject}_b.csv`, columns: made([...common, ...rest.filter((_, i) => i % 2 === 1)], rightRows, rightName) }, // prettier-ignore
    truth: common.map((i) => [leftName(i), rightName(i)] as const),
    joins: [],
  };
}

function rowsOf(
  columns: readonly Column[],
  share: number,
  noise: Noise,
  random: Random,
): [string[][], string[][]] {
  const rows = Array.from({ length: ROWS * 2 }, (_, row) => columns.map(({ cells }) => cells(random, row)));
  const offset = Math.round(ROWS * (1 - share));
  const right = rows.slice(offset, offset + ROWS).map((row) => row.map((cell, i) => noisy(cell, noise, i, random))); // prettier-ignore
  return [rows.slice(0, ROWS), shuffled(right, random)];
}

const JOINS = [
  { parts: ['given name', 'family name'], names: ['full name', 'contact', 'nom complet', 'Name', 'naam'] },
  { parts: ['road', 'house number'], names: ['street and number', 'addr line', 'Anschrift', 'dirección', 'morada'] }, // prettier-ignore
  { parts: ['post code', 'town'], names: ['place', 'zip city', 'PLZ Ort', 'localidade', 'ville'] },
] as const;

/** A table of people where one side has in one column what the other has in two. */
function joinedCase(n: number): HarderCase {
  const random = mulberry(n * 104_729 + 5);
  const columns = tableOf('party');
  const noise: Noise = n % 3 === 2 ? 'mistyped' : 'as they are';
  const [plainRows, otherRows] = rowsOf(columns, [1, 0.5, 0][n % 3]!, noise, random);
  const at = (words: string): number => columns.findIndex(({ names }) => names.words === words);
  const joins = JOINS.filter((_, j) => j === n % 3 || n % 2 === 0);
  const hidden = new Set(joins.flatMap(({ parts }) => parts.map(at)));
  const naming = NAMINGS[n % NAMINGS.length]!;
  const otherName = (i: number): string => renamed('party', columns[i]!.names, naming, i, n);
  const split = columns.map(({ names }, i) => [names.words.replace(/ /g, '_'), plainRows.map((row) => row[i]!)] as const); // prettier-ignore
  const kept = [...columns.keys()].filter((i) => !hidden.has(i));
  const joined = [
    ...joins.map(({ parts, names }) => [names[n % 5]!, otherRows.map((row) => parts.map((part) => row[at(part)]!).join(' '))] as const), // prettier-ignore
    ...kept.map((i) => [otherName(i), otherRows.map((row) => row[i]!)] as const),
  ];
  const flip = n % 4 === 3;
  const tables = [
    { file: 'people.csv', columns: split },
    { file: 'persons.csv', columns: joined },
  ] as const;
  return {
    naming: 'joined',
    noise,
    rows: [1, 0.5, 0][n % 3]!,
    columns: 'all',
    name: `joined ${String(n)}, ${naming}${flip ? ', other way round' : ''}`,
    left: tables[flip ? 1 : 0],
    right: tables[flip ? 0 : 1],
    truth: kept.map((i) => {
      const pair = [split[i]![0], otherName(i)] as const;
      return flip ? ([pair[1], pair[0]] as const) : pair;
    }),
    joins: joins.map(({ parts, names }) => [names[n % 5]!, split[at(parts[0])]![0], split[at(parts[1])]![0]] as const), // prettier-ignore
  };
}
