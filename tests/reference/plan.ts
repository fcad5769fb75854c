// Over 300 lines: the plan of one sync told from its first rule to its last, so that it can be read against SYNC.md.
import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import { removalOf } from './plan-removed.ts';
import { ofFields, type OfField as FieldWrite } from '../../src/lib/engine/model/line.ts';
import type { LinkEvidence, PlanLine, RecordRef } from '../../src/lib/engine/model/line.ts';
import type { Reason } from '../../src/lib/engine/model/reason.ts';
import type { Both } from '../../src/lib/engine/model/side.ts';
import { otherSide, SIDES } from '../../src/lib/engine/model/side.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { comparedViews, viewOf, type View } from './field-kind.ts';
import { keyNotes, ordered } from './key-notes.ts';
import { dayNotes } from './day-notes.ts';
import { lifecycleReasons, promotedBefore } from './plan-lifecycle.ts';
import {
  crossedDoubts,
  isAstray,
  nearDoubts,
  pairDoubts,
  recreatedDoubts,
  severalDoubts,
  twiceDoubts,
} from './doubt-notes.ts';
import { Filtering } from './plan-filter.ts';
import { Fits, type Subject } from './plan-fits.ts';
import { archivedHolder, presenceOf } from './plan-presence.ts';
import { priorLinks, type Pair, type PriorLinks } from './plan-links.ts';
import {
  keyValues,
  matchByKeys,
  type Agreement,
  type Bound,
  type KeyValues,
  type Verdict,
} from './plan-match.ts';
import { leftWaiting } from './plan-later.ts';
import { mergeField, type Merged } from './plan-merge.ts';
import { emailReasons, scopeReasons } from './plan-scope.ts';
import { sinceReasons } from './plan-since.ts';
import { transformOf } from './plan-transform.ts';
import { mergePlaces, placeWrites, stageReasons } from './plan-stages.ts';
import { waitingFor } from './plan-waits.ts';
import { readCreated, type CreatedReading } from './plan-created.ts';
import { createWrites, parentWrites, withForm, type Transforms } from './plan-writes.ts';
import { inProcessingOrder, keysOf, readWorldDesign } from './read-world-design.ts';
import { isBlank } from './values.ts';
import { cell, idKey, readRecords, rejectedRows, type Rec, type World, type WorldLink } from './world.ts';

import { withAssociations } from '../../src/lib/engine/model/associated.ts';
import {
  missingParents,
  parentNotes,
  ParentNames,
  type AllParents,
  type ParentKnown,
} from './plan-parents.ts';

/** One line and what it was made from, for the baseline and the counts. */
export interface Planned {
  readonly sync: ObjectSync;
  readonly line: PlanLine;
  readonly pair: Pair | null;
  readonly merged: readonly Merged[];
}

/** What the plan of one sync was made from. */
export interface PlannedSync {
  readonly sync: ObjectSync;
  readonly records: Both<readonly Rec[]>;
  readonly links: PriorLinks;
  readonly planned: readonly Planned[];
  readonly created: CreatedReading;
  /** What a child asks of it. */
  readonly known: Omit<ParentKnown, 'creates'>;
}

/** The whole plan, record by record, as plainly as the rules are written. */
export function referenceSyncs(world: World, tools: Tools): PlannedSync[] {
  const design = readWorldDesign(world.design);
  const salesforce = {
    left: design.apps.left.kind === 'salesforce',
    right: design.apps.right.kind === 'salesforce',
  };
  const order = inProcessingOrder(design);
  // Matching asks nothing of associations: who is linked with whom is told from a plan without them.
  const alone: PlannedSync[] = [];
  for (const sync of order)
    alone.push(planSync(sync, world, salesforce, tools, promotedBefore(sync, alone), null));
  if (order.every(({ associations }) => associations.length === 0)) return alone;
  const bare = new Map(alone.map((one) => [one.sync.id, one]));
  const assumed = new Map<string, Set<Rec>>(order.map((sync) => [sync.id, new Set()]));
  const never = new Set<string>();
  // AS6: "children fall with their parents until nothing changes".
  for (;;) {
    const done = new Map<string, PlannedSync>();
    for (const sync of order) {
      const parentOf = (to: string): ParentKnown => {
        const parent = bare.get(to);
        if (parent === undefined) throw new Error(`no sync ${to}`);
        const judged = done.get(to);
        const created = judged === undefined ? idsOf(assumed.get(to) ?? []) : idsOf(createsOf(judged));
        return { ...parent.known, creates: (record) => created.has(nameOf(record)) };
      };
      done.set(
        sync.id,
        planSync(sync, world, salesforce, tools, promotedBefore(sync, [...done.values()]), parentOf),
      );
    }
    let isSettled = true;
    order.forEach((sync, at) => {
      const asked = order
        .slice(0, at + 1)
        .some(({ associations }) => associations.some(({ to }) => to === sync.id));
      const planned = done.get(sync.id);
      if (!asked || planned === undefined) return;
      const created = createsOf(planned);
      const before = assumed.get(sync.id) ?? new Set();
      for (const record of before)
        if (!idsOf(created).has(nameOf(record))) never.add(sync.id + nameOf(record));
      const next = created.filter((record) => !never.has(sync.id + nameOf(record)));
      const [now, then] = [idsOf(next), idsOf(before)];
      if (now.size !== then.size || [...now].some((one) => !then.has(one))) isSettled = false;
      assumed.set(sync.id, new Set(next));
    });
    if (isSettled) return [...done.values()];
  }
}

const nameOf = (record: Rec): string => `${record.side} ${record.id}`;
const idsOf = (records: Iterable<Rec>): Set<string> => new Set([...records].map(nameOf));

const createsOf = ({ planned, records }: PlannedSync): Rec[] =>
  SIDES.flatMap((side) =>
    records[side].filter((record) =>
      planned.some(({ line }) => line.outcome === 'create' && line[side]?.row === record.row),
    ),
  );

function planSync(
  design: ObjectSync,
  world: World,
  salesforce: Both<boolean>,
  tools: Tools,
  promoted: Both<ReadonlySet<string>>,
  parentOf: ((to: string) => ParentKnown) | null,
): PlannedSync {
  const sync = parentOf === null ? design : withAssociations(design);
  const tables = world.tables[sync.id];
  if (tables === undefined) throw new Error(`no tables of ${sync.id}`);
  const records = {
    left: readRecords(tables.left, 'left', sync.left.idField, salesforce.left),
    right: readRecords(tables.right, 'right', sync.right.idField, salesforce.right),
  };
  const rejected = {
    left: rejectedRows(tables.left, 'left', sync.left.idField, salesforce.left),
    right: rejectedRows(tables.right, 'right', sync.right.idField, salesforce.right),
  };
  const mappings = sync.mappings.filter((mapping) => mapping.enabled && mapping.parent === undefined);
  const views = mappings.map((mapping) => comparedViews(sync, mapping, records));
  const transforms: Transforms = new Map(
    mappings.map((mapping) => [mapping, transformOf(sync, mapping, records, tools)]),
  );
  const parents: AllParents = new Map(
    sync.mappings.flatMap((mapping) =>
      mapping.parent === undefined || parentOf === null
        ? []
        : [[mapping, new ParentNames(mapping.parent, parentOf(mapping.parent.to))] as const],
    ),
  );
  const choices = (world.choices?.choices ?? []).filter((choice) => choice.sync === sync.id);
  const presence = presenceOf(sync, records, salesforce);
  const fits = new Fits(sync, presence.present, tools);
  const filtering = new Filtering(sync, records, salesforce);

  // MA14: links first, then matching over all records.
  const links = priorLinks(sync, world, salesforce, presence);
  const partner: Map<Rec, Rec | { missing: string; deleted: boolean }> = new Map();
  for (const pair of links.pairs) partner.set(pair.left, pair.right).set(pair.right, pair.left);
  for (const one of links.missing)
    partner.set(one.record, { missing: one.counterpart, deleted: one.deleted });
  const { isGone } = presence;
  const isUnclear = (record: Rec): boolean => links.unclear.has(record);
  const everyone = [...records.left, ...records.right];
  for (const record of everyone) {
    const [first] = links.unclear.get(record) ?? [];
    if (isGone(record) || first !== undefined)
      partner.set(record, { missing: first?.id ?? '', deleted: true });
  }
  const valueOf = keyValues(sync, tools, undefined, isGone);
  const valueOfAny = keyValues(sync, tools);
  const bound: Bound = { partner, forbidden: links.forbidden };
  const agreement: Agreement = (left, right, keys) => {
    const own = keys.flatMap((key) => keysOf(sync)[key]?.fields ?? []);
    const telling = mappings.filter(
      (mapping) =>
        mapping.transform?.kind !== 'constant' &&
        !own.some((field) => field.left === mapping.left && field.right === mapping.right),
    );
    return telling.filter((mapping) => {
      const pair: Pair = { left, right, by: 'key', entry: null };
      const both = views[mappings.indexOf(mapping)]!;
      const transform = transforms.get(mapping) ?? null;
      const { equal, values } = mergeField(sync, mapping, pair, both, [], [], tools, {
        transform,
        parents: null,
      });
      return equal && SIDES.every((side) => !isBlank(values[side]));
    }).length;
  };
  const verdicts = matchByKeys(sync, records, valueOf, bound, agreement);

  const keyPairs = records.left.flatMap((left): Pair[] => {
    const verdict = verdicts.get(left);
    return verdict?.kind === 'match' ? [{ left, right: verdict.partner, by: 'key', entry: null }] : [];
  });
  const isBound = (record: Rec): boolean =>
    partner.has(record) || keyPairs.some((pair) => pair[record.side] === record);
  const { forbidden } = links;
  const isRestored = (record: Rec): boolean => links.restored.some((one) => one.record === record);
  const before = {
    ...{ records, present: presence.present, pairs: keyPairs, isBound, isUnclear, verdicts, forbidden },
    ...{ mappings, views, isRestored },
  };
  const created = readCreated(sync, world, { ...before, salesforce }, tools);
  const pairs = [...links.pairs, ...keyPairs, ...created.pairs]
    .map((pair) => ({
      ...pair,
      entry: pair.entry ?? created.entryOf(pair),
      readAfter: world.readAfter?.[sync.id],
    }))
    .sort((a, b) => a.left.row - b.left.row);

  // MA15: "linked pairs are resolved and checked in line order".
  const pairLines = pairs.map((pair): Planned => {
    const head = {
      sync: sync.id,
      left: ref(pair.left),
      right: ref(pair.right),
      link: evidence(sync, pair, valueOf),
    };
    const line = (
      rest: Pick<PlanLine, 'outcome' | 'writes' | 'conflicts' | 'reasons'>,
      merged: readonly Merged[],
    ): PlanLine => ({
      sync: head.sync,
      outcome: rest.outcome,
      left: head.left,
      right: head.right,
      link: head.link,
      writes: rest.writes,
      conflicts: rest.conflicts,
      reasons: ordered([
        ...rest.reasons,
        ...(rest.outcome === 'excluded' || rest.outcome === 'failing'
          ? []
          : parentNotes(sync, parents, pair)),
        ...(rest.outcome === 'excluded' ? [] : filtering.notes(pair)),
        ...(head.link.key === null ? [] : keyNotes(sync, pair.left, [head.link.key], valueOf)),
        ...dayNotes(sync, pair, rest.writes),
        ...pairDoubts(sync, records, pair, merged, rest, valueOf),
      ]),
    });
    const both = [pair.left, pair.right];
    const isLinked = pair.by === 'baseline' || pair.by === 'person';
    const excluded = [
      ...emailReasons(sync, both, tools),
      ...filtering.reasons(both, isLinked),
      ...stageReasons(sync, both),
      ...lifecycleReasons(sync, both, promoted),
      ...sinceReasons(sync, both, isLinked),
    ];
    if (excluded.length > 0) {
      const bare = { outcome: 'excluded', writes: [], conflicts: [], reasons: excluded } as const;
      return { sync, line: line(bare, []), pair, merged: [] };
    }
    const applicable = choices.filter((choice) => {
      const theirs = { left: choice.left, right: choice.right };
      return SIDES.every((side) => sameIdAs(pair[side], theirs[side], salesforce[side]));
    });
    const mergedOf = (mapping: FieldMapping, own: Both<View>): Merged => {
      const cells = SIDES.flatMap((side) => records[side].map((record) => cell(record, mapping[side])));
      return mergeField(sync, mapping, pair, own, applicable, cells, tools, {
        transform: transforms.get(mapping) ?? null,
        parents: parents.get(mapping) ?? null,
      });
    };
    const places = mergePlaces(sync, pair, applicable, records, tools);
    const merged = leftWaiting(sync, world.baseline, pair, {
      fields: mappings.map((mapping, index) => mergedOf(mapping, views[index] ?? AS_TEXT)),
      places,
      parents: [...parents.keys()].map((mapping) => mergedOf(mapping, AS_TEXT)),
    });
    const writes = ofFields(merged.flatMap(({ write }) => (write === null ? [] : [write])));
    const conflicts = merged.flatMap(({ conflict }) => (conflict === null ? [] : [conflict]));
    const subject: Subject = { left: pair.left, right: pair.right };
    const reasons = fits.check(
      subject,
      writes.map((write) => withForm(sync, write, subject, transforms)),
      refusedRow(pair.entry, writes),
      missingParents(sync, parents, subject),
    );
    if (reasons.length > 0) {
      return {
        sync,
        line: line({ outcome: 'failing', writes: [], conflicts, reasons }, merged),
        pair,
        merged,
      };
    }
    const isOpen = conflicts.some((conflict) => conflict.decidedBy === null);
    const outcome = isOpen ? 'conflict' : writes.length > 0 ? 'update' : 'in-sync';
    const rest = { outcome, writes, conflicts, reasons: returnNotes(merged) } as const;
    return { sync, line: line(rest, merged), pair, merged };
  });

  // MA15: "then the keys they would write are put in place, all links kept, and unlinked records matched again".
  const written = new Map<Rec, FieldWrite[]>();
  for (const { pair, line } of pairLines) {
    if (pair === null) continue;
    for (const write of ofFields(line.writes)) {
      const record = pair[write.side];
      written.set(record, [...(written.get(record) ?? []), write]);
    }
  }
  for (const pair of [...keyPairs, ...created.pairs])
    partner.set(pair.left, pair.right).set(pair.right, pair.left);
  const valueAfter = keyValues(
    sync,
    tools,
    (record, field) => written.get(record)?.find((write) => write.field === field)?.to ?? null,
    isGone,
  );
  /** S431, DE2: not of what is created again. */
  const archived = (record: Rec): Reason | null =>
    sync.deletes[record.side] === 'recreate' || isRestored(record)
      ? null
      : archivedHolder(
          record,
          records[otherSide(record.side)].filter(isGone),
          keysOf(sync).length,
          valueOfAny,
        );
  const again = matchByKeys(sync, records, valueAfter, bound, agreement);
  const astray = pairs.filter((pair) => isAstray(sync, pair, valueOf));
  const doubted = pairLines.map((one): Planned => {
    const notes =
      one.pair === null
        ? []
        : [
            ...twiceDoubts(sync, records, one.pair, valueOf, valueAfter),
            ...(one.line.outcome === 'excluded' ? [] : crossedDoubts(sync, astray, one.pair, valueOf)),
          ];
    return { ...one, line: { ...one.line, reasons: ordered([...one.line.reasons, ...notes]) } };
  });
  const free = [...records.left, ...records.right].filter((record) => !partner.has(record));

  const isLone = (record: Rec): boolean => !pairs.some((pair) => pair[record.side] === record);
  const loneLines = [...records.left, ...records.right].flatMap((record): Planned[] => {
    if (pairs.some((pair) => pair[record.side] === record)) return [];
    const lone = (
      outcome: PlanLine['outcome'],
      reasons: readonly Reason[],
      writes: PlanLine['writes'] = [],
    ): Planned[] => {
      const line: PlanLine = {
        sync: sync.id,
        outcome,
        left: record.side === 'left' ? ref(record) : null,
        right: record.side === 'right' ? ref(record) : null,
        link: null,
        writes,
        conflicts: [],
        reasons,
      };
      return [{ sync, line, pair: null, merged: [] }];
    };
    const { side } = record;
    if (isGone(record)) return lone('excluded', [presence.saidOf(record)]);
    const unclearWith = links.unclear.get(record);
    if (unclearWith !== undefined)
      return lone('ambiguous', [{ code: 'links-merged', side, ...listed(unclearWith.map(idOf)) }]);
    const missing = links.missing.find((one) => one.record === record);
    if (missing?.deleted === true) {
      const rule = missing.refused ? { rule: sync.direction } : {};
      const deleted: Reason = { code: 'counterpart-deleted', side, ...rule, ids: [missing.counterpart] };
      const removal = removalOf(sync, record, missing.entry, missing.moved);
      const doubts = recreatedDoubts(sync, free, record, valueOf);
      if (removal.deletes && !missing.refused) {
        const handed = missing.entry.removal;
        const { ids = [] } = deleted;
        // S469: "what an app refused, or says is gone, is not asked for again".
        if (handed?.refused !== undefined) {
          const value = handed.refused;
          return lone('failing', [deleted, ...doubts, { code: 'refused-by-app', side, value, ids }]);
        }
        if (handed?.written === true)
          return lone('failing', [deleted, { code: 'not-read-back', side, ids }, ...doubts]);
        const notes: Reason[] = handed === undefined ? [] : [{ code: 'not-taken', side, ids }];
        if (doubts.length === 0)
          return lone(
            'delete',
            [deleted, ...notes],
            [{ side, field: null, from: null, to: null, because: 'deleted' }],
          );
      }
      const ofField: Reason = {
        code: deleted.code,
        side,
        field: removal.changed ?? '',
        ids: [missing.counterpart],
      };
      return lone('failing', [removal.changed === null ? deleted : ofField, ...doubts]);
    }
    if (missing !== undefined) {
      // FI4: "an excluded record carries every reason".
      const gone: Reason = { code: 'not-in-this-export', side, ids: [missing.counterpart] };
      const own = [
        ...emailReasons(sync, [record], tools),
        ...filtering.reasons([record], true),
        ...stageReasons(sync, [record]),
        ...lifecycleReasons(sync, [record], promoted),
      ];
      return lone('excluded', [...own, gone, ...recreatedDoubts(sync, free, record, valueOf)]);
    }
    const verdict = verdicts.get(record);
    const after = again.get(record);
    if (verdict === undefined || after === undefined) throw new Error('an unlinked record without a verdict');
    const scope = ordered([
      ...scopeReasons(sync, record, verdict, { rejected, valueOf: valueOfAny, archived }, tools),
      ...filtering.reasons([record], false),
      ...stageReasons(sync, [record]),
      ...(mayWrite(sync.direction, otherSide(side)) ? lifecycleReasons(sync, [record], promoted) : []),
      ...sinceReasons(sync, [record], false),
    ]);
    if (scope.length === 0 && !sameFate(verdict, after)) {
      const ids = waitingFor(sync, records, written, record, valueOf, valueAfter);
      return lone('waits', [{ code: 'waits-for-key-change', side, ...listed(ids) }]);
    }
    if (verdict.kind === 'ambiguous') {
      const everyKey = keysOf(sync).map((_, key) => key);
      const value = keyValue(valueOf, record, verdict.key);
      return lone('ambiguous', [
        { code: 'ambiguous-match', side, value, ...listed(verdict.candidates.map(idOf)) },
        ...keyNotes(sync, record, everyKey, valueOf, ['public-domain']),
      ]);
    }
    if (verdict.kind === 'duplicate') {
      const value = keyValue(valueOf, record, verdict.key);
      const { of } = verdict;
      const ids = of === null ? [] : ['missing' in of ? of.missing : of.id];
      return lone('duplicate', [{ code: 'duplicate-key', side, value, ...listed(ids) }]);
    }
    const unclear = created.ambiguous.get(record);
    if (unclear !== undefined) return lone('ambiguous', [unclear]);
    if (scope.length > 0) return lone('excluded', scope);
    const writes = ofFields([
      ...createWrites(design, record, transforms),
      ...placeWrites(sync, record),
      ...parentWrites(sync, record, parents),
    ]).map((write) => (isRestored(record) ? { ...write, because: 'restore' as const } : write));
    const subject: Subject = { left: null, right: null, [side]: record };
    const lacking = missingParents(sync, parents, subject);
    const reasons = fits.check(
      subject,
      writes.map((write) => withForm(sync, write, subject, transforms)),
      refusedRow(created.refusedOf(record), writes),
      lacking,
      otherSide(side),
    );
    return reasons.length > 0
      ? lone('failing', reasons)
      : lone(
          'create',
          ordered([
            ...parentNotes(sync, parents, subject),
            ...created.note(record),
            ...dayNotes(sync, subject, writes),
            ...nearDoubts(sync, records, record, valueOf),
            ...severalDoubts(sync, records, record, isLone, valueOf),
          ]),
          writes,
        );
  });

  const createText = (record: Rec, field: string): string =>
    createWrites(design, record, transforms).find((write) => write.field === field)?.to ?? '';
  const known = { records, isGone, partner, verdicts, salesforce, createText };
  return { sync, records, links, planned: [...doubted, ...loneLines], created, known };
}

/** BL7: the app's words where the row it refused would be handed over again; "a clear that comes to it is no change". */
function refusedRow(entry: WorldLink | null, writes: readonly FieldWrite[]): Reason[] {
  const isPair = entry !== null && entry.left !== null && entry.right !== null;
  return SIDES.flatMap((side): Reason[] => {
    const refused = Object.entries(entry?.sent?.[side] ?? {}).filter(
      ([, one]) => one.refused !== undefined && (one.because === 'create') !== isPair,
    );
    const own = writes.filter((write) => write.side === side);
    const names = new Map(refused);
    const then = own.filter(({ field }) => names.has(field));
    const isSame =
      refused.length > 0 &&
      then.length === refused.length &&
      then.every(({ field, from, to }) => {
        const one = names.get(field);
        return one?.to === to && (one.from === null || from === null || one.from === from);
      }) &&
      own.every(({ field, to }) => names.has(field) || to === '');
    const [first] = then;
    if (!isSame || first === undefined) return [];
    return [{ code: 'refused-by-app', side, value: names.get(first.field)?.refused ?? '' }];
  });
}
const AS_TEXT = { left: viewOf(null), right: viewOf(null) };

/** BL3: what is said of a pair by what came back. */
const returnNotes = (merged: readonly Merged[]): Reason[] =>
  merged.flatMap(({ mapping, returned }): Reason[] => {
    if (returned === null) return [];
    const { side, handed, what } = returned;
    const named = { side, field: mapping[side], value: handed.to };
    if (what === 'not-taken' || what === 'overtaken') return [{ code: 'not-taken', ...named }];
    if (what === 'unread') return [{ code: 'not-read-back', ...named }];
    return what === 'asked' ? [{ code: 'came-back-different', ...named }] : [];
  });

const ref = (record: Rec): RecordRef => ({ id: record.id, row: record.row });
const idOf = (record: Rec): string => record.id;

const sameIdAs = (record: Rec, id: string, salesforce: boolean): boolean =>
  idKey(record.id, salesforce) === idKey(id, salesforce);

/** FORMATS: `ids` holds at most 20, with `more` when there are others. */
const listed = (ids: readonly string[]): Pick<Reason, 'ids' | 'more'> =>
  ids.length > 20 ? { ids: ids.slice(0, 20), more: ids.length - 20 } : { ids };

/** A key as `link.value` shows it: of a composite key an array. */
function keyValue(valueOf: KeyValues, record: Rec, key: number): string | readonly string[] {
  const values = valueOf(record, key) ?? [];
  return values.length === 1 ? (values[0] ?? '') : values;
}

/** FORMATS, `link`: the first key by which the two hit each other. */
function evidence(sync: ObjectSync, pair: Pair, valueOf: KeyValues): LinkEvidence {
  if (pair.by !== 'key') return { by: pair.by, key: null, value: null, normalizers: [] };
  const keys = keysOf(sync);
  const key = keys.findIndex((_, index) => {
    const value = valueOf(pair.left, index);
    return value !== null && JSON.stringify(value) === JSON.stringify(valueOf(pair.right, index));
  });
  const different = (keys[key]?.fields ?? []).filter(
    (field) => cell(pair.left, field.left) !== cell(pair.right, field.right),
  );
  const normalizers = different.flatMap((field) => field.normalize);
  return { by: 'key', key, value: keyValue(valueOf, pair.left, key), normalizers };
}

/** MA15: "a record waits if its partner or its kind differs". */
const sameFate = (one: Verdict, other: Verdict): boolean =>
  one.kind === other.kind &&
  (one.kind !== 'match' || (other.kind === 'match' && one.partner === other.partner));
