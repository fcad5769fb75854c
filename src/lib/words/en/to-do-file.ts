import type { DifferClass } from '../../engine/model/differ.ts';
import { DIFFER_WORDS } from './differ-words.ts';

/** S234: the list for the owner of a side's data, as a file. */
export const toDoFileSaid = {
  header: ['Side', 'Record id', 'Name', 'Field', 'Value', 'Other value', 'Class', 'What to do'],
  classes: DIFFER_WORDS,
  /** Where a person left no note. */
  does: {
    placeholder: 'Put the real value in, or leave the field empty.',
    damaged: 'Put the value back as it was before a spreadsheet or an encoding changed it.',
    case: 'Write it in the capitals that are right.',
    spaces: 'Take out spaces that do not belong there.',
    punctuation: 'Write it with the punctuation that is right.',
    diacritics: 'Write it with the accents that are right.',
    email: 'Write the address in one form on both sides.',
    phone: 'Write the number in one form on both sides.',
    'web-address': 'Write the address in one form on both sides.',
    html: 'Write it without HTML, or with the same on both sides.',
    'list-order': 'Put the items in the same order on both sides.',
    'date-form': 'Write the date in one form on both sides.',
    'number-form': 'Write the number in one form on both sides.',
    'boolean-form': 'Say yes and no in the same words on both sides.',
    label: 'Use the same words for it on both sides.',
    shift: 'Find out which of the two times is right.',
    scale: 'Find out which of the two numbers is right.',
    rounded: 'Find out which of the two numbers is exact.',
    cut: 'Put the whole text in; it ends early.',
    swapped: 'Look whether the two values stand in each other’s field.',
    contains: 'Find out which of the two texts is right.',
    other: 'Find out which of the two values is right.',
  } satisfies Record<DifferClass, string>,
};
