import type { Transform } from '../../engine/model/transform.ts';
import type { Both } from '../../engine/model/side.ts';
import type { Speech } from '../speech.ts';

type Kind = Transform['kind'];

const KINDS: Readonly<Record<Kind, string>> = {
  trim: 'Trim',
  case: 'Upper or lower case',
  split: 'A part of the text',
  join: 'Several fields as one',
  phone: 'Phone number',
  'value-map': 'Value map',
  constant: 'Always the same',
  'date-format': 'Date format',
  'number-format': 'Number format',
  lookup: 'Look-up',
};

const CASES = { upper: 'UPPER CASE', lower: 'lower case', title: 'Title Case' } as const;
const PARTS = { first: 'first part', last: 'last part', rest: 'all behind the first part' } as const;

/** What a mapping makes of its values (FM10). */
export const designTransforms = ({ count, plural }: Speech) => ({
  column: 'Transform',
  none: 'none',
  open: (pair: Both<string>, short: string) => `Transform of ${pair.left} with ${pair.right}: ${short}`,
  heading: (pair: Both<string>) => `${pair.left} with ${pair.right}: transform`,
  save: 'Use transform',
  drop: 'Take away',
  kind: 'Transform',
  kinds: KINDS,
  /** In a row of the table. */
  short: (transform: Transform | null): string => {
    switch (transform?.kind) {
      case undefined:
        return 'none';
      case 'trim':
        return 'trim';
      case 'case':
        return CASES[transform.to];
      case 'split':
        return typeof transform.take === 'number' ? nthPart(transform.take) : PARTS[transform.take];
      case 'join':
        return `with ${transform.with.join(', ')}`;
      case 'phone':
        return transform.country === null ? 'phone' : `phone, ${transform.country} default`;
      case 'value-map':
        return `value map, ${count(transform.map.length)}`;
      case 'constant':
        return `always “${transform.value}”`;
      case 'date-format':
        return `date ${transform.to}`;
      case 'number-format':
        return `number ${example(transform)}`;
      case 'lookup':
        return `look-up, ${count(transform.table.length)}`;
      default:
        return transform satisfies never;
    }
  },
  cases: CASES,
  to: 'To',
  at: 'Parted by',
  take: 'Take',
  parts: { ...PARTS, part: 'part number' },
  part: 'Part, from 0; negative from the end',
  joined: 'Joined with',
  joinedAt: (place: number) => `Joined with, field ${count(place)}`,
  addJoined: 'Add a field',
  dropJoined: (field: string) => `Leave out ${field}`,
  noField: 'Choose a field',
  separator: 'Between them',
  country: 'Country of numbers without one, as NO',
  value: 'Value',
  pattern: 'Day, as DD.MM.YYYY',
  decimal: 'Decimal sign',
  group: 'Sign between thousands',
  groups: { '': 'none', '.': '.', ',': ',', ' ': 'space', "'": '’' },
  decimals: 'Digits behind the sign; empty: as they are',
  otherwise: 'A value that is not in the map',
  otherwises: { fail: 'fails', keep: 'stays as it is', blank: 'becomes blank' },
  map: {
    name: 'Values and their words',
    records: 'Records',
    from: (app: string) => `In ${app}`,
    fromOf: (app: string, row: number) => `Value in ${app}, row ${count(row)}`,
    wordFor: (value: string, app: string) => `Word in ${app} for ${value}`,
    add: 'Add a value',
    remove: (value: string) => `Remove ${value}`,
    unmapped: (app: string, values: number, records: number) =>
      plural(values, {
        one: `# value of ${app} has no word, in ${count(records)} records`,
        other:
          values === 0
            ? `every value of ${app} has a word`
            : `# values of ${app} have no word, in ${count(records)} records`,
      }),
    more: (values: number) => `and ${count(values)} more`,
  },
  goesBack: (app: string) => `Goes back to ${app} too`,
  oneWay: (app: string) => `One-way: only to ${app}`,
  samples: {
    name: 'On the records',
    before: (app: string) => `${app}, before`,
    after: (app: string) => `${app}, after`,
    back: (app: string) => `Back in ${app}`,
    fails: 'fails',
    blank: '(blank)',
    /** Between the fields that are joined. */
    and: '+',
    none: 'No record has a value.',
    counting: 'counting …',
  },
  lacks: {
    sign: 'A sign is needed.',
    fields: 'A field to join is needed.',
    part: 'A whole number is needed.',
    country: 'Two capital letters are needed.',
    entries: 'A value with its word is needed.',
    twice: 'A value stands in the map twice.',
    value: 'A value is needed.',
    pattern: 'YYYY, MM and DD are needed, each once.',
    signs: 'Two different signs are needed.',
    decimals: 'A whole number up to 15 is needed.',
  },
  notInMap: (many: number) => `${count(many)} unmapped`,
  step: (values: { readonly field: string; readonly from: Kind | null; readonly to: Kind | null }) =>
    values.from === values.to
      ? `${values.field}, transform changed: ${word(values.to)}`
      : `${values.field}, transform: ${word(values.from)} → ${word(values.to)}`,
});

const word = (kind: Kind | null): string => (kind === null ? 'none' : KINDS[kind].toLowerCase());

const nthPart = (part: number): string => (part < 0 ? `part ${String(part)}` : `part ${String(part + 1)}`);

const example = ({
  decimal,
  group,
  decimals,
}: {
  readonly decimal: string;
  readonly group: string;
  readonly decimals: number | null;
}): string => `1${group}000${decimals === 0 ? '' : decimal + '0'.repeat(decimals ?? 2)}`;
