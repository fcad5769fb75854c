import { expect, it } from 'vitest';
import { EDITS as edits, readDesign, type SyncDesign } from '../../../src/lib/engine/index.ts';
import { said } from '../../support/english.ts';
import { designJson } from './design-of.ts';

const frozen = designJson();
const after = ({ json }: { readonly json: unknown }): SyncDesign => {
  const reading = readDesign(json);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.design;
};

it('[S231] differences are put on the list of an owner, counted anew, noted, ticked off and taken away', () => {
  const of = { sync: 'contacts', left: 'Email', right: 'Email', is: 'damaged', side: 'right' } as const;
  const samples = [{ left: '1', right: 'a' }];
  const put = edits.putToDo(frozen, 0, { ...of, count: 3, samples });
  expect(put.step).toMatchObject({ code: 'to-do-added', values: { field: 'Email', is: 'damaged' } });
  expect(said('design').step(put.step)).toMatch(/^To-do for .+: Email, one was damaged/);
  expect(after(put).toDos).toEqual([{ ...of, count: 3, samples, note: '', done: false }]);
  const noted = edits.noteToDo(put.json, 0, of, 'Ask Kari.');
  const ticked = edits.tickToDo(noted.json, 0, of, true);
  expect([noted.step.code, ticked.step.code]).toEqual(['to-do-noted', 'to-do-done']);
  expect(after(ticked).toDos).toMatchObject([{ note: 'Ask Kari.', done: true }]);
  // Once more: open again, with the pairs there are now.
  const again = edits.putToDo(ticked.json, 0, { ...of, count: 2, samples });
  expect(after(again).toDos).toMatchObject([{ note: 'Ask Kari.', done: false, count: 2 }]);
  expect(edits.tickToDo(ticked.json, 0, of, false).json).toEqual(noted.json);
  const other = edits.putToDo(put.json, 0, { ...of, side: 'left', count: 1, samples: [] });
  expect(after(other).toDos?.map(({ side }) => side)).toEqual(['right', 'left']);
  expect(after(edits.removeToDo(other.json, 0, of)).toDos?.map(({ side }) => side)).toEqual(['left']);
  expect(edits.removeToDo(put.json, 0, of).json).toEqual(frozen);
});
