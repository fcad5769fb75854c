import {
  completeFiles,
  readAfterPush,
  type Baseline,
  type Both,
  type InputReport,
  type PlanInput,
  type Records,
  type ResultsReport,
  type SyncDesign,
  type Tools,
} from '../../src/lib/engine/index.ts';
import type { Store } from '../../src/lib/store/index.ts';
import type { Helper } from './share.ts';

/** Everything the plan desk works on. A new one whenever records, design or baseline change; what did not change is the same object. */
export interface PlanContext {
  readonly project: string;
  readonly store: Store;
  readonly tools: Tools;
  readonly design: SyncDesign;
  /** The design file as it is kept; what `designHash` is of. */
  readonly json: unknown;
  /**
   * By sync id. The same objects as long as record set and id field are the same: what is remembered hangs on them. The columns the
   * design names (mappings also where disabled, keys, e-mails, dates) must be readable.
   */
  readonly records: ReadonlyMap<string, Both<Records>>;
  /** Ids of the record sets behind `records`, by sync: decisions are kept by their rows. */
  readonly sets: ReadonlyMap<string, Both<string>>;
  /** One per sync and side; `rows` are all data rows of the file. */
  readonly inputs: readonly InputReport[];
  /** How a file was told to be read, by `<side> <sync>`; absent where nothing was chosen. */
  readonly readings: ReadonlyMap<string, unknown>;
  readonly baseline: Baseline | null;
  /** SHA-256 of the baseline's bytes; null without one. */
  readonly baselineHash: string | null;
  /** Where it is kept; null without one. */
  readonly baselineId: string | null;
  /** What result files told of the baseline's hand-overs, in the order given; it knows it already (BL7). */
  readonly results: readonly ResultsReport[];
  /** A second worker for heavy phases; a Comlink remote is one. */
  readonly helper: Helper | null;
}

/** What every plan on these records is made of, whichever choices or day it has. */
export const planInput = (
  { design, records, baseline, inputs }: PlanContext,
  made: Pick<PlanInput, 'choices' | 'asOf'>,
): PlanInput => ({
  design,
  records,
  baseline,
  complete: completeFiles(inputs),
  readAfter: readAfterPush(inputs),
  ...made,
});
