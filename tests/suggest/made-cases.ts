/** Over 300 lines: most of it is the tables, which say nothing apart from each other. */
import { CITIES, COMPANIES, COUNTRIES, FIRST_NAMES, LAST_NAMES } from '../generators/words.ts';
import { mulberry, shuffled, type Random } from './seeded.ts';

/** Two tables with columns in common under names no list knows, and the pairs that are true. */
export interface MadeCase {
  readonly name: string;
  readonly left: MadeTable;
  readonly right: MadeTable;
  /** Left name, right name. */
  readonly truth: readonly (readonly [string, string])[];
}

export interface MadeTable {
  readonly file: string;
  readonly columns: readonly (readonly [string, readonly string[]])[];
}

type Cells = (random: Random, row: number) => string;

interface Column {
  readonly words: string;
  /** What another system calls it. */
  readonly other: string;
  readonly cells: Cells;
}

const pick =
  (all: readonly string[]): Cells =>
  (random) =>
    all[Math.floor(random() * all.length)]!;
const whole =
  (from: number, to: number): Cells =>
  (random) =>
    String(Math.floor(from + random() * (to - from)));
const decimal =
  (from: number, to: number): Cells =>
  (random) =>
    (from + random() ** 2 * (to - from)).toFixed(2);
const code =
  (prefix: string, digits: number): Cells =>
  (random) =>
    prefix + String(Math.floor(random() * 10 ** digits)).padStart(digits, '0');
const serial =
  (from: number): Cells =>
  (_, row) =>
    String(from + row);
const day =
  (from: number, to: number): Cells =>
  (random) => {
    const two = (n: number): string => String(n).padStart(2, '0');
    return `${String(Math.floor(from + random() * (to - from + 1)))}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
  };
const joined =
  (...parts: readonly Cells[]): Cells =>
  (random, row) =>
    parts.map((part) => part(random, row)).join(' ');
const WORDS =
  'valve pump steel copper small large north south pressure assay binding human cell rapid light heavy test unit green marine rotor plate cable sensor filter signal'.split(
    ' ',
  );
const sentence = joined(pick(WORDS), pick(WORDS), pick(WORDS), pick(WORDS), pick(WORDS));

const table = (text: string, cells: readonly Cells[]): Column[] =>
  text.split(';').map((pair, i) => {
    const [words, other] = pair.split('=') as [string, string];
    return { words: words.trim(), other: other.trim(), cells: cells[i]! };
  });

const TABLES: readonly (readonly [string, readonly Column[]])[] = [
  [
    'prospect',
    table(
      'agency key = office ref; last name = surname; first name = given name; gender = sex; address line = street; postal code = zip; town = city; annual income = yearly earnings; number of cars = vehicles owned; marital status = civil state; age = years old; credit rating = solvency score; own or rent flag = housing; employer = works for; net worth = total wealth',
      [
        code('AG', 7),
        pick(LAST_NAMES),
        pick(FIRST_NAMES),
        pick(['M', 'F']),
        joined(whole(1, 400), pick(LAST_NAMES), pick(['St', 'Ave', 'Rd'])),
        whole(10_000, 99_000),
        pick(CITIES),
        whole(20_000, 190_000),
        whole(0, 6),
        pick(['single', 'married', 'divorced', 'widowed']),
        whole(18, 95),
        whole(300, 850),
        pick(['O', 'R']),
        pick(COMPANIES),
        whole(-5000, 900_000),
      ],
    ),
  ],
  [
    'assay',
    table(
      'assay number = test no; document reference = paper; description = summary; assay category = test class; assay organism = species; taxonomy number = tax key; assay strain = strain label; tissue = organ; cell type = cell line; confidence score = trust; curated by = editor; source number = origin; bioassay format = layout; relationship code = relation; entered on = added',
      [
        serial(40_000),
        whole(1000, 9000),
        sentence,
        pick(['binding', 'functional', 'toxicity', 'physical']),
        pick(['Homo sapiens', 'Mus musculus', 'Rattus rattus', 'Canis lupus']),
        pick(['9606', '10090', '10116', '9615']),
        pick(['K12', 'H37Rv', 'Wistar', 'Balb c']),
        pick(['liver', 'brain', 'kidney', 'heart']),
        pick(['HeLa', 'CHO', 'HEK293', 'Caco2']),
        whole(1, 10),
        pick(['Expert', 'Automatic', 'Intermediate']),
        whole(1, 60),
        code('BAO_', 7),
        pick(['D', 'H', 'M', 'N', 'S', 'U']),
        day(1998, 2020),
      ],
    ),
  ],
  [
    'item',
    table(
      'item key = material; item text = short text; product group = material group; base unit = measure; gross weight = weight total; net price = price each; warehouse = plant; bin location = shelf; supplier number = vendor; reorder level = minimum stock; lead time days = delivery days; hazard class = danger class; valid from = effective; valid to = expires; bar code = ean',
      [
        code('MAT-', 6),
        joined(pick(WORDS), pick(WORDS), whole(1, 99)),
        pick(['Raw', 'Finished', 'Trading', 'Packaging']),
        pick(['PCE', 'KG', 'LTR', 'MTR']),
        decimal(0.1, 90),
        decimal(2, 4000),
        pick(['OSL1', 'BGO2', 'TRD3']),
        code('B', 4),
        code('V', 5),
        whole(5, 500),
        whole(1, 90),
        pick(['none', 'flammable', 'corrosive']),
        day(2015, 2019),
        day(2024, 2030),
        whole(4_000_000_000_000, 4_999_999_999_999),
      ],
    ),
  ],
  [
    'employee',
    table(
      'badge number = staff no; given name = forename; family name = surname; department = cost centre; position title = role; salary grade = pay band; monthly salary = gross pay; hired on = start date; birth date = born; manager badge = reports to; work site = location; contract kind = agreement; vacation days = leave balance; union member = organised; shirt size = clothing',
      [
        code('E', 6),
        pick(FIRST_NAMES),
        pick(LAST_NAMES),
        pick(['Sales', 'Finance', 'Plant', 'Research']),
        joined(pick(['Senior', 'Junior', 'Chief']), pick(['Engineer', 'Clerk', 'Analyst'])),
        pick(['A1', 'A2', 'B1', 'B2', 'C1']),
        whole(28_000, 99_000),
        day(1995, 2022),
        day(1955, 2002),
        code('E', 6),
        pick(CITIES),
        pick(['permanent', 'temporary', 'apprentice']),
        whole(0, 40),
        pick(['Y', 'N']),
        pick(['S', 'M', 'L', 'XL']),
      ],
    ),
  ],
  [
    'permit',
    table(
      'permit number = case no; applicant = owner name; street name = road; ward = district; latitude = lat degrees; longitude = long degrees; permit type = work kind; estimated cost = project value; issued on = granted; completed on = finished; square feet = floor area; storeys = floors; contractor = builder; inspection result = outcome; remarks = notes',
      [
        code('P-20', 6),
        joined(pick(FIRST_NAMES), pick(LAST_NAMES)),
        joined(pick(LAST_NAMES), pick(['Street', 'Lane', 'Square'])),
        whole(1, 50),
        (r) => (41 + r()).toFixed(5),
        (r) => (-87 - r()).toFixed(5),
        pick(['new', 'repair', 'wrecking', 'sign']),
        whole(500, 2_000_000),
        day(2008, 2014),
        day(2015, 2021),
        whole(200, 90_000),
        whole(1, 40),
        joined(pick(COMPANIES), pick(['Ltd', 'Inc'])),
        pick(['pass', 'fail', 'pending']),
        sentence,
      ],
    ),
  ],
  [
    'artist',
    table(
      'artist = performer; birth place = born in; citizenship = nationality; genre = style; instrument = plays; record label = publisher; father = parent; spouse = partner; residence = lives in; website address = home page; birth date = born on; voice type = register; alma mater = school; religion = faith; native tongue = language',
      [
        joined(pick(FIRST_NAMES), pick(LAST_NAMES)),
        pick(CITIES),
        pick(COUNTRIES),
        pick(['rock', 'jazz', 'pop', 'folk', 'opera', 'blues']),
        pick(['guitar', 'piano', 'violin', 'drums']),
        joined(pick(WORDS), pick(['Records', 'Music'])),
        joined(pick(FIRST_NAMES), pick(LAST_NAMES)),
        joined(pick(FIRST_NAMES), pick(LAST_NAMES)),
        pick(CITIES),
        (r) =>
          `http://www.${pick(LAST_NAMES)(r, 0)
            .toLowerCase()
            .replace(/[^a-z]/g, '')}${whole(1, 900)(r, 0)}.com`,
        day(1930, 2000),
        pick(['tenor', 'alto', 'soprano', 'bass']),
        joined(pick(CITIES), pick(['University', 'College'])),
        pick(['Islam', 'Buddhism', 'Catholic', 'Lutheran']),
        pick(['English', 'Norwegian', 'Spanish', 'Hindi']),
      ],
    ),
  ],
];

const NAMINGS = ['same', 'prefix', 'no-vowels', 'cut', 'mixed', 'other'] as const;
/** Rows in common and, from them, columns: as files of one source are cut. */
const CUTS = [
  { rows: 1, columns: 'all' },
  { rows: 0, columns: 'all' },
  { rows: 0.5, columns: 'all' },
  { rows: 0, columns: 'half' },
  { rows: 1, columns: 'half' },
  { rows: 1, columns: 'few' },
] as const;

const ROWS = 240;

/** Sixty cases: six tables, each cut in ten ways and named in turn. The same on every machine. */
export function madeCases(): MadeCase[] {
  return TABLES.flatMap(([name, columns], t) =>
    Array.from({ length: 10 }, (_, i) =>
      madeCase(
        name,
        columns,
        NAMINGS[(i + t) % NAMINGS.length]!,
        CUTS[(i * 5 + t) % CUTS.length]!,
        t * 100 + i + 1,
      ),
    ),
  );
}

function madeCase(
  name: string,
  columns: readonly Column[],
  naming: (typeof NAMINGS)[number],
  cut: (typeof CUTS)[number],
  seed: number,
): MadeCase {
  const random = mulberry(seed);
  const order = shuffled([...columns.keys()], random);
  const share = cut.columns === 'all' ? 1 : cut.columns === 'half' ? 0.5 : 0.2;
  const common = order.slice(0, Math.max(2, Math.round(columns.length * share)));
  const rest = order.slice(common.length);
  const leftOnly = rest.filter((_, i) => i % 2 === 0);
  const rightOnly = rest.filter((_, i) => i % 2 === 1);
  const rows = Array.from({ length: ROWS * 2 }, (_, row) => columns.map(({ cells }) => cells(random, row)));
  const offset = Math.round(ROWS * (1 - cut.rows));
  const leftRows = rows.slice(0, ROWS);
  const rightRows = rows
    .slice(offset, offset + ROWS)
    .map((row) => (seed % 3 === 0 ? row.map((cell) => mistyped(cell, random)) : row))
    .sort(() => random() - 0.5);
  const leftName = (i: number): string => columns[i]!.words.replace(/ /g, '_');
  const rightName = (i: number): string => renamed(name, columns[i]!, naming, i, seed);
  const made = (
    all: readonly number[],
    from: readonly (readonly string[])[],
    named: (i: number) => string,
  ): MadeTable['columns'] =>
    [...all].sort((a, b) => a - b).map((i) => [named(i), from.map((row) => row[i]!)]);
  return {
    name: `${name} ${naming} ${cut.columns} ${String(cut.rows)}${seed % 3 === 0 ? ' noisy' : ''}`,
    left: { file: `${name}_source.csv`, columns: made([...common, ...leftOnly], leftRows, leftName) },
    right: { file: `${name}_target.csv`, columns: made([...common, ...rightOnly], rightRows, rightName) },
    truth: common.map((i) => [leftName(i), rightName(i)] as const),
  };
}

/** Two cells of five as a person or another program wrote them: a letter beside the right one, an amount a little off. */
function mistyped(cell: string, random: Random): string {
  if (random() > 0.4) return cell;
  if (/^-?\d+(?:\.\d+)?$/.test(cell)) {
    const amount = Number(cell) * (0.95 + random() * 0.1);
    return cell.includes('.') ? amount.toFixed(2) : String(Math.round(amount));
  }
  const at = Math.floor(random() * cell.length);
  return cell.slice(0, at) + 'asdfghjklqwertyuiop'.charAt(Math.floor(random() * 19)) + cell.slice(at + 1);
}

const bare = (word: string): string => word.replace(/[aeiou]/g, '') || word;

function renamed(
  tableName: string,
  { words, other }: Column,
  naming: (typeof NAMINGS)[number],
  i: number,
  seed: number,
): string {
  const parts = words.split(' ');
  switch (naming) {
    case 'same':
      return parts.map((part) => part[0]!.toUpperCase() + part.slice(1)).join('');
    case 'prefix':
      return `${tableName}_${parts.join('_')}`;
    case 'no-vowels':
      return bare(parts.join(''));
    case 'cut':
      return parts.map((part) => part.slice(0, 3)).join('_');
    case 'mixed': {
      const way = (i + seed) % 4;
      if (way === 0) return `${tableName}_${bare(parts.join(''))}`;
      if (way === 1)
        return parts
          .map((part) => part.slice(0, 4))
          .join('')
          .toUpperCase();
      if (way === 2) return [...parts].reverse().join('_');
      return `${tableName.slice(0, 3)}_${parts.map(bare).join('_')}`;
    }
    case 'other':
      return other.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
    default:
      return naming satisfies never;
  }
}
