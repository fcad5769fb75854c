import type { Both } from '../engine/index.ts';
import type { ReadOnlyBecause } from '../store/problem.ts';
import type { DesignHead } from './design.ts';
import type { HandOverHead } from './hand-over.ts';
import type { Problem } from './problem.ts';
import type { SideHead } from './sides.ts';

export interface StoreHead {
  /** Why nothing can be written; null where it can. */
  readonly readOnly: ReadOnlyBecause | null;
  /** What opening found and put right (an import that was cut off, …). */
  readonly recovered: readonly Problem[];
  readonly used: number;
  /** Null where the browser does not say. */
  readonly quota: number | null;
  readonly persisted: boolean;
}

export interface ProjectCard {
  readonly id: string;
  readonly name: string;
  readonly apps: Both<string>;
  /** Records stored; null where no file of the side was read. */
  readonly syncs: readonly {
    readonly id: string;
    readonly left: number | null;
    readonly right: number | null;
  }[];
  readonly openedAt: string;
  readonly bytes: number;
  /** Subjects of the last kept plan that need a person; null without a plan. */
  readonly needsPerson: number | null;
}

export interface ProjectHead {
  readonly id: string;
  readonly name: string;
  readonly apps: Both<{ readonly name: string; readonly kind: string }>;
  readonly readOnly: ReadOnlyBecause | null;
  readonly recovered: readonly Problem[];
  readonly syncs: readonly SyncHead[];
  readonly design: DesignHead;
  readonly handOver: HandOverHead;
  /** Bytes of the project in the store. */
  readonly bytes: number;
}

export interface SyncHead {
  readonly id: string;
  readonly kind: string;
  readonly objects: Both<string>;
  readonly sides: Both<SideHead | null>;
}
