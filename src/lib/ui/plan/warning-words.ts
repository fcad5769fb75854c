import type { Both, Warning } from '../../engine/index.ts';
import { count, counted } from '../words.ts';

export interface WarningText {
  /** Stands first, in bold; null where the sentence has no number of its own. */
  readonly number: number | null;
  readonly rest: string;
  readonly guard: boolean;
}

/** A warning as a sentence: the number first, the app named, `would` for what is planned. */
export function warningText(warning: Warning, objects: Both<string>, apps: Both<string>): WarningText {
  const n = warning.count;
  const say = (rest: string): WarningText => ({ number: n, rest, guard: false });
  const one = n === 1;
  switch (warning.code) {
    case 'doubles':
      return say(
        `${one ? 'record' : 'records'} would be created beside what ${apps.left} and ${apps.right} already have: nothing identifies these records.`,
      );
    case 'no-email-creates':
      return say(`${one ? 'record' : 'records'} without an e-mail address would be created.`);
    case 'filter-would-exclude':
      return say(`${one ? 'record' : 'records'} would be kept out by a filter later.`);
    case 'waits':
      return say(
        `${one ? 'record waits' : 'records wait'} for a key that this plan changes. Plan again once it was pushed.`,
      );
    case 'no-key-written':
      return say(
        `${one ? 'create writes' : 'creates write'} no key, so the next plan could not match ${one ? 'it' : 'them'}. Map a key field.`,
      );
    case 'will-not-settle':
      return say(`${one ? 'record' : 'records'} would be written again in every plan.`);
    case 'empty-create':
      return say(`${one ? 'create has' : 'creates have'} nothing to write.`);
    case 'choices-void':
      return say(
        `${one ? 'choice of yours no longer applies' : 'choices of yours no longer apply'}: the values are not as they were.`,
      );
    case 'createsPerMatch':
      return stop(
        n,
        `creates for ${count(warning.pairs)} linked pairs; the guard allows ${count(warning.limit)} per pair.`,
      );
    case 'maxCleared':
      return stop(
        n,
        `records would have a value cleared; the guard allows ${count(warning.limit.count)} records or ${percent(warning.limit.share)} of the linked ones.`,
      );
    case 'maxChanged':
      return stop(
        n,
        `of ${count(warning.linked)} linked records would change; the guard allows ${percent(warning.limit)}.`,
      );
    case 'minMatched':
      return stop(
        n,
        `of the smaller side’s ${count(warning.smaller)} records are matched; the guard asks for ${percent(warning.limit)}. Check the key fields.`,
      );
    case 'maxShrunk':
      return stop(
        null,
        `The ${apps[warning.side]} file has ${count(n)} rows, ${count(warning.before)} last time; the guard allows ${percent(warning.limit)} fewer.`,
      );
    default:
      return warning satisfies never;
  }
}

const stop = (number: number | null, rest: string): WarningText => ({ number, rest, guard: true });

const percent = (share: number): string => `${String(Math.round(share * 1000) / 10)} %`;

/** `5 warnings`. */
export const warningsWord = (many: number): string => counted(many, 'warning', 'warnings');

export const numberWord = (value: number): string => count(value);
