import type {
  Both,
  ClassCount,
  HubSpotChange,
  HubSpotRefusal,
  HubSpotSubject,
  ObjectKind,
  PlanDelta,
  PlanLine,
  ValueCount,
} from '../engine/index.ts';

/** What HubSpot's defaults would do with the records of the plan (SA2), or why nothing is compared. */
export type HubSpotTold =
  | { readonly ok: false; readonly why: HubSpotRefusal }
  | {
      readonly ok: true;
      readonly otherwise: readonly HubSpotChange[];
      readonly syncs: readonly HubSpotSyncTold[];
      readonly milliseconds: number;
    };

export interface HubSpotSyncTold {
  readonly sync: string;
  readonly kind: ObjectKind;
  readonly read: Both<number>;
  /** HubSpot's plan less the own one. */
  readonly delta: PlanDelta;
  /** All classes, the gravest first; their records add up to those read. */
  readonly counts: readonly ClassCount[];
  readonly values: readonly ValueCount[];
}

/** A subject of HubSpot's plan as a list names it. */
export interface HubSpotRow extends HubSpotSubject {
  readonly subject: number;
  readonly name: string;
}

/** Both results of a subject: what HubSpot's plan has of it, and what the own plan has of its records, one line or two. */
export interface HubSpotDetail {
  readonly row: HubSpotRow;
  readonly own: readonly PlanLine[];
  readonly hubspot: PlanLine;
}
