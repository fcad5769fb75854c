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
    case 'maxMissing':
    case 'createsPerMatch':
    case 'maxCleared':
    case 'maxChanged':
    case 'minMatched':
    case 'maxShrunk':
      return guardText(warning);
    default:
      return warning.code satisfies never;
  }
}

/** A guard's own sentence holds its limit: `<sync>: 5 creates for 3 linked pairs; the guard allows 2 per pair.` */
function guardText({ message }: Warning): WarningText {
  const text = message.slice(message.indexOf(': ') + 2);
  const found = /^(\d+) /.exec(text);
  if (found === null) return { number: null, rest: capital(text), guard: true };
  return { number: Number(found[1]), rest: text.slice(found[0].length), guard: true };
}

/** `5 warnings`. */
export const warningsWord = (many: number): string => counted(many, 'warning', 'warnings');

export const numberWord = (value: number): string => count(value);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
