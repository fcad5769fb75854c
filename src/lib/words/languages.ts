import type { Parts } from './messages.ts';

export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly parts: () => Promise<Parts>;
}

const english: Language = { tag: 'en', parts: () => import('./en/index.ts').then(({ EN }) => EN) };

/** English made a third longer and put in brackets: shows what is cut off and what is not in the catalogue. */
const pseudo: Language = { tag: 'en-XA', parts: () => import('./pseudo.ts').then(({ PSEUDO }) => PSEUDO) };

export const LANGUAGES: readonly Language[] = [english, pseudo];

/** The language with this tag; English where there is none. */
export const languageOf = (tag: string | null): Language =>
  LANGUAGES.find((one) => one.tag === tag) ?? english;
