import { withAssociations } from '../../src/lib/engine/model/associated.ts';
import type { FieldMapping, ObjectSync, SyncDesign } from '../../src/lib/engine/model/design.ts';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import { SIDES, otherSide, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { keyValues, type KeyValues } from '../reference/plan-match.ts';
import { presenceOf, type Presence } from '../reference/plan-presence.ts';
import { partMappings } from '../reference/plan-stages.ts';
import { readWorldDesign } from '../reference/read-world-design.ts';
import {
  idKey,
  readRecords,
  rejectedRows,
  type Rec,
  type World,
  type WorldLink,
} from '../reference/world.ts';

const tools = createTools();

/** A world looked at as the laws need it. */
export class Setting {
  readonly design: SyncDesign;
  readonly #world: World;
  readonly #records: ReadonlyMap<string, Both<readonly Rec[]>>;
  readonly #presence: ReadonlyMap<string, Presence>;

  constructor(world: World) {
    this.#world = world;
    const design = readWorldDesign(world.design);
    this.design = { ...design, syncs: design.syncs.map(withAssociations) };
    this.#records = new Map(
      this.design.syncs.map((sync) => {
        const tables = world.tables[sync.id];
        if (tables === undefined) throw new Error(`no tables of ${sync.id}`);
        const read = (side: Side): Rec[] =>
          readRecords(tables[side], side, sync[side].idField, this.isSalesforce(side));
        return [sync.id, { left: read('left'), right: read('right') }];
      }),
    );
    const salesforce = { left: this.isSalesforce('left'), right: this.isSalesforce('right') };
    this.#presence = new Map(
      this.design.syncs.map((sync) => [
        sync.id,
        presenceOf(sync, this.#records.get(sync.id) ?? { left: [], right: [] }, salesforce),
      ]),
    );
  }

  /** What the apps say of the records of a sync (S430, S432). */
  presence(sync: string): Presence {
    const found = this.#presence.get(sync);
    if (found === undefined) throw new Error(`no sync ${sync}`);
    return found;
  }

  isSalesforce(side: Side): boolean {
    return this.design.apps[side].kind === 'salesforce';
  }

  sync(id: string): ObjectSync {
    const sync = this.design.syncs.find((one) => one.id === id);
    if (sync === undefined) throw new Error(`no sync ${id}`);
    return sync;
  }

  records(sync: string, side: Side): readonly Rec[] {
    return this.#records.get(sync)?.[side] ?? [];
  }

  /** Rows of the file that are no records for their id. */
  rejected(sync: string, side: Side): readonly Rec[] {
    const table = this.#world.tables[sync]?.[side];
    const { idField } = this.sync(sync)[side];
    return table === undefined ? [] : rejectedRows(table, side, idField, this.isSalesforce(side));
  }

  /** The record a line speaks of on a side, or null. */
  record(line: PlanLine, side: Side): Rec | null {
    const ref = line[side];
    return this.records(line.sync, side).find((one) => one.row === ref?.row && one.id === ref.id) ?? null;
  }

  /** What is archived has no key that counts (S430); of `everybody` the texts are asked all the same. */
  keys(sync: ObjectSync, everybody = false): KeyValues {
    return everybody
      ? keyValues(sync, tools)
      : keyValues(sync, tools, undefined, this.presence(sync.id).isGone);
  }

  /** The baseline's line of a pair, or of a lone record's missing counterpart; one of its own before one that merges lead to it. */
  entry(line: PlanLine): WorldLink | null {
    const links = (this.#world.baseline?.links ?? []).filter(({ sync }) => sync === line.sync);
    const named = (link: WorldLink, side: Side, followed: boolean): boolean => {
      const id = line[side]?.id;
      const other = link[side];
      if (other === null) return false;
      return (
        id === undefined || this.#isSame(side, id, followed ? this.#endOf(link.sync, side, other) : other)
      );
    };
    const found = (from: readonly WorldLink[], followed: boolean): WorldLink | undefined =>
      from.find((link) => SIDES.every((side) => named(link, side, followed)));
    const waits = links.some((link) =>
      SIDES.some((side) => link[otherSide(side)] === null && line[side]?.id === link[side]),
    );
    const standing = links.filter((link) => !this.isUnlinked(link));
    const own = found(standing, false);
    if (own !== undefined) return own;
    const moved = (from: readonly WorldLink[]): WorldLink | undefined =>
      waits ? undefined : found(from, true);
    return moved(standing) ?? found(links, false) ?? moved(links) ?? null;
  }

  #isSame(side: Side, one: string, other: string): boolean {
    const salesforce = this.isSalesforce(side);
    return idKey(one, salesforce) === idKey(other, salesforce);
  }

  #endOf(sync: string, side: Side, id: string): string {
    return this.presence(sync).endOf(side, id).id;
  }

  /** Does a file that is called complete not have the counterpart of a lone record, or does its app say that it is gone (DE5)? */
  isLost(line: PlanLine, entry: WorldLink | null): boolean {
    const far = line.left === null ? 'left' : 'right';
    const id = entry?.[far] ?? null;
    if (id === null) return false;
    const { is } = this.presence(line.sync).endOf(far, id);
    return is === 'gone' || (is === 'away' && this.#world.complete?.[line.sync]?.[far] === true);
  }

  /** Did the design, or a person, ask for the record of this link that is gone to be created again (DE2)? */
  isRestored(line: PlanLine, entry: WorldLink): boolean {
    const side = line.left === null ? 'right' : 'left';
    if (this.sync(line.sync).deletes[side] === 'recreate') return true;
    const isSame = (one: Both<string | null>, of: Side): boolean => {
      const salesforce = this.isSalesforce(of);
      return idKey(one[of] ?? '', salesforce) === idKey(entry[of] ?? '', salesforce);
    };
    return (this.#world.choices?.restores ?? []).some(
      (one) => one.sync === line.sync && one.to === otherSide(side) && SIDES.every((of) => isSame(one, of)),
    );
  }

  /** DE4: does the design have a record deleted whose counterpart was, and does it hold what was seen or handed over last? */
  isRemoved(line: PlanLine, entry: WorldLink | null): boolean {
    const side = line.left === null ? 'right' : 'left';
    const sync = this.sync(line.sync);
    const record = this.record(line, side);
    if (record === null || entry === null || sync.deletes[side] !== 'delete') return false;
    if (!mayWrite(sync.direction, side)) return false;
    const fields = Object.entries(entry.values[side]);
    return fields.some(([field]) => sync.mappings.some((one) => one.enabled && one[side] === field));
  }

  /** Did a person undo this link: the two are different, or one of them is the same as another (S22)? */
  isUnlinked(link: WorldLink): boolean {
    return (this.#world.choices?.links ?? []).some((one) => {
      if (one.sync !== link.sync || one.verdict === 'unsure') return false;
      const named = SIDES.map((side) => {
        const own = link[side] ?? '';
        const end = this.presence(link.sync).endOf(side, own);
        // Whom a merge led to and who is gone since is nobody's counterpart, whatever is said of him (S430).
        return [own, ...(end.is === 'gone' ? [] : [end.id])].some((id) => this.#isSame(side, one[side], id));
      });
      // Who is the same as its own counterpart, which is gone, is in its link all the same (S430).
      return named.every(Boolean) === (one.verdict === 'different') && named.some(Boolean);
    });
  }

  /** The enabled mapping that holds this field of a side. */
  mapping(sync: ObjectSync, side: Side, field: string): FieldMapping {
    const part = partMappings(sync).find((one) => one.owns[side] && one.mapping[side] === field);
    const found =
      part?.mapping ?? sync.mappings.find((mapping) => mapping.enabled && mapping[side] === field);
    if (found === undefined) throw new Error(`${field} is written but not mapped`);
    return found;
  }
}
