import type { Both, Side } from '../../engine/index.ts';
import type { FieldRow } from './record-detail.ts';
import { kindOf } from './record-detail.ts';

/** Why a value would be written, in words. */
export function becauseWord(because: string, side: Side, apps: Both<string>): string {
  const from = apps[other(side)];
  switch (because) {
    case 'create':
      return `New in ${apps[side]}`;
    case 'fill-blank':
      return `Fills a blank in ${apps[side]}`;
    case 'winner':
      return `${from} wins where values differ`;
    case 'form':
      return `Same value, rewritten in the form of ${from}`;
    case 'left-changed':
      return `Only ${apps.left} changed`;
    case 'right-changed':
      return `Only ${apps.right} changed`;
    case 'cleared':
      return `Cleared in ${from}; clears travel (your setting)`;
    case 'most-recent':
      return `Newest wins: ${from}`;
    case 'person':
      return 'You decided';
    default:
      return because;
  }
}

/** How a conflict was decided, and what happens with the other value. */
export function ruleWord(field: FieldRow, apps: Both<string>): string {
  const conflict = field.conflict;
  if (conflict === null || conflict.decidedBy === null) return '';
  const lost = conflict.winner === null ? null : valueOf(field, other(conflict.winner));
  const stays = lost === null || lost === '' ? '' : `. ${lost} stays in the plan file`;
  const app = conflict.winner === null ? '' : apps[conflict.winner];
  switch (conflict.decidedBy) {
    case 'winner':
    case 'left':
    case 'right':
      return `${app} wins${stays}`;
    case 'most-recent':
      return `newest wins, ${app}${stays}`;
    case 'fill-blank':
      return 'only blanks are filled; both stay';
    case 'direction':
      return `${app} would win, but the direction forbids it`;
    case 'person':
      return conflict.winner === null ? 'both stay' : `${app}${stays}`;
    default:
      return conflict.decidedBy;
  }
}

/** Why a conflict is open (CO8). */
export const openWord = (field: FieldRow): string =>
  field.rule === 'most-recent' ? 'No change date to decide by' : 'Both have a value; nobody has decided';

/** Why two different values stay as they are. */
export function stillWord(field: FieldRow, apps: Both<string>): string {
  if (field.conflict !== null) return capitalised(ruleWord(field, apps));
  for (const side of ['left', 'right'] as const) {
    if (valueOf(field, side).trim() !== '') continue;
    if (field.changed.includes(side)) return `Cleared in ${apps[side]}; clears do not travel (your setting)`;
    return `Blank in ${apps[side]}; not filled by this rule or direction`;
  }
  return field.baseline === null
    ? 'The direction forbids it'
    : 'Neither changed, or the direction forbids it';
}

/** Equal values, whether or not they are written alike. */
export const equalWord = (field: FieldRow): string =>
  field.leftValue === field.rightValue ? 'The same' : 'The same value, other form';

export const valueOf = (field: FieldRow, side: Side): string =>
  side === 'left' ? field.leftValue : field.rightValue;

/** The value a side shows is replaced by a write. */
export const isReplaced = (field: FieldRow, side: Side): boolean =>
  kindOf(field) === 'write' && field.write?.side === side;

const other = (side: Side): Side => (side === 'left' ? 'right' : 'left');
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
