import {
  appFacts,
  SIDES,
  type Both,
  type InputReport,
  type ObjectSync,
  type Records,
  type Side,
  type SyncDesign,
} from '../../src/lib/engine/index.ts';
import { isCompleteFile } from '../../src/lib/connectors/complete.ts';
import { inputReport, readAside } from '../../src/lib/connectors/input-report.ts';
import { readingChosen } from '../../src/lib/formats/index.ts';
import type { Store } from '../../src/lib/store/index.ts';
import type { Answer } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { CANCELLED, type Work } from '../common/work.ts';
import { columnsOf } from '../project/design-columns.ts';
import type { KeptSet } from './kept-set.ts';
import { OpenSide } from './open-side.ts';
import type { OpenedSets } from './opened-sets.ts';

/** What a plan needs of the records, for the syncs that have both sides. */
export interface RecordsOfPlan {
  readonly records: ReadonlyMap<string, Both<Records>>;
  readonly sets: ReadonlyMap<string, Both<string>>;
  readonly inputs: readonly InputReport[];
  /** By `<side> <sync>`; absent where nothing was chosen. */
  readonly readings: ReadonlyMap<string, unknown>;
}

/** The records of the open project. What did not change stays the same object from one design to the next. */
export class OpenRecords {
  readonly #store: Store;
  #sides = new Map<string, OpenSide>();
  #both = new Map<string, Both<Records>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The records of a side, where they are open. */
  side(sync: string, side: Side): OpenSide | null {
    return this.#sides.get(`${side} ${sync}`) ?? null;
  }

  /** Further columns of a sync, where the file of a side has them: what is tried before a design has it. */
  async need(sync: string, names: readonly string[]): Promise<Answer<null>> {
    for (const side of SIDES) {
      const read = await this.side(sync, side)?.need(names);
      if (read?.ok === false) return failed(read.problem);
    }
    return done(null);
  }

  /** Opens what the design needs, and lets go of the rest; cancelled, it holds what it held. The design was checked against the headers. */
  async update(design: SyncDesign, sets: OpenedSets, work: Work): Promise<Answer<RecordsOfPlan>> {
    const syncs = design.syncs.filter(({ id }) => sets.both(id) !== null);
    const open = new Map<string, OpenSide>();
    const total = syncs.length * SIDES.length;
    for (const sync of syncs) {
      const one = async (side: Side): Promise<Answer<OpenSide>> => {
        if (work.cancelled()) return failed(CANCELLED);
        work.onProgress({ what: 'open', done: open.size, total });
        const opened = await this.#open(sync, side, sets.get(sync.id, side)!, design, work);
        if (opened.ok) open.set(`${side} ${sync.id}`, opened.value);
        return opened;
      };
      // While the database reads for one side, the other one's columns are made.
      for (const opened of await Promise.all(SIDES.map(one))) if (!opened.ok) return opened;
    }
    if (work.cancelled()) return failed(CANCELLED);
    this.#sides = open;
    return done(this.#ofPlan(syncs, sets));
  }

  async #open(
    sync: ObjectSync,
    side: Side,
    { manifest, report }: KeptSet,
    { apps, syncs, checks = [], approval = [] }: SyncDesign,
    work: Work,
  ): Promise<Answer<OpenSide>> {
    const { idField } = sync[side];
    const salesforce = appFacts(apps[side].kind).shortIds;
    let opened = this.side(sync.id, side);
    const isSame =
      opened?.manifest.id === manifest.id && opened.idField === idField && opened.salesforce === salesforce;
    if (opened === null || !isSame) {
      const fresh = await OpenSide.open(this.#store, manifest, idField, salesforce, readAside(report));
      if (!fresh.ok) return failed(fresh.problem);
      opened = fresh.value;
      if (work.cancelled()) return failed(CANCELLED);
    }
    const counted = [...checks, ...approval].map(({ counts }) => counts);
    const read = await opened.need(columnsOf(sync, syncs, counted)[side]);
    return read.ok ? done(opened) : failed(read.problem);
  }

  #ofPlan(syncs: readonly ObjectSync[], sets: OpenedSets): RecordsOfPlan {
    const both = new Map<string, Both<Records>>();
    const inputs: InputReport[] = [];
    const readings = new Map<string, unknown>();
    const ids = new Map<string, Both<string>>();
    for (const sync of syncs) {
      const { id } = sync;
      const own = { left: this.side(id, 'left')!, right: this.side(id, 'right')! };
      const known = this.#both.get(id);
      const isSame = known?.left === own.left.records && known.right === own.right.records;
      both.set(id, isSame ? known : { left: own.left.records, right: own.right.records });
      ids.set(id, { left: own.left.manifest.id, right: own.right.manifest.id });
      for (const side of SIDES) {
        const set = sets.get(id, side)!;
        const isAll = set.report.described?.object.missingIsDeleted === true;
        const complete = isCompleteFile(sync, side, set.report, isAll);
        inputs.push(inputReport({ side, sync: id }, set.report, own[side].records.rejected, complete));
        const chosen = readingChosen(set.choices);
        if (chosen !== null) readings.set(`${side} ${id}`, chosen);
      }
    }
    this.#both = both;
    return { records: both, sets: ids, inputs, readings };
  }
}
