import { isInitials, jaroWinkler } from './likeness.ts';
import { ideaLikeness, type IdeaWord } from './names/idea-words.ts';

/** How one name may be another one, written otherwise. */
export interface NameLikeness {
  readonly code:
    'same-name' | 'word-order' | 'no-vowels' | 'short-form' | 'initials' | 'like-name' | 'same-words';
  /** 0 to 1. */
  readonly share: number;
}

/** One way to take a name: with or without what its file's names have in common. */
export interface NameForm {
  readonly words: readonly string[];
  readonly key: string;
  /** The key without its vowels. */
  readonly bones: string;
  readonly digits: string;
  /** The words in the order of the alphabet. */
  readonly sorted: string;
}

export function nameForm(words: readonly string[]): NameForm {
  const key = words.join('');
  return {
    words,
    key,
    bones: bonesOf(key),
    digits: key.replace(/\D/g, ''),
    sorted: [...words].sort().join(' '),
  };
}

const bonesOf = (text: string): string => text.replace(/[aeiou]/g, '');

/** What has a name. */
interface Named {
  readonly forms: readonly NameForm[];
  readonly ideas: readonly IdeaWord[];
}

/** The best of what the forms of two names have in common; null where it is too little to say anything. */
export function nameLikeness(a: Named, b: Named): NameLikeness | null {
  let best = ideasAlike(a, b);
  for (const left of a.forms) {
    for (const right of b.forms) {
      const found = likenessOf(left, right);
      if (found !== null && (best === null || found.share > best.share)) best = found;
    }
  }
  return best;
}

/** What is the same in another language, or in other words, is not written alike: a little less sure. */
const OTHER_WORDS = 0.9;

function ideasAlike(a: Named, b: Named): NameLikeness | null {
  if (a.forms[0]!.digits !== b.forms[0]!.digits) return null;
  const share = ideaLikeness(a.ideas, b.ideas) * OTHER_WORDS;
  return share < LEAST ? null : { code: 'same-words', share };
}

/** Consonants that tell a name: of fewer there are too many words. */
const BONES = 3;
const LEAST = 0.5;

function likenessOf(a: NameForm, b: NameForm): NameLikeness | null {
  if (a.key === '' || b.key === '') return null;
  if (a.key === b.key) return { code: 'same-name', share: 1 };
  if (a.digits !== b.digits) return null;
  if (a.bones === b.bones && a.bones.length >= BONES) {
    const written = a.key === a.bones || b.key === b.bones;
    return { code: 'no-vowels', share: written ? 0.95 : 0.8 };
  }
  if (a.words.length > 1 && a.words.length === b.words.length && a.sorted === b.sorted) {
    return { code: 'word-order', share: 0.92 };
  }
  if (isInitials(a.words, b.words) || isInitials(b.words, a.words)) return { code: 'initials', share: 0.85 };
  const joined = joinedShort(a, b) ?? joinedShort(b, a);
  // Of a single word its beginning alone is not much: `organ`, `organism`.
  const single = a.words.length === 1 && b.words.length === 1 ? 0.85 : 1;
  const aligned = alignedWords(a.words, b.words) * single;
  const short = Math.max(joined ?? 0, aligned);
  if (short >= LEAST) return { code: 'short-form', share: short };
  return null;
}

/** One word that is every word of the other cut or without vowels (`addrln`, `mrtlst`). */
function joinedShort(short: NameForm, long: NameForm): number | null {
  if (short.words.length !== 1 || long.words.length < 2 || short.key.length < 4) return null;
  if (short.key.length >= long.key.length) return null;
  return piecesOf(short.key, long.words, 0) ? 0.84 : null;
}

/** Can the rest of `short` be made of a piece of each word in turn? */
function piecesOf(short: string, words: readonly string[], at: number): boolean {
  if (at === words.length) return short === '';
  const word = words[at]!;
  for (const form of [word, word[0]! + bonesOf(word.slice(1)), bonesOf(word)]) {
    let common = 0;
    while (common < form.length && common < short.length && form[common] === short[common]) common++;
    for (let length = common; length >= 2 || (length >= 1 && word.length <= 2); length--) {
      if (piecesOf(short.slice(length), words, at + 1)) return true;
    }
  }
  return false;
}

/** Words in the same order, each equal, cut, without vowels or misspelt; those without a like count against it. */
function alignedWords(a: readonly string[], b: readonly string[]): number {
  const [few, more] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length === 0 || more.length > 12) return 0;
  let total = 0;
  let weight = 0;
  let from = 0;
  for (const word of few) {
    let best = 0;
    let at = -1;
    for (let i = from; i < more.length; i++) {
      const like = wordLikeness(word, more[i]!);
      if (like > best) {
        best = like;
        at = i;
      }
    }
    if (at >= 0) from = at + 1;
    total += best * weightOf(word);
    weight += weightOf(word);
  }
  const rest = more.length - few.length;
  const missing = rest === 0 ? 0 : rest * 0.5;
  return (total * 2) / (weight * 2 + missing * 2);
}

/** Words that many fields have tell little. */
const COMMON: ReadonlySet<string> = new Set([
  'id',
  'name',
  'code',
  'type',
  'date',
  'number',
  'value',
  'label',
  'text',
  'status',
  'is',
  'of',
  'the',
]);
const weightOf = (word: string): number => (COMMON.has(word) || word.length === 1 ? 0.6 : 1);

function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.charCodeAt(0) !== b.charCodeAt(0)) return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (/\d/.test(a) || /\d/.test(b)) return 0;
  const bones = bonesOf(long);
  if (short.length >= 2 && (short === bones || short === long[0]! + bonesOf(long.slice(1)))) return 0.95;
  if (long.startsWith(short)) return short.length >= 3 ? 0.9 : short.length === 2 ? 0.75 : 0.6;
  if (short.length >= 5 && jaroWinkler(short, long) >= 0.92) return 0.85;
  if (short.length >= 3 && short.length <= long.length * 0.7 && isWithin(short, long)) return 0.8;
  if (short.length >= 2 && short.length <= 3 && isWithin(short, bones)) return 0.7;
  return 0;
}

/** Are the letters of `short` in `long`, in this order? */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
