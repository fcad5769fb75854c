import {
  EDITS,
  isSameToDo,
  toDoNow,
  type DesignEdit,
  type DifferClass,
  type Side,
  type ToDo,
  type ToDoOf,
} from '../../engine/index.ts';
import type { Answer, FieldDiffer, OutFile, WhyDiffer } from '../../conversation/index.ts';
import type { PlanTalk } from './plan-talk.ts';
import { editDesign, type DesignHolder } from './edit-design.ts';

/** An item with what a plan says of it. */
interface ToDoTold {
  readonly item: ToDo;
  /** S233: the pairs it is about in the plan in hand; null where that does not look at its field. */
  readonly now: number | null;
}

/** The list for the owners of the data (DX2): what a person put on it of the object sync in hand, and how many there are now. */
export class PlanToDos {
  readonly #client: Pick<PlanTalk, 'toDoFile'>;
  readonly #project: DesignHolder;
  readonly #told: () => WhyDiffer | null;
  #shown = $state(false);

  constructor(client: Pick<PlanTalk, 'toDoFile'>, project: DesignHolder, told: () => WhyDiffer | null) {
    this.#client = client;
    this.#project = project;
    this.#told = told;
  }

  /** Is the list shown beside the fields? */
  get shown(): boolean {
    return this.#shown && this.items.length > 0;
  }
  show(shown: boolean): void {
    this.#shown = shown;
  }

  get items(): readonly ToDoTold[] {
    const told = this.#told();
    if (told === null) return [];
    const { sync, mapped, fields } = told;
    return this.#all
      .filter((item) => item.sync === sync)
      .map((item) => ({ item, now: toDoNow(item, mapped, fields) }));
  }
  get #all(): readonly ToDo[] {
    return this.#project.head?.design.design?.toDos ?? [];
  }
  has(of: ToDoOf): boolean {
    return this.#all.some((item) => isSameToDo(item, of));
  }

  /** Puts a class of a field on the list of a side's owner (S231). */
  async put({ left, right, classes }: FieldDiffer, is: DifferClass, side: Side): Promise<void> {
    const sync = this.#told()?.sync;
    const owned = classes.find((one) => one.is === is)?.owned[side];
    if (sync === undefined || owned === undefined) return;
    const { count, samples } = owned;
    await this.#edit((json) => EDITS.putToDo(json, 0, { sync, left, right, is, side, count, samples }));
  }
  note(of: ToDoOf, note: string): Promise<void> {
    return this.#edit((json) => EDITS.noteToDo(json, 0, of, note.trim()));
  }
  tick(of: ToDoOf, done: boolean): Promise<void> {
    return this.#edit((json) => EDITS.tickToDo(json, 0, of, done));
  }
  remove(of: ToDoOf): Promise<void> {
    return this.#edit((json) => EDITS.removeToDo(json, 0, of));
  }

  /** The open items of a side as a file for its owner (S234). */
  async file(side: Side, job: number): Promise<Answer<readonly OutFile[]>> {
    const sync = this.#told()?.sync ?? '';
    const answer = await this.#client.toDoFile(sync, side, job);
    return answer.ok ? { ok: true, value: [answer.value] } : answer;
  }

  async #edit(make: (json: unknown) => DesignEdit): Promise<void> {
    await editDesign(this.#project, make);
  }
}
