import type { FieldDiffer } from '../../conversation/index.ts';
import type { DifferWord } from '../../engine/index.ts';
import type { Messages } from '../../words/index.ts';

/** What a class of differences is drawn as, in the order of the legend. */
export const DIFFER_KINDS = ['form', 'label', 'hour', 'cut', 'damaged', 'other'] as const;

export type DifferKind = (typeof DIFFER_KINDS)[number];

const KIND: Readonly<Record<DifferWord, DifferKind>> = {
  placeholder: 'damaged',
  damaged: 'damaged',
  case: 'form',
  spaces: 'form',
  punctuation: 'form',
  diacritics: 'form',
  email: 'form',
  phone: 'form',
  'web-address': 'form',
  html: 'form',
  'list-order': 'form',
  'date-form': 'form',
  'number-form': 'form',
  'boolean-form': 'form',
  label: 'label',
  shift: 'hour',
  scale: 'cut',
  rounded: 'cut',
  cut: 'cut',
  swapped: 'other',
  contains: 'other',
  other: 'other',
  'worse-written': 'damaged',
};

export const kindOfClass = (is: DifferWord): DifferKind => KIND[is];

/** Differences by kind, of one field or several. */
export function byKind(fields: readonly FieldDiffer[]): { kind: DifferKind; count: number }[] {
  const classes = fields.flatMap((field) => field.classes);
  return DIFFER_KINDS.map((kind) => ({
    kind,
    count: classes.reduce((sum, one) => (KIND[one.is] === kind ? sum + one.count : sum), 0),
  })).filter(({ count }) => count > 0);
}

/** The act that takes most away of a field, null where none is offered. */
export const bestAct = ({ classes }: FieldDiffer): FieldDiffer['classes'][number] | null =>
  classes.find(({ act }) => act.kind !== 'to-do') ?? null;

/** `58 differ: 39 only the form, 11 damaged, 8 other`. */
export function headOf(
  field: FieldDiffer,
  words: Messages['plan']['differ'],
  count: (n: number) => string,
): string {
  const parts = byKind([field]).map(({ kind, count: many }) => `${count(many)} ${words.kinds[kind]}`);
  return `${words.differ(field.count)}: ${parts.join(', ')}`;
}
