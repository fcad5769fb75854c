/** What another system calls a column. */
export const NAMINGS = [
  'prefix',
  'cut',
  'no-vowels',
  'mixed',
  'other',
  'de',
  'fr',
  'es',
  'nl',
  'pt',
] as const;
export type Naming = (typeof NAMINGS)[number];

/** A column's words in every way its line has them. */
export type Names = Readonly<Record<'words' | 'other' | 'de' | 'fr' | 'es' | 'nl' | 'pt', string>>;

const parts = (text: string): string[] => text.toLowerCase().split(/[\s'-]+/);
const bare = (word: string): string => word[0]! + word.slice(1).replace(/[aeiou]/g, '');
/** `quantity` as `qnty`, `number` as `nmbr`: the consonants' first and last. */
const squeezed = (word: string): string => (word.length < 5 ? word : bare(word).slice(0, 3) + word.at(-1)!);
const camel = (words: readonly string[]): string => words.map((word, i) => (i === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join(''); // prettier-ignore

/** `seed` chooses between ways of writing that one system would keep to; `i` is the column. */
export function renamed(table: string, names: Names, naming: Naming, i: number, seed: number): string {
  const words = parts(names.words);
  switch (naming) {
    case 'prefix':
      return seed % 2 === 0 ? `${table}_${words.map(bare).join('')}` : `${table.toUpperCase()}_${words.join('_').toUpperCase()}`; // prettier-ignore
    case 'cut':
      return words.map((word) => word.slice(0, 3 + (seed % 2))).join(seed % 3 === 0 ? '' : '_');
    case 'no-vowels':
      return words.join('').replace(/[aeiou]/g, '');
    case 'mixed':
      switch ((i + seed) % 4) {
        case 0:
          return `${table.slice(0, 3)}_${words.map(squeezed).join('_')}`;
        case 1:
          return camel([...words].reverse());
        case 2:
          return words.map(squeezed).join('').toUpperCase();
        default:
          return `${words.map((word) => word.slice(0, 5)).join('.')}`;
      }
    case 'other':
      return camel(parts(names.other));
    case 'de':
    case 'fr':
    case 'es':
    case 'nl':
    case 'pt':
      return written(names[naming], seed);
    default:
      return naming satisfies never;
  }
}

/** As a person heads a column, or a database names one: in ASCII, parted by strokes. */
function written(text: string, seed: number): string {
  if (seed % 3 !== 0) return text;
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\p{L}\d]+/gu, '_').toUpperCase(); // prettier-ignore
}
