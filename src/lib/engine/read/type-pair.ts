import type { FieldType } from '../model/field.ts';

export type Reading = 'text' | 'number' | 'date' | 'datetime' | 'boolean' | 'single-select' | 'multi-select';

/** How the cells of one type are read: what is neither typed nor a select is text (S8). */
export function readingOf(type: FieldType): Reading {
  switch (type) {
    case 'number':
    case 'date':
    case 'datetime':
    case 'boolean':
    case 'single-select':
    case 'multi-select':
      return type;
    case 'text':
    case 'long-text':
    case 'reference':
    case 'owner':
    case 'calculated':
      return 'text';
    default:
      return type satisfies never;
  }
}

/** Are cells of a type compared as texts by a condition (FI1)? */
export function readsAsText(type: FieldType): boolean {
  const kind = readingOf(type);
  return kind === 'text' || kind === 'single-select' || kind === 'multi-select';
}

/** How the cells of a pair are read (S8): same types by that type, text with T by T, date with datetime by the day. */
export function readingOfPair(left: FieldType, right: FieldType): Reading {
  const l = readingOf(left);
  const r = readingOf(right);
  if (l === r || r === 'text') return l;
  if (l === 'text') return r;
  return (l === 'date' && r === 'datetime') || (l === 'datetime' && r === 'date') ? 'date' : 'text';
}
