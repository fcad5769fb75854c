import { AS_GIVEN, SIDES, type AppForms, type Tools } from '../lib/engine/index.ts';
import type { Both, Side } from '../lib/engine/model/side.ts';
import { done, wrongCall, type Attempt } from './attempt.ts';

/** Reads `--forms SIDE:NAME[=VALUE],…` (FORMATS.md, Command line): what the app of a side makes of what it is given (S150). */
export function readForms(given: readonly string[], tools: Tools): Attempt<Both<AppForms>> {
  const forms: Record<Side, AppForms> = { left: AS_GIVEN, right: AS_GIVEN };
  for (const text of given) {
    const side = SIDES.find((candidate) => text.startsWith(`${candidate}:`));
    if (side === undefined)
      return wrongCall(`--forms ${text} names no side; write --forms left:… or --forms right:….`);
    for (const part of text.slice(side.length + 1).split(',')) {
      const [name = '', value = null] = part.split(/=(.*)/s);
      const form = Object.hasOwn(FORMS, name) ? FORMS[name as keyof typeof FORMS] : undefined;
      if (form === undefined)
        return wrongCall(
          `--forms ${text}: ${part === '' ? 'a form is missing' : `there is no form ${part}`}; it takes ${SHAPE}.`,
        );
      const read = form.read(value, tools);
      if (read === null) return wrongCall(`--forms ${text}: ${name} takes ${form.takes}.`);
      forms[side] = { ...forms[side], ...read };
    }
  }
  return done(forms);
}

interface Form {
  readonly shape: string;
  readonly takes: string;
  /** Null: not a value of this form. */
  readonly read: (value: string | null, tools: Tools) => Partial<AppForms> | null;
}

const alone = (name: string, set: Partial<AppForms>): Form => ({
  shape: name,
  takes: 'no value',
  read: (value) => (value === null ? set : null),
});

const whole = (value: string | null, most: number): number | null =>
  value !== null && /^\d{1,6}$/.test(value) && Number(value) <= most ? Number(value) : null;

const FORMS = {
  trim: alone('trim', { trims: true }),
  email: alone('email', { email: true }),
  phone: {
    shape: 'phone[=COUNTRY]',
    takes: 'a country of two letters, such as NO, or no value',
    read: (value) => (value === null || /^[A-Z]{2}$/.test(value) ? { phone: { country: value } } : null),
  },
  web: alone('web', { web: true }),
  cut: {
    shape: 'cut=N',
    takes: 'a number of characters from 1 on',
    read: (value) => {
      const cut = whole(value, 999_999);
      return cut === null || cut === 0 ? null : { cut };
    },
  },
  round: {
    shape: 'round=N',
    takes: 'a number of decimals from 0 to 15',
    read: (value) => {
      const round = whole(value, 15);
      return round === null ? null : { round };
    },
  },
  days: alone('days', { days: true }),
  local: {
    shape: 'local=ZONE',
    takes: 'the name of a time zone, such as Europe/Oslo',
    read: (value, tools) => (value !== null && tools.zone(value) !== null ? { local: value } : null),
  },
  refuse: {
    shape: 'refuse=N%',
    takes: 'a share from 0% to 100%',
    read: (value) => {
      const share = value !== null && /^\d{1,3}(\.\d+)?%$/.test(value) ? Number(value.slice(0, -1)) / 100 : 2;
      return share > 1 ? null : { refuse: share };
    },
  },
} satisfies Record<string, Form>;

const SHAPE = Object.values(FORMS)
  .map(({ shape }) => shape)
  .join(', ');
