import { describe, expect, it } from 'vitest';
import { checkDesign } from '../../../src/lib/engine/design/check/check-design.ts';
import { designJson, designOf, errorsIn } from './design-of.ts';

type Json = Record<string, unknown>;

describe('[S400] checks', () => {
  const mappings = [{ left: 'A', right: 'B' }];
  const errors = (counts: Json, sync: Json = {}): string[] => {
    const design = designOf({ mappings, ...sync }, { checks: [{ id: 'a', name: 'A', count: counts }] });
    const headers = new Map([['contacts', { left: ['Id', 'Email', 'A'], right: ['Id', 'Mail', 'B'] }]]);
    return checkDesign(design, headers).errors.map(({ at, code }) => `${at} ${code}`);
  };
  const of = (members: Json): Json => ({ sync: 'contacts', ...members });

  it('name a sync of the design, fields that it maps and columns of its files', () => {
    expect(errors({ sync: 'deals' })).toEqual(['checks[0].count.sync unknown-sync']);
    expect(errors(of({ fields: ['A', 'C'] }))).toEqual(['checks[0].count.fields[1] unknown-field']);
    expect(errors(of({ writes: [{ field: 'B' }] }))).toEqual([
      'checks[0].count.writes[0].field unknown-field',
    ]);
    const where = [
      { side: 'right', field: 'B', op: 'known' },
      { side: 'left', field: 'B', op: 'known' },
    ];
    expect(errors(of({ where }))).toEqual(['checks[0].count.where[1].field unknown-field']);
    expect(errors(of({ writes: [{ field: 'A' }, { change: 'clears' }], where: where.slice(0, 1) }))).toEqual(
      [],
    );
    const off = { mappings: [{ left: 'A', right: 'B', enabled: false }] };
    expect(errors(of({ writes: [{ field: 'A' }] }), off)).toEqual([]);
  });

  it('[S405] are asked as rules of approval are, each rule with its own id and a decision', () => {
    const rule = (members: Json): Json => ({ id: 'a', name: 'A', decision: 'held', count: {}, ...members });
    const said = (...approval: Json[]): string[] =>
      checkDesign(designOf({ mappings }, { approval }), new Map()).errors.map(
        ({ at, code }) => `${at} ${code}`,
      );
    expect(said(rule({}), rule({ id: 'b', count: { sync: 'deals' } }))).toEqual([
      'approval[1].count.sync unknown-sync',
    ]);
    const refused = (...approval: Json[]): string[] => errorsIn(designJson({ mappings }, { approval }));
    expect(refused(rule({}), rule({}))).toEqual(['approval[1].id bad-value']);
    expect(refused(rule({ decision: 'open' }))).toEqual(['approval[0].decision bad-value']);
    expect(refused(rule({ name: '' }))).toEqual(['approval[0].name bad-value']);
  });

  it('of every sync name no field', () => {
    expect(errors({ writes: [{ change: 'clears' }] })).toEqual([]);
    const all = {
      fields: ['A'],
      writes: [{ field: 'A' }],
      where: [{ side: 'left', field: 'A', op: 'known' }],
    };
    expect(errors(all)).toEqual([
      'checks[0].count.fields[0] bad-value',
      'checks[0].count.writes[0].field bad-value',
      'checks[0].count.where[0].field bad-value',
    ]);
  });

  it('know in which order values move backwards', () => {
    const back = (more: Json = {}): Json => of({ writes: [{ field: 'A', change: 'backwards', ...more }] });
    expect(errors(back())).toEqual(['checks[0].count.writes[0].order bad-value']);
    expect(errors(back({ order: ['x'] }))).toEqual(['checks[0].count.writes[0].order bad-value']);
    expect(errors(back({ order: ['x', 'y'] }))).toEqual([]);
    const schema = { right: { fields: [{ name: 'B', type: 'single-select', options: ['x', 'y'] }] } };
    expect(errors(back(), { schema })).toEqual([]);
  });
});
