import type { ConflictRule, ObjectKind } from '../../engine/model/design.ts';
import type { Direction } from '../../engine/model/direction.ts';
import type { FieldType } from '../../engine/model/field.ts';
import type { Both, Side } from '../../engine/model/side.ts';
import type { Speech } from '../speech.ts';

/** What flows between the fields of both sides. */
export const designMappings = ({ count, plural, share }: Speech) => ({
  /** What the list's end says there are more of. */
  heading: 'mappings',
  caption: (on: number, off: number) => `${count(on)} on, ${count(off)} off`,
  covered: 'required fields covered',
  notCovered: (fields: number) => `${count(fields)} required not covered`,
  confirm: (many: number) => `Confirm ${count(many)} suggested`,
  confirmOne: 'Confirm',
  find: 'Find a field',
  show: 'Show',
  parts: (many: Readonly<Record<'all' | 'required' | 'question', number>>) => ({
    all: `all ${count(many.all)}`,
    required: `required ${count(many.required)}`,
    question: `with a question ${count(many.question)}`,
  }),
  add: 'Add mapping',
  addSays: 'Columns no mapping uses yet. Each column is used once.',
  fieldIn: (field: string, app: string) => `${field} in ${app}`,
  uncovered: (fields: readonly string[]) =>
    `${fields.join(', ')}: required and not mapped, so every create there would fail.`,
  none: 'No field is mapped, so nothing would be written. Add a mapping to begin.',
  notFound: 'No field is called so.',
  columns: {
    on: 'On',
    direction: 'Direction',
    rule: 'If both differ',
    check: 'Type check',
    filled: 'Filled',
    sample: 'Sample',
    sampleOf: (record: string) => `Sample, record ${record}`,
    more: 'More',
  },
  required: 'required',
  ruleOf: (fields: Both<string>) => `If both differ: ${fields.left} with ${fields.right}`,
  moreOf: (fields: Both<string>) => `More of ${fields.left} with ${fields.right}`,
  flowOf: (fields: Both<string>, flow: string) => `${fields.left} with ${fields.right}: ${flow}`,
  flowChange: (fields: Both<string>, flow: string, next: string) =>
    `${fields.left} with ${fields.right}: ${flow}; change to ${next}`,
  suggestedOf: (fields: Both<string>, suggested: string) =>
    `${suggested}: ${fields.left} with ${fields.right}`,
  taken: (field: string, by: string) => `${field} is mapped to ${by} already.`,
  notCounted: 'not counted yet',
  off: '–',
  blank: '(blank)',
  noPair: 'no linked pair',
  record: (id: string) => `Record ${id}`,
  typeAndRules: (field: string) => `${field}: type and rules`,
  remove: 'Remove mapping',
  filled: (apps: Both<string>, filled: Both<number>) =>
    `${apps.left} ${part(filled.left, share)} filled, ${apps.right} ${part(filled.right, share)} filled`,
  unmapped: (app: string, columns: number, other: string, others: number) =>
    plural(columns, {
      one: `# column of ${app} and ${count(others)} of ${other} are not mapped`,
      other: `# columns of ${app} and ${count(others)} of ${other} are not mapped`,
    }),
  unmappedOf: (app: string) => `Columns of ${app} that are not mapped`,
  andMore: (many: number) => `and ${count(many)} more`,
  /** The type check where all values fit: what both fields hold, or what each does. */
  holds: ({ left, right }: Both<FieldType>) =>
    left === right ? TYPES[left] : `${TYPES[left]} / ${TYPES[right]}`,
  refused: (code: string, many: number) => `${count(many)} ${REFUSED[code] ?? code}`,
});

/** Never all or nothing by rounding alone. */
function part(value: number, share: Speech['share']): string {
  if (value < 1 && value >= 0.995) return `over ${share(0.99)}`;
  if (value > 0 && value < 0.005) return `under ${share(0.01)}`;
  return share(value);
}

/** What is said after the number of values a type check found. */
const REFUSED: Readonly<Record<string, string>> = {
  'bad-number': 'not numbers',
  'bad-date': 'not dates',
  'bad-boolean': 'not yes or no',
  'bad-email': 'not e-mails',
  'option-missing': 'no option there',
  'too-long': 'too long',
  'required-blank': 'blank, but required',
  'not-unique': 'not unique',
};

export const TYPES: Readonly<Record<FieldType, string>> = {
  text: 'text',
  'long-text': 'long text',
  number: 'number',
  date: 'date',
  datetime: 'date and time',
  boolean: 'yes or no',
  'single-select': 'one of a list',
  'multi-select': 'several of a list',
  reference: 'reference',
  owner: 'owner',
  calculated: 'calculated',
};

/** Directions and rules, as choices and inside a sentence. */
export const designRules = () => ({
  directions: (apps: Both<string>): Record<Direction, string> => ({
    both: 'Two-way',
    'left-to-right': `Only to ${apps.right}`,
    'right-to-left': `Only to ${apps.left}`,
  }),
  conflict: (apps: Both<string>, winner: Side): Record<ConflictRule, string> => ({
    winner: `Winner: ${apps[winner]}`,
    left: `${apps.left} wins`,
    right: `${apps.right} wins`,
    'most-recent': 'Most recent',
    'fill-blank': 'Fill blanks only',
    ask: 'Ask me',
  }),
  flow: flowWord,
});

/** The way values flow, inside a sentence; null: nowhere. */
export function flowWord(direction: Direction | null, apps: Both<string>): string {
  switch (direction) {
    case 'both':
      return 'two-way';
    case 'left-to-right':
      return `only to ${apps.right}`;
    case 'right-to-left':
      return `only to ${apps.left}`;
    case null:
      return 'nowhere';
    default:
      return direction satisfies never;
  }
}

/** Who wins a conflict, inside a sentence. */
export function ruleWord(rule: ConflictRule, apps: Both<string>): string {
  switch (rule) {
    case 'winner':
      return 'the winner';
    case 'left':
    case 'right':
      return `${apps[rule]} wins`;
    case 'most-recent':
      return 'most recent';
    case 'fill-blank':
      return 'fill blanks only';
    case 'ask':
      return 'ask me';
    default:
      return rule satisfies never;
  }
}

export const KINDS: Readonly<Record<ObjectKind, string>> = {
  companies: 'Companies',
  contacts: 'Contacts',
  leads: 'Leads',
  products: 'Products',
  deals: 'Deals',
  invoices: 'Invoices',
  tickets: 'Tickets',
  activities: 'Activities',
  custom: 'Custom objects',
};

/** What a field takes, as a person declares it. */
export const designField = ({ count }: Speech) => ({
  types: TYPES,
  save: 'Save',
  drop: 'Remove declaration',
  looksLike: (guess: string, filled: number, rows: number) =>
    `looks like ${guess}, ${count(filled)} of ${count(rows)} filled`,
  notDeclared: 'not declared yet',
  type: 'Type',
  format: 'What the texts are',
  formats: {
    told: 'told from the cells',
    email: 'E-mail addresses',
    phone: 'Phone numbers',
    'web-address': 'Web addresses',
    domain: 'Domains',
  },
  country: 'Country of phone numbers without one',
  countryLike: 'two letters, as NO',
  maxLength: 'Longest value, characters',
  noLimit: 'no limit',
  dateOrder: 'Order of dates in the file',
  dateOrders: { ymd: 'year, month, day (ISO)', dmy: 'day, month, year', mdy: 'month, day, year' },
  decimal: 'Decimal sign in the file',
  decimals: { none: 'not said', '.': 'point: 1,234.5', ',': 'comma: 1.234,5' },
  options: 'Options, one a line: value = label',
  rules: 'Rules',
  required: 'Required: a record without it is refused',
  requiredWhen: 'Required only while all of this holds of the record',
  addCondition: 'Add a condition that requires this field',
  dropCondition: (condition: string) => `Remove the condition ${condition}`,
  unique: 'Unique: no two records may share a value',
  readOnly: 'Read-only: nothing is written here',
  pick: {
    find: 'Find a column',
    findOf: (app: string) => `Find a column of ${app}`,
    columnsOf: (app: string) => `Columns of ${app}`,
    none: 'No column is called so.',
    some: (shown: number, all: number) => `${count(shown)} of ${count(all)} shown; type to find the others.`,
    chosen: (guess: string, filled: number, sample: string | null) =>
      sample === null ? `${guess}, ${count(filled)} filled` : `${guess}, ${count(filled)} filled; ${sample}`,
    all: (many: number) => `${count(many)} to pick from`,
    both: 'Pick a column on both sides.',
    /** Before the sentence that says why. */
    refused: 'As it stands this mapping would be refused.',
    types: 'Which types go together',
    typesSay: (left: string, right: string) =>
      `${left} down, ${right} across. A field that is not declared goes with every type, a mapping with a transform is judged by what it makes.`,
    ways: {
      both: 'both ways',
      'left-to-right': 'to the right',
      'right-to-left': 'to the left',
      none: 'not at all',
    },
  },
});
