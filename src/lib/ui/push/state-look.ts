import type { JournalState } from '../../conversation/push.ts';
import type { IconName } from '../controls/icon-name.ts';

/** How each state of an item looks, in the bar, its legend and the journal. */
export const STATE_LOOK: Readonly<Record<JournalState, { readonly icon: IconName; readonly look: string }>> =
  {
    'read-back': { icon: 'check', look: 'ok' },
    written: { icon: 'check', look: 'ok' },
    sent: { icon: 'sent', look: 'sent' },
    refused: { icon: 'failing', look: 'bad' },
    unknown: { icon: 'unknown', look: 'unk' },
    stale: { icon: 'refresh', look: 'stale' },
    waiting: { icon: 'waits', look: 'wait' },
    'not-sent': { icon: 'hold', look: 'wait' },
  };

/** In the order of the bar. */
export const STATE_ORDER: readonly JournalState[] = [
  'read-back',
  'written',
  'refused',
  'unknown',
  'stale',
  'sent',
  'waiting',
  'not-sent',
];
