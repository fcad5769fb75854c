import { describe, expect, it } from 'vitest';
import { checkDesign, EDITS, readDesign } from '../../../src/lib/engine/index.ts';
import { said } from '../../support/english.ts';
import { designJson, designOf, errorsIn } from './design-of.ts';

const SIDE = { object: 'Contact', idField: 'Id' };
const SAID = {
  archived: { field: 'IsDeleted', is: ['true', '1'] },
  mergedInto: 'MasterRecordId',
  mergedFrom: 'Merged',
};

describe('what an app says of archived and merged records', () => {
  it('[S430] [S432] is read of a side, and absent where nothing is said', () => {
    const [sync] = designOf({ right: { ...SIDE, ...SAID } }).syncs;
    expect(sync?.right).toMatchObject(SAID);
    expect(Object.keys(sync?.left ?? {})).toEqual(['object', 'idField', 'modifiedField']);
    const nothing = designOf({ right: { ...SIDE, archived: null, mergedInto: null, mergedFrom: null } });
    expect(Object.keys(nothing.syncs[0]?.right ?? {})).toEqual(['object', 'idField', 'modifiedField']);
  });

  it.each([
    [{ archived: { field: 'IsDeleted' } }, 'archived.is'],
    [{ archived: { field: 'IsDeleted', is: [] } }, 'archived.is'],
    [{ archived: { field: 'IsDeleted', is: [' '] } }, 'archived.is[0]'],
    [{ archived: { is: ['true'] } }, 'archived.field'],
    [{ archived: 'IsDeleted' }, 'archived'],
    [{ mergedInto: '' }, 'mergedInto'],
    [{ mergedFrom: 7 }, 'mergedFrom'],
  ])('[S430] [S432] %j is no way to say it', (members, at) => {
    expect(errorsIn(designJson({ right: { ...SIDE, ...members } }))).toEqual([
      `syncs[0].right.${at} bad-value`,
    ]);
  });

  it('[S430] [S432] names fields of the file', () => {
    const headers = new Map([['contacts', { left: ['Id', 'Email'], right: ['Id', 'Mail', 'isdeleted'] }]]);
    const { errors } = checkDesign(designOf({ right: { ...SIDE, ...SAID } }), headers);
    expect(errors.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'syncs[0].right.archived.field unknown-field',
      'syncs[0].right.mergedInto unknown-field',
      'syncs[0].right.mergedFrom unknown-field',
    ]);
  });

  it('[DE5] is edited at once, and what is not named any more is taken out', () => {
    const json = designJson({ right: { ...SIDE, note: 'kept' } });
    const named = EDITS.presence(json, 0, 'right', SAID);
    expect(named.json).toMatchObject({ syncs: [{ right: { ...SIDE, ...SAID, note: 'kept' } }] });
    expect(readDesign(named.json).ok).toBe(true);
    expect(named.step).toMatchObject({ code: 'presence', values: { from: {}, to: SAID } });
    const fewer = EDITS.presence(named.json, 0, 'right', { mergedInto: 'MasterRecordId' });
    expect((fewer.json as { syncs: unknown[] }).syncs[0]).toMatchObject({
      right: { ...SIDE, mergedInto: 'MasterRecordId', note: 'kept' },
    });
    expect(EDITS.presence(fewer.json, 0, 'right', {}).json).toEqual(json);
    expect(said('design').step(fewer.step)).toBe(
      'Contacts, archived and merged in R: IsDeleted is true or 1, MasterRecordId, Merged → MasterRecordId',
    );
  });
});
