import { RecordSetBuilder } from '../../src/lib/engine/columns/build.ts';
import type { RecordSet } from '../../src/lib/engine/model/column.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { CITIES, COMPANIES, COUNTRIES, FIRST_NAMES, LAST_NAMES, STAGES, TITLES } from './words.ts';

/**
 * Exports of N contacts a side for benchmarks and load tests: 12 columns, 80 % of the people on both sides (same
 * e-mail, its case differing in some), 30 % of those pairs differing in one or two fields. Pure: the same `n` and
 * `seed` give the same rows on every machine.
 */
export const EXPORT_HEADERS: Both<readonly string[]> = {
  left: ['Record ID', 'Email', 'First Name', 'Last Name', 'Company name', 'Phone Number', 'City', 'Country/Region', 'Job Title', 'Lifecycle Stage', 'Annual Revenue', 'Last Modified Date'], // prettier-ignore
  right: ['Id', 'Email', 'FirstName', 'LastName', 'Company', 'Phone', 'MailingCity', 'MailingCountry', 'Title', 'Stage', 'AnnualRevenue', 'LastModifiedDate'], // prettier-ignore
};

export const SHARED = 0.8;
export const DIFFERING = 0.3;

/** Both sides as record sets in memory. */
export function exportsOf(n: number, seed: number): Both<RecordSet> {
  return { left: recordSet('left', n, seed), right: recordSet('right', n, seed) };
}

function recordSet(side: Side, n: number, seed: number): RecordSet {
  const builder = new RecordSetBuilder(EXPORT_HEADERS[side]);
  let row = 0;
  for (const cells of exportRows(side, n, seed)) builder.add(cells, row++);
  return builder.finish();
}

/** One side as CSV text in pieces of about 64 KB, header first; nothing larger is held. */
export function* exportCsv(side: Side, n: number, seed: number): Generator<string, void> {
  let text = EXPORT_HEADERS[side].join(',') + '\n';
  for (const cells of exportRows(side, n, seed)) {
    text += cells.join(',') + '\n';
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  yield text;
}

/** The rows of one side in file order; no cell needs quoting. The array is used again for the next row. */
export function* exportRows(side: Side, n: number, seed: number): Generator<readonly string[], void> {
  const order = permutation(n, mixed(seed, side === 'left' ? 1 : 2));
  const shared = Math.round(n * SHARED);
  const cells: string[] = new Array<string>(12).fill('');
  for (let row = 0; row < n; row++) {
    const place = order(row);
    const person = side === 'right' && place >= shared ? n + place : place;
    describe(person, seed, cells);
    if (side === 'left') cells[0] = String(100_000_000 + row * 7);
    else {
      cells[0] = `003Qz${String(1e10 + row * 13).slice(1)}IAA`;
      if (place < shared) differ(mixed(seed, person + 0x5bd1), cells);
    }
    yield cells;
  }
}

/** How a mail system spells a name: ASCII, lower-case. */
const mailNames = (names: readonly string[]): readonly string[] =>
  names.map((name) =>
    name
      .toLowerCase()
      .replaceAll('ø', 'o')
      .replaceAll('æ', 'ae')
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, ''),
  );

const MAIL_FIRST = mailNames(FIRST_NAMES);
const MAIL_LAST = mailNames(LAST_NAMES);
const MAIL_HOSTS = mailNames(COMPANIES);

/** Fills in what both sides know of a person. */
function describe(person: number, seed: number, cells: string[]): void {
  const a = mixed(seed, person);
  const b = mixed(a, 77);
  const first = FIRST_NAMES[a % FIRST_NAMES.length]!;
  const last = LAST_NAMES[(a >>> 8) % LAST_NAMES.length]!;
  const local = `${MAIL_FIRST[a % FIRST_NAMES.length]!}.${MAIL_LAST[(a >>> 8) % LAST_NAMES.length]!}`;
  const place = (b >>> 4) % CITIES.length;
  cells[1] = `${local}${person.toString(36)}@${MAIL_HOSTS[b % COMPANIES.length]!}.example.com`;
  cells[2] = first;
  cells[3] = last;
  cells[4] = `${COMPANIES[b % COMPANIES.length]!} ${String((b >>> 12) % 500)}`;
  cells[5] = `+47 ${String(10_000_000 + (mixed(b, 3) % 10_000_000))}`;
  cells[6] = CITIES[place]!;
  cells[7] = COUNTRIES[place % COUNTRIES.length]!;
  cells[8] = TITLES[(a >>> 16) % TITLES.length]!;
  cells[9] = STAGES[(b >>> 20) % STAGES.length]!;
  cells[10] = String((b >>> 6) % 9_000_000);
  cells[11] = stamp(mixed(a, 5));
}

/** What the right side has otherwise: in 30 of 100 pairs one or two values, in 12 of 100 the case of the e-mail. */
function differ(random: number, cells: string[]): void {
  if (random % 100 < 12) cells[1] = cells[1]!.charAt(0).toUpperCase() + cells[1]!.slice(1);
  const share = (random >>> 8) % 1000;
  if (share >= DIFFERING * 1000) return;
  change(2 + (share % 10), random, cells);
  if (share % 3 === 0) change(2 + ((share + 4) % 10), random, cells);
}

function change(at: number, random: number, cells: string[]): void {
  const old = cells[at]!;
  const kind = random >>> 20;
  if (at !== 11 && kind % 4 === 0) cells[at] = '';
  else if (at === 5)
    cells[at] = old.slice(0, -2) + String(10 + ((Number(old.slice(-2)) + 1 + (kind % 80)) % 90));
  else if (at === 10) cells[at] = String(Number(old) + 1 + (kind % 5000));
  else if (at === 11) cells[at] = `2026${old.slice(4)}`;
  else if (at === 9) cells[at] = STAGES[(STAGES.indexOf(old) + 1) % STAGES.length]!;
  else if (at === 6) cells[at] = CITIES[(CITIES.indexOf(old) + 1) % CITIES.length]!;
  else cells[at] = kind % 2 === 0 ? old.toUpperCase() : `${old} ${String(kind % 10)}`;
}

function stamp(random: number): string {
  const two = (value: number): string => (value < 10 ? `0${String(value)}` : String(value));
  return `202${String(random % 6)}-${two(1 + ((random >>> 3) % 12))}-${two(1 + ((random >>> 7) % 28))}T${two((random >>> 12) % 24)}:${two((random >>> 17) % 60)}:00Z`;
}

/** A one-to-one map of 0 … n-1 on itself that leaves nothing in order. */
function permutation(n: number, random: number): (row: number) => number {
  if (n === 0) return (row) => row;
  let step = Math.max(1, Math.floor(n * 0.618) + (random % 97));
  while (gcd(step, n) !== 1) step++;
  const start = random % n;
  return (row) => (row * step + start) % n;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** 32 well-mixed bits of two numbers. */
function mixed(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}
