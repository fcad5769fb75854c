import type { WriteAct } from '../connectors/app/write.ts';
import type { Both, Side } from '../engine/index.ts';
import type { ActCounts, PushCounts, PushRecords } from './push-counts.ts';

/** The time line of a push (S370): its batches in the order they go, and one point in it that is looked at. */
export interface PushLine {
  readonly batches: number;
  /** Batches of the records that go first. */
  readonly canary: number;
  /** Batches that go as a job (S440). */
  readonly jobs: number;
  /** The last batch of which something was sent, or looked at and left; 0 before that. */
  readonly reached: number;
  /** In order, all batches between them; at most 160. */
  readonly strip: readonly LinePart[];
  /** The point: right behind this batch; 0 before the first. */
  readonly at: number;
  /** That batch. */
  readonly batch: LineBatch | null;
  readonly cut: LineCut;
}

/** Some batches that follow each other, from 1, both ends among them. */
export interface LinePart {
  readonly from: number;
  readonly to: number;
  readonly sides: Both<{ readonly acts: ActCounts; readonly counts: PushCounts }>;
}

export interface LineBatch {
  readonly isCanary: boolean;
  readonly isJob: boolean;
  readonly side: Side;
  readonly sync: string;
  /** As the app's calls name it. */
  readonly object: string;
  readonly act: WriteAct;
  readonly records: PushRecords;
  /** Records of which a field is made blank. */
  readonly clears: number;
  /** What became of them by now; before a push all wait. */
  readonly counts: PushCounts;
  /** When the first and the last of it were written down, ISO 8601; null before that. */
  readonly times: { readonly from: string; readonly to: string } | null;
}

/** What a push that is cut at this point leaves (S371): up to where it got as its journal says, behind that as if nothing went wrong. */
export interface LineCut {
  readonly written: Both<ActCounts>;
  /** Of the batches up to here, what is not known to be written for another reason than that it is to come. `sent`: no answer yet. */
  readonly lost: Readonly<Record<'refused' | 'unknown' | 'stale' | 'sent', number>>;
  /** Everything else. */
  readonly notSent: number;
  /** Pairs that are written on one side and not yet on the other. */
  readonly half: PushRecords;
  /** Records that are there and lack a link to one that is there too. */
  readonly unlinked: PushRecords;
  /** Records to come that belong to one that is there. */
  readonly missing: PushRecords;
}
