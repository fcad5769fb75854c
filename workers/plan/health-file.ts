import type { Both, SyncDesign, Steps, Tools } from '../../src/lib/engine/index.ts';
import type { HealthColumn, HealthRow, ListForm, OutFile } from '../../src/lib/conversation/index.ts';
import { csvRow, csvStart } from '../../src/lib/formats/index.ts';
import { healthFileWords } from '../../src/lib/words/in-files.ts';
import { tableFile, type ListTable } from '../file/table-file.ts';
import type { ListedRecords } from './health.ts';
import { TextFile } from './text-file.ts';

/** Rows read at once, and between two looks at the port. */
const ROWS = 256;

/** What a file of records needs to know of the project. */
interface About {
  readonly design: SyncDesign;
  readonly tools: Tools;
}

/** The records of a list as a file (HE1): the columns chosen, in their order. */
export function* healthFile(
  records: ListedRecords,
  columns: readonly HealthColumn[],
  form: ListForm,
  about: About,
): Steps<OutFile> {
  const table = healthTable(records, columns, about.design);
  if (form === 'xlsx') return yield* tableFile(table, about.tools);
  const file = new TextFile(`${table.name}.csv`, about.tools);
  file.write(csvStart('spreadsheets') + csvRow(table.header, 'spreadsheets'));
  let done = 0;
  for (const row of table.rows()) {
    file.write(csvRow(row, 'spreadsheets'));
    if (++done % ROWS === 0) yield { what: 'list-file', done, total: table.count };
  }
  return file.close(done, 'text/csv;charset=utf-8').file;
}

/** The list as rows of texts. */
function healthTable(
  records: ListedRecords,
  columns: readonly HealthColumn[],
  { apps }: SyncDesign,
): ListTable {
  const names: Both<string> = { left: apps.left.name, right: apps.right.name };
  const { total } = records.view;
  return {
    name: 'records',
    header: columns.map((column) => healthFileWords.columns[column]),
    count: total,
    *rows() {
      for (let from = 0; from < total; from += ROWS)
        for (const row of records.rows(from, from + ROWS)) yield columns.map((one) => cell(row, one, names));
    },
  };
}

function cell(row: HealthRow, column: HealthColumn, apps: Both<string>): string {
  const { outcomes, because, categories } = healthFileWords;
  switch (column) {
    case 'record':
      return row.name;
    case 'object':
      return row.sync;
    case 'side':
      return apps[row.side];
    case 'id':
      return row.id;
    case 'state':
      return outcomes[row.outcome].word;
    case 'reason':
      return row.reason === null ? '' : because(row.reason);
    case 'category':
      return row.category === null ? '' : categories[row.category];
    case 'changed':
      return row.changed ?? '';
    case 'counterpart':
      return row.counterpart ?? '';
    default:
      return column satisfies never;
  }
}
