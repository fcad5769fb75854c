import type { Both } from '../../engine/index.ts';
import { count } from '../words.ts';

/** A project of the list. */
export interface ProjectRow {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly apps: Both<string>;
  /** Records; null where no file of the side was read. */
  readonly syncs: readonly {
    readonly id: string;
    readonly left: number | null;
    readonly right: number | null;
  }[];
  /** When it was opened last, in words. */
  readonly opened: string;
  readonly size: string;
  /** Null without a plan. */
  readonly needsPerson: number | null;
}

/** Records of a side over all its syncs: `48,213 records`. */
export function records(row: ProjectRow, side: 'left' | 'right'): string {
  if (row.syncs.every((sync) => sync[side] === null)) return 'not read yet';
  const sum = row.syncs.reduce((all, sync) => all + (sync[side] ?? 0), 0);
  return `${count(sum)} ${sum === 1 ? 'record' : 'records'}`;
}

/** What waits in a project: an outcome for its colours and icon, and the words. */
export function state(row: ProjectRow): {
  readonly tone: 'conflict' | 'in-sync' | 'waits';
  readonly words: string;
  readonly more: string;
} {
  const { needsPerson, syncs } = row;
  if (needsPerson === null) {
    const read = syncs.some(({ left, right }) => left !== null && right !== null);
    return {
      tone: 'waits',
      words: 'No plan kept yet',
      more: read ? 'both sides are read' : 'files are missing',
    };
  }
  if (needsPerson > 0) {
    const word = needsPerson === 1 ? 'needs' : 'need';
    return {
      tone: 'conflict',
      words: `${count(needsPerson)} ${word} a person`,
      more: 'in the last kept plan',
    };
  }
  return { tone: 'in-sync', words: 'Nothing needs a person', more: 'in the last kept plan' };
}
