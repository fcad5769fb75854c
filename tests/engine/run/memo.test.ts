import { expect, test } from 'vitest';
import {
  Memo,
  checkDesign,
  drain,
  lineText,
  planLines,
  planSyncs,
  readDesign,
  type PlanInput,
  type SyncDesign,
} from '../../../src/lib/engine/index.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import { engineInput } from '../../reference/engine-plan.ts';
import { randomWorld } from '../../reference/random-world.ts';
import type { World } from '../../reference/world.ts';

const tools = createTools();

interface RawSync {
  winner: string;
  direction: string;
  matching?: {
    ambiguous?: string;
    contested?: string;
    noKey?: string;
    placeholders?: string;
    publicDomains?: string;
  };
  blanks?: object;
  deletes?: object;
  requireValidEmail?: unknown;
  left: { timeZone?: string };
  schema?: Partial<Record<'left' | 'right', { fields: { timeZone?: string }[] } | null>>;
  stages?: { pairs: unknown[] };
  lifecycle?: Partial<Record<'left' | 'right', { stages: string[]; default?: string | null }>>;
  filters?: { mode?: string; left?: unknown; right?: unknown; allow?: unknown; deny?: unknown };
  mappings: { enabled?: boolean; conflict?: string; rewriteForm?: boolean; transform?: unknown }[];
}

/** Edits a person makes while designing, and takes back. */
const EDITS: readonly ((sync: RawSync, at: number) => void)[] = [
  (sync) => (sync.winner = sync.winner === 'left' ? 'right' : 'left'),
  (sync, at) => {
    const mapping = sync.mappings[at % sync.mappings.length];
    if (mapping !== undefined) mapping.enabled = mapping.enabled === false;
  },
  (sync, at) => {
    const mapping = sync.mappings[at % sync.mappings.length];
    if (mapping !== undefined) mapping.conflict = ['ask', 'fill-blank', 'left', 'most-recent'][at % 4]!;
  },
  (sync, at) => {
    const mapping = sync.mappings[at % sync.mappings.length];
    if (mapping !== undefined) mapping.rewriteForm = mapping.rewriteForm !== true;
  },
  (sync, at) =>
    (sync.blanks = { fillWinner: at % 2 === 0, propagateClears: ['ask', 'always', 'never'][at % 3] }),
  (sync, at) => {
    const mapping = sync.mappings[at % sync.mappings.length];
    if (mapping !== undefined)
      mapping.transform = [
        null,
        { kind: 'trim' },
        { kind: 'value-map', map: { new: 'x', won: 'y' } },
        { kind: 'constant', value: 'new' },
      ][at % 4];
  },
  (sync, at) => {
    if (sync.stages !== undefined) sync.stages.pairs = sync.stages.pairs.slice(at % 2);
  },
  (sync, at) => {
    for (const limit of [sync.lifecycle?.left, sync.lifecycle?.right]) {
      if (limit === undefined) continue;
      if (at % 2 === 0) limit.stages = limit.stages.toReversed().slice(0, 1);
      limit.default = at % 3 === 0 ? null : limit.stages[0]!;
    }
  },
  (sync) => (sync.requireValidEmail = null),
  (sync, at) => (sync.left.timeZone = ['Pacific/Auckland', 'America/New_York', 'UTC'][at % 3]!),
  (sync, at) => {
    for (const field of sync.schema?.right?.fields ?? [])
      field.timeZone = ['America/New_York', 'Asia/Kolkata', 'UTC'][at % 3]!;
  },
  (sync, at) => (sync.filters = { ...sync.filters, mode: at % 2 === 0 ? 'continuous' : 'initial-only' }),
  (sync) => (sync.filters = { ...sync.filters, left: sync.filters?.right ?? null }),
  (sync) => (sync.filters = { ...sync.filters, allow: sync.filters?.deny ?? { left: [], right: [] } }),
  (sync) =>
    (sync.filters = { right: { any: [{ all: [{ field: 'name__ø', op: 'contains', value: 'a' }] }] } }),
  (sync, at) => (sync.deletes = { left: ['recreate', 'report'][at % 2]!, right: 'recreate' }),
  (sync, at) => (sync.direction = ['both', 'left-to-right', 'right-to-left'][at % 3]!),
  (sync, at) => (sync.matching = { ...sync.matching, ambiguous: at % 2 === 0 ? 'first-key' : 'report' }),
  (sync, at) => (sync.matching = { ...sync.matching, contested: at % 2 === 0 ? 'closest' : 'first' }),
  (sync, at) => (sync.matching = { ...sync.matching, noKey: at % 2 === 0 ? 'create' : 'exclude' }),
  (sync, at) => (sync.matching = { ...sync.matching, placeholders: at % 2 === 0 ? 'blank' : 'keep' }),
  (sync, at) => (sync.matching = { ...sync.matching, publicDomains: at % 2 === 0 ? 'blank' : 'keep' }),
];

test('[L18] a plan made from what earlier plans left is the plan made from nothing', () => {
  let plans = 0;
  for (let seed = 1; seed <= 150; seed++) {
    const world = randomWorld(seed);
    const input = engineInput(world);
    const memo = new Memo();
    let json = world.design;
    for (let step = 0; step < 6; step++) {
      const design = designOf(json, input);
      if (design !== null) {
        const given = { ...input, design };
        expect(text(given, memo), `SEED=${String(seed)} step ${String(step)}`).toBe(text(given, new Memo()));
        plans++;
      }
      json = edited(json, seed * 7 + step * 3);
    }
  }
  expect(plans).toBeGreaterThan(450);
});

test('[S380] what conditions require is asked anew where a side says another zone', () => {
  const zoned = (timeZone: string): World => ({
    design: {
      format: 'drysync/design@1',
      name: 'zones',
      apps: { left: { name: 'L' }, right: { name: 'R' } },
      syncs: [
        {
          ...{ id: 's', kind: 'contacts', direction: 'both', winner: 'left' },
          left: { object: 'contacts', idField: 'id', modifiedField: null },
          right: { object: 'contacts', idField: 'id', modifiedField: null, timeZone },
          matching: { method: 'default', identifiers: { email: { left: 'email', right: 'email' } } },
          mappings: [{ left: 'at', right: 'at' }],
          schema: {
            right: {
              fields: [
                { name: 'at', type: 'datetime' },
                {
                  ...{ name: 'why', type: 'text' },
                  requiredWhen: [{ field: 'at', op: 'ge', value: '2026-07-01' }],
                },
              ],
            },
          },
        },
      ],
    },
    tables: {
      s: {
        left: { header: ['id', 'email', 'at'], rows: [['1', 'a@fjell.no', '2026-06-30T22:30:00Z']] },
        right: { header: ['id', 'email', 'at', 'why'], rows: [] },
      },
    },
    baseline: null,
    choices: null,
  });
  const input = engineInput(zoned('UTC'));
  const memo = new Memo();
  const outcomes = ['UTC', 'Europe/Oslo', 'UTC'].map((zone) => {
    const design = designOf(zoned(zone).design, input)!;
    return [...planLines(drain(planSyncs({ ...input, design }, tools, memo)))].map((line) => line.outcome);
  });
  expect(outcomes).toEqual([['create'], ['failing'], ['create']]);
});

test('[S490] who changed since is asked anew at another moment, and by another zone', () => {
  const turnedOn = (since: string, timeZone = 'UTC'): World => ({
    design: {
      format: 'drysync/design@1',
      name: 'cars',
      profile: 'salesforce',
      apps: { left: { name: 'L', kind: 'hubspot' }, right: { name: 'R', kind: 'salesforce' } },
      syncs: [
        {
          ...{ id: 's', kind: 'custom', direction: 'both', winner: 'left', since },
          left: { object: 'cars', idField: 'id', modifiedField: 'at', timeZone },
          right: { object: 'Car__c', idField: 'id', modifiedField: 'at' },
          matching: { method: 'none' },
          mappings: [{ left: 'name', right: 'name' }],
        },
      ],
    },
    tables: {
      s: {
        left: { header: ['id', 'name', 'at'], rows: [['1', 'Polo', '2026-06-01 12:00:00']] },
        right: { header: ['id', 'name', 'at'], rows: [] },
      },
    },
    baseline: null,
    choices: null,
  });
  const noon = '2026-06-01T12:00:00Z';
  const input = engineInput(turnedOn(noon));
  const memo = new Memo();
  const outcomes = [turnedOn(noon), turnedOn('2026-06-01T12:00:01Z'), turnedOn(noon, 'Europe/Oslo')].map(
    (world) => {
      const design = designOf(world.design, input)!;
      return [...planLines(drain(planSyncs({ ...input, design }, tools, memo)))].map((line) => line.outcome);
    },
  );
  expect(outcomes).toEqual([['create'], ['excluded'], ['excluded']]);
});

function text(input: PlanInput, memo: Memo): string {
  return [...planLines(drain(planSyncs(input, tools, memo)))].map(lineText).join('\n');
}

function edited(json: unknown, at: number): unknown {
  const copy = structuredClone(json) as { syncs: RawSync[] };
  for (const sync of copy.syncs) EDITS[at % EDITS.length]!(sync, at);
  return copy;
}

/** The design, or null where the edit makes it one that is not planned. */
function designOf(json: unknown, input: PlanInput): SyncDesign | null {
  const reading = readDesign(json);
  if (!reading.ok) return null;
  const headers = new Map(
    [...input.records].map(([sync, { left, right }]) => [sync, { left: left.header, right: right.header }]),
  );
  return checkDesign(reading.design, headers).errors.length === 0 ? reading.design : null;
}
