import { lineAct } from '../model/act.ts';
import { ofFields, type FieldWrite, type OfField, type PlanLine } from '../model/line.ts';
import { onBoth, otherSide, SIDES, type Both, type Side } from '../model/side.ts';
import type { HandsOver } from '../plan/out/hands-over.ts';
import { mayBeThere } from '../plan/create-notes.ts';
import { PlanReader } from '../plan/lines/plan-reader.ts';
import { subjectCount, subjectRows, type Plan, type SubjectRows, type SyncPlan } from '../plan/sync-plan.ts';
import { TEXT_SLICE, type Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import type { AppForms, Habit } from './app-forms.ts';
import type { Copies } from './copies.ts';
import type { FieldForms } from './field-kinds.ts';
import { formerOf, type Former } from './formed.ts';
import { refusesRow } from './refuses.ts';

/** What became of one write of a plan. */
export interface Fate {
  readonly plan: SyncPlan;
  readonly line: PlanLine;
  /** Rows of the records as the plan has them; of a create the one it is made from. */
  readonly rows: SubjectRows;
  readonly write: FieldWrite;
  /** The text that stands there now; null where nothing was taken. */
  readonly became: string | null;
  readonly why: 'taken' | 'refused' | 'unsaid';
  /** The habit of the app that made another text of it. */
  readonly by: Habit | null;
}

export type RowAct = 'create' | 'update' | 'delete';

/** Who hears of what a round does. */
export interface Watch {
  /** A row offered to an app: what it does there, and whether any of it was taken, refused, or said by no file. */
  row(plan: SyncPlan, side: Side, act: RowAct, rows: SubjectRows, is: Fate['why']): void;
  /** A create that may be there already and waits for a person (BL6). */
  held(plan: SyncPlan, side: Side, rows: SubjectRows): void;
  write(fate: Fate): void;
  /** A record was made: its row in the file there. */
  made(plan: SyncPlan, side: Side, fileRow: number, rows: SubjectRows): void;
}

/** The apps of a rehearsal. */
export interface Apps {
  readonly forms: Both<AppForms>;
  /** By sync. */
  readonly fields: ReadonlyMap<string, FieldForms>;
  readonly tools: Tools;
}

/**
 * Carries out a plan on the copies, as a push of what is handed over would: the rows of every file, refused or taken in a form of the
 * app's own, then the ids of what was created (AS1). `copies` null: the plan is only told of.
 */
export function* carryOut(
  plan: Plan,
  handsOver: NonNullable<HandsOver>,
  apps: Apps,
  copies: Copies | null,
  watch: Watch,
): Steps<void> {
  const later: {
    readonly side: Side;
    readonly sync: string;
    readonly row: number;
    readonly write: OfField;
  }[] = [];
  for (const sync of plan.syncs) {
    const reader = new PlanReader(sync);
    const former = formersOf(sync, apps);
    const count = subjectCount(sync);
    for (let subject = 0; subject < count; subject++) {
      if (subject % TEXT_SLICE === TEXT_SLICE - 1) yield { what: 'rehearse', done: subject, total: count };
      if (sync.acts[subject] === 0) continue;
      const rows = subjectRows(sync, subject);
      if (mayBeThere(sync, subject)) {
        watch.held(sync, rows.left < 0 ? 'left' : 'right', rows);
        continue;
      }
      const line = reader.line(subject);
      const says = handsOver(line, subject);
      for (const side of SIDES) {
        const act = lineAct(line, side);
        if (act === 'none' || act === 'restore') continue;
        if (act === 'delete') {
          const isSaid = line.writes.every((write) => says(write) !== false);
          const isRefused = refusesRow(apps.forms[side].refuse, sync.sync.id, side, line[side]!.id);
          const is = !isSaid ? 'unsaid' : isRefused ? 'refused' : 'taken';
          watch.row(sync, side, act, rows, is);
          if (is === 'taken') copies?.remove(sync.sync.id, side, rows[side]);
          continue;
        }
        const writes = ofFields(line.writes).filter((write) => write.side === side);
        // S69: what has nothing to say goes nowhere.
        if (writes.every(({ to }) => to === null) && act === 'create') continue;
        const id = line[act === 'create' ? otherSide(side) : side]!.id;
        const isRefused = refusesRow(apps.forms[side].refuse, sync.sync.id, side, id);
        const said = writes.map((write) => says(write) !== false);
        const isRow = writes.some(({ to }, at) => said[at] && (act === 'update' || to !== null));
        const is = !isRow ? 'unsaid' : isRefused ? 'refused' : 'taken';
        watch.row(sync, side, act, rows, is);
        const texts = new Map<string, string>();
        writes.forEach((write, at) => {
          const why = said[at] && isRow ? is : 'unsaid';
          const { text, by } = former[side](write.field)(write.to ?? '');
          const isText = why === 'taken' && write.to !== null;
          if (isText) texts.set(write.field, text);
          watch.write({
            plan: sync,
            line,
            rows,
            write,
            why,
            became: isText && copies !== null ? text : null,
            by,
          });
        });
        if (is !== 'taken' || copies === null) continue;
        let row: number | null = rows[side];
        if (act === 'create') {
          row = copies.add(sync.sync, side, { sync: sync.sync.id, side: otherSide(side), id }, texts);
          if (row !== null) watch.made(sync, side, copies.fileRow(sync.sync.id, side, row), rows);
        } else for (const [field, text] of texts) copies.write(sync.sync.id, side, row, field, text);
        if (row === null) continue;
        for (const [at, write] of writes.entries())
          if (write.ref !== undefined && said[at]) later.push({ side, sync: sync.sync.id, row, write });
      }
    }
  }
  for (const { side, sync, row, write } of later) {
    const id = write.ref === undefined ? null : (copies?.idOf(write.ref) ?? null);
    if (id !== null) copies?.write(sync, side, row, write.field, id);
  }
}

/** What each side makes of the texts of its fields. */
function formersOf({ sync }: SyncPlan, { forms, fields, tools }: Apps): Both<(field: string) => Former> {
  return onBoth((side) => {
    const known = new Map<string, Former>();
    return (field) => {
      let own = known.get(field);
      if (own === undefined) {
        const form = fields.get(sync.id)?.(side, field) ?? null;
        known.set(field, (own = formerOf(forms[side], form, tools)));
      }
      return own;
    };
  });
}
