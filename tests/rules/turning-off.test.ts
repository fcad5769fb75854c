import { describe, expect, it } from 'vitest';
import { EDITS, readDesign, type DesignEdit } from '../../src/lib/engine/index.ts';
import { goneWith } from '../../src/lib/engine/show.ts';
import { said } from '../support/english.ts';
import { designOf, sync } from './off-designs.ts';

const OFF = { enabled: false };

describe('turning off, editing and deleting', () => {
  const design = (more: object = {}) =>
    designOf(
      [
        sync('companies', {
          ...OFF,
          matching: { method: 'keys', keys: [{ fields: [{ left: 'email', right: 'email' }] }] },
        }),
        sync('contacts', {
          associations: [{ to: 'companies', left: { field: 'parent' }, right: { field: 'parent' } }],
        }),
      ],
      more,
    );
  const offIn = (json: unknown): boolean[] =>
    readDesign(json).design!.syncs.map(({ enabled }) => enabled === false);

  it('[LI2] turns off and on, and on is said by saying nothing', () => {
    const off = EDITS.turnOn(design(), 1, false);
    expect(offIn(off.json)).toEqual([true, true]);
    expect(said('design').step(off.step)).toBe('Contacts: turned off');
    const on = EDITS.turnOn(off.json, 1, true);
    expect(on.json).toEqual(design());
  });

  it('[LI2] [S413] an edit of a sync that is off turns it on, in one step; one that changes nothing does not', () => {
    const edited: DesignEdit = EDITS.winner(design(), 0, 'right');
    expect(offIn(edited.json)).toEqual([false, false]);
    expect(edited.step.code).toBe('several');
    expect(said('design').step(edited.step)).toBe('Companies, winner: L → R · Companies: turned on');
    expect(offIn(EDITS.winner(design(), 0, 'left').json)).toEqual([true, false]);
    // Another sync, and what is said of its files, leave it off.
    expect(offIn(EDITS.winner(design(), 1, 'right').json)).toEqual([true, false]);
    expect(offIn(EDITS.complete(design(), 0, 'left', 'f'.repeat(64)).json)).toEqual([true, false]);
    const none = {
      options: null,
      dateOrder: null,
      decimal: null,
      format: null,
      country: null,
      maxLength: null,
    };
    const flags = { required: false, requiredWhen: [], unique: false, readOnly: false };
    const draft = { name: 'phone', type: 'number', ...flags, ...none } as const;
    expect(offIn(EDITS.field(design(), 0, 'left', draft).json)).toEqual([true, false]);
    expect(EDITS.winner(design(), 1, 'right').step.code).toBe('winner');
  });

  it('[LI2] [S413] a deleted sync takes with it what names it, which is told before, and nothing else', () => {
    const count = (of: string | null) => ({ ...(of === null ? {} : { sync: of }), outcomes: ['create'] });
    const more = {
      checks: [
        { id: 'a', name: 'About companies', count: count('companies') },
        { id: 'b', name: 'About all', count: count(null) },
      ],
      approval: [{ id: 'r', name: 'Companies by hand', decision: 'held', count: count('companies') }],
    };
    expect(goneWith(design(more), 0)).toEqual({
      children: ['contacts'],
      checks: ['About companies'],
      rules: ['Companies by hand'],
    });
    const { json, step } = EDITS.deleteSync(design(more), 0);
    expect(step).toMatchObject({ code: 'sync-deleted', values: { id: 'companies' } });
    expect(said('design').step(step)).toBe('Companies: deleted');
    const read = readDesign(json);
    expect(read).toMatchObject({
      ok: true,
      design: { syncs: [{ id: 'contacts', associations: [] }], checks: [{ id: 'b' }] },
    });
    expect(read.design).not.toHaveProperty('approval');
    expect(goneWith(design(more), 1)).toEqual({ children: [], checks: [], rules: [] });
  });
});
