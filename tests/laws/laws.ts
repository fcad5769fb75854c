import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import { ofFields, type OfField, type PlanLine } from '../../src/lib/engine/model/line.ts';
import { OUTCOMES } from '../../src/lib/engine/model/outcome.ts';
import type { ReasonCode } from '../../src/lib/engine/model/reason.ts';
import { otherSide, SIDES } from '../../src/lib/engine/model/side.ts';
import { salesforceRuleOf, staysBlank } from '../reference/plan-salesforce.ts';
import { directionOf, keysOf } from '../reference/read-world-design.ts';
import { cell, shown } from '../reference/world.ts';
import type { Setting } from './setting.ts';

/** What breaks the law, or null where it is kept. */
export type Law = (setting: Setting, lines: readonly PlanLine[]) => string | null;

/** The laws that can be judged on one plan's lines alone (SYNC.md). */
export const LAWS = [
  ['[L1] every record read is in exactly one line, in one outcome', conservation],
  ['[L3] nothing is written against the effective direction', directionSafety],
  ['[L4] no blank overwrites a value unless clears travel', blankSafety],
  ['[L5] a record is in at most one link', oneToOne],
  ['[L8] every write carries the value it expects to find', precondition],
  ['[L11] no create has a key that is there already, no two have one key', createUniqueness],
  ['[L12] what is overwritten was agreed, or is listed with both values', noLostUpdate],
  [
    '[L13] [DE1] a record whose counterpart vanished is created again by the explicit restore only',
    noResurrection,
  ],
] as const satisfies readonly (readonly [string, Law])[];

export type LawName = (typeof LAWS)[number][0];

const isPair = (line: PlanLine): boolean => line.left !== null && line.right !== null;

function firstOf(
  lines: readonly PlanLine[],
  breaks: (line: PlanLine, write: OfField) => boolean,
): string | null {
  for (const line of lines) {
    const write = ofFields(line.writes).find((one) => breaks(line, one));
    if (write !== undefined) return `${JSON.stringify(write)} in ${JSON.stringify(line)}`;
  }
  return null;
}

function conservation(setting: Setting, lines: readonly PlanLine[]): string | null {
  for (const sync of setting.design.syncs) {
    for (const side of SIDES) {
      const records = setting.records(sync.id, side);
      const own = lines.filter((line) => line.sync === sync.id && line[side] !== null);
      const rows = new Set(own.map((line) => line[side]?.row));
      if (own.length !== records.length || rows.size !== records.length) {
        return `${String(own.length)} lines for ${String(records.length)} ${side} records of ${sync.id}`;
      }
      const unknown = own.find(
        (line) => setting.record(line, side) === null || !OUTCOMES.includes(line.outcome),
      );
      if (unknown !== undefined) return JSON.stringify(unknown);
    }
  }
  return null;
}

function directionSafety(setting: Setting, lines: readonly PlanLine[]): string | null {
  const create = lines.find((line) => {
    if (line.outcome !== 'create') return false;
    const target = line.left === null ? 'left' : 'right';
    return !mayWrite(setting.sync(line.sync).direction, target);
  });
  if (create !== undefined) return JSON.stringify(create);
  return firstOf(lines, (line, write) => {
    const sync = setting.sync(line.sync);
    return !mayWrite(directionOf(sync, setting.mapping(sync, write.side, write.field)), write.side);
  });
}

function blankSafety(setting: Setting, lines: readonly PlanLine[]): string | null {
  return firstOf(lines, (line, write) => {
    if (write.to?.trim() !== '' || write.from === '') return false;
    const sync = setting.sync(line.sync);
    const mapping = setting.mapping(sync, write.side, write.field);
    if (write.because === 'person') return staysBlank(sync, mapping, otherSide(write.side));
    if (write.because !== 'cleared') return true;
    // "Or a Salesforce clear": what was deleted there, under two-way on either side.
    return salesforceRuleOf(sync, mapping) === null
      ? sync.blanks.propagateClears !== 'always'
      : staysBlank(sync, mapping, otherSide(write.side));
  });
}

function oneToOne(_setting: Setting, lines: readonly PlanLine[]): string | null {
  for (const side of SIDES) {
    const seen = new Set<string>();
    for (const line of lines) {
      const name = `${line.sync} ${String(line[side]?.row)}`;
      if (line[side] === null) continue;
      if (seen.has(name)) return JSON.stringify(line);
      seen.add(name);
    }
  }
  const unlinked = lines.find((line) => isPair(line) !== (line.link !== null));
  return unlinked === undefined ? null : JSON.stringify(unlinked);
}

function precondition(setting: Setting, lines: readonly PlanLine[]): string | null {
  return firstOf(lines, (line, write) => {
    const record = setting.record(line, write.side);
    return record === null ? write.from !== null : write.from !== shown(cell(record, write.field));
  });
}

function createUniqueness(setting: Setting, lines: readonly PlanLine[]): string | null {
  for (const sync of setting.design.syncs) {
    const valueOf = setting.keys(sync);
    const keys = keysOf(sync).map((_, index) => index);
    for (const side of SIDES) {
      const taken = new Set<string>();
      // KW8: what a file lost is there all the same.
      const there = [
        ...setting.records(sync.id, otherSide(side)),
        ...setting.rejected(sync.id, otherSide(side)),
      ];
      // DE2: what is archived is created again where the design or a person has it so.
      const { isGone } = setting.presence(sync.id);
      const archived = new Set<string>();
      const anyValueOf = setting.keys(sync, true);
      for (const record of there) {
        for (const key of keys) {
          const value = anyValueOf(record, key);
          if (value !== null) (isGone(record) ? archived : taken).add(JSON.stringify([key, value]));
        }
      }
      for (const line of lines) {
        if (line.sync !== sync.id || line.outcome !== 'create' || line[side] === null) continue;
        const record = setting.record(line, side);
        const values = record === null ? [] : keys.map((key) => [key, valueOf(record, key)] as const);
        for (const [key, value] of values) {
          if (value === null) continue;
          const name = JSON.stringify([key, value]);
          const isWanted =
            sync.deletes[side] === 'recreate' || line.writes.some(({ because }) => because === 'restore');
          if (taken.has(name) || (archived.has(name) && !isWanted))
            return `${name} is there already: ${JSON.stringify(line)}`;
          taken.add(name);
        }
      }
    }
  }
  return null;
}

function noLostUpdate(setting: Setting, lines: readonly PlanLine[]): string | null {
  return firstOf(lines, (line, write) => {
    if (write.from === null || write.from === '' || write.because === 'form') return false;
    const mapping = setting.mapping(setting.sync(line.sync), write.side, write.field);
    const isListed = line.conflicts.some(
      (conflict) =>
        conflict.left === mapping.left &&
        conflict.right === mapping.right &&
        (write.side === 'left' ? conflict.leftValue : conflict.rightValue) === write.from,
    );
    if (mapping.transform?.kind === 'constant' && write.because === 'always') return false;
    const entry = setting.entry(line);
    // What was handed over and taken was agreed too (BL3).
    const wasHanded = SIDES.some((side) => entry?.sent?.[side]?.[mapping[side]] !== undefined);
    const wasAgreed = entry?.values[write.side][write.field] !== undefined || wasHanded;
    const oneSided = ['left-changed', 'right-changed', 'cleared'].includes(write.because);
    // SF: what stands in HubSpot as it was agreed gives way to Salesforce's value without a conflict.
    const isRuled = salesforceRuleOf(setting.sync(line.sync), mapping) !== null;
    const givesWay = isRuled && (write.because === 'winner' || write.because === 'always');
    return !isListed && !(wasAgreed && (oneSided || givesWay));
  });
}

export function noResurrection(setting: Setting, lines: readonly PlanLine[]): string | null {
  const broken = lines.find((line) => {
    const has = (code: ReasonCode): boolean => line.reasons.some((reason) => reason.code === code);
    if (has('not-in-this-export')) return line.outcome !== 'excluded' || line.writes.length > 0;
    const entry = setting.entry(line);
    if (has('counterpart-deleted')) {
      if (!setting.isLost(line, entry)) return true;
      if (line.outcome !== 'delete') return line.outcome !== 'failing' || line.writes.length > 0;
      return !setting.isRemoved(line, entry);
    }
    const restores = line.writes.some(({ because }) => because === 'restore');
    if (isPair(line) || line.outcome !== 'create') return restores;
    // A person may have said the two are different; then nothing is linked any more.
    if (entry === null || setting.isUnlinked(entry)) return restores;
    const isAsked = setting.isLost(line, entry) && setting.isRestored(line, entry);
    return !isAsked || line.writes.some(({ because }) => because !== 'restore');
  });
  return broken === undefined ? null : JSON.stringify(broken);
}
