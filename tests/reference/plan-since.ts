import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import type { Reason } from '../../src/lib/engine/model/reason.ts';
import { otherSide } from '../../src/lib/engine/model/side.ts';
import { instantOf } from './most-recent.ts';
import { cell, shown, type Rec } from './world.ts';

/** LI4, S490, S491: of what is linked nothing is asked, of a pair one record that was changed since is enough. */
export function sinceReasons(sync: ObjectSync, subject: readonly Rec[], linked: boolean): Reason[] {
  const { since } = sync;
  if (since === undefined || linked) return [];
  const asked = subject.filter(({ side }) => mayWrite(sync.direction, otherSide(side)));
  const isChanged = (record: Rec): boolean => {
    const instant = instantOf(sync, record);
    if (instant === null) return false;
    const from = new Date(since).getTime() + (instant.isBare ? 26 * 3_600_000 : 0);
    return instant.at >= from;
  };
  if (asked.some(isChanged)) return [];
  return asked.map((record): Reason => {
    const field = sync[record.side].modifiedField ?? '';
    return { code: 'not-changed-since', side: record.side, field, value: shown(cell(record, field)) };
  });
}
