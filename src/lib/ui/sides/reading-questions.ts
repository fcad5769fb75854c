import type { ColumnRow, Reading, ReadingChoices, RejectedRows } from '../../conversation/index.ts';
import type { DateOrder, FieldDef, FieldDraft, ObjectSync, Side } from '../../engine/index.ts';
import { dateText, keysOf, readDate, readNumber } from '../../engine/show.ts';
import { startDraft } from '../design/schema-draft.ts';

/** What one click does: a field is declared in the design, or the file is read again. */
export type QuestionAnswer =
  | { readonly does: 'declare'; readonly draft: FieldDraft }
  | { readonly does: 'read'; readonly choices: Partial<ReadingChoices> };

/** Names of the answers, for their words. */
export type AnswerName = '.' | ',' | 'dmy' | 'mdy' | 'text' | 'typed' | 'fill' | 'reject' | 'drop' | 'keep';

export interface OfferedAnswer {
  readonly name: AnswerName;
  readonly answer: QuestionAnswer;
  /** What each of the question's samples becomes; null where it is none. Empty where it would say nothing. */
  readonly gives: readonly (string | null)[];
}

/** What a file leaves open and a person can answer at once, with what it rests on. */
export type ReadingQuestion = {
  readonly key: string;
  readonly samples: readonly string[];
  readonly answers: readonly OfferedAnswer[];
} & (
  | { readonly is: 'decimal' | 'date-order' | 'misfits'; readonly column: ColumnRow }
  | {
      readonly is: 'short';
      readonly count: number;
      readonly lines: readonly number[];
      readonly filled: boolean;
    }
  | { readonly is: 'apostrophes'; readonly count: number; readonly field: string }
);

/** Columns whose cells can be read several ways, as long as the design does not say how; only those it uses. */
export function columnQuestions(
  sync: ObjectSync,
  side: Side,
  columns: readonly ColumnRow[],
): readonly ReadingQuestion[] {
  const used = usedColumns(sync, side);
  return columns.flatMap((column): ReadingQuestion[] => {
    if (!used.has(column.name) || column.filled === 0) return [];
    const field = sync.schema[side]?.fields.find(({ name }) => name === column.name) ?? null;
    const question = columnQuestion(column, field);
    return question === null ? [] : [question];
  });
}

/** Choices of reading the file itself does not decide, as long as no person has. */
export function choiceQuestions(
  { warnings, choices }: Pick<Reading, 'warnings' | 'choices'>,
  groups: RejectedRows['groups'],
): readonly ReadingQuestion[] {
  const read = (name: AnswerName, given: Partial<ReadingChoices>): OfferedAnswer => ({
    name,
    answer: { does: 'read', choices: given },
    gives: [],
  });
  const found: ReadingQuestion[] = [];
  const habit = warnings.find(({ code }) => code === 'short-rows');
  const short = habit ?? groups.find(({ code }) => code === 'too-few-cells');
  if (short !== undefined && (choices.short ?? null) === null)
    found.push({
      is: 'short',
      key: 'short',
      samples: [],
      count: short.count,
      lines: short.lines,
      filled: habit !== undefined,
      answers: [read('fill', { short: 'fill' }), read('reject', { short: 'reject' })],
    });
  const kept = warnings.find(({ code }) => code === 'apostrophes-kept');
  if (kept !== undefined && (choices.apostrophes ?? null) === null)
    found.push({
      is: 'apostrophes',
      key: 'apostrophes',
      samples: [],
      count: kept.count,
      field: kept.value ?? '',
      answers: [read('drop', { apostrophes: 'drop' }), read('keep', { apostrophes: 'keep' })],
    });
  return found;
}

function columnQuestion(column: ColumnRow, field: FieldDef | null): ReadingQuestion | null {
  const { guess } = column;
  const start = startDraft(column.name, field, column);
  const answer = (name: AnswerName, of: Partial<FieldDraft>, gives: OfferedAnswer['gives'] = []) => ({
    name,
    answer: { does: 'declare', draft: { ...start, ...of } } as const,
    gives,
  });
  const asText = answer('text', { type: 'text', decimal: null, dateOrder: null });
  const samples = samplesOf(column);
  if (guess.ask === 'decimal') {
    if (field !== null && (field.type !== 'number' || field.decimal !== null)) return null;
    const signs = (['.', ','] as const).map((decimal) =>
      answer(
        decimal,
        { type: 'number', decimal, dateOrder: null },
        samples.map((text) => readNumber(text, decimal)),
      ),
    );
    return { is: 'decimal', key: column.name, column, samples, answers: [...signs, asText] };
  }
  if (guess.ask === 'date-order') {
    const type = guess.type === 'datetime' ? 'datetime' : 'date';
    if (field !== null && ((field.type !== 'date' && field.type !== 'datetime') || field.dateOrder !== null))
      return null;
    const orders = (['dmy', 'mdy'] as const).map((dateOrder) =>
      answer(dateOrder, { type, dateOrder, decimal: null }, type === 'date' ? dates(samples, dateOrder) : []),
    );
    return { is: 'date-order', key: column.name, column, samples, answers: [...orders, asText] };
  }
  const isMixed = guess.type !== 'text' && guess.fits < guess.of && guess.others.length > 0;
  if (!isMixed || field !== null) return null;
  const { type, decimal, dateOrder } = guess;
  const typed = answer('typed', { type, decimal, dateOrder });
  return { is: 'misfits', key: column.name, column, samples: [], answers: [asText, typed] };
}

const dates = (samples: readonly string[], order: DateOrder): readonly (string | null)[] =>
  samples.map((text) => {
    const days = readDate(text, order);
    return days === null ? null : dateText(days);
  });

const SHOWN = 4;

/** Cells that say what is asked: those that contradict each other first, then those that tell nothing apart by themselves. */
function samplesOf({ guess: { evidence }, samples }: ColumnRow): readonly string[] {
  const witnesses = Object.values(evidence).map(({ text }) => text);
  return [...new Set([...witnesses, ...samples])].filter((text) => /\D/.test(text)).slice(0, SHOWN);
}

function usedColumns(sync: ObjectSync, side: Side): ReadonlySet<string> {
  return new Set([
    ...sync.mappings.filter(({ enabled }) => enabled).map((mapping) => mapping[side]),
    ...keysOf(sync).flatMap(({ fields }) => fields.map((field) => field[side])),
  ]);
}
