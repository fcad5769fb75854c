import type { Both } from '../../engine/index.ts';
import type { Messages } from '../../words/index.ts';

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

type ProjectWords = Messages['home']['projects'];

/** Records of a side over all its syncs: `48,213 records`. */
export function records(row: ProjectRow, side: 'left' | 'right', words: ProjectWords): string {
  if (row.syncs.every((sync) => sync[side] === null)) return words.notRead;
  return words.records(row.syncs.reduce((all, sync) => all + (sync[side] ?? 0), 0));
}

/** What waits in a project: an outcome for its colours and icon, and the words. */
export function state(
  row: ProjectRow,
  words: ProjectWords,
): {
  readonly tone: 'conflict' | 'in-sync' | 'waits';
  readonly words: string;
  readonly more: string;
} {
  const { needsPerson, syncs } = row;
  if (needsPerson === null) {
    const read = syncs.some(({ left, right }) => left !== null && right !== null);
    return { tone: 'waits', words: words.noPlan, more: read ? words.bothRead : words.filesMissing };
  }
  return needsPerson > 0
    ? { tone: 'conflict', words: words.people(needsPerson), more: words.inLast }
    : { tone: 'in-sync', words: words.nobody, more: words.inLast };
}
