import { inProcessingOrder, readWorldDesign } from './read-world-design.ts';
import type { Handed, IdGiven } from './planner.ts';
import type { Planned, PlannedSync } from './plan.ts';
import { kept, nameOf, namesOf, withLater } from './plan-later.ts';
import { partMappings } from './plan-stages.ts';
import { removedLink } from './plan-removed.ts';
import type { Open } from './plan-created.ts';
import type { Rec, World, WorldBaseline, WorldLink } from './world.ts';
import { cell, shown } from './world.ts';
import type { HandOver } from '../../src/lib/engine/model/hand-over.ts';
import type { FieldWrite } from '../../src/lib/engine/model/line.ts';
import { otherSide, SIDES, type Both, type Side } from '../../src/lib/engine/model/side.ts';

/** Lines that are handed over, and the ids of created records that are known with them (S381). */
interface Going {
  readonly handed: Handed;
  readonly idOf: IdGiven;
}

/** A subject whose writes of ids say them, where they are known. */
function withIds(one: Planned, idOf: IdGiven): Planned {
  const told = (write: FieldWrite): FieldWrite =>
    write.ref === undefined ? write : { ...write, to: idOf(write.ref) };
  if (one.line.writes.every((write) => told(write).to === write.to)) return one;
  return {
    ...one,
    line: { ...one.line, writes: one.line.writes.map(told) },
    merged: one.merged.map((of) => (of.write === null ? of : { ...of, write: told(of.write) })),
  };
}

/** BL1: the links to give to the next plan, where these lines are handed over; null: it was only looked at. */
export function referenceBaseline(
  world: World,
  syncs: readonly PlannedSync[],
  { handed, idOf }: Going,
): WorldBaseline {
  const design = readWorldDesign(world.design);
  const there: Record<string, Partial<Both<string[]>>> = {};
  const all = inProcessingOrder(design).flatMap((sync) => {
    const found = syncs.find((one) => one.sync.id === sync.id);
    if (found === undefined) return [];
    const { links } = found;
    const planned = found.planned.map((one) => withIds(one, idOf));
    const own = { ...found, planned };
    const listed = thereOf(own, world, handed);
    if (Object.keys(listed).length > 0) there[sync.id] = listed;
    const rows = rowNumbers(planned, handed);
    const stays = (link: WorldLink): WorldLink => kept(sync, world.baseline, link);
    const inPlace = planned.flatMap((one): WorldLink[] => {
      if (one.pair !== null) {
        const next = nextLink(one, world.baseline, handed);
        return next.length > 0
          ? next.map((link) => withRows(link, rows.get(one)))
          : formerOf(own, [one.pair.left, one.pair.right]).map(stays);
      }
      const missing = links.missing.find(
        ({ record }) => record.id === (record.side === 'left' ? one.line.left?.id : one.line.right?.id),
      );
      if (missing !== undefined)
        return [withRows(removedLink(stays(missing.entry), one.line, handed), rows.get(one))];
      return openLink(own, one, handed).map((link) => withRows(link, rows.get(one)));
    });
    const gone = (world.baseline?.links ?? []).filter(
      (link) =>
        (links.gone.includes(link) && !links.bothDeleted(link) && !links.isTaken(link)) ||
        [...own.created.opens, ...own.created.allRefused].some(
          ({ entry, record }) => entry === link && (record === null || isPairKept(own, entry, record)),
        ),
    );
    return [...inPlace, ...gone.map(stays)];
  });
  const mapped = Object.fromEntries(
    syncs.map(({ sync }) => [
      sync.id,
      [...new Set([...(world.baseline?.mapped?.[sync.id] ?? []), ...namesOf(sync)])].sort(),
    ]),
  );
  return { links: all, there, mapped };
}

/** BL7: "its row in the change file": the n-th line of its sync that writes there, creates and updates apart. */
function rowNumbers(planned: readonly Planned[], going: Handed): ReadonlyMap<Planned, Partial<Both<number>>> {
  const counts = new Map<string, number>();
  return new Map(
    planned.map((one): [Planned, Partial<Both<number>>] => {
      const isGoing = going?.(one.line) === true;
      const isDelete = one.line.outcome === 'delete';
      const isSaid = (side: Side): boolean =>
        one.line.writes.some((write) => write.side === side && (write.to !== null || isDelete));
      const sides = SIDES.filter((side) => isGoing && isSaid(side));
      const rows = sides.map((side): [Side, number] => {
        const file = `${side} ${isDelete ? 'deletes' : one.pair === null ? 'creates' : 'updates'}`;
        counts.set(file, (counts.get(file) ?? 0) + 1);
        return [side, counts.get(file) ?? 0];
      });
      return [one, Object.fromEntries(rows)];
    }),
  );
}

function withRows(link: WorldLink, now: Partial<Both<number>> = {}): WorldLink {
  const rows = { ...link.rows, ...now };
  return Object.keys(rows).length === 0 ? link : { ...link, rows };
}

/** BL8: does it stay as it was, beside an excluded or failing pair of which it is not the link? */
const isPairKept = ({ planned }: PlannedSync, entry: WorldLink, record: Rec): boolean =>
  planned.some(
    ({ pair, line }) =>
      pair?.[record.side] === record &&
      pair.entry !== entry &&
      (line.outcome === 'excluded' || line.outcome === 'failing'),
  );

/** DE2: the links of records that are to be created again stand until they are. */
const formerOf = ({ links }: Pick<PlannedSync, 'links'>, records: readonly Rec[]): WorldLink[] =>
  records.flatMap((own) => links.restored.filter(({ record }) => record === own).map(({ entry }) => entry));

/** BL6: the line of a create that is handed over now, else the one it has; what a link that is restored was handed is no try of it. */
function openLink(
  { created, records, links }: PlannedSync,
  { sync, line }: Planned,
  going: Handed,
): WorldLink[] {
  const source = line.left === null ? 'right' : 'left';
  const target = otherSide(source);
  const isOwn = ({ source: side, record }: Open): boolean =>
    side === source && record !== null && record.id === line[source]?.id;
  const own = records[source].filter(({ id }) => id === line[source]?.id);
  const open = [...created.opens, ...created.allRefused].find(isOwn)?.entry;
  const former = open ?? formerOf({ links }, own)[0] ?? null;
  if (line.outcome !== 'create' || !saysSomething(line) || going?.(line) !== true)
    return former === null ? [] : [former];
  const tries = Math.max(0, ...Object.values(open?.sent?.[target] ?? {}).map((one) => one.tries)) + 1;
  const sent = Object.fromEntries(
    line.writes.flatMap(({ field, to }): [string, HandOver][] => {
      if (to === null || field === null) return [];
      const part = partMappings(sync).find((one) => one.owns[target] && one.mapping[target] === field);
      const mapping = part?.mapping ?? sync.mappings.find((one) => one.enabled && one[target] === field);
      const other = shown(textAt(records[source], line[source]?.row, mapping?.[source] ?? ''));
      return [[field, { from: null, to, other, because: 'create', tries, missed: false }]];
    }),
  );
  const ids = { left: line.left?.id ?? null, right: line.right?.id ?? null };
  return [
    { sync: sync.id, ...ids, by: 'created', values: { left: {}, right: {} }, sent: { [target]: sent } },
  ];
}

/** What is no text yet, the id of a record this plan creates, is handed over by a later plan. */
const saysSomething = (line: Planned['line']): boolean => line.writes.some(({ to }) => to !== null);

function textAt(records: readonly Rec[], row: number | undefined, field: string): string {
  const record = records.find((one) => one.row === row);
  return record === undefined ? '' : cell(record, field);
}

/** BL6: "renewed when all open ones are handed over again, absent when none is". */
function thereOf(own: PlannedSync, world: World, going: Handed): Partial<Both<string[]>> {
  const { created, planned } = own;
  const lineOf = (record: Rec): Planned | undefined =>
    planned.find(({ line }) => line[record.side]?.id === record.id);
  const isHanded = ({ line }: Planned): boolean =>
    line.outcome === 'create' && saysSomething(line) && going?.(line) === true;
  const sides = SIDES.flatMap((side): [Side, string[]][] => {
    const open = created.opens.filter(({ source, record }) => {
      if (source === side) return false;
      const one = record === null ? undefined : lineOf(record);
      return one?.pair == null || one.line.outcome === 'excluded' || one.line.outcome === 'failing';
    });
    const again = open.filter(({ record }) => {
      const one = record === null ? undefined : lineOf(record);
      return one !== undefined && isHanded(one);
    });
    const handsOver = planned.some((one) => one.line[side] === null && isHanded(one));
    const former = [...(world.baseline?.there?.[own.sync.id]?.[side] ?? [])];
    const unlinked = planned.flatMap(({ line, pair }) => {
      const ref = line[side];
      if (pair !== null || ref === null) return [];
      const isMissing = own.links.missing.some(({ record }) => record.side === side && record.id === ref.id);
      return isMissing ? [] : [ref.id];
    });
    const ids = again.length < open.length ? former : handsOver ? unlinked : [];
    return ids.length === 0 ? [] : [[side, ids]];
  });
  return Object.fromEntries(sides);
}

function nextLink(
  { sync, line, pair, merged }: Planned,
  baseline: World['baseline'],
  going: Handed,
): WorldLink[] {
  if (pair === null) return [];
  const entry = pair.entry === null ? null : kept(sync, baseline, pair.entry);
  // CO4: "An excluded or failing pair gets no link"; BL8: one it has stays as it is.
  if (line.outcome === 'excluded' || line.outcome === 'failing') return entry === null ? [] : [entry];
  const values = { left: { ...entry?.values.left }, right: { ...entry?.values.right } };
  const sent: Both<Record<string, HandOver>> = {
    left: { ...entry?.sent?.left },
    right: { ...entry?.sent?.right },
  };
  for (const one of merged) {
    const { mapping, equal, returned, accepted } = one;
    const own = SIDES.filter((side) => one.owns?.[side] !== false);
    const write = going?.(line) === true && one.write?.to !== null ? one.write : null;
    const hands = going !== null;
    const now = { left: shown(cell(pair.left, mapping.left)), right: shown(cell(pair.right, mapping.right)) };
    const forget = (): void => {
      for (const side of own) Reflect.deleteProperty(sent[side], mapping[side]);
    };
    const enter = (texts: Both<string>): void => {
      for (const side of own) values[side][mapping[side]] = texts[side];
      forget();
    };
    const { what, side, handed, other } = returned ?? NOTHING_HANDED;
    const enterOwn = (own: string): void =>
      enter(side === 'left' ? { left: own, right: other } : { left: other, right: own });
    const keep = (changes: Partial<HandOver>): void => {
      sent[side][mapping[side]] = { ...handed, ...changes };
    };
    // BL3d: "in the plan that hands the decided write over (`accept`: in the next plan that writes change files)".
    const decided = hands && (one.write === null || write !== null);
    if (what === 'waits') {
      if (now[side] !== handed.from) keep({ from: now[side], missed: true });
      continue;
    }
    if (what === 'unread') {
      // S462: what a push saw there needs no second look.
      if (hands && handed.seen === undefined) keep({ written: 'waited' });
      continue;
    }
    if (equal) enter(now);
    else if (what === 'taken' || what === 'own-form') enterOwn(now[side]);
    else if (what === 'not-taken' || what === 'overtaken') keep({ missed: handed.written === undefined });
    else if (what === 'accepted' && decided) enterOwn(now[side]);
    else if (what === 'travels' && decided) enterOwn(handed.to);
    else if (what === 'put-back') enterOwn(handed.seen!);
    else if (what === 'asked' && hands && (write !== null || accepted)) enter(now);
    if (write === null || write.to === null) continue;
    forget();
    const goesOn = returned !== null && !equal && what !== 'taken' && what !== 'level' && what !== 'put-back';
    const personal = write.because === 'person' && handed.because !== 'person';
    sent[write.side][mapping[write.side]] = {
      from: now[write.side],
      to: write.to,
      other: now[otherSide(write.side)],
      because: write.because,
      tries: goesOn && !personal ? handed.tries + 1 : 1,
      missed: false,
    };
  }
  // BL7, S103: "a refusal is of the row last handed over to its side".
  for (const side of SIDES) {
    const row = merged.flatMap(({ write }) =>
      write?.side === side && write.to !== null ? [write.field] : [],
    );
    if (going?.(line) !== true || row.length === 0) continue;
    for (const [field, { refused: _, ...one }] of Object.entries(sent[side])) {
      if (!row.includes(field)) sent[side][field] = { ...one, earlier: true };
    }
  }
  // S103: "once a field of it is agreed, what is left is another row".
  for (const side of SIDES) {
    const isRefused = (one: HandOver): boolean => one.refused !== undefined && one.because !== 'create';
    const row = Object.entries(entry?.sent?.[side] ?? {}).filter(([, one]) => isRefused(one));
    if (row.every(([field]) => sent[side][field] !== undefined)) continue;
    for (const [field, one] of Object.entries(sent[side])) {
      const { refused: _, ...rest } = one;
      if (isRefused(one)) sent[side][field] = rest;
    }
  }
  const ids = { left: pair.left.id, right: pair.right.id };
  const isLink = entry !== null && entry.left !== null && entry.right !== null;
  const numbered = entry?.rows === undefined ? {} : { rows: entry.rows };
  // S469: its counterpart is back.
  const open = going === null && entry?.removal !== undefined ? { removal: entry.removal } : {};
  const by = isLink ? entry.by : pair.by;
  const link = { sync: sync.id, ...ids, by, values, sent, ...numbered, ...open };
  if (entry === null) return [link];
  const names = namesOf(sync);
  const waiting = merged.filter(({ later }) => later === 'waits' || (later === 'is' && going === null));
  return [
    withLater(link, [
      ...(entry.later ?? []).filter((name) => !names.includes(name)),
      ...waiting.map(({ mapping }) => nameOf(mapping)),
    ]),
  ];
}

const NOTHING_HANDED = {
  what: null,
  side: 'left',
  other: '',
  handed: { from: null, to: '', other: null, because: 'winner', tries: 0, missed: false },
} as const;
