import type { Random } from '../seeded.ts';

/** What happens to the cells on their way into the other system. */
export const NOISES = ['as they are', 'mistyped', 'other forms'] as const;
export type Noise = (typeof NOISES)[number];

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** How one column is written elsewhere; `pick` stays the same for all its cells. */
export function noisy(cell: string, noise: Noise, pick: number, random: Random): string {
  switch (noise) {
    case 'as they are':
      return cell;
    case 'mistyped':
      return random() < 0.35 ? mistyped(cell, random) : cell;
    case 'other forms':
      return inOtherForm(cell, pick);
    default:
      return noise satisfies never;
  }
}

function mistyped(cell: string, random: Random): string {
  if (NUMBER.test(cell)) {
    const digits = cell.split('.')[1]?.length ?? 0;
    return (Number(cell) * (0.9 + random() * 0.2)).toFixed(digits);
  }
  if (DAY.test(cell)) return cell;
  const at = Math.floor(random() * cell.length);
  const letter = 'qwertzuiopasdfghjklyxcvbnm'.charAt(Math.floor(random() * 26));
  const way = random();
  if (way < 0.4) return cell.slice(0, at) + letter + cell.slice(at + 1);
  return way < 0.7 ? cell.slice(0, at) + cell.slice(at + 1) : cell.slice(0, at) + letter + cell.slice(at);
}

function inOtherForm(cell: string, pick: number): string {
  const day = DAY.exec(cell);
  if (day !== null) return pick % 2 === 0 ? `${day[3]!}.${day[2]!}.${day[1]!}` : `${day[2]!}/${day[3]!}/${day[1]!}`; // prettier-ignore
  if (NUMBER.test(cell)) return cell.includes('.') ? cell.replace('.', ',') : cell;
  if (/^\+\d/.test(cell)) return cell.replace(/ /g, pick % 2 === 0 ? '' : '-');
  if (/^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u.test(cell)) {
    const [first, last] = cell.split(' ') as [string, string];
    return pick % 2 === 0 ? `${last}, ${first}` : cell.toUpperCase();
  }
  return pick % 2 === 0 ? cell.toUpperCase() : cell;
}
