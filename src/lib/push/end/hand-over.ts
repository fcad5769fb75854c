import type {
  ChangePlace,
  FieldWrite,
  HandsOver,
  ResultRow,
  ResultTable,
  Side,
  SyncDesign,
} from '../../engine/index.ts';
import { lineAct, SIDES } from '../../engine/index.ts';
import type { Result } from './results.ts';

type Write = Pick<FieldWrite, 'side' | 'field' | 'to'>;

/**
 * Which writes of a line a push handed over: those that reached the app, or may have. It is what `nextBaseline` asks of change files, so
 * that a push goes the way of every hand-over (BL1, S325): what was not sent is none, and is offered again. The id of a record created
 * with it is a text by now (S381).
 */
export function handedByPush(results: readonly Result[]): NonNullable<HandsOver> {
  const idOf = idsWritten(results);
  const sent = new Map(
    results
      .filter(({ is }) => is === 'written' || is === 'refused' || is === 'unknown')
      .map(({ item }) => [placeOf(item.sync, item.side, item.subject), item]),
  );
  return (line) => {
    const subject = { left: line.left?.id ?? null, right: line.right?.id ?? null };
    const items = SIDES.map((side) =>
      lineAct(line, side) === 'none' ? undefined : sent.get(placeOf(line.sync, side, subject)),
    );
    return ({ side, field }: Write) => {
      const item = items[SIDES.indexOf(side)];
      if (item === undefined || field === null) return item?.act === 'remove';
      const parent = item.refs.get(field);
      if (parent === undefined) return item.values.has(field);
      const id = idOf(parent);
      return id === null ? false : { id };
    };
  };
}

const placeOf = (sync: string, side: Side, { left, right }: Result['item']['subject']): string =>
  JSON.stringify([sync, side, left, right]);

/**
 * What a push tells of what it handed over, as result files tell it (BL7): a table a sync, side and kind, for `answerHandOvers`. What is
 * unknown is said by none of them: the next read of the app decides.
 */
export function answersOfPush(
  results: readonly Result[],
  { syncs }: Pick<SyncDesign, 'syncs'>,
): readonly ResultTable[] {
  const tables: ResultTable[] = [];
  const idOf = idsWritten(results);
  for (const { id: sync } of syncs) {
    for (const side of SIDES) {
      for (const [kind, act] of KINDS) {
        const own = results.filter(
          ({ item, is }) =>
            item.sync === sync &&
            item.side === side &&
            item.act === act &&
            (act === 'remove' || item.values.size + item.refs.size > 0) &&
            (is === 'written' || is === 'refused'),
        );
        if (own.length > 0) tables.push(tableOf({ sync, side, kind }, own, idOf));
      }
    }
  }
  return tables;
}

const KINDS = [
  ['creates', 'create'],
  ['updates', 'update'],
  ['deletes', 'remove'],
] as const;

/** The id a record has that the push wrote, by its item's key; null where it was not written. */
function idsWritten(results: readonly Result[]): (key: string) => string | null {
  const ids = new Map(
    results.flatMap((one) => (one.is === 'written' ? [[one.item.key, one.id] as const] : [])),
  );
  return (key) => ids.get(key) ?? null;
}

function tableOf(
  about: ChangePlace,
  results: readonly Result[],
  idOf: (key: string) => string | null,
): ResultTable {
  const texts = results.map(({ item }) => {
    const ids = [...item.refs].map(([field, key]) => [field, idOf(key) ?? ''] as const);
    return new Map([...item.values, ...ids]);
  });
  const rows = results.map((result, at): ResultRow => ({
    line: at + 1,
    at,
    ids: idsOf(result),
    row: null,
    says: result.is === 'written' ? 'written' : 'refused',
    words: result.is === 'refused' ? wordsOf(result.refusal) : '',
  }));
  const columns = new Set(texts.flatMap((own) => [...own.keys()]));
  // A file has a column or has none; what a row does not write is blank in it.
  const cell = ({ at }: ResultRow, field: string): string | null =>
    columns.has(field) ? (texts[at]?.get(field) ?? '') : null;
  // What it was found with, where that is what was sent, be it in a form of the app's own.
  const seen = ({ at }: ResultRow, field: string): string | null => {
    const result = results[at];
    if (result?.is !== 'written' || (result.item.act === 'create' && !result.created)) return null;
    const isThere = result.reads === 'as-planned' || result.reads === 'normalised';
    return isThere && texts[at]!.has(field) ? (result.found?.get(field) ?? null) : null;
  };
  return { about, rows, cell, seen };
}

/** Of a create that was written the new id; a refused one is found by its texts. */
const idsOf = (result: Result): readonly string[] =>
  result.is === 'written' ? [result.id] : result.item.id === null ? [] : [result.item.id];

/** As Bulk API 2.0 and our own files put them: the code first, where the app gave one. */
const wordsOf = ({ code, said }: { readonly code: string; readonly said: string }): string =>
  code === '' || said.startsWith(code) ? said : `${code}: ${said}`;
