import type { ColumnRow, Look, OpenQuestion, ReadingChoices } from '../../conversation/index.ts';
import type { DateOrder, FieldDef, FieldDraft } from '../../engine/index.ts';
import { dateText, readDate, readNumber } from '../../engine/show.ts';
import { startDraft } from '../design/schema-draft.ts';
import { ENCODINGS_ASKED, readUnder, type EncodingAsked } from './encodings-asked.ts';

/** What one click does: a field is declared in the design, or the file is read again. */
export type QuestionAnswer =
  | { readonly does: 'declare'; readonly draft: FieldDraft }
  | { readonly does: 'read'; readonly choices: Partial<ReadingChoices> };

/** Names of the answers, for their words. */
export type AnswerName =
  | ('.' | ',' | 'dmy' | 'mdy' | 'text' | 'typed' | 'list')
  | ('sheet' | 'fill' | 'reject' | 'drop' | 'keep' | 'labels' | 'records' | 'header')
  | EncodingAsked;

export interface OfferedAnswer {
  readonly name: AnswerName;
  /** What it is called, where its name does not say it: a sheet. */
  readonly word?: string;
  readonly answer: QuestionAnswer;
  /** What each of the question's samples becomes; null where it is none. Empty where it would say nothing. */
  readonly gives: readonly (string | null)[];
}

type OfColumn = Extract<OpenQuestion, { column: string }>;
type OfReading = Exclude<OpenQuestion, OfColumn>;

/** A question as a card: what it rests on, and the clicks that answer it. */
export type ReadingQuestion = {
  readonly key: string;
  readonly samples: readonly string[];
  readonly answers: readonly OfferedAnswer[];
  /** The rows it is about, and how many they are; null where they are shown beside it. */
  readonly look: { readonly at: Look; readonly count: number } | null;
} & (
  | { readonly open: OfReading; readonly column: null }
  | { readonly open: OfColumn; readonly column: ColumnRow }
);

/** What the cards are made from. */
interface Side {
  readonly columns: readonly ColumnRow[];
  readonly fields: readonly FieldDef[];
  /** Texts on the lines that are not UTF-8, as windows-1252 has them; none before they are fetched. */
  readonly foreign: readonly string[];
}

/** The open questions of one side as cards. */
export const questionCards = (open: readonly OpenQuestion[], side: Side): readonly ReadingQuestion[] =>
  open.flatMap((one): ReadingQuestion[] => {
    if (!('column' in one)) return [ofReading(one, side.foreign)];
    const column = side.columns.find(({ name }) => name === one.column);
    if (column === undefined) return [];
    return [ofColumn(one, column, side.fields.find(({ name }) => name === one.column) ?? null)];
  });

function ofReading(open: OfReading, foreign: readonly string[]): ReadingQuestion {
  const card = (
    answers: readonly OfferedAnswer[],
    lines: readonly number[],
    samples: readonly string[] = [],
  ) => {
    const look = 'count' in open ? linesOf(lines, open.count) : null;
    return { open, column: null, key: open.is, samples, answers, look } as const;
  };
  switch (open.is) {
    case 'sheet':
      return card(
        open.sheets.map((sheet) => ({ ...read('sheet', { sheet }), word: sheet })),
        [],
      );
    case 'encoding': {
      const samples = foreign.slice(0, SHOWN);
      const answers = ENCODINGS_ASKED.map((name) =>
        read(
          name,
          { encoding: name },
          samples.map((text) => readUnder(text, name)),
        ),
      );
      return card(answers, open.lines, samples);
    }
    case 'labels': {
      const last = open.lines.at(-1);
      const asHeader = last === undefined || open.count > 1 ? [] : [read('header', { headerLine: last })];
      const answers = [read('labels', { labels: 'drop' }), read('records', { labels: 'keep' }), ...asHeader];
      return card(answers, open.lines);
    }
    case 'short':
      return card(
        [read('fill', { short: 'fill' }), read('reject', { short: 'reject' })],
        open.filled ? open.lines : [],
      );
    case 'apostrophes':
      return card([read('drop', { apostrophes: 'drop' }), read('keep', { apostrophes: 'keep' })], open.lines);
    default:
      return open satisfies never;
  }
}

const linesOf = (lines: readonly number[], count: number): ReadingQuestion['look'] =>
  lines.length === 0 ? null : { at: { lines }, count };

const read = (
  name: AnswerName,
  choices: Partial<ReadingChoices>,
  gives: OfferedAnswer['gives'] = [],
): OfferedAnswer => ({ name, answer: { does: 'read', choices }, gives });

function ofColumn(open: OfColumn, column: ColumnRow, field: FieldDef | null): ReadingQuestion {
  const { guess } = column;
  const start = startDraft(column.name, field, column);
  const answer = (name: AnswerName, of: Partial<FieldDraft>, gives: OfferedAnswer['gives'] = []) => ({
    name,
    answer: { does: 'declare', draft: { ...start, ...of } } as const,
    gives,
  });
  const asText = answer('text', { type: 'text', decimal: null, dateOrder: null });
  const samples = samplesOf(column);
  const card = (
    answers: readonly OfferedAnswer[],
    of: Extract<Look, { column: string }>['of'],
    count: number,
    shown = samples,
  ) =>
    ({
      ...{ open, column, key: column.name, samples: shown, answers },
      look: { at: { column: column.name, of }, count },
    }) as const;
  switch (open.is) {
    case 'decimal':
    case 'decimal-told': {
      const signs = (['.', ','] as const).map((decimal) =>
        answer(
          decimal,
          { type: 'number', decimal, dateOrder: null },
          samples.map((text) => readNumber(text, decimal)),
        ),
      );
      // What was assumed is confirmed by the first.
      if (open.is === 'decimal-told' && open.decimal === ',') signs.reverse();
      return card([...signs, asText], 'type', guess.fits);
    }
    case 'date-order': {
      const type = guess.type === 'datetime' ? 'datetime' : 'date';
      const orders = (['dmy', 'mdy'] as const).map((dateOrder) =>
        answer(
          dateOrder,
          { type, dateOrder, decimal: null },
          type === 'date' ? dates(samples, dateOrder) : [],
        ),
      );
      return card([...orders, asText], 'type', guess.fits);
    }
    case 'misfits': {
      const { type, decimal, dateOrder } = guess;
      const typed = answer('typed', { type, decimal, dateOrder });
      return card([asText, typed], 'others', guess.of - guess.fits, []);
    }
    case 'multi-select': {
      const lists = column.samples.filter((text) => text.includes(open.sign)).slice(0, SHOWN);
      const parted = lists.map((text) => partsOf(text, open.sign));
      const list = answer('list', { type: 'multi-select', decimal: null, dateOrder: null }, parted);
      // Such lists are parted at `;` alone.
      return card(open.sign === ';' ? [list, asText] : [asText], 'filled', column.filled, lists);
    }
    default:
      return open satisfies never;
  }
}

const partsOf = (text: string, sign: string): string =>
  text
    .split(sign)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' + ');

const dates = (samples: readonly string[], order: DateOrder): readonly (string | null)[] =>
  samples.map((text) => {
    const days = readDate(text, order);
    return days === null ? null : dateText(days);
  });

const SHOWN = 4;

/** Cells that say what is asked: those that contradict each other first, then those that tell nothing apart by themselves. */
function samplesOf({ guess: { evidence, ask }, samples }: ColumnRow): readonly string[] {
  const witnesses = Object.values(evidence).map(({ text }) => text);
  const says = (text: string): boolean =>
    /\D/.test(text) && (ask !== 'decimal' || (readNumber(text, '.') ?? readNumber(text, ',')) !== null);
  return [...new Set([...witnesses, ...samples])].filter(says).slice(0, SHOWN);
}
