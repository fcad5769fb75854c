import {
  keysOf,
  stageFields,
  SIDES,
  type Both,
  type ColumnProfile,
  type FieldDef,
  type ObjectSync,
  type Side,
} from '../../src/lib/engine/index.ts';
import type { SuggestNote } from '../../src/lib/engine/suggest/index.ts';
import type { DoneStep, OpenQuestion, ReadingChoices } from '../../src/lib/conversation/index.ts';
import type { KeptReport, KeptSet } from '../keep/kept-set.ts';

/** One sync: its files, and what the design and its history say of them. */
export interface Asked {
  readonly id: string;
  /** Null where the design does not know it. */
  readonly sync: ObjectSync | null;
  readonly apps: Both<{ readonly name: string }> | null;
  readonly sets: Both<KeptSet | null>;
  /** What the suggestion said; none where the design was given. */
  readonly notes: readonly SuggestNote[];
  /** What was done to the design and stands. */
  readonly steps: readonly DoneStep[];
}

type Question<Q = OpenQuestion> = Q extends OpenQuestion ? Omit<Q, 'sync' | 'side'> : never;

/** What is open of a sync's files, the left one first: how the file is read, then a column's cells as the columns stand. */
export function openQuestions(asked: Asked): OpenQuestion[] {
  return SIDES.flatMap((side) => {
    const set = asked.sets[side];
    // An app says itself what its fields are.
    if (set === null || set.report.live !== undefined) return [];
    const found: Question[] = [
      // What their answers change of the file may answer those of its columns.
      ...ofReading(set.report, set.choices),
      ...(asked.sync === null ? [] : ofColumns(asked, asked.sync, side, set)),
    ];
    return found.map((question) => ({ sync: asked.id, side, ...question }) as OpenQuestion);
  });
}

/** Columns whose cells can be read several ways, as long as the design does not say how; only those it uses. */
function ofColumns(asked: Asked, sync: ObjectSync, side: Side, { profiles }: KeptSet): Question[] {
  const used = usedColumns(sync, side);
  const declared = new Map(sync.schema[side]?.fields.map((field) => [field.name, field]));
  return profiles.columns.flatMap((column): Question[] => {
    if (!used.has(column.name) || column.filled === 0) return [];
    const field = declared.get(column.name) ?? null;
    const question = ofCells(column, field) ?? ofNotes(asked, side, column.name, field);
    return question === null ? [] : [question];
  });
}

function ofCells({ name: column, guess }: ColumnProfile, field: FieldDef | null): Question | null {
  if (guess.ask === 'decimal') {
    const open = field === null || (field.type === 'number' && field.decimal === null);
    return open ? { is: 'decimal', column } : null;
  }
  if (guess.ask === 'date-order') {
    const isDay = field?.type === 'date' || field?.type === 'datetime';
    const open = field === null || (isDay && field.dateOrder === null);
    return open ? { is: 'date-order', column } : null;
  }
  const isMixed = guess.type !== 'text' && guess.fits < guess.of && guess.others.length > 0;
  return isMixed && field === null ? { is: 'misfits', column } : null;
}

/** What the suggestion took a column for, as long as the design says the same and no person has said it. */
function ofNotes(asked: Asked, side: Side, column: string, field: FieldDef | null): Question | null {
  const notes = asked.notes.flatMap((note): Question[] => {
    if (!('side' in note) || note.side !== side || note.field !== column) return [];
    switch (note.code) {
      case 'decimal-told': {
        const { decimal, by } = note;
        return field?.decimal === decimal ? [{ is: note.code, column, decimal, by }] : [];
      }
      case 'not-of-type':
        return field?.type === note.type ? [{ is: 'misfits', column }] : [];
      case 'multi-select': {
        const stands = note.sign === ';' ? field?.type === 'multi-select' : field === null;
        return stands ? [{ is: note.code, column, sign: note.sign }] : [];
      }
      default:
        return [];
    }
  });
  return notes[0] !== undefined && !isSaid(asked, side, column) ? notes[0] : null;
}

/** Has a person said what this field is? A step names its app as it was called then, so only the other app's name tells it apart. */
function isSaid({ apps, steps }: Asked, side: Side, column: string): boolean {
  const other = apps?.[side === 'left' ? 'right' : 'left'].name;
  const own = apps?.[side].name;
  return steps.some(
    (step) =>
      step.code === 'field' &&
      step.values.field === column &&
      (step.values.app === own || step.values.app !== other),
  );
}

/** Choices of reading the file itself does not decide, as long as no person has. */
function ofReading(
  { warnings, rejected, stored, workbook }: Pick<KeptReport, 'warnings' | 'rejected' | 'stored' | 'workbook'>,
  choices: ReadingChoices,
): Question[] {
  const found: Question[] = [];
  const warned = (code: (typeof warnings)[number]['code']) => warnings.find((one) => one.code === code);
  if (workbook !== undefined && (choices.sheet ?? null) === null) {
    const tables = workbook.sheets.filter(({ hidden, holds }) => !hidden && holds === 'table');
    const sheets = tables.map(({ name }) => name);
    if (sheets.length > 1) found.push({ is: 'sheet', sheet: workbook.sheet, sheets });
  }
  const assumed = warned('assumed-windows-1252');
  if (assumed !== undefined && choices.encoding === null)
    found.push({ is: 'encoding', count: assumed.count, lines: assumed.lines });
  const labels = warned('labels-row');
  if (labels !== undefined && (choices.labels ?? null) === null) {
    const { count, lines, value = '' } = labels;
    found.push({ is: 'labels', count, lines, says: value, others: stored - count });
  }
  const habit = warned('short-rows');
  const tooFew = rejected.filter(({ code }) => code === 'too-few-cells').map(({ line }) => line);
  if ((choices.short ?? null) === null) {
    if (habit !== undefined)
      found.push({ is: 'short', count: habit.count, lines: habit.lines, filled: true });
    else if (tooFew.length > 0)
      found.push({ is: 'short', count: tooFew.length, lines: tooFew.slice(0, LINES), filled: false });
  }
  const kept = warned('apostrophes-kept');
  if (kept !== undefined && (choices.apostrophes ?? null) === null)
    found.push({ is: 'apostrophes', count: kept.count, lines: kept.lines, field: kept.value ?? '' });
  return found;
}

/** Lines named of rejected rows. */
const LINES = 20;

function usedColumns(sync: ObjectSync, side: Side): ReadonlySet<string> {
  return new Set([
    ...sync.mappings.filter(({ enabled }) => enabled).map((mapping) => mapping[side]),
    ...keysOf(sync).flatMap(({ fields }) => fields.map((field) => field[side])),
    ...stageFields(sync, side),
  ]);
}
