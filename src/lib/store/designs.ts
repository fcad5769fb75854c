import { moveAct, recordAct } from './acts.ts';
import type { Gate } from './gate.ts';
import { failed, done, Refusal, type Place, type Result } from './problem.ts';
import { present } from './project-parts.ts';
import type { DesignRow, ProjectRow, StepPointer } from './rows.ts';
import type { Sealing } from './sealing.ts';

/** Designs one can go back to. */
export const DESIGN_STEPS = 200;

/** A design as it was saved, to the letter. */
export interface KeptDesign {
  readonly step: number;
  readonly label: string;
  readonly when: string;
  readonly text: string;
  /** Of the text. */
  readonly sha256: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A step of the history; two of one `sha256` are the same design. */
export type DesignStep = Pick<DesignRow, 'step' | 'label' | 'when' | 'sha256'>;

/** The design of a project with its history: each save is a step, and what one goes back to is on the disk too. */
export class Designs {
  readonly #gate: Gate;
  readonly #sealing: Sealing;
  readonly #now: () => Date;

  constructor(gate: Gate, sealing: Sealing, now: () => Date) {
    this.#gate = gate;
    this.#sealing = sealing;
    this.#now = now;
  }

  /** Saves the design's JSON as it is. `label` says what was changed. Steps that were undone are gone then. */
  async save(project: string, text: string, label: string): Promise<Result<KeptDesign>> {
    const { sha256 } = await this.#sealing.ofText(text);
    const when = this.#now().toISOString();
    return this.#write(project, async (row) => {
      const { designs } = this.#gate.db;
      const step = (row.design?.at ?? -1) + 1;
      await designs.where('[project+step]').between([project, step], [project, []]).delete();
      const first = Math.max(row.design?.first ?? 0, step - DESIGN_STEPS);
      await designs.where('[project+step]').between([project], [project, first]).delete();
      const kept: DesignRow = { project, step, label, when, text, sha256 };
      await designs.put(kept);
      const about = { project, subject: 'design', sync: '', step } as const;
      await recordAct(this.#gate.db, { ...about, at: when, code: 'design', values: { label } });
      return [kept, { first, at: step, last: step }];
    });
  }

  /** The design where we are, null where none was saved yet. */
  async current(project: string): Promise<Result<KeptDesign | null>> {
    const { projects, designs } = this.#gate.db;
    const found = await this.#gate.read(placeOf(project), [projects, designs], async () => {
      const { design } = present(await projects.get(project), project);
      return design === null ? null : shown(await this.#row(project, design.at), design);
    });
    if (!found.ok || found.value === null) return found;
    return this.#checked(project, found.value);
  }

  undo(project: string): Promise<Result<KeptDesign>> {
    return this.#move(project, -1);
  }

  redo(project: string): Promise<Result<KeptDesign>> {
    return this.#move(project, 1);
  }

  /** All steps kept, oldest first. */
  history(project: string): Promise<Result<readonly DesignStep[]>> {
    const { designs } = this.#gate.db;
    return this.#gate.read(placeOf(project), [designs], async () => {
      const rows = await designs.where('[project+step]').between([project], [project, []]).toArray();
      return rows.map(({ step, label, when, sha256 }) => ({ step, label, when, sha256 }));
    });
  }

  /** The design of one step that is kept. */
  async read(project: string, step: number): Promise<Result<string>> {
    const { designs } = this.#gate.db;
    const row = await this.#gate.read(placeOf(project, step), [designs], () => this.#row(project, step));
    if (!row.ok) return row;
    const holds = await this.#sealing.holdsText(row.value.text, row.value.sha256);
    return holds ? done(row.value.text) : failed({ code: 'damaged', ...placeOf(project, step) });
  }

  async #move(project: string, by: 1 | -1): Promise<Result<KeptDesign>> {
    const moved = await this.#write(project, async (row) => {
      const pointer = row.design ?? { first: 0, at: 0, last: 0 };
      const at = pointer.at + by;
      if (at < pointer.first) throw new Refusal({ code: 'nothing-to-undo' });
      if (at > pointer.last) throw new Refusal({ code: 'nothing-to-redo' });
      const step = Math.max(at, pointer.at);
      const about = { project, subject: 'design', sync: '', step } as const;
      await moveAct(this.#gate.db, about, by === 1 ? 'made' : 'undone');
      return [await this.#row(project, at), { ...pointer, at }];
    });
    return moved.ok ? this.#checked(project, moved.value) : moved;
  }

  #write(
    project: string,
    work: (row: ProjectRow) => Promise<[DesignRow, StepPointer]>,
  ): Promise<Result<KeptDesign>> {
    const { projects, designs, acts } = this.#gate.db;
    return this.#gate.write(placeOf(project), project, [projects, designs, acts], async () => {
      const row = present(await projects.get(project), project);
      const [kept, design] = await work(row);
      await projects.put({ ...row, design });
      return shown(kept, design);
    });
  }

  async #row(project: string, step: number): Promise<DesignRow> {
    const row = await this.#gate.db.designs.get([project, step]);
    if (row === undefined) throw new Refusal({ code: 'damaged', ...placeOf(project, step) });
    return row;
  }

  async #checked(project: string, kept: KeptDesign): Promise<Result<KeptDesign>> {
    const holds = await this.#sealing.holdsText(kept.text, kept.sha256);
    return holds ? done(kept) : failed({ code: 'damaged', ...placeOf(project, kept.step) });
  }
}

const placeOf = (project: string, step?: number): Place => ({
  what: 'design',
  where: step === undefined ? project : `${project}, step ${String(step)}`,
});

const shown = (row: DesignRow, pointer: StepPointer): KeptDesign => ({
  ...{ step: row.step, label: row.label, when: row.when, text: row.text, sha256: row.sha256 },
  canUndo: pointer.at > pointer.first,
  canRedo: pointer.at < pointer.last,
});
