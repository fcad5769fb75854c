import { signOf, type Sign } from './signs.ts';

/** How two texts that look alike differ, mildest first. */
export type Difference =
  /** Characters nobody sees, that one has. */
  | { readonly by: 'invisible'; readonly signs: readonly Sign[] }
  /** Blanks of other kinds, if any; else where and how many of them stand. */
  | { readonly by: 'blanks'; readonly signs: readonly Sign[] }
  /** One character, or a letter and its mark: the same accent, written two ways. */
  | { readonly by: 'form' }
  /** Full-width letters, joined letters, raised figures. */
  | { readonly by: 'width' }
  | { readonly by: 'punctuation' }
  /** Letters of another script that look the same: Cyrillic а, Latin a. */
  | { readonly by: 'script'; readonly letters: readonly Pair[] }
  | { readonly by: 'case' }
  | { readonly by: 'accents' };

/** A letter of the left text and the one that stands for it in the right. */
export interface Pair {
  readonly left: string;
  readonly right: string;
}

type By = Difference['by'];

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/gu;
const BLANKS = /[\t-\r\x20\x85\u2028\u2029\u2800\p{Zs}]+/gu;
const OTHER_BLANKS = /[\t-\r\x85\u2028\u2029\u2800]|(?! )\p{Zs}/gu;
const LOOK: ReadonlyMap<string, string> = new Map(
  (
    [
      // Cyrillic, then Greek, Armenian and Latin's own i without a dot.
      ['АВЕЅЗІЈКМНОРСТУХаеѕіјорсухһԁԛԝӏ', 'ABES3IJKMHOPCTYXaesijopcyxhdqwl'],
      ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανρικυχ', 'ABEZHIKMNOPTYXoavpikux'],
      ['օսհո', 'ouhn'],
      ['ıɑɡ', 'iag'],
    ] as const
  ).flatMap(([others, latin]) => [...others].map((one, at): [string, string] => [one, latin[at]!])),
);

/** From the mildest to the strongest; each makes equal what differs by it alone. */
const FOLDS: readonly (readonly [By, (text: string) => string])[] = [
  ['invisible', (text) => text.replace(INVISIBLE, '')],
  ['blanks', (text) => text.replace(BLANKS, ' ').replace(/^ | $/g, '')],
  ['form', (text) => text.normalize('NFC')],
  ['width', (text) => text.normalize('NFKC')],
  [
    'punctuation',
    (text) =>
      text
        .replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/gu, '-')
        .replace(/[\u2018-\u201b\u2032\u02bc`\u00b4]/gu, "'")
        .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/gu, '"')
        .replace(/\u2026/gu, '...'),
  ],
  ['script', (text) => [...text].map((one) => LOOK.get(one) ?? one).join('')],
  ['case', (text) => text.toLowerCase().replaceAll('ß', 'ss')],
  ['accents', (text) => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')],
];

/** Texts longer than this are not compared letter by letter. */
const MOST = 20_000;

/**
 * How two different texts that look alike differ; null where they are equal or do not look alike. Of several sets of
 * reasons the mildest: an accent written two ways is a form, not an accent.
 */
export function alike(left: string, right: string): readonly Difference[] | null {
  if (left === right || left.length > MOST || right.length > MOST) return null;
  let needed = FOLDS;
  if (!equalBy(needed, left, right)) return null;
  for (const fold of FOLDS.toReversed()) {
    const without = needed.filter((one) => one !== fold);
    if (equalBy(without, left, right)) needed = without;
  }
  return needed.map(([by]) => told(by, left, right));
}

function equalBy(folds: typeof FOLDS, left: string, right: string): boolean {
  const fold = (text: string): string => folds.reduce((so, [, apply]) => apply(so), text);
  return fold(left) === fold(right);
}

function told(by: By, left: string, right: string): Difference {
  switch (by) {
    case 'invisible':
      return { by, signs: signsOnOneSide(INVISIBLE, left, right) };
    case 'blanks':
      return { by, signs: signsOnOneSide(OTHER_BLANKS, left, right) };
    case 'script':
      return { by, letters: lettersOfScripts(left, right) };
    default:
      return { by };
  }
}

/** Each kind once: those one text has more often than the other. */
function signsOnOneSide(of: RegExp, left: string, right: string): readonly Sign[] {
  const count = new Map<string, number>();
  for (const [one] of left.matchAll(of)) count.set(one, (count.get(one) ?? 0) + 1);
  for (const [one] of right.matchAll(of)) count.set(one, (count.get(one) ?? 0) - 1);
  return [...count].filter(([, more]) => more !== 0).map(([one]) => signOf(one));
}

function lettersOfScripts(left: string, right: string): readonly Pair[] {
  const a = [...left.normalize('NFC').replace(INVISIBLE, '').trim()];
  const b = [...right.normalize('NFC').replace(INVISIBLE, '').trim()];
  const pairs = new Map<string, Pair>();
  a.forEach((one, at) => {
    const other = b[at];
    if (other === undefined || one === other) return;
    if ((LOOK.get(one) ?? one) === (LOOK.get(other) ?? other))
      pairs.set(one + other, { left: one, right: other });
  });
  return [...pairs.values()];
}
