import { expect, test } from 'vitest';
import {
  decideByRules,
  DECISION_WORDS,
  drain,
  Memo,
  fieldRows,
  PlanReader,
  planTraits,
  ruledPlan,
  ruledSubjects,
  writesHash,
  type ApprovalRule,
  type Choices,
  type ConflictChoice,
  type SyncPlan,
} from '../../src/lib/engine/index.ts';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { checkedSync } from './checked-sync.ts';
import { enginePlanner } from './engine-plan.ts';
import { randomCounted } from './random-checks.ts';
import { randomWorld } from './random-world.ts';
import { Random } from './random.ts';
import { countSlowly, type CheckedSync } from './slow-checks.ts';
import { AS_OF } from './world.ts';

const SEED = Number(process.env['SEED'] ?? 1);
const TOOLS = createTools();
/** Of each case, at least. */
const FLOOR = 15;
type Word = (typeof DECISION_WORDS)[number];

/** What a person said of a line; `doubted`: of other writes of it, and no. */
interface Said {
  readonly word: Word;
  readonly doubted: boolean;
}

/** S405, S406, line by line: what is decided of one, and by which rule. */
function decidedSlowly(
  line: PlanLine,
  said: Said,
  fits: (rule: ApprovalRule) => boolean,
  rules: readonly ApprovalRule[],
  mayApprove: boolean,
): [Word | null, string | null] {
  if (line.writes.length === 0) return [null, null];
  if (said.word !== 'open') return [said.word, null];
  for (const rule of rules) {
    if (!fits(rule)) continue;
    const isRefused = rule.decision === 'approved' && (said.doubted || !mayApprove);
    return isRefused ? ['open', null] : [rule.decision, rule.id];
  }
  return ['open', null];
}

const randomRules = (on: CheckedSync, random: Random): ApprovalRule[] =>
  Array.from({ length: random.pick([1, 2, 3, 5]) }, (_, n): ApprovalRule => ({
    id: `r${String(n)}`,
    name: `Rule ${String(n)}`,
    decision: random.pick(['approved', 'approved', 'held', 'rejected']),
    counts: {
      ...randomCounted(on, random),
      // Every other rule fits much.
      ...(random.chance(0.5) ? { reasons: [], linkedBy: [], where: [], writes: [] } : {}),
      sync: random.pick([on.sync.id, on.sync.id, on.sync.id, null, 'other']),
    },
  }))
    .filter(({ counts }) => counts.where.every(({ field }) => field !== ''))
    .map((rule): ApprovalRule => {
      if (rule.decision === 'approved' || random.chance(0.3)) return rule;
      const asked = { side: null, change: 'any', from: null, to: null, order: [] } as const;
      const field = random.pick([null, ...on.sync.mappings.map(({ left }) => left)]);
      const own = rule.counts.writes.filter(({ change }) => change !== 'created-blank');
      return { ...rule, of: 'writes', counts: { ...rule.counts, writes: [...own, { ...asked, field }] } };
    });

/** S463, S465, S480, write by write: what goes of each line. `holds`: by line the left field of a mapping whose write a person holds. */
function goingSlowly(
  on: CheckedSync,
  rules: readonly ApprovalRule[],
  plan: SyncPlan,
  holds: ReadonlyMap<number, string>,
): readonly PlanLine[] {
  const named = rules.flatMap(({ of, counts }) =>
    of !== 'writes' || (counts.sync !== null && counts.sync !== plan.sync.id)
      ? []
      : counts.writes.flatMap((asked) =>
          plan.mappings
            .map(({ mapping }) => mapping.left)
            .filter((field) => asked.field === null || asked.field === field)
            .map((field) => ({
              field,
              members: new Set(countSlowly({ ...counts, writes: [{ ...asked, field }] }, on).members),
            })),
        ),
  );
  const places = plan.mappings
    .filter(({ stage, mapping }) => stage !== null || mapping.defaultStage !== undefined)
    .map(({ mapping }) => mapping.left);
  return on.lines.map((line, at) => {
    const held = new Set(named.flatMap(({ field, members }) => (members.has(at) ? [field] : [])));
    if (holds.has(at)) held.add(holds.get(at)!);
    if (places.some((field) => held.has(field))) for (const field of places) held.add(field);
    const isHeld = ({ side, field }: PlanLine['writes'][number]): boolean =>
      plan.mappings.some(({ mapping }) => mapping[side] === field && held.has(mapping.left));
    return { ...line, writes: line.writes.filter((write) => !isHeld(write)) };
  });
}

const isHandedOver = ({ reasons }: PlanLine): boolean => reasons.some(({ code }) => code === 'handed-over');

/** What a person may have said of a line; what may be there already is held by itself (S81). */
function randomSaid(line: PlanLine, random: Random): Said {
  const word = line.writes.length > 0 && random.chance(0.3) ? random.pick(DECISION_WORDS) : 'open';
  const doubted = random.chance(0.3);
  return { word: word === 'open' && isHandedOver(line) ? 'held' : word, doubted };
}

/** Holds of single writes of some pairs, by line the mapping; some on other values than stand there, which hold nothing. */
function randomHolds(
  sync: SyncPlan,
  random: Random,
): { readonly holds: ReadonlyMap<number, string>; readonly choices: readonly ConflictChoice[] } {
  const holds = new Map<number, string>();
  const choices: ConflictChoice[] = [];
  const reader = new PlanReader(sync);
  sync.pairs.left.forEach((row, pair) => {
    if (sync.mappings.length === 0 || !random.chance(0.3)) return;
    const { left, leftValue, rightValue } = random.pick(fieldRows(reader, pair));
    const ids = { left: sync.records.left.id(row), right: sync.records.right.id(sync.pairs.right[pair]!) };
    const isSeen = random.chance(0.8);
    const on = [leftValue, isSeen ? rightValue : `${rightValue}?`] as const;
    choices.push({ sync: sync.sync.id, ...ids, field: left, on, take: 'hold', at: '' });
    if (isSeen) holds.set(pair, left);
  });
  return { holds, choices };
}

/** The same as a file of choices has it, with what a rule decided among it, which says nothing. */
function choicesOf(lines: readonly PlanLine[], said: readonly Said[], random: Random): Choices {
  const decisions = lines.flatMap((line, at): Choices['decisions'] => {
    const own = { sync: line.sync, left: line.left?.id ?? null, right: line.right?.id ?? null, at: '' };
    const { word, doubted } = said[at]!;
    const writes = writesHash(line, TOOLS);
    if (word !== 'open') return [{ ...own, decision: word, writes }];
    if (doubted) return [{ ...own, decision: random.pick(['held', 'rejected']), writes: '0'.repeat(64) }];
    return random.chance(0.5) ? [] : [{ ...own, decision: 'approved', writes, rule: 'r0' }];
  });
  return { format: 'drysync/choices@1', planHash: 'h', choices: [], links: [], decisions };
}

test('[S405] [S406] [S407] [S463] [S464] [S465] [S480] rules decide what deciding line by line gives, on 50 random plans', () => {
  const told = { whole: 0, part: 0, byRule: 0, later: 0, kept: 0, refused: 0, paused: 0 };
  for (let seed = SEED; seed < SEED + 50; seed++) {
    const world = randomWorld(seed);
    const { plan, lines } = enginePlanner(world);
    const random = new Random(seed + 405);
    for (const sync of [...plan.syncs, ...plan.syncs, ...plan.syncs]) {
      const on = checkedSync(world, sync.sync.id, lines);
      const traits = drain(planTraits(sync));
      const rules = randomRules(on, random);
      const mayApprove = random.chance(0.8);
      const said = on.lines.map((line) => randomSaid(line, random));
      const own = {
        column: Uint8Array.from(on.lines, ({ writes }, at) =>
          writes.length === 0 ? 0 : DECISION_WORDS.indexOf(said[at]!.word) + 1,
        ),
        doubted: Uint8Array.from(said, ({ doubted }) => (doubted ? 1 : 0)),
      };
      const { holds, choices: held } = randomHolds(sync, random);
      const subjects = drain(ruledSubjects(sync, rules, held, traits, AS_OF));
      const { column, by } = decideByRules(own, subjects, rules, mayApprove);
      const choices = { ...choicesOf(on.lines, said, random), choices: held };
      const asked = { rules, mayApprove, choices, asOf: AS_OF, tools: TOOLS, planHash: 'h', tries: () => 0 };
      const whole = drain(ruledPlan({ ...plan, syncs: [sync] }, asked, new Memo()));
      const members = rules.map(({ counts }) =>
        counts.sync === 'other' ? new Set<number>() : new Set(countSlowly(counts, on).members),
      );
      const going = goingSlowly(on, rules, sync, holds);
      const decides = rules.map(() => 0);
      on.lines.forEach((line, at) => {
        const fits = (rule: ApprovalRule): boolean =>
          rule.of !== 'writes' && members[rules.indexOf(rule)]!.has(at);
        const slow = decidedSlowly(line, said[at]!, fits, rules, mayApprove);
        const found = [DECISION_WORDS[column[at]! - 1] ?? null, rules[by[at]! - 1]?.id ?? null];
        const where = `seed ${String(seed)}, ${sync.sync.id} ${String(at)}`;
        const left = going[at]!;
        const isWhole = subjects.withheld.whole[at]! > 0;
        if (left.writes.length < line.writes.length) told[isWhole ? 'whole' : 'part']++;
        if (left.writes.length === 0) expect(isWhole, where).toBe(line.writes.length > 0);
        if (isWhole) {
          // Nothing is left of it, or it is a create that lacks what it needs.
          expect(left.writes.length === 0 || line.outcome === 'create', where).toBe(true);
          expect(whole.going(line, at), where).toBeNull();
          expect(found[0], where).not.toBe('approved');
          if (by[at]! > 0 && rules[by[at]! - 1]!.of !== 'writes') decides[by[at]! - 1]!++;
          return;
        }
        expect(found, where).toEqual(slow);
        expect(whole.going(line, at), where).toEqual(slow[0] === 'approved' ? left : null);
        if (by[at]! > 0) decides[by[at]! - 1]!++;
        if (by[at]! > 0) told.byRule++;
        if (by[at]! > 1) told.later++;
        if (subjects.first[at]! > 0 && said[at]!.word !== 'open') told.kept++;
        if (subjects.first[at]! > 0 && found[0] === 'open') told[mayApprove ? 'refused' : 'paused']++;
      });
      const writing = on.lines.flatMap(({ writes }, at) => (writes.length > 0 ? [at] : []));
      const ofRecords = rules.flatMap(({ of }, at) => (of === 'writes' ? [] : [at]));
      for (const at of ofRecords) {
        const fits = writing.filter((subject) => members[at]!.has(subject)).length;
        expect(subjects.fits[at]).toBe(fits);
        expect(whole.told[at]).toEqual({ fits, decides: decides[at]! });
      }
    }
  }
  // All of it happens often.
  for (const many of Object.values(told)) expect(many, JSON.stringify(told)).toBeGreaterThan(FLOOR);
});
