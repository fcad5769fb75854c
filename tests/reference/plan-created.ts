import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { HandOver } from '../../src/lib/engine/model/hand-over.ts';
import type { Reason } from '../../src/lib/engine/model/reason.ts';
import type { CreatedCounts } from '../../src/lib/engine/model/summary.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { otherSide, SIDES } from '../../src/lib/engine/model/side.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { hasForm } from './app-form.ts';
import type { View } from './field-kind.ts';
import type { Pair } from './plan-links.ts';
import type { Verdict } from './plan-match.ts';
import type { SameOn } from './plan-returns.ts';
import { formOfPart, partMappings, sameOfPart } from './plan-stages.ts';
import { testsOf } from './plan-same.ts';
import { sourceOf } from './plan-transform.ts';
import { cell, idKey, shown, type Rec, type World, type WorldLink } from './world.ts';

/** A create that was handed over and had no counterpart when it was last looked for (BL6). */
export interface Open {
  readonly entry: WorldLink;
  readonly source: Side;
  readonly record: Rec | null;
}

export interface CreatedReading {
  /** Found by their texts. */
  readonly pairs: readonly Pair[];
  /** The create's line, where a pair has one. */
  entryOf(pair: Pair): WorldLink | null;
  readonly ambiguous: ReadonlyMap<Rec, Reason>;
  /** By the side they were handed over to. */
  readonly waiting: Both<readonly Open[]>;
  /** What is said of a record that would be created. */
  note(record: Rec): Reason[];
  readonly opens: readonly Open[];
  /** Creates the app refused: nothing is there of them (BL7). */
  readonly refused: readonly Open[];
  /** Those that have a counterpart otherwise among them. */
  readonly allRefused: readonly Open[];
  /** The line of a record whose create was refused; null where it has a counterpart otherwise. */
  refusedOf(record: Rec): WorldLink | null;
}

export interface Before {
  readonly records: Both<readonly Rec[]>;
  /** Those their apps do not say are gone. */
  readonly present: Both<readonly Rec[]>;
  readonly pairs: readonly Pair[];
  readonly isBound: (record: Rec) => boolean;
  /** Is its link unclear (S433)? It takes no create then, and none of its own is found. */
  readonly isUnclear: (record: Rec) => boolean;
  readonly verdicts: ReadonlyMap<Rec, Verdict>;
  readonly forbidden: (left: Rec, right: Rec) => boolean;
  readonly mappings: readonly FieldMapping[];
  readonly views: readonly Both<View>[];
  readonly salesforce: Both<boolean>;
  /** Is it to be created again? It was linked, and so is nothing new (S131). */
  readonly isRestored: (record: Rec) => boolean;
}

/** BL6, word by word. */
export function readCreated(sync: ObjectSync, world: World, before: Before, tools: Tools): CreatedReading {
  const { records, salesforce } = before;
  const find = (side: Side, id: string): Rec | null =>
    before.present[side].find((one) => idKey(one.id, salesforce[side]) === idKey(id, salesforce[side])) ??
    null;
  const all = (world.baseline?.links ?? []).flatMap((entry): Open[] => {
    if (entry.sync !== sync.id || (entry.left !== null && entry.right !== null)) return [];
    const source = entry.left === null ? 'right' : 'left';
    return [{ entry, source, record: find(source, entry[source] ?? '') }];
  });
  const answers = ({ entry, source }: Open): readonly HandOver[] =>
    Object.values(entry.sent?.[otherSide(source)] ?? {});
  const isWritten = (open: Open): boolean => answers(open).some(({ written }) => written !== undefined);
  const isRefused = (open: Open): boolean =>
    !isWritten(open) && answers(open).some(({ refused }) => refused !== undefined);
  const opens = all.filter((open) => !isRefused(open));
  const refused = all.filter(isRefused);
  const made: Pair[] = [];
  const ambiguous = new Map<Rec, Reason>();
  const isBound = (record: Rec): boolean =>
    before.isBound(record) || made.some((pair) => pair[record.side] === record);
  const isLoose = (record: Rec): boolean => {
    const kind = before.verdicts.get(record)?.kind;
    return !isBound(record) && (kind === 'create' || kind === 'no-key') && !ambiguous.has(record);
  };
  const wasThere = (record: Rec): boolean =>
    before.isRestored(record) ||
    (world.baseline?.there?.[sync.id]?.[record.side] ?? []).some(
      (id) => idKey(id, salesforce[record.side]) === idKey(record.id, salesforce[record.side]),
    );
  const isSource = (one: Rec): boolean => opens.some(({ record }) => record === one);
  const isFound = ({ record }: Open): boolean =>
    record !== null && isBound(record) && !before.isUnclear(record);

  for (const side of SIDES) {
    const towards = opens.filter((open) => open.source !== side && !isFound(open));
    const candidates =
      towards.length === 0
        ? []
        : records[side].filter((one) => isLoose(one) && !wasThere(one) && !isSource(one));
    const asked = towards.filter(({ record }) => record === null || isLoose(record));
    const parts = partMappings(sync).filter(({ owns }) => owns[side]);
    const named = [...before.mappings, ...parts.map(({ mapping }) => mapping)];
    const texts = (open: Open) => textsOf(sync, open, side, named);
    const tests: { same: SameOn; form: SameOn }[] = before.mappings.map((mapping, at) => {
      const cells = SIDES.flatMap((one) => records[one].map((rec) => cell(rec, mapping[one])));
      return testsOf(sync, mapping, before.views[at]!, cells, tools);
    });
    for (const part of parts)
      tests.push({ same: sameOfPart(sync, part), form: formOfPart(sync, part, records, tools) });
    const isTaken = (open: Open, record: Rec): boolean =>
      texts(open).length > 0 &&
      texts(open).every(({ mapping, to }) => {
        const { same, form } = tests[named.indexOf(mapping)]!;
        const v = cell(record, mapping[side]);
        return same(side, to, v) || form(side, to, v);
      });
    const fitting = new Map(
      asked.map((open) => [open, new Set(candidates.filter((record) => isTaken(open, record)))]),
    );
    const fits = (open: Open, record: Rec): boolean => fitting.get(open)?.has(record) === true;
    const left = new Set(candidates.filter((record) => asked.some((open) => fits(open, record))));
    while (left.size > 0) {
      const rows = new Set([[...left][0]!]);
      const creates = new Set<Open>();
      for (let grew = true; grew;) {
        const before = rows.size + creates.size;
        for (const open of asked) if ([...rows].some((row) => fits(open, row))) creates.add(open);
        for (const row of left) if ([...creates].some((open) => fits(open, row))) rows.add(row);
        grew = rows.size + creates.size > before;
      }
      for (const row of rows) left.delete(row);
      const ordered = inOrder([...creates]);
      const found = [...rows].sort((a, b) => a.row - b.row);
      const pairs = ordered.flatMap(({ record, entry }, i): Pair[] => {
        const row = found[i];
        if (record === null || row === undefined) return [];
        const [one, other] = side === 'right' ? [record, row] : [row, record];
        return before.forbidden(one, other) ? [] : [{ left: one, right: other, by: 'created', entry }];
      });
      const isClear =
        pairs.length === found.length &&
        ordered.length === found.length &&
        ordered.every((open) => texts(open).length >= 2 && found.every((row) => fits(open, row)));
      if (isClear) made.push(...pairs);
      else {
        for (const { record } of ordered)
          if (record !== null)
            ambiguous.set(
              record,
              reason(
                record.side,
                found.map(({ id }) => id),
              ),
            );
        for (const row of found) ambiguous.set(row, reason(side, ordered.map(sourceId)));
      }
    }
  }

  const waitingFor = (side: Side): Open[] =>
    inOrder(opens.filter((open) => open.source !== side && !isFound(open)));
  const waiting = { left: waitingFor('left'), right: waitingFor('right') };
  const freshOn = (side: Side): Rec[] =>
    waiting[side].length === 0 ? [] : records[side].filter((one) => !isBound(one) && !wasThere(one));
  const shares = (open: Open, record: Rec): boolean =>
    textsOf(sync, open, record.side, [
      ...before.mappings,
      ...partMappings(sync).flatMap(({ owns, mapping }) => (owns[record.side] ? [mapping] : [])),
    ]).some(({ mapping, to }) => hasForm('text', to, cell(record, mapping[record.side]), tools));
  const note = (record: Rec): Reason[] => {
    const far = otherSide(record.side);
    const own = waiting[far].find((open) => open.record === record);
    const news = freshOn(far);
    if (own !== undefined && news.length > 0) {
      const first = news.filter((one) => shares(own, one));
      return [
        reason(
          record.side,
          [...new Set([...first, ...news])].map(({ id }) => id),
        ),
      ];
    }
    if (freshOn(record.side).includes(record)) {
      const first = waiting[record.side].filter((open) => shares(open, record));
      return [reason(record.side, [...new Set([...first, ...waiting[record.side]])].map(sourceId))];
    }
    if (own === undefined) return [];
    // BL7: what was written is there, found or not.
    return isWritten(own) ? [reason(record.side, [])] : [{ code: 'not-taken', side: far }];
  };
  const refusedOf = (record: Rec): WorldLink | null =>
    refused.find((open) => open.record === record && !isFound(open))?.entry ?? null;
  const entryOf = ({ left, right }: Pair): WorldLink | null => {
    const [one, ...others] = opens.filter(({ record }) => record === left || record === right);
    return one === undefined || others.length > 0 ? null : one.entry;
  };
  return {
    pairs: made,
    entryOf,
    ambiguous,
    waiting,
    note,
    opens,
    refused: refused.filter((open) => !isFound(open)),
    allRefused: refused,
    refusedOf,
  };
}

const inOrder = (opens: readonly Open[]): Open[] =>
  [...opens].sort((a, b) => (a.record?.row ?? Infinity) - (b.record?.row ?? Infinity) || 0);

const sourceId = ({ record, entry, source }: Open): string => record?.id ?? entry[source] ?? '';

/** The texts handed over in fields that are mapped still; the field a constant stands against is not its own (S124). */
function textsOf(
  sync: ObjectSync,
  { entry }: Open,
  side: Side,
  mappings: readonly FieldMapping[],
): { readonly mapping: FieldMapping; readonly to: string }[] {
  const sent = entry.sent?.[side] ?? {};
  return mappings.flatMap((mapping) => {
    if (mapping.transform?.kind === 'constant' && sourceOf(sync, mapping) === side) return [];
    const one = sent[mapping[side]];
    return one === undefined ? [] : [{ mapping, to: shown(one.to) }];
  });
}

function reason(side: Side, ids: readonly string[]): Reason {
  const cut = ids.length > 20 ? { ids: ids.slice(0, 20), more: ids.length - 20 } : { ids };
  return { code: 'handed-over', side, ...cut };
}

/** What became of them, by the ends of their lines. */
export function countCreated(
  { opens, waiting, refused }: CreatedReading,
  endOf: (record: Rec) => { readonly outcome: string; readonly codes: readonly string[] },
): CreatedCounts {
  const open = [...waiting.left, ...waiting.right];
  const ends = open.map(({ record }): Exclude<keyof CreatedCounts, 'found' | 'refused'> => {
    if (record === null) return 'aside';
    const { outcome, codes } = endOf(record);
    const isHeld = codes.includes('handed-over');
    if (outcome === 'create') return isHeld ? 'handedOver' : 'notTaken';
    return outcome === 'ambiguous' && isHeld ? 'ambiguous' : 'aside';
  });
  const count = (end: keyof CreatedCounts): number => ends.filter((one) => one === end).length;
  return {
    found: opens.length - open.length,
    notTaken: count('notTaken'),
    handedOver: count('handedOver'),
    ambiguous: count('ambiguous'),
    aside: count('aside'),
    ...(refused.length > 0 ? { refused: refused.length } : {}),
  };
}
