import { offsetAt } from '../model/zone.ts';
import { formatOf, isPhoneText } from '../merge/handed/text-format.ts';
import { dateText, datetimeText, isDayAlone, readDatetime } from '../read/date.ts';
import { readNumber } from '../read/number.ts';
import type { Tools } from '../tools.ts';
import type { AppForms, Habit } from './app-forms.ts';
import type { FieldForm } from './field-kinds.ts';
import { rounded } from './rounded.ts';

/** What an app makes of a text, and the first of its habits that changed it; null where it keeps it. */
export interface Formed {
  readonly text: string;
  readonly by: Habit | null;
}

export type Former = (text: string) => Formed;

/** S150: the form an app gives to what is written to one of its fields. A field nobody knows keeps what it is given. */
export function formerOf(forms: AppForms, field: FieldForm | null, tools: Tools): Former {
  if (field === null || field.kind === 'own') return asGiven;
  const steps = stepsOf(forms, field, tools);
  if (steps.length === 0) return asGiven;
  return (given) => {
    let text = given;
    let by: Habit | null = null;
    for (const [habit, step] of steps) {
      const next = step(text);
      if (next !== text) by ??= habit;
      text = next;
    }
    return { text, by: text === given ? null : by };
  };
}

const asGiven: Former = (text) => ({ text, by: null });

type Step = readonly [habit: Habit, step: (text: string) => string];

function stepsOf(forms: AppForms, { kind, view }: FieldForm, tools: Tools): Step[] {
  const steps: Step[] = [];
  const { phone, cut, round, local } = forms;
  const zone = local === null ? null : tools.zone(local);
  const isTime = kind === 'date' || kind === 'datetime';
  /** A time as a number; null where the text is none, or a day alone. */
  const timeOf = (text: string): number | null =>
    isDayAlone(text) ? null : readDatetime(text, view.dateOrder, view.zone);
  if (forms.trims) steps.push(['trims', (text) => text.trim()]);
  if (forms.email && kind === 'email')
    steps.push(['email', (text) => (formatOf(text) === 'email' ? text.toLowerCase() : text)]);
  if (phone !== null && kind === 'phone')
    steps.push(['phone', (text) => (isPhoneText(text) ? (tools.phone(text, phone.country) ?? text) : text)]);
  if (forms.web && kind === 'web')
    steps.push([
      'web',
      (text) => (text.trim() === '' || SCHEME.test(text) ? text : `https://${text.trim()}`),
    ]);
  if (round !== null && kind === 'number')
    steps.push([
      'round',
      (text) => {
        const number = readNumber(text, view.decimal);
        const short = number === null ? null : rounded(number, round);
        return short === null || short === number ? text : short.replace('.', view.decimal);
      },
    ]);
  if (forms.days && isTime)
    steps.push([
      'days',
      (text) => {
        const ms = timeOf(text);
        return ms === null ? text : dateText(Math.floor(ms / DAY_MS));
      },
    ]);
  if (zone !== null && isTime)
    steps.push([
      'local',
      (text) => {
        const ms = timeOf(text);
        return ms === null ? text : datetimeText(ms + offsetAt(zone, ms)).slice(0, -1);
      },
    ]);
  if (cut !== null && !isTime && kind !== 'number') {
    steps.push([
      'cut',
      (text) => {
        const signs = [...text];
        return signs.length <= cut ? text : signs.slice(0, cut).join('');
      },
    ]);
  }
  return steps;
}

const SCHEME = /^\s*[a-z][a-z0-9+.-]*:/i;
const DAY_MS = 86_400_000;
