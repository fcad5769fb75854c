import Papa from 'papaparse';

export interface PapaRows {
  readonly rows: string[][];
  /** Quotes in a quoted cell that neither close nor double: the row by position, and where that cell's text begins. */
  readonly stray: readonly { readonly row: number; readonly index: number }[];
  /** Characters of complete rows; what follows is the start of a row. */
  readonly used: number;
}

/**
 * PapaParse's inner parser, which neither guesses, renames, skips nor strips anything. Gives complete rows only: the text must
 * end with a newline for its last row to count. `quotes` false: quotes are ordinary characters. `most`: rows wanted, 0 for all.
 */
export function papaRows(
  text: string,
  delimiter: string,
  newline: '\n' | '\r\n',
  quotes: boolean,
  most = 0,
): PapaRows {
  // Without quotes its quick way counts `preview` otherwise.
  const preview = quotes && text.includes('"') ? most : 0;
  const config = { delimiter, newline, preview, fastMode: quotes ? undefined : true };
  const result = new PapaParser(config).parse(text, 0, true);
  return {
    rows: result.data,
    stray: result.errors.filter(({ code, row }) => code === 'InvalidQuotes' && row < result.data.length),
    used: result.meta.cursor,
  };
}

interface PapaResult {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number; readonly index: number }[];
  readonly meta: { readonly cursor: number };
}

/** Exported by PapaParse and used by its own streamers; its published types leave the arguments out. */
const PapaParser = Papa.Parser as unknown as new (config: object) => {
  parse(input: string, baseIndex: number, ignoreLastRow: boolean): PapaResult;
};
