import type { Both, Reason } from '../../engine/index.ts';
import { count, REASON_WORDS } from '../words.ts';

/** A reason as a sentence with the values it names; names and values stay as they are in the file. */
export function reasonSentence(reason: Reason, apps: Both<string>): string {
  const app = apps[reason.side];
  const there = apps[reason.side === 'left' ? 'right' : 'left'];
  const field = reason.field ?? 'a field';
  const value = said(reason.value);
  const ids = idsSaid(reason);
  switch (reason.code) {
    case 'no-valid-email':
      return `${value === '' ? `${field} is blank` : `${value} is no e-mail address`} in ${app}; only contacts with one take part.`;
    case 'no-identifier':
      return `Every key is blank in ${app}, so nothing could find it again.`;
    case 'duplicate-key':
      return `${value} is taken by an earlier record${ids}.`;
    case 'ambiguous-match':
      return `Its keys point at more than one record of ${there}${ids}. Nothing is written until you say which.`;
    case 'not-in-this-export':
    case 'counterpart-deleted':
      return `Its counterpart is not in the file of ${there}${ids}.`;
    case 'waits-for-key-change':
      return `This plan changes a key of another record${ids}; it is judged again in the next round.`;
    case 'direction-forbids-create':
      return `It has no counterpart, and the direction allows no new record in ${there}.`;
    case 'required-blank':
      return `${field} is required in ${app} and would be blank.`;
    case 'too-long':
      return `${field} in ${app} takes fewer characters than ${value}${limit(reason)}.`;
    case 'option-missing':
      return `${value} is not an option of ${field} in ${app}.`;
    case 'bad-number':
    case 'bad-date':
    case 'bad-boolean':
    case 'bad-email':
      return `${value} does not fit ${field} in ${app}: ${REASON_WORDS[reason.code]}.`;
    case 'not-unique':
      return `${field} must be unique in ${app}; ${value} is held by another record${ids}.`;
    case 'read-only':
      return `${field} is read-only in ${app}.`;
    case 'filtered':
    case 'denied':
    case 'stage-not-mapped':
    case 'lifecycle-not-in-sync':
    case 'unknown-stage':
    case 'parent-missing':
    case 'filter-would-exclude':
    case 'not-primary':
      return `${capital(REASON_WORDS[reason.code])}${value === '' ? '' : `: ${value}`}${ids}.`;
    default:
      return reason.code satisfies never;
  }
}

function said(value: Reason['value']): string {
  if (value === undefined) return '';
  const list = typeof value === 'string' ? [value] : value;
  const filled = list.filter((one) => one !== '');
  return filled.map((one) => `“${one}”`).join(' + ');
}

function idsSaid({ ids, more }: Reason): string {
  if (ids === undefined || ids.length === 0) return '';
  const shown = ids.slice(0, 5);
  const rest = ids.length - shown.length + (more ?? 0);
  return ` (${shown.join(', ')}${rest > 0 ? ` and ${count(rest)} more` : ''})`;
}

const limit = ({ rule }: Reason): string => (rule === undefined ? '' : ` (${rule})`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
