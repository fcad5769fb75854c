import { keyOf, wordsOf } from '../words.ts';
import { IDEAS } from './ideas.ts';

/** A word of a name, and what it can mean. */
export interface IdeaWord {
  readonly word: string;
  readonly ideas: readonly number[];
  readonly weight: number;
}

/** What a word that many fields have tells, beside one that few have. */
const GENERIC = 0.6;

/** Words that join others and mean nothing themselves. */
const JOINING: ReadonlySet<string> = new Set(
  'a al am au aux by d da das de degli dei del della den der des di die do dos du e el em en et for fur het i il im in is l la las le les los o of on op os pa per por s the to um und van vom von voor y zu zum zur'.split(
    ' ',
  ),
);

/** Letters that join the words of a compound: `Lieferung-s-datum`. */
const JOINTS = ['', 's', 'n', 'en', 'e', 'es', 'er'];
const LEAST_PART = 3;
const MOST_PARTS = 4;

/** Reads names word by word, also the words of a compound, in any of the languages of `IDEAS`. */
export class IdeaReader {
  readonly #words = new Map<string, number[]>();
  readonly #generic = new Set<number>();
  readonly #read = new Map<string, readonly IdeaWord[]>();

  constructor() {
    IDEAS.split('\n')
      .filter((line) => line !== '')
      .forEach((line, idea) => {
        if (line.startsWith('~')) this.#generic.add(idea);
        for (const word of line.slice(line.indexOf(':') + 1).split(' ')) {
          const key = keyOf(wordsOf(word));
          if (key === '') continue;
          const ideas = this.#words.get(key) ?? [];
          if (!ideas.includes(idea)) ideas.push(idea);
          this.#words.set(key, ideas);
        }
      });
  }

  ideasOf(words: readonly string[]): IdeaWord[] {
    return words.flatMap((word) => {
      if (JOINING.has(word) || /^\d+$/.test(word)) return [];
      const known = this.#read.get(word);
      if (known !== undefined) return known;
      const read = this.#split(word, MOST_PARTS) ?? [{ word, ideas: [], weight: 1 }];
      this.#read.set(word, read);
      return read;
    });
  }

  /** The parts of a word that are known; null where a part of it is not. Longer first parts before shorter ones. */
  #split(word: string, most: number): IdeaWord[] | null {
    const whole = this.#words.get(word);
    if (whole !== undefined) return [this.#ideaWord(word, whole)];
    if (most === 1) return null;
    for (let length = word.length - 2; length >= LEAST_PART; length--) {
      const first = this.#words.get(word.slice(0, length));
      if (first === undefined) continue;
      for (const joint of JOINTS) {
        if (!word.startsWith(joint, length)) continue;
        const rest = word.slice(length + joint.length);
        const parts = rest.length < 2 ? null : this.#split(rest, most - 1);
        if (parts !== null) return [this.#ideaWord(word.slice(0, length), first), ...parts];
      }
    }
    return null;
  }

  #ideaWord(word: string, ideas: readonly number[]): IdeaWord {
    return { word, ideas, weight: ideas.some((idea) => this.#generic.has(idea)) ? GENERIC : 1 };
  }
}

/** Share of what two names say that both say, in whatever language and order; 0 where no word of the lists is in both. */
export function ideaLikeness(a: readonly IdeaWord[], b: readonly IdeaWord[]): number {
  if (!a.some((one) => one.ideas.length > 0 && b.some((other) => meet(one, other)))) return 0;
  const used = new Set<number>();
  let common = 0;
  for (const one of a) {
    const at = b.findIndex((other, j) => !used.has(j) && meet(one, other));
    if (at < 0) continue;
    used.add(at);
    common += one.weight + b[at]!.weight;
  }
  return common / (sum(a) + sum(b));
}

const meet = (a: IdeaWord, b: IdeaWord): boolean =>
  a.word === b.word || a.ideas.some((idea) => b.ideas.includes(idea));

const sum = (words: readonly IdeaWord[]): number => words.reduce((total, { weight }) => total + weight, 0);
