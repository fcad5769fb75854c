import type { Chunks } from './chunks.ts';
import type { Gate } from './gate.ts';
import type { Sealing } from './sealing.ts';
import type { Writing } from './writing.ts';

/** What everything that keeps chunks is made from. */
export interface StoreParts {
  readonly gate: Gate;
  readonly chunks: Chunks;
  readonly sealing: Sealing;
  readonly writing: Writing;
  readonly now: () => Date;
  readonly newId: () => string;
}
