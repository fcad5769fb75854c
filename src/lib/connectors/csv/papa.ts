import Papa from 'papaparse';

export interface PapaRows {
  readonly rows: string[][];
  /** Rows (by position) with a quote in a quoted cell that neither closes nor doubles. */
  readonly stray: readonly number[];
  /** Characters of complete rows; what follows is the start of a row. */
  readonly used: number;
}

/**
 * PapaParse's inner parser, which neither guesses, renames, skips nor strips anything. Gives complete rows only: the text must
 * end with a newline for its last row to count. `quotes` false: quotes are ordinary characters.
 */
export function parseRows(
  text: string,
  delimiter: string,
  newline: '\n' | '\r\n',
  quotes: boolean,
): PapaRows {
  const config = { delimiter, newline, fastMode: quotes ? undefined : true };
  const result = new PapaParser(config).parse(text, 0, true);
  return {
    rows: result.data,
    stray: result.errors
      .filter(({ code, row }) => code === 'InvalidQuotes' && row < result.data.length)
      .map(({ row }) => row),
    used: result.meta.cursor,
  };
}

interface PapaResult {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/** Exported by PapaParse and used by its own streamers; its published types leave the arguments out. */
const PapaParser = Papa.Parser as unknown as new (config: object) => {
  parse(input: string, baseIndex: number, ignoreLastRow: boolean): PapaResult;
};
