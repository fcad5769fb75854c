import type { Because } from '../engine/design/suggest/index.ts';

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

const spaced = (concept: string): string => concept.replaceAll('-', ' ');
