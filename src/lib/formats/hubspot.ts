import {
  drain,
  hubspotSubject,
  onBoth,
  subjectsOfClass,
  type HubSpotClass,
  type HubSpotComparison,
  type HubSpotSync,
} from '../engine/index.ts';
import type { ObjectKind } from '../engine/model/design.ts';

/** Of what a comparison is told. */
export interface HubSpotAbout {
  readonly asOf: string;
  readonly designHash: string;
}

/** The words of a class for so many records of a kind. */
type Said = (is: HubSpotClass, count: number, kind: ObjectKind) => string;

/** Subjects that are listed of a class. */
const MOST = 20;

/** A comparison with HubSpot as JSON (FORMATS.md, Comparison with HubSpot). */
export function hubspotText(
  { otherwise, syncs }: Extract<HubSpotComparison, { ok: true }>,
  { asOf, designHash }: HubSpotAbout,
  said: Said,
): string {
  const file = {
    format: 'drysync/hubspot@1',
    asOf,
    designHash,
    otherwise,
    syncs: syncs.map(syncTold),
    warnings: syncs.flatMap((sync) => warningsOf(sync, said)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const syncTold = (sync: HubSpotSync) => ({
  sync: sync.sync,
  delta: sync.delta,
  read: onBoth((side) => sync.plan.records[side].count),
  classes: sync.counts.map((one) => ({ ...one, records: one.is === 'same' ? [] : firstOf(sync, one.is) })),
  values: sync.values,
});

const firstOf = (sync: HubSpotSync, is: HubSpotClass) =>
  [...drain(subjectsOfClass(sync, is)).subarray(0, MOST)].map((subject) => hubspotSubject(sync, subject));

const warningsOf = ({ sync, counts, plan }: HubSpotSync, said: Said) =>
  counts
    .filter(({ is, subjects }) => is !== 'same' && subjects > 0)
    .map(({ is, subjects: count }) => ({ is, sync, count, message: said(is, count, plan.sync.kind) }));
