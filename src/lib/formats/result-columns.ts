/** Names of the columns apps add to a change file's rows, as `folded` has them; the first that a file has counts. */

/** A cell here is a refusal. */
const ERRORS = [
  ...['sf error', 'error message', 'error messages', 'error description', 'error details', 'error', 'errors'],
  ...['fehlermeldung', 'fehler', 'message d’erreur', 'erreur', 'messaggio di errore', 'errore'],
  ...['foutmelding', 'fout', 'feilmelding', 'feil', 'felmeddelande', 'fel', 'fejlmeddelelse', 'fejl'],
  ...['virheilmoitus', 'virhe', 'mensaje de error', 'mensagem de erro', 'erro'],
];

/** A cell here may say either. */
const MESSAGES = ['message', 'messages', 'reason', 'status', 'result', 'state', 'outcome'];

const IDS = ['sf id', 'id', 'new id', 'record id', 'database id'];

/** From 1, below the header; and lines of the file, the header being the first. */
const ROWS = [
  'row',
  'row number',
  'row no',
  'row nr',
  'zeile',
  'ligne',
  'riga',
  'rij',
  'rad',
  'rivi',
  'fila',
];
const LINES = ['line', 'line number', 'line no', 'line nr', 'linje'];

/** Stands in a push's own files of what was neither written nor refused (S374). */
const WHY = ['why'];

/** Stands in files of what was written alone. */
const WRITTEN_ONLY = 'sf created';

export interface ResultColumns {
  readonly error: number | null;
  readonly message: number | null;
  readonly why: number | null;
  readonly onlyWritten: boolean;
  readonly ids: readonly number[];
  readonly row: { readonly at: number; readonly header: 0 | 1 } | null;
}

/** The columns of a result file by what they say. `idFields`: as the design's sides call theirs. */
export function resultColumns(header: readonly string[], idFields: readonly string[]): ResultColumns {
  const names = header.map(folded);
  // What an app adds stands last where a field of the record has the same name.
  const first = (wanted: readonly string[]): number | null => {
    const name = wanted.find((one) => names.includes(one));
    return name === undefined ? null : names.lastIndexOf(name);
  };
  const ids = [...new Set([...IDS, ...idFields.map(folded)])].flatMap((name) =>
    names.flatMap((own, at) => (own === name ? [at] : [])),
  );
  const [row, line] = [first(ROWS), first(LINES)];
  return {
    error: first(ERRORS),
    message: first(MESSAGES),
    why: first(WHY),
    onlyWritten: names.includes(WRITTEN_ONLY),
    ids,
    row: row !== null ? { at: row, header: 0 } : line !== null ? { at: line, header: 1 } : null,
  };
}

/** Case, signs between words and a number the reader gave to a repeated header say nothing. */
export const folded = (name: string): string =>
  name
    .replace(/ \[\d+\]$/u, '')
    .toLowerCase()
    .replace(/[\s_\-.#:]+/gu, ' ')
    .replace(/'/gu, '’')
    .trim();
