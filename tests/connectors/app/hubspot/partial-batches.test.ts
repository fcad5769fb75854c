import { expect, it } from 'vitest';
import { hubSpot } from '../../../../src/lib/connectors/app/hubspot/index.ts';
import type { WriteAnswer, WriteItem } from '../../../../src/lib/connectors/app/write.ts';
import { Random } from '../../../reference/random.ts';
import { HubSpotFake } from '../../../servers/hubspot/index.ts';
import { MARK, populated, randomBatch, randomFault, type RandomBatch } from './random-batches.ts';

const SEED = Number(process.env['SEED'] ?? 1);
const BATCHES = 5_000;
/** Batches that one account gets. */
const EACH = 50;

/** What the server has of an item. */
interface Truth {
  /** The record that bears its mark, or that it asked to remove and that is gone. */
  readonly id: string | null;
  readonly holds: (item: WriteItem) => boolean;
}

function truthOf({ portal }: HubSpotFake, { object, act }: RandomBatch, item: WriteItem): Truth {
  const kind = portal.must(object);
  if (act === 'remove') {
    const there = item.id !== null && portal.found(kind, item.id)?.id === item.id;
    return { id: there ? null : item.id, holds: () => true };
  }
  const record = [...kind.records.values()].find((one) => one.properties[MARK[object]] === item.key);
  if (record === undefined) return { id: null, holds: () => true };
  const company = () => {
    const ends = [...portal.links.of(object, record.id, 'companies')];
    // Its number of the primary association, or all of them.
    return (
      ends.find(([, types]) => types.has(5))?.[0] ??
      ends
        .map(([id]) => id)
        .sort()
        .join(';')
    );
  };
  const has = (name: string) => (name === 'assoc:companies' ? company() : (record.properties[name] ?? ''));
  return { id: record.id, holds: ({ values }) => [...values].every(([name, value]) => has(name) === value) };
}

/** The receipts that say something else than the server; and how many say nothing. */
function judged(
  fake: HubSpotFake,
  batch: RandomBatch,
  answer: WriteAnswer,
): { wrong: string[]; unknown: number } {
  const wrong: string[] = [];
  let unknown = 0;
  if (answer.kind === 'unknown') return { wrong, unknown: batch.items.length };
  if (answer.kind === 'receipts' && answer.receipts.length !== batch.items.length)
    wrong.push('receipts of others');
  for (const item of batch.items) {
    const truth = truthOf(fake, batch, item);
    const receipt = answer.kind === 'receipts' ? answer.receipts.find(({ key }) => key === item.key) : null;
    // A record that was gone already is gone, whoever asked.
    if (receipt === null && batch.act !== 'remove' && truth.id !== null)
      wrong.push(`${answer.kind}, yet ${item.key} was written`);
    if (receipt === undefined) wrong.push(`no receipt of ${item.key}`);
    if (receipt?.kind === 'unknown') unknown += 1;
    if (receipt?.kind === 'refused' && truth.id !== null) wrong.push(`refused, yet ${item.key} was written`);
    if (receipt?.kind === 'written' && (truth.id !== receipt.id || !truth.holds(item)))
      wrong.push(`written, yet ${item.key} is ${truth.id ?? 'not there'}`);
  }
  return { wrong, unknown };
}

it(`[F8] of ${String(BATCHES)} random batches, answered in part, in any order, with lying counts or not at all, no receipt says what is not so`, async () => {
  const random = new Random(SEED);
  const wrong: string[] = [];
  const items = { all: 0, unknown: 0, plain: 0, plainUnknown: 0 };
  let fake = new HubSpotFake();
  for (let n = 0; n < BATCHES; n++) {
    if (n % EACH === 0) {
      fake = new HubSpotFake(undefined, SEED + n);
      populated(fake, random);
    }
    const batch = randomBatch(fake, random);
    const fault = randomFault(random);
    const merged = new Set(
      [...fake.portal.must(batch.object).records.values()]
        .filter((one) => one.mergedInto !== null)
        .map(({ id }) => id),
    );
    if (fault !== null) fake.faults.add(fault);
    const answer = await hubSpot(fake.caller()).write(batch);
    fake.faults.clear();
    const about = judged(fake, batch, answer);
    wrong.push(
      ...about.wrong.map(
        (one) =>
          `batch ${String(n)} of seed ${String(SEED)} (${batch.object}, ${batch.act}, ${fault?.kind ?? 'no fault'}): ${one}`,
      ),
    );
    items.all += batch.items.length;
    items.unknown += about.unknown;
    if (fault !== null) continue;
    items.plain += batch.items.length;
    const doubtful = batch.items.filter(
      ({ id, values }) => (id !== null && merged.has(id)) || values.has('assoc:companies'),
    );
    items.plainUnknown += Math.max(0, about.unknown - doubtful.length);
  }
  expect(wrong.slice(0, 10)).toEqual([]);
  // It says something where it can: of a whole answer everything but merged records and associations that could not be made.
  expect(items.plainUnknown).toBe(0);
  expect(items.plain).toBeGreaterThan(1_000);
  expect(items.unknown / items.all).toBeLessThan(0.6);
});
