import { csvRow } from '../../src/lib/formats/index.ts';
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
    const { sync, side, act } = result.item;
    const name = [sync, side, ACTS[act], result.is].map(safe).join('-');
    const own = files.get(name) ?? [];
    files.set(name, own);
    own.push(result);
  }
  return [...files].map(([name, own]) => fileOf(`${name}.csv`, own, idField, tools));
}

const ACTS = { create: 'creates', update: 'updates', remove: 'deletes', restore: 'restores' } as const;

const safe = (part: string): string => part.replace(/[\p{Cc}"%*/:<>?\\|]/gu, '_');

function fileOf(
  name: string,
  results: readonly Result[],
  idField: (sync: string, side: Result['item']['side']) => string,
  tools: Pick<Tools, 'encode' | 'sha256Stream'>,
): OutFile {
  const [first] = results as [Result];
  const fields = [
    ...new Set(results.flatMap(({ item }) => [...item.values.keys(), ...item.refs.keys()])),
  ].filter((field) => field !== idField(first.item.sync, first.item.side));
  const file = new TextFile(name, tools);
  const said = first.is === 'refused' ? 'Error' : first.is === 'written' ? 'Result' : 'Why';
  file.write(csvRow([idField(first.item.sync, first.item.side), ...fields, said], 'systems'));
  for (const result of results) {
    const id = result.is === 'written' ? result.id : (result.item.id ?? '');
    const cells = fields.map((field) => result.item.values.get(field) ?? '');
    file.write(csvRow([id, ...cells, pushFileWords(result)], 'systems'));
  }
  return file.close(results.length, 'text/csv;charset=utf-8').file;
}
