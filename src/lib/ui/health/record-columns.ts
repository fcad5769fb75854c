import type { HealthColumn } from '../../conversation/index.ts';

/** Every column a person can choose, in the order they are offered. */
export const RECORD_COLUMN_LIST = [
  'record',
  'object',
  'side',
  'id',
  'state',
  'reason',
  'category',
  'changed',
  'counterpart',
] as const satisfies readonly HealthColumn[];

/** How wide each is in the list. */
const WIDTHS: Readonly<Record<HealthColumn, string>> = {
  record: 'minmax(120px, 1.2fr)',
  object: 'minmax(70px, 0.5fr)',
  side: 'minmax(80px, 0.6fr)',
  id: 'minmax(70px, 0.7fr)',
  state: '112px',
  reason: 'minmax(140px, 2fr)',
  category: 'minmax(90px, 0.6fr)',
  changed: 'minmax(90px, 0.8fr)',
  counterpart: 'minmax(70px, 0.7fr)',
};

/** For `grid-template-columns`. */
export const columnWidths = (columns: readonly HealthColumn[]): string =>
  columns.map((column) => WIDTHS[column]).join(' ');
