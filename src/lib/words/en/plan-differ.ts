import type { ApartCause, DifferAct, DifferWord, Side, Transform, UpdateKind } from '../../engine/index.ts';
import type { Speech } from '../speech.ts';
import { FORM_WORDS } from './differ-words.ts';

/** Why values differ, and what would take it away (DX). */
export const planDiffer = ({ count, plural, list }: Speech) => ({
  /** One class of differences, short: it stands behind its number. */
  words: {
    placeholder: 'word for nothing',
    damaged: 'damaged',
    case: 'capitals',
    spaces: 'spaces',
    punctuation: 'punctuation',
    diacritics: 'accents',
    email: 'e-mail form',
    phone: 'phone form',
    'web-address': 'web address form',
    html: 'HTML',
    'list-order': 'order of a list',
    'date-form': 'date form',
    'number-form': 'number form',
    'boolean-form': 'yes and no',
    label: 'label',
    shift: 'hours or days apart',
    scale: 'power of ten',
    rounded: 'rounded',
    cut: 'cut',
    swapped: 'swapped',
    contains: 'contained',
    other: 'other',
    'worse-written': 'worse value written',
  } satisfies Record<DifferWord, string>,
  /** The same as a sentence. */
  says: {
    placeholder: 'One side holds a word for nothing.',
    damaged: 'A spreadsheet or an encoding changed one of them.',
    case: 'The same text in other capitals.',
    spaces: 'The same text with other spaces.',
    punctuation: 'The same text with other punctuation.',
    diacritics: 'The same text with other accents.',
    email: 'The same address, written another way.',
    phone: 'The same number, written another way.',
    'web-address': 'The same address, written another way.',
    html: 'The same text, one with HTML.',
    'list-order': 'The same items in another order.',
    'date-form': 'The same day, written another way.',
    'number-form': 'The same number, written another way.',
    'boolean-form': 'The same yes or no, written another way.',
    label: 'One list has labels where the other has values.',
    shift: 'The times are always the same hours or days apart.',
    scale: 'One number is a power of ten of the other.',
    rounded: 'One number is rounded.',
    cut: 'One text ends early.',
    swapped: 'Each stands in another field on the other side.',
    contains: 'One text contains the other.',
    other: 'Really other values.',
    'worse-written': 'The value written is worse than the one it replaces.',
  } satisfies Record<DifferWord, string>,
  views: { name: 'What is told of the fields', fields: 'What is written', differ: 'Why they differ' },
  caption: 'Why linked values differ, by field',
  previewed: 'An act says first what it changes, and undo takes it back',
  onlyForm: (form: number, updates: number) =>
    plural(updates, {
      one: `${count(form)} of # update only changes the form of a value`,
      other: `${count(form)} of # updates only change the form of a value`,
    }),
  showForm: 'Why they differ',
  linked: (linked: number, object: string, updates: number) =>
    `${count(linked)} linked ${object}, ${count(updates)} of them would be updated`,
  updates: {
    form: 'only the form',
    label: 'only label or hour',
    value: 'another value',
    fills: 'only fill blanks',
  } satisfies Record<UpdateKind, string>,
  sum: (updates: number) => plural(updates, { one: '= # update', other: '= # updates' }),
  columns: { differ: 'Differ', why: 'Why', most: 'Most of them', act: 'What would take it away' },
  fewer: (many: number) => `−${count(many)}`,
  mappings: (many: number) => plural(many, { one: '# mapping', other: '# mappings' }),
  alike: (many: number) =>
    plural(many, { one: '# mapping has no difference', other: '# mappings have no difference' }),
  total: 'differences, where both sides have a value; each is of one class',
  none: 'Wherever both sides have a value, the values are the same.',
  counting: 'Asking why values differ',
  stopped: 'It was not asked why values differ.',
  again: 'Ask again',
  kinds: {
    form: 'only the form',
    label: 'label against value',
    hour: 'hours or days apart',
    cut: 'cut or rounded',
    damaged: 'damaged or a word for nothing',
    other: 'other',
  },
  sums: (many: number) => `= ${count(many)}`,
  differ: (many: number) => plural(many, { one: '# differs', other: '# differ' }),
  pairs: (many: number) =>
    plural(many, { one: '# pair has a value on both sides.', other: '# pairs have a value on both sides.' }),
  show: (many: number) => `Show ${count(many)}`,
  showOf: (many: number, word: string) =>
    plural(many, { one: `Show # record: ${word}`, other: `Show # records: ${word}` }),
  /** Names the field for who hears the buttons alone. */
  about: (field: string, act: string) => `${field}: ${act}`,
  act: (act: DifferAct, apps: Readonly<Record<Side, string>>): string => {
    switch (act.kind) {
      case 'same': {
        const forms = list(act.forms.map((form) => FORM_WORDS[form]));
        const country = act.country.left ?? act.country.right;
        return country === null ? `Treat ${forms} as the same` : `Treat ${forms} of ${country} as the same`;
      }
      case 'declare': {
        const options = act.fields.left['options'];
        return Array.isArray(options)
          ? plural(options.length, {
              one: 'Pair # label with its value',
              other: 'Pair # labels with their values',
            })
          : `Read ${apps.left} as ${declared(act.fields.left)}, ${apps.right} as ${declared(act.fields.right)}`;
      }
      case 'time-zone':
        return `Take time zone ${act.timeZone} for ${apps[act.side]}`;
      case 'transform':
        return transformed(act.transform, plural);
      case 'to-do':
        return 'For the owner of the data';
      default:
        return act satisfies never;
    }
  },
  /** What an act would change. */
  takes: (updates: number, all: number) =>
    plural(all, {
      one: `Would take away ${count(updates)} of # update.`,
      other: `Would take away ${count(updates)} of # updates.`,
    }),
  writes: (fewer: number) =>
    fewer === 0
      ? 'The same number of writes.'
      : fewer > 0
        ? plural(fewer, { one: '# write fewer.', other: '# writes fewer.' })
        : plural(-fewer, { one: '# write more.', other: '# writes more.' }),
  moved: (word: string, now: number, then: number) => `${word} ${count(now)} → ${count(then)}`,
  moves: (parts: readonly string[]) =>
    parts.length === 0
      ? 'No record changes its outcome.'
      : `${parts.join(', ')}. Nothing else changes its outcome.`,
  trying: 'Trying it on this plan',
  cannot: 'The design could not be planned with it.',
  apart: 'Differ and stay as they are',
  causes: {
    direction: 'the direction forbids a write',
    cleared: 'cleared on one side, and clears do not travel',
    unchanged: 'neither side changed since the last sync',
    accepted: 'left standing by a rule or a person',
  } satisfies Record<ApartCause, string>,
  close: 'Close the field',
  field: 'Why a field differs',
});

const declared = (field: Readonly<Record<string, unknown>>): string => {
  const order = field['dateOrder'];
  if (typeof order === 'string') return { ymd: 'y-m-d', dmy: 'd.m.y', mdy: 'm/d/y' }[order] ?? order;
  const decimal = field['decimal'];
  if (typeof decimal === 'string') return decimal === ',' ? '1.234,5' : '1,234.5';
  return field['type'] === 'boolean' ? 'yes and no' : 'one list';
};

/** DX2: a transform of which the design has the rest. */
function transformed(transform: Transform, plural: Speech['plural']): string {
  if (transform.kind === 'value-map')
    return plural(transform.map.length, {
      one: 'Map # value to the one it stands with',
      other: 'Map # values to those they stand with',
    });
  if (transform.kind === 'number-format' && transform.decimals !== null)
    return plural(transform.decimals, { one: 'Round to # decimal', other: 'Round to # decimals' });
  if (transform.kind !== 'split') return 'Write the values in another form';
  const at = transform.at === ' ' ? 'blanks' : `“${transform.at.trim()}”`;
  const part = { first: 'first part', last: 'last part', rest: 'rest behind the first part' };
  return `Split at ${at}, take the ${part[transform.take as keyof typeof part]}`;
}
