import { expect, test } from 'vitest';
import type { PlanSummary } from '../../src/lib/engine/index.ts';
import { misfits } from '../formats/json-schema.ts';
import { FILES, playground, schemaOf, type Json } from './playground.ts';

const NAMES: Json = {
  id: 'names',
  name: 'Every create has a company',
  reason: 'Agreed with the client.',
  count: { sync: 'contacts', writes: [{ field: 'Company name', change: 'created-blank' }] },
};
const FEW: Json = {
  id: 'few',
  name: 'Few creates',
  count: { sync: 'contacts', outcomes: ['create'] },
  allowed: { atMost: 2 },
};

test('[S400] the command line prints checks and ends with status 4 where one is broken', async () => {
  const own = playground([{}], { checks: [NAMES, FEW] });
  expect(misfits(schemaOf('design'), JSON.parse(own.read('d.json')))).toEqual([]);
  const { exit, out, err } = await own.call('plan', '@d.json', ...FILES);
  expect(exit).toBe(4);
  expect(out).toMatch(/\nchecks\n {2}Broken {2}Every create has a company {2}none +2 {2}2 over\n/);
  expect(out).toMatch(/ {2}Holds {3}Few creates +at most 2 {2}2 {2}4 looked at\n/);
  expect(err).toContain('The check “Every create has a company” is broken: it counts 2 and allows none.');
  const held = playground([{}], { checks: [FEW] });
  expect((await held.call('plan', '@d.json', ...FILES)).exit).toBe(0);
});

test('[S403] checks are no part of planKey or designHash, and stand in summary.json', async () => {
  const plain = await playground().call('plan', '@d.json', ...FILES, '--json');
  const own = playground([{}], { checks: [NAMES, FEW] });
  const { out } = await own.call('plan', '@d.json', ...FILES, '--json', '--out', '@o');
  const [before, after] = [JSON.parse(plain.out) as PlanSummary, JSON.parse(out) as PlanSummary];
  expect(misfits(schemaOf('plan-summary'), after)).toEqual([]);
  expect([after.planKey, after.designHash, after.planHash]).toEqual([
    before.planKey,
    before.designHash,
    before.planHash,
  ]);
  expect(before.checks).toBeUndefined();
  expect(JSON.parse(own.read('o/summary.json'))).toMatchObject({
    checks: [
      { id: 'names', state: 'broken', number: 2, reason: 'Agreed with the client.', blocks: true },
      { id: 'few', state: 'holds', number: 2, looked: 4, waiver: null },
    ],
  });
});

test('[S404] a waiver holds for its plan and up to the number it was given for', async () => {
  const planHash = (
    JSON.parse((await playground().call('plan', '@d.json', ...FILES, '--json')).out) as PlanSummary
  ).planHash!;
  const of = async (waivers: readonly Json[], files: Readonly<Record<string, string>> = {}) => {
    const own = playground([{}], { checks: [{ ...NAMES, waivers }] });
    own.write(files);
    return own.call('plan', '@d.json', ...FILES);
  };
  const waiver = {
    planHash,
    number: 2,
    by: 'Kari Lund',
    reason: 'Test records.',
    at: '2026-11-21T10:00:00Z',
  };
  const waived = await of([waiver]);
  expect(waived.exit).toBe(0);
  expect(waived.out).toMatch(
    / {2}Waived {2}Every create has a company {2}none {2}2 {2}waived by Kari Lund\n/,
  );
  expect((await of([{ ...waiver, number: 1 }])).exit).toBe(4);
  expect((await of([{ ...waiver, planHash: 'other' }])).exit).toBe(4);
  expect((await of([{ ...waiver, planHash: 'other' }, waiver])).exit).toBe(0);
  // Another plan asks again, however few it counts.
  const right = 'Id,Email,FirstName,Phone,Account\n003AA,Anna@acme.no,Anna,+47 900 00 001,ACME\n';
  expect((await of([waiver], { 'r.csv': right })).exit).toBe(4);
});
