import { readAppWords } from '../../../../engine/index.ts';
import type { Receipt, WriteItem } from '../../write.ts';
import { existingIn } from '../receipts.ts';
import { withoutSecrets } from '../secrets.ts';
import { isId, longId } from '../soql.ts';
import { readCsv } from './csv.ts';
import { rowKey } from './rows.ts';

/** The three lists a job leaves: rows that were written, that were refused, and that it never came to. */
export interface JobResults {
  readonly successful: string;
  readonly failed: string;
  readonly unprocessed: string;
}

/** What became of each item of a job; null where a list is no CSV of its form. An item in none of them, or in two, is unknown. */
export function outcomesOf(
  items: readonly WriteItem[],
  key: string,
  results: JobResults,
): readonly Receipt[] | null {
  const successful = rowsBy(results.successful, key, ['sf__Id', 'sf__Created']);
  const failed = rowsBy(results.failed, key, ['sf__Error']);
  const unprocessed = rowsBy(results.unprocessed, key, []);
  if (successful === null || failed === null || unprocessed === null) return null;
  return items.map((item): Receipt => {
    const name = rowKey(item);
    const [done = [], no = [], left = []] = [successful, failed, unprocessed].map((rows) => rows.get(name));
    const [told] = [...done, ...no];
    if (done.length + no.length + left.length !== 1 || told === undefined)
      return {
        key: item.key,
        kind: 'unknown',
        because: left.length === 1 ? 'unprocessed' : 'not-understood',
      };
    return done.length === 1 ? written(item, told) : refused(item, told);
  });
}

type Rows = ReadonlyMap<string, readonly ReadonlyMap<string, string>[]>;

/** Rows by what tells them apart. */
function rowsBy(csv: string, key: string, needed: readonly string[]): Rows | null {
  const read = readCsv(csv);
  if (read === null) return null;
  const [header = [], ...rows] = read;
  const byKey = new Map<string, ReadonlyMap<string, string>[]>();
  if (rows.length > 0 && ![key, ...needed].every((name) => header.includes(name))) return null;
  for (const cells of rows) {
    if (cells.length !== header.length) return null;
    const row = new Map(header.map((name, i) => [name, cells[i] ?? '']));
    const name = row.get(key) ?? '';
    const own = key === 'Id' ? longId(name) : name;
    byKey.set(own, [...(byKey.get(own) ?? []), row]);
  }
  return byKey;
}

function written({ key, id: asked }: WriteItem, row: ReadonlyMap<string, string>): Receipt {
  const id = row.get('sf__Id') ?? '';
  const created = row.get('sf__Created');
  if (!isId(id)) return { key, kind: 'unknown', because: 'not-understood' };
  if (asked !== null && longId(asked) !== longId(id))
    return { key, kind: 'unknown', because: 'another-record' };
  const made = created === 'true' ? true : created === 'false' ? false : null;
  return { key, kind: 'written', id: longId(id), created: asked === null ? made : false };
}

/** `CODE:message:fields --`. */
function refused({ key }: WriteItem, row: ReadonlyMap<string, string>): Receipt {
  const text = row.get('sf__Error') ?? '';
  const [, code = '', message = text, fields = ''] =
    /^([A-Z][A-Z0-9_]+):(.*?)(?::([\w.,]*) ?--)?$/s.exec(text) ?? [];
  const refusal = {
    category: readAppWords(code, new Set()).category,
    code,
    field: fields.split(',')[0] || null,
    said: withoutSecrets(message),
    existing: existingIn(message),
  };
  return { key, kind: 'refused', refusal };
}
