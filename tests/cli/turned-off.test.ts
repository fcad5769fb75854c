import { expect, test } from 'vitest';
import type { PlanSummary } from '../../src/lib/engine/index.ts';
import { misfits } from '../formats/json-schema.ts';
import { FILES, playground, schemaOf } from './playground.ts';

test('[LI2] a sync that is off is said in words and in summary.json; its baseline goes on, and nothing leaves', async () => {
  const own = playground([{}]);
  await own.call('plan', '@d.json', ...FILES, '--out', '@on', '--changes', 'systems');
  expect(own.names('on', '.csv')).not.toEqual([]);
  const handed = own.read('on/baseline.jsonl').split('\n').slice(1);
  expect(handed.join('\n')).toContain('"sent"');

  const off = playground([{ enabled: false }]);
  off.write({ 'b.jsonl': own.read('on/baseline.jsonl') });
  expect(misfits(schemaOf('design'), JSON.parse(off.read('d.json')))).toEqual([]);
  const call = [
    'plan',
    '@d.json',
    ...FILES,
    '--baseline',
    '@b.jsonl',
    '--out',
    '@off',
    '--changes',
    'systems',
  ];
  const { exit, out } = await off.call(...call);
  expect(exit).toBe(0);
  expect(out).toMatch(/\ncontacts \(off\) +HubSpot +Salesforce\n/);
  expect(out).toMatch(/\n {2}excluded +3 +2\n/);
  expect(out).toContain(
    'warning sync-off (5): contacts: this sync is off: its 5 records were read, and nothing is planned for them.\n',
  );
  const summary = JSON.parse(off.read('off/summary.json')) as PlanSummary;
  expect(misfits(schemaOf('plan-summary'), summary)).toEqual([]);
  expect(summary.counts['contacts']).toMatchObject({ off: true, reasons: { 'sync-off': 4 } });
  expect(summary.warnings).toMatchObject([{ code: 'sync-off', count: 5 }]);
  for (const line of off.read('off/plan.jsonl').trim().split('\n'))
    expect(misfits(schemaOf('plan-line'), JSON.parse(line))).toEqual([]);
  expect(off.names('off', '.csv')).toEqual([]);
  expect(off.read('off/baseline.jsonl').split('\n').slice(1)).toEqual(handed);
  // Its rows are those the baseline knew, not those of files nobody compared.
  const head = (text: string) => JSON.parse(text.split('\n')[0]!) as { rows: unknown; mapped: unknown };
  const { rows, mapped } = head(own.read('on/baseline.jsonl'));
  off.write({ 'r.csv': 'Id,Email,FirstName,Phone,Account\n003AA,Anna@acme.no,Anna,,\n' });
  await off.call(...call);
  expect(head(off.read('off/baseline.jsonl'))).toMatchObject({ rows, mapped });
});

test('[LI2] drysync check and compare-hubspot look at no sync that is off', async () => {
  const broken = { matching: { method: 'keys', keys: [] } };
  const on = await playground([broken]).call('check', '@d.json', ...FILES);
  expect(on.exit).toBe(3);
  const off = playground([{ ...broken, enabled: false }]);
  expect((await off.call('check', '@d.json', ...FILES)).exit).toBe(0);
  const { exit, out } = await off.call('compare-hubspot', '@d.json', ...FILES, '--json');
  expect(exit).toBe(0);
  const { otherwise, syncs } = JSON.parse(out) as {
    otherwise: unknown[];
    syncs: { delta: { moved: number } }[];
  };
  expect(otherwise).toEqual([]);
  expect(syncs.map(({ delta }) => delta.moved)).toEqual([0]);
});
