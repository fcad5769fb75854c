import Papa from 'papaparse';
import { strFromU8, unzipSync } from 'fflate';
import type { Both, Side } from '../../../../src/lib/engine/index.ts';

export interface ChangeSums {
  /** Records written, by side. */
  readonly rows: Both<number>;
  /** Cells that hold a new value, and what is listed as not in the files. */
  readonly values: number;
  /** Of the list: sync, side, id and field of each. */
  readonly leftOut: readonly string[];
}

/** What the change files of an export add up to. */
export function changeSums(files: ReadonlyMap<string, string>): ChangeSums {
  const rows = { left: 0, right: 0 };
  const leftOut: string[] = [];
  let values = 0;
  for (const [name, text] of files) {
    // What is to be known of the others.
    if (name === 'about-the-change-files.txt') continue;
    const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, '').trimEnd());
    const [header = [], ...cells] = data;
    if (name === 'not-in-change-files.csv') {
      leftOut.push(...cells.map((row) => JSON.stringify(row.slice(0, 4))));
      continue;
    }
    const [, side, kind] = /(left|right)-(creates|updates|deletes)(?:-\d+)?\.csv$/.exec(name) ?? [];
    if (side === undefined) throw new Error(`no change file: ${name}`);
    rows[side as Side] += cells.length;
    // Beside the id, which a create has none of.
    const from = kind === 'creates' ? 0 : 1;
    const to = header.at(-1) === 'Changed fields' ? header.length - 1 : header.length;
    for (const row of cells) values += row.slice(from, to).filter((cell) => cell !== '').length;
  }
  return { rows, values: values + leftOut.length, leftOut };
}

export interface ProjectSums {
  readonly sets: readonly {
    readonly sync: string;
    readonly side: Side;
    /** Rows there are, and what the reading says of them. */
    readonly lines: number;
    readonly rows: number;
    readonly stored: number;
    readonly rejected: number;
    readonly blank: number;
  }[];
  /** Decisions on rows. */
  readonly decisions: number;
}

interface RecordsLine {
  readonly sync: string;
  readonly side: Side;
  readonly report: {
    readonly rows: number;
    readonly stored: number;
    readonly rejectedCount: number;
    readonly blank: number;
  };
}

/** What a project file holds. */
export function projectSums(file: Uint8Array): ProjectSums {
  const entries = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
  const sets = entries
    .filter(([name]) => name.startsWith('records/'))
    .map(([, text]) => {
      const [head = '', ...lines] = linesOf(text);
      const { sync, side, report } = JSON.parse(head) as RecordsLine;
      const { rows, stored, blank, rejectedCount: rejected } = report;
      return { sync, side, lines: lines.length, rows, stored, rejected, blank };
    });
  const decided = entries.find(([name]) => name === 'decisions.jsonl')?.[1] ?? '';
  return { sets, decisions: Math.max(0, linesOf(decided).length - 1) };
}
