import type { Filter, PlannedSync } from '../../conversation/index.ts';
import type { Warning } from '../../engine/index.ts';

export type Shows = Filter | 'differ';

export interface WarningRow {
  readonly key: string;
  readonly text: string;
  /** Stands out in the text. */
  readonly number: number;
  /** It stops the plan from being approved. */
  readonly guard: boolean;
  /** What shows it: the records it is about, or why values differ; null where nothing does. */
  readonly shows: Shows | null;
}

/** The warnings of one sync, guards first, then most records first. */
export const warningRows = (
  warnings: readonly Warning[],
  sync: Pick<PlannedSync, 'id' | 'warnings'>,
  says: (warning: Warning) => string,
): readonly WarningRow[] =>
  warnings
    .filter((warning) => warning.sync === sync.id)
    .map((warning) => ({
      key: `${warning.code} ${'side' in warning ? warning.side : ''} ${fieldOf(warning) ?? ''}`,
      text: says(warning),
      number: warning.count,
      guard: 'limit' in warning,
      shows:
        sync.warnings.find(({ code, field }) => code === warning.code && field === fieldOf(warning))
          ?.filter ?? null,
    }))
    .toSorted((a, b) => Number(b.guard) - Number(a.guard) || b.number - a.number);

const fieldOf = (warning: Warning): string | null => ('field' in warning ? (warning.field ?? null) : null);

/** A text before, at and after its number; all before it where it does not say the number. */
export function aroundNumber(text: string, number: string): readonly [string, string, string] {
  const at = text.indexOf(number);
  return at < 0 ? [text, '', ''] : [text.slice(0, at), number, text.slice(at + number.length)];
}
