import type { Because, LeftOutCode } from '../../src/lib/engine/suggest/index.ts';

/** Why two columns are taken for the same, in words. */
export function becauseWord({ code, values }: Because): string {
  const of = (name: string): string => String(values[name] ?? '');
  switch (code) {
    case 'same-name':
      return 'the same name';
    case 'same-meaning':
      return `both names mean ${spaced(of('concept'))}`;
    case 'near-meaning':
      return `${spaced(of('left'))} can stand for ${spaced(of('right'))}`;
    case 'initials':
      return 'one name is the initials of the other';
    case 'like-name':
      return `names ${of('likeness')} % alike`;
    case 'same-values':
      return `${of('share')} % of the different values are on both sides`;
    case 'other-values':
      return 'no value in common';
    case 'other-type':
      return `left looks like ${of('left')}, right like ${of('right')}`;
    default:
      return code satisfies never;
  }
}

/** Why a column is in no mapping, in words. */
export const LEFT_OUT: Readonly<Record<LeftOutCode, string>> = {
  'record-id': 'the record id',
  'modified-date': 'the date of the last change',
  'kept-by-app': 'the app keeps it itself',
  reference: 'names another record',
  'row-number': 'counts the rows',
  computed: 'computed from other fields',
  'no-name': 'has no name',
  'no-counterpart': 'nothing like it on the other side',
};

const spaced = (concept: string): string => concept.replaceAll('-', ' ');
