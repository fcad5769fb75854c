import { expect, test } from 'vitest';
import {
  decideByRules,
  DECISION_WORDS,
  drain,
  planTraits,
  ruledSubjects,
  type ApprovalRule,
} from '../../src/lib/engine/index.ts';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { checkedSync } from './checked-sync.ts';
import { enginePlanner } from './engine-plan.ts';
import { randomCounted } from './random-checks.ts';
import { randomWorld } from './random-world.ts';
import { Random } from './random.ts';
import { countSlowly, type CheckedSync } from './slow-checks.ts';
import { AS_OF } from './world.ts';

const SEED = Number(process.env['SEED'] ?? 1);
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
    counts: { ...randomCounted(on, random), sync: random.pick([on.sync.id, on.sync.id, null, 'other']) },
  })).filter(({ counts }) => counts.where.every(({ field }) => field !== ''));

test('[S405] [S406] [S407] rules decide what deciding line by line gives, on 60 random plans', () => {
  const told = { byRule: 0, later: 0, kept: 0, refused: 0 };
  for (let seed = SEED; seed < SEED + 60; seed++) {
    const world = randomWorld(seed);
    const { plan, lines } = enginePlanner(world);
    const random = new Random(seed + 405);
    for (const sync of plan.syncs) {
      const on = checkedSync(world, sync.sync.id, lines);
      const traits = drain(planTraits(sync));
      const rules = randomRules(on, random);
      const mayApprove = random.chance(0.8);
      const said = on.lines.map(({ writes }): Said => ({
        word: writes.length > 0 && random.chance(0.3) ? random.pick(DECISION_WORDS) : 'open',
        doubted: random.chance(0.3),
      }));
      const own = {
        column: Uint8Array.from(on.lines, ({ writes }, at) =>
          writes.length === 0 ? 0 : DECISION_WORDS.indexOf(said[at]!.word) + 1,
        ),
        doubted: Uint8Array.from(said, ({ doubted }) => (doubted ? 1 : 0)),
      };
      const subjects = drain(ruledSubjects(sync, rules, traits, AS_OF));
      const { column, by } = decideByRules(own, subjects, rules, mayApprove);
      const members = rules.map(({ counts }) =>
        counts.sync === 'other' ? new Set<number>() : new Set(countSlowly(counts, on).members),
      );
      on.lines.forEach((line, at) => {
        const fits = (rule: ApprovalRule): boolean => members[rules.indexOf(rule)]!.has(at);
        const slow = decidedSlowly(line, said[at]!, fits, rules, mayApprove);
        const found = [DECISION_WORDS[column[at]! - 1] ?? null, rules[by[at]! - 1]?.id ?? null];
        expect(found, `seed ${String(seed)}, ${sync.sync.id} ${String(at)}`).toEqual(slow);
        if (by[at]! > 0) told.byRule++;
        if (by[at]! > 1) told.later++;
        if (subjects.first[at]! > 0 && said[at]!.word !== 'open') told.kept++;
        if (subjects.first[at]! > 0 && found[0] === 'open') told.refused++;
      });
      const writing = on.lines.flatMap(({ writes }, at) => (writes.length > 0 ? [at] : []));
      expect(subjects.fits).toEqual(members.map((own) => writing.filter((at) => own.has(at)).length));
    }
  }
  // All of it happens often.
  for (const many of Object.values(told)) expect(many).toBeGreaterThan(8);
});
