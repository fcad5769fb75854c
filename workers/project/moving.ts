import type { ActRow, NextActs } from '../../src/lib/store/index.ts';
import type { Act, Answer, DesignHead, Moved, PlanHead } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import type { OpenedProject } from './opened-project.ts';

export type Way = 'undo' | 'redo';

/** How an act is moved, by what it was about. */
export interface Moves {
  readonly next: () => Promise<Answer<NextActs>>;
  readonly design: () => Promise<Answer<DesignHead>>;
  readonly decisions: (sync: string) => Promise<Answer<PlanHead>>;
  readonly name: (act: ActRow) => Promise<Answer<null>>;
  /** Null once it was closed. */
  readonly project: () => OpenedProject | null;
}

/** Takes back the newest act of the log that can be, or does again the oldest that was taken back. */
export async function moveNext(way: Way, moves: Moves): Promise<Answer<Moved>> {
  const next = await moves.next();
  if (!next.ok) return next;
  const act = next.value[way];
  if (act === null) return failed({ code: `nothing-to-${way}` });
  const moved = await moveAct(act, moves);
  if (!moved.ok) return moved;
  const project = moves.project();
  if (project === null) return failed({ code: 'no-project' });
  const staying = way === 'undo' ? next.value.staying.map(actOf) : [];
  const { row, designHead: design } = project;
  return done({ act: actOf(act), staying, name: row.name, design, plan: moved.value });
}

/** The plan where decisions moved. */
async function moveAct(act: ActRow, { design, decisions, name }: Moves): Promise<Answer<PlanHead | null>> {
  switch (act.subject) {
    case 'design': {
      const moved = await design();
      return moved.ok ? done(null) : moved;
    }
    case 'decisions':
      return decisions(act.sync);
    case 'name':
      return name(act);
    case 'records':
      throw new Error('a file that was read cannot be taken back');
    default:
      return act.subject satisfies never;
  }
}

/** An act as the page knows it. */
const actOf = ({ number, at, subject, sync, code, values }: ActRow): Act => ({
  ...{ id: number, at, subject, sync, code, values },
});
