import { readNumber } from '../read/number.ts';
import type { ColumnGuess } from '../profile/profile.ts';
import { commonShare, sketchOfHashes, type Sketch } from './sketch.ts';

/** A column of numbers under one decimal sign. */
export interface NumberReading {
  readonly sketch: Sketch;
  /** Of the sorted amounts: at a tenth, the half, nine tenths. */
  readonly spread: readonly number[];
}

export type NumberReadings = Readonly<Partial<Record<'.' | ',', NumberReading>>>;

/** The numbers of a column's texts: under its decimal sign, or under both while neither is told. */
export function readNumbers(texts: readonly string[], { decimal }: ColumnGuess): NumberReadings {
  const readings: Partial<Record<'.' | ',', NumberReading>> = {};
  for (const mark of decimal === null ? (['.', ','] as const) : [decimal]) {
    const numbers = texts.map((text) => readNumber(text, mark)).filter((text) => text !== null);
    const amounts = numbers.map(Number).sort((a, b) => a - b);
    if (amounts.length === 0) continue;
    readings[mark] = {
      sketch: sketchOfHashes(numbers.map(hashOf)),
      spread: [0.1, 0.5, 0.9].map((at) => amounts[Math.floor(at * (amounts.length - 1))]!),
    };
  }
  return readings;
}

/** What told the decimal sign: the other side's numbers, other columns of the file, or what parts its cells. */
export interface SignTold {
  readonly decimal: '.' | ',';
  readonly by: ToldBy;
}

/** The other side's numbers, other columns of the file, or what parts its cells. */
export type ToldBy = 'other-side' | 'columns' | 'delimiter';

/** Amounts further apart than this (as logarithm) are not of the same field. */
const SAME_SIZE = 0.7;
const OTHER_SIZE = 2;

/** The decimal sign of a column that can be read two ways, told by the other side's numbers (RD12); null where they do not tell. */
export function signByOther(open: NumberReadings, other: NumberReadings): '.' | ',' | null {
  const known = other['.'] !== undefined && other[','] !== undefined ? undefined : (other['.'] ?? other[',']);
  const [dot, comma] = [open['.'], open[',']];
  if (known === undefined || dot === undefined || comma === undefined) return null;
  const [dots, commas] = [
    commonShare(dot.sketch, known.sketch) ?? 0,
    commonShare(comma.sketch, known.sketch) ?? 0,
  ];
  if (Math.max(dots, commas) > 0.2 && Math.max(dots, commas) > Math.min(dots, commas) * 2) {
    return dots > commas ? '.' : ',';
  }
  const [farDot, farComma] = [apart(dot, known), apart(comma, known)];
  if (farDot < SAME_SIZE && farComma > OTHER_SIZE) return '.';
  return farComma < SAME_SIZE && farDot > OTHER_SIZE ? ',' : null;
}

const apart = (a: NumberReading, b: NumberReading): number =>
  Math.abs(Math.log10(Math.abs(a.spread[1]!) + 1e-9) - Math.log10(Math.abs(b.spread[1]!) + 1e-9));

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
