import { csvRow, pushResultName } from '../../src/lib/formats/index.ts';
import type { Tools } from '../../src/lib/engine/index.ts';
import type { Result } from '../../src/lib/push/index.ts';
import type { OutFile } from '../../src/lib/conversation/index.ts';
import { pushFileWords } from '../../src/lib/words/en/push-files.ts';
import { TextFile } from '../plan/text-file.ts';

/**
 * What became of each approved item, as files: one a sync, side, act and outcome, so that every item is in exactly one of them, and each can
 * be given to an app again (push protocol 7).
 */
export function resultFiles(
  results: readonly Result[],
  idField: (sync: string, side: Result['item']['side']) => string,
  tools: Pick<Tools, 'encode' | 'sha256Stream'>,
): readonly OutFile[] {
  const files = new Map<string, Result[]>();
  for (const result of results) {
    const name = pushResultName(result.item, result.is);
    const own = files.get(name) ?? [];
    files.set(name, own);
    own.push(result);
  }
  const ids = new Map(
    results.flatMap((one) => (one.is === 'written' ? [[one.item.key, one.id] as const] : [])),
  );
  return [...files].map(([name, own]) => fileOf(name, own, { idField, ids }, tools));
}

function fileOf(
  name: string,
  results: readonly Result[],
  about: {
    readonly idField: (sync: string, side: Result['item']['side']) => string;
    /** Of records that were created with these, by the keys of their items. */
    readonly ids: ReadonlyMap<string, string>;
  },
  tools: Pick<Tools, 'encode' | 'sha256Stream'>,
): OutFile {
  const [first] = results as [Result];
  const idField = about.idField(first.item.sync, first.item.side);
  const fields = [
    ...new Set(results.flatMap(({ item }) => [...item.values.keys(), ...item.refs.keys()])),
  ].filter((field) => field !== idField);
  const file = new TextFile(name, tools);
  const said = first.is === 'refused' ? 'Error' : first.is === 'written' ? 'Result' : 'Why';
  file.write(csvRow([idField, ...fields, said], 'systems'));
  for (const result of results) {
    const id = result.is === 'written' ? result.id : (result.item.id ?? '');
    const { values, refs } = result.item;
    const cells = fields.map((field) => values.get(field) ?? about.ids.get(refs.get(field) ?? '') ?? '');
    file.write(csvRow([id, ...cells, pushFileWords(result)], 'systems'));
  }
  return file.close(results.length, 'text/csv;charset=utf-8').file;
}
