import type { Gate } from './gate.ts';
import { failed, Refusal, type Place, type Result } from './problem.ts';
import { present } from './project-parts.ts';
import type { ActRow, StepPointer } from './rows.ts';

/** What would be taken back or done again next. */
export interface NextActs {
  readonly undo: ActRow | null;
  /** Newer than that act and not to be taken back: files that were read. The last first. */
  readonly staying: readonly ActRow[];
  readonly redo: ActRow | null;
}

/**
 * One log of everything a person did on a project, whatever screen it was done on. Each act is written in the very
 * transaction that does it; the design's steps and the decisions' are where they always were, and acts point at them.
 */
export class History {
  readonly #gate: Gate;

  constructor(gate: Gate) {
    this.#gate = gate;
  }

  /** Oldest first. */
  list(project: string): Promise<Result<readonly ActRow[]>> {
    const { acts } = this.#gate.db;
    return this.#gate.read(placeOf(project), [acts], () => this.#acts(project));
  }

  next(project: string): Promise<Result<NextActs>> {
    const { projects, decisions, acts } = this.#gate.db;
    return this.#gate.read(placeOf(project), [projects, decisions, acts], async () => {
      const { design } = present(await projects.get(project), project);
      const heads = await decisions.where('project').equals(project).toArray();
      const pointers = new Map(heads.map(({ sync, pointer }) => [sync, pointer]));
      const pointerOf = ({ subject, sync }: ActRow): StepPointer | null =>
        (subject === 'design' ? design : pointers.get(sync)) ?? null;
      const all = await this.#acts(project);
      const last = all.findLastIndex((act) => canUndo(act, pointerOf(act)));
      const redo = all.find((act) => canRedo(act, pointerOf(act)));
      return {
        undo: all[last] ?? null,
        staying: all
          .slice(last + 1)
          .filter(isFile)
          .reverse(),
        redo: redo ?? null,
      };
    });
  }

  /** A name is taken back or given again. */
  async rename(act: ActRow, to: 'made' | 'undone'): Promise<Result<void>> {
    const { project, number, values } = act;
    const name = values[to === 'undone' ? 'from' : 'to'];
    if (typeof name !== 'string') return failed({ code: 'damaged', what: 'project', where: project });
    const { projects, acts } = this.#gate.db;
    return this.#gate.write(placeOf(project), project, [projects, acts], async () => {
      const row = present(await projects.get(project), project);
      const now = await acts.get([project, number]);
      if (now === undefined || now.state === to) throw new Refusal({ code: 'nothing-to-undo' });
      await projects.put({ ...row, name });
      await acts.put({ ...now, state: to });
    });
  }

  #acts(project: string): PromiseLike<ActRow[]> {
    const path = this.#gate.db.acts.where('[project+number]');
    return path.between([project], [project, []]).toArray();
  }
}

const placeOf = (project: string): Place => ({ what: 'project', where: project });

const isFile = ({ subject }: ActRow): boolean => subject === 'records';

function canUndo({ subject, step, state }: ActRow, pointer: StepPointer | null): boolean {
  if (state !== 'made') return false;
  if (subject === 'name') return true;
  return pointer !== null && pointer.at === step && step > pointer.first;
}

function canRedo({ subject, step, state }: ActRow, pointer: StepPointer | null): boolean {
  if (state !== 'undone') return false;
  if (subject === 'name') return true;
  return pointer !== null && pointer.at === step - 1 && step <= pointer.last;
}
