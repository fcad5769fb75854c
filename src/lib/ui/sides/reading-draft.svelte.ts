import type { Answer, Preview, Problem, ReadingChoices, WorkbookFacts } from '../../conversation/index.ts';

type OnPreview = (file: File, choices: ReadingChoices) => Promise<Answer<Preview>>;

/** The ways a person may choose beside what was found. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export const RAGGED = ['fill', 'reject'] as const;
export const DROPPED = ['drop', 'keep'] as const;

/** Choices of reading that are not applied yet, with the first rows as they would be. */
export class ReadingDraft {
  readonly #first: ReadingChoices;
  readonly #preview: OnPreview;
  #asked = 0;
  /** The file to read again; null where the browser has forgotten it. */
  given = $state.raw<File | null>(null);
  /** What the file is, where it is a workbook. */
  workbook = $state.raw<WorkbookFacts | null>(null);
  sheet = $state('');
  encoding = $state('');
  delimiter = $state('');
  headerLine = $state<number | null>(null);
  short = $state('');
  long = $state('');
  apostrophes = $state('');
  labels = $state('');
  shown = $state.raw<Answer<Preview> | null>(null);
  /** Where the header is the fault (RD3): the choice that answers it, and the first rows as it would read them. */
  offered = $state.raw<{ readonly choice: 'short' | 'long'; readonly preview: Preview } | null>(null);

  constructor(
    file: File | null,
    first: ReadingChoices,
    preview: OnPreview,
    workbook: WorkbookFacts | undefined,
  ) {
    this.workbook = workbook ?? null;
    this.#first = first;
    this.#preview = preview;
    this.given = file;
    this.reset();
  }

  reset(): void {
    const { sheet, encoding, delimiter, headerLine, short, long, apostrophes, labels } = this.#first;
    this.sheet = sheet ?? '';
    this.encoding = encoding ?? '';
    this.delimiter = delimiter ?? '';
    this.headerLine = headerLine;
    this.short = short ?? '';
    this.long = long ?? '';
    this.apostrophes = apostrophes ?? '';
    this.labels = labels ?? '';
  }

  get chosen(): ReadingChoices {
    const { headerLine: line } = this;
    return {
      encoding: this.encoding === '' ? null : this.encoding,
      delimiter: this.delimiter === '' ? null : this.delimiter,
      headerLine: line === null || !(line >= 1) ? null : Math.floor(line),
      ...(this.sheet === '' ? {} : { sheet: this.sheet }),
      ...chosenOf('short', RAGGED, this.short),
      ...chosenOf('long', RAGGED, this.long),
      ...chosenOf('apostrophes', DROPPED, this.apostrophes),
      ...chosenOf('labels', DROPPED, this.labels),
    };
  }
  get preview(): Preview | null {
    return this.shown?.ok === true ? this.shown.value : null;
  }
  /** Names of choices that are others than those the file was read with. */
  get changed(): readonly (keyof ReadingChoices)[] {
    const now = this.chosen;
    return KEYS.filter((key) => (now[key] ?? null) !== (this.#first[key] ?? null));
  }

  /** Takes the choice that is offered; the rows are read again under it. */
  takeOffered(): void {
    if (this.offered !== null) this[this.offered.choice] = 'fill';
  }

  /** Reads the first rows under the choices as they are; an older question's answer is dropped. */
  look(): void {
    const { given, chosen } = this;
    if (given !== null) void this.#look(given, chosen, ++this.#asked);
  }

  async #look(file: File, chosen: ReadingChoices, own: number): Promise<void> {
    const answer = await this.#preview(file, chosen);
    if (own !== this.#asked) return;
    this.shown = answer;
    if (answer.ok) this.workbook = answer.value.workbook ?? null;
    this.offered = null;
    const choice = answer.ok ? null : answerTo(answer.problem);
    if (choice === null) return;
    const filled = await this.#preview(file, { ...chosen, [choice]: 'fill' });
    if (own === this.#asked && filled.ok) this.offered = { choice, preview: filled.value };
  }
}

/** Rows to fill up, where nearly all have another number of cells than the header. */
function answerTo(problem: Problem): 'short' | 'long' | null {
  if (problem.code !== 'header-width') return null;
  return problem.cells < problem.columns ? 'short' : 'long';
}

const KEYS = [
  'sheet',
  'encoding',
  'delimiter',
  'headerLine',
  'short',
  'long',
  'apostrophes',
  'labels',
] as const;

/** One choice as a member, absent where none was made. */
function chosenOf<K extends string, T extends string>(
  key: K,
  of: readonly T[],
  value: string,
): Partial<Record<K, T>> {
  const found = of.find((one) => one === value);
  return found === undefined ? {} : ({ [key]: found } as Partial<Record<K, T>>);
}
