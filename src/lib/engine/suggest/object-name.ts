import type { ObjectKind } from '../model/design.ts';
import type { AppKind } from './app.ts';

const SALESFORCE: Readonly<Record<ObjectKind, string | null>> = {
  contacts: 'Contact',
  leads: 'Lead',
  companies: 'Account',
  products: 'Product2',
  deals: 'Opportunity',
  invoices: null,
  tickets: 'Case',
  activities: 'Task',
  custom: null,
};

const APP_NAMES: Readonly<Record<Exclude<AppKind, 'file'>, string>> = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  pipedrive: 'Pipedrive',
  dynamics: 'Dynamics 365',
  odoo: 'Odoo',
};

const stem = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');

/** The object as its app calls it; for a plain file the kind. */
export function objectName(app: AppKind, kind: ObjectKind, file: string): string {
  if (app === 'salesforce') return SALESFORCE[kind] ?? (stem(file) || kind);
  return kind === 'custom' ? stem(file) || kind : kind;
}

/** The app's name; a plain file goes by its own, cut to what a heading has room for. */
export const appName = (app: AppKind, file: string): string =>
  app === 'file' ? shortStem(stem(file)) || 'File' : APP_NAMES[app];

/** Letters of a name in a heading at most. */
const MOST = 24;
/** Parts of a file's name that say how or when it was made, not of what. */
const NO_NAME = /^(?:\d{2,}|[0-9a-f]{8,}|\(\d+\)|v\d+|\d*t?\d+z?|exports?|exported|copy|utf8?|csv|tsv)$/i;
/** What a reader sees as one letter: with its marks, a whole emoji. */
const LETTER =
  /\p{RI}\p{RI}|\p{Extended_Pictographic}(?:[\p{M}\p{Emoji_Modifier}]|\u200d\p{Extended_Pictographic})*|\P{M}\p{M}*|\p{M}+/gsu;

/** A long name without its dates and marks of an export; what is still too long keeps its start and its end. */
function shortStem(name: string): string {
  const letters = (text: string): readonly string[] => text.match(LETTER) ?? [];
  if (letters(name).length <= MOST) return name;
  const told = name
    .split(/[\s_.-]+/)
    .filter((part) => part !== '' && !NO_NAME.test(part))
    .join(' ');
  const left = letters(told === '' ? name : told);
  if (left.length <= MOST) return left.join('');
  // The last word says what another file of the same start is not.
  const last = left.length - left.lastIndexOf(' ') - 1;
  const end = left.slice(last <= MOST / 3 + 1 ? -last : -MOST / 3);
  const start = left.slice(0, MOST - 1 - end.length);
  const word = start.lastIndexOf(' ');
  return `${start.slice(0, word > start.length / 2 ? word : undefined).join('')}…${end.join('')}`;
}
