import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OUTCOMES, REASON_CODES } from '../../src/lib/engine/index.ts';
import { designJson } from '../engine/design/design-of.ts';
import { misfits } from './json-schema.ts';

const schema = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../static/schemas/${name}.json`, import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;

const LINE =
  '{"sync":"contacts","outcome":"update","left":{"id":"1001","row":0},"right":{"id":"003AA","row":4},"link":{"by":"key","key":0,"value":"anna@acme.no","normalizers":["email"]},"writes":[{"side":"right","field":"Phone","from":"","to":"+47 900 00 000","because":"fill-blank"}],"conflicts":[{"left":"Company name","right":"Account","leftValue":"Acme AS","rightValue":"ACME","baseline":null,"decidedBy":"winner","winner":"left"}],"reasons":[]}';

describe('[schemas] static/schemas', () => {
  it.each(['design', 'plan-summary', 'plan-line', 'baseline', 'choices', 'rehearsal', 'hubspot'])(
    '%s is draft 2020-12',
    (name) => {
      expect(schema(name)['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    },
  );

  it('take a design, a plan line, a baseline and choices', () => {
    expect(misfits(schema('design'), designJson())).toEqual([]);
    expect(misfits(schema('plan-line'), JSON.parse(LINE))).toEqual([]);
    expect(misfits(schema('baseline'), { format: 'drysync/baseline@2', design: '', rows: {} })).toEqual([]);
    const link = { sync: 'c', left: '1', right: 'a', by: 'key', values: { left: {}, right: {} } };
    expect(misfits(schema('baseline'), link)).toEqual([]);
    const handed = { from: '', to: 'x', other: 'x', because: 'winner', tries: 1, missed: true };
    expect(misfits(schema('baseline'), { ...link, sent: { right: { B: handed } } })).toEqual([]);
    expect(misfits(schema('baseline'), { ...link, sent: { right: ['B'] } })).not.toEqual([]);
    expect(misfits(schema('choices'), { format: 'drysync/choices@1', links: [] })).toEqual([]);
  });

  it('refuse what is wrong', () => {
    expect(misfits(schema('design'), designJson({ winner: 'top' }))).toEqual(['$.syncs[0].winner: enum']);
    expect(misfits(schema('design'), designJson({}, { apps: undefined }))).not.toEqual([]);
    expect(misfits(schema('plan-line'), { ...(JSON.parse(LINE) as object), outcome: 'done' })).toEqual([
      '$.outcome: enum',
    ]);
    expect(misfits(schema('baseline'), { sync: 'c' })).not.toEqual([]);
    expect(misfits(schema('choices'), { format: 'drysync/choices@1', links: [{}] })).not.toEqual([]);
  });

  it('name the outcomes and reasons of the engine', () => {
    const { properties, $defs } = schema('plan-line') as {
      properties: Record<string, { enum?: string[] }>;
      $defs: object;
    };
    expect([...(properties['outcome']?.enum ?? [])].sort()).toEqual([...OUTCOMES].sort());
    expect($defs).toHaveProperty('record');
    for (const code of REASON_CODES) expect(JSON.stringify(schema('plan-line'))).toContain(`"${code}"`);
  });
});
